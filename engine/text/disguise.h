// Disguise: tells what stood between the words as written and the words as read.
//
//   "Ｚ*ｅ*ｒ*ｏ" read as "zero"  →  width, separator
//   "Zero" read as "zero"        →  nothing: case is no disguise
//
// Asked only where there is a violation; looks at the source of that violation only.
//
// Threads:  pure functions.
#pragma once

#include <string_view>
#include <vector>

#include "engine/disguise.h"
#include "engine/text/fold.h"

namespace redline::text {

// The disguises in `range` of the folded text, in the order of the enum, each once. `phrase` is the
// wording that was found there, as its author wrote it; empty for a pattern. What phrase and source
// write alike is no disguise. REQUIRES: range is not empty and on boundaries of code points.
std::vector<Disguise> DisguisesOf(const FoldedText& folded, std::string_view source, Range range,
                                  std::string_view phrase);

// Whether `range` without the inside of `core` is read as it is written: nothing but blanks,
// quotes, brackets and, between Latin words, dashes was skipped in it. An exception or a context
// must not come about by skipping what a reader sees: 不★保本 is no 不保本.
bool ReadsAsWritten(const FoldedText& folded, std::string_view source, Range range, Range core);

// Whether every letter of `range` that passes for a Latin one is of another script, as in a Russian
// word: then the source is no disguised Latin word but another language.
bool IsForeignWord(const FoldedText& folded, std::string_view source, Range range);

}  // namespace redline::text
