// Split characters: two characters that a reader takes for the one that they make side by side.
//
//   folded "亻呆本亻呆息"   joined "保本保息"
//
// Only characters in common use with a left and a right part; 最 or 国 have none.
//
// Cost:     linear.
// Threads:  a value; the table is built on first use, once.
// Source:   CJK Decomposition Data by split_characters.py, which names the licence and the rule.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/span.h"

namespace redline::text {

struct JoinedText {
  // A character that was put together, in bytes of `text`, and where its parts are.
  struct Join {
    Range joined;
    Range folded;
  };
  std::string text;
  std::vector<Join> joins;  // rising

  // The bytes of folded text that `range` of `text` was read from.
  Range FoldedOf(Range range) const;
  // The joins that lie in `range` of `text`.
  std::vector<Join> JoinsIn(Range range) const;
};

// The folded text with its split characters put together. Without any, the text stays empty.
JoinedText JoinSplit(std::string_view folded);

// The parts of `c` as they are folded, "亻呆"; empty when it has none.
std::string PartsOf(char32_t c);

}  // namespace redline::text
