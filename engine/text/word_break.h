// Word break: whether a match in Chinese text cuts a word in two.
//
//   保本 in 产品|保本|保息      does not
//   保本 in 确保|本次|活动      does: 确保 and 本次 are the words there
//
// Words are told by ICU's dictionary. It knows common words, few names and hardly any new ones, and
// what it does not know it takes apart: docs/decisions/0017 has what that gains and loses.
//
// Cost:     some 10 microseconds. Asked only where there is a match.
// Threads:  pure functions.
#pragma once

#include <string_view>

#include "engine/text/fold.h"

namespace redline::text {

// Whether an edge of `range` of the folded text lies inside a word. Only edges between two
// ideographs count; Latin words and numbers are the matter of boundary.h. REQUIRES: range is not
// empty and on boundaries of code points; source is the folded text's origin.
bool CutsWord(const FoldedText& folded, std::string_view source, Range range);

// Whether `range`, of two ideographs and more, is one word. REQUIRES: as CutsWord.
bool IsWord(const FoldedText& folded, std::string_view source, Range range);

}  // namespace redline::text
