// Boundary: where a match may begin and end in folded text.
//
//   "best" in "thebest" (from "the best"): may, a gap stands before it
//   "5%"   in "15%":                       may not, it cuts a number in two
//   "一年翻倍" in "十一年翻倍":              may not, it cuts a Chinese numeral
//   "VIP客户" in "成为VIP客户":              may, a letter beside Han is an edge
//
// A letter beside a digit is an edge too (1av2, A10): docs/decisions/0004.
#pragma once

#include <string_view>

#include "engine/text/fold.h"

namespace redline::text {

// Whether `range` of the folded text begins or ends inside a Latin word or a number.
// REQUIRES: range is not empty and on boundaries of code points; source is the folded text's
// origin.
bool CutsToken(const FoldedText& folded, std::string_view source, Range range);

// Whether a match in Latin letters is one word by itself: nothing stands between its letters, and
// no letter or digit beside it, not even behind a sign that holds names and numbers together, as in
// WZBP-2024. REQUIRES: as CutsToken.
bool StandsAlone(const FoldedText& folded, std::string_view source, Range range);

// How many characters of folded text lie in `range`.
std::uint32_t CountCharacters(std::string_view folded, Range range);

}  // namespace redline::text
