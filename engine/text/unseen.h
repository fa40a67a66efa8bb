// Unseen: characters of a text that nobody sees and that matter: inside words, or turning the
// direction of writing around.
//
//   "稳\u200B赚"   →  U+200B
//   "\u202E益收"   →  U+202E, an override
//
// Soft hyphens in Latin words, joiners in emoji, and the joiners of scripts that need them are
// none.
//
// Source:   Unicode's Default_Ignorable_Code_Point and Script, by ICU; overrides are UAX #9's.
// Threads:  pure functions.
#pragma once

#include <string_view>
#include <vector>

#include "engine/span.h"
#include "engine/text/source_map.h"

namespace redline::text {

struct Unseen {
  Range range;            // of the text
  bool override = false;  // of the direction of writing
};

// By begin. `map` is that of the folded text: what is dropped inside a word parts its segments.
std::vector<Unseen> FindUnseen(std::string_view text, const SourceMap& map);

}  // namespace redline::text
