// Expression: an author's pattern, rewritten so that it fits spaced text (text/spaced_text.h).
//
//   "(保證|承诺)[^。！？]{0,6}收益"   →  "(?:保证|承诺)[^\x1e]{0,6}收益"
//   "guarantee[ds]?\s+(a\s+)?\d"      →  "guarantee[ds]? ?(?:a ?)?[0-9]"
//
// What an author must know (docs/rules.md):
//   - letters are folded as drafts are: case, width, script variant and numerals do not matter
//   - a blank, \s, a hyphen, a quote or any other separator stands for "perhaps a separator",
//     however often: drafts have none left but the single blanks between Latin words
//   - 。！？； stand for the end of a sentence, ，： for the end of a clause, 、 for itself
//   - `.` and negated brackets never run over the end of a sentence
//   - no look-around, no back references, no anchors; repeats up to 100; at most 1,000 characters
//
// Errors:   the first reason why the pattern cannot be used, in words for its author. What
// Hyperscan
//           refuses beyond that is found by Scanner::Compile.
#pragma once

#include <string>
#include <string_view>

#include "engine/result.h"

namespace redline {

// REQUIRES: pattern is well-formed UTF-8.
Result<std::string, std::string> RewritePattern(std::string_view pattern);

}  // namespace redline
