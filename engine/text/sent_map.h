// Sent map: the way from bytes of a passage's text in UTF-8 to the bytes that were sent.
//
//   sent as GBK  "保本 abc" (8 bytes)   text (10 bytes)   runs {0 ← 0, 3:2} {6 ← 4, 1:1}
//   SentOf({3, 6}) is {2, 4}
//
// A run holds characters that all take as many bytes in UTF-8, and all as many as sent, so a text
// in one script is a run or two. A text that was sent as UTF-8 needs no map: an empty one changes
// nothing.
//
// Units:    bytes.
// Cost:     12 bytes a run; a search among the runs for each edge.
// Threads:  immutable once filled.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/span.h"

namespace redline::text {

class SentMap {
 public:
  // The next character: where it begins in the text and as sent, and its bytes in both.
  void Append(Range text, Range sent);

  // REQUIRES: range lies on boundaries of the appended characters.
  Range SentOf(Range text) const {
    return empty() ? text : Range{SentAt(text.begin), SentAt(text.end)};
  }

  bool empty() const { return runs_.empty(); }

 private:
  struct Run {
    std::uint32_t text = 0;  // first byte
    std::uint32_t sent = 0;
    std::uint8_t text_step = 0;  // bytes of each character
    std::uint8_t sent_step = 0;
  };
  std::uint32_t SentAt(std::uint32_t text) const;

  std::vector<Run> runs_;  // by text, strictly rising; the first begins at 0
};

}  // namespace redline::text
