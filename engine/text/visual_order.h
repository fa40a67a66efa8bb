// Visual order: a text in the order in which its characters are seen. A direction override
// (U+202D, U+202E) can turn words around that a program would read backwards.
//
//   "\u202E赔不赚稳\u202C"  is seen as  "稳赚不赔"
//
// Source:   UAX #9 by ICU, line by line, left to right unless the line says otherwise.
// Threads:  pure functions.
#pragma once

#include <optional>
#include <string_view>

#include "engine/text/visible_text.h"

namespace redline::text {

// Lines without an override stay as they are. Nothing when ICU gave up (no memory).
// REQUIRES: text is UTF-8.
std::optional<VisibleText> InVisualOrder(std::string_view text);

}  // namespace redline::text
