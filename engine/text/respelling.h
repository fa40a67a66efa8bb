// Respelling: a text as a reader takes it who sees through a play with its letters.
//
//   "l00% safe"         →  "100% safe"            leet
//   "1n5tant @pproval"  →  "instant approval"     leet
//   "稳稳稳赚不赔"       →  "稳赚不赔"              stretched
//   "‮赔不赚稳‬"         →  "稳赚不赔"              reversed, as the direction override
//   shows it
//
// Respellings are tried beside the text as it stands. Only what touches a place that was changed
// counts as found in one; the rest is found in the text itself. They are made only where a text
// gives reason: honest copy has none, or few.
//
//   leet       in Latin tokens that mix letters with digits or with @ $ !, of which at least half
//              stay as they are; ○ before a Han character is 0. The pairs are those that are drawn
//              alike or that the reports in the decision record name: docs/decisions/0018.
//   stretched  three or more of the same letter or Han character in a row: one, and for Latin
//              letters also two ("freeee" is "free").
//   reversed   the visual order by the Unicode Bidirectional Algorithm (UAX #9, by ICU) of lines
//              that hold a direction override (U+202D, U+202E).
//
// Threads:  pure functions.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/disguise.h"
#include "engine/text/visible_text.h"

namespace redline::text {

struct Respelling {
  Disguise disguise = Disguise::kLeet;
  VisibleText text;  // its map leads to the text that was respelled
};

// Nothing at all when ICU gave up on a direction override (no memory): then the text was not read.
// REQUIRES: text is UTF-8.
std::optional<std::vector<Respelling>> Respellings(std::string_view text);

}  // namespace redline::text
