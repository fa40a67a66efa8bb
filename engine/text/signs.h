// Signs: emoji and other symbols, which the fold skips although some of them say something: the 💰
// in 稳💰不赔 stands for a word.
//
// Threads:  pure functions.
#pragma once

#include <string_view>

#include "engine/text/fold.h"

namespace redline::text {

// Whether `wording` begins or ends with a sign that the fold skips.
bool HasSignAtEdge(std::string_view wording);

// Whether the signs that the fold skips inside `wording` stand at the same places of `range`, which
// was read as the same. REQUIRES: the folded text in `range` is FoldPhrase(wording); source is what
// was folded.
bool HoldsSigns(const FoldedText& folded, std::string_view source, Range range,
                std::string_view wording);

}  // namespace redline::text
