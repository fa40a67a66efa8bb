// Positions: byte ranges of a text, told in every unit that a client may count in, and grown to
// whole characters.
//
//   Positions positions("💰稳赚");
//   Span span = positions.SpanOf({4, 10});   // utf16 [2,4), code_point [1,3), 1:2 to 1:4
//
// Cost:     a pass over the text for the first span; each span behind the last one asked goes on
//           from there, one before it starts again. Ask in rising order of begin.
// Threads:  one Positions for one thread.
// Source:   UAX #29 extended grapheme clusters, by ICU.
#pragma once

#include <string_view>

#include "engine/span.h"
#include "engine/text/sent_map.h"

namespace redline::text {

// The smallest range of whole characters (extended grapheme clusters) that holds `range`.
// REQUIRES: range lies on boundaries of code points.
Range WholeCharacters(std::string_view text, Range range);

class Positions {
 public:
  // `sent` leads from the text to the bytes that were sent; null: those are the text.
  explicit Positions(std::string_view text, const SentMap* sent = nullptr)
      : text_(text), sent_(sent) {}

  // REQUIRES: range lies on boundaries of code points. The passage of the span is left 0.
  Span SpanOf(Range range);

 private:
  struct Place {
    std::uint32_t byte = 0;
    std::uint32_t utf16 = 0;
    std::uint32_t code_point = 0;
    LineColumn line_column = {1, 1};
  };
  void Advance(Place& place, std::uint32_t byte) const;

  const std::string_view text_;
  const SentMap* const sent_;
  Place last_;  // begin of the last span
};

}  // namespace redline::text
