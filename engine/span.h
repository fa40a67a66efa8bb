// Span: a place in a passage as it was sent, in every unit that a client may count in.
//
//   "💰稳赚" : "稳赚" is utf8 [4,10), utf16 [2,4), code_point [1,3), start 1:2, end 1:4
//   the same sent as UTF-16 with a byte order mark: utf8 [7,13), utf16 [3,5), sent [6,10)
//
// `sent` counts the bytes that were sent; everything else counts in the text that they stand for.
// In a passage sent as UTF-8 `sent` equals `utf8`.
//
// Ranges are 0-based and half-open. Lines and columns are 1-based; a column counts code points; a
// line ends at LF, CR LF or CR (not at U+0085, U+2028, U+2029). A span begins and ends between
// whole characters as a reader sees them (extended grapheme clusters, UAX #29).
#pragma once

#include <compare>
#include <cstdint>

namespace redline {

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Range&) const = default;
};

struct LineColumn {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  auto operator<=>(const LineColumn&) const = default;
};

struct Span {
  std::uint32_t passage = 0;  // index into Draft::passages
  Range sent;                 // bytes in the charset of the passage
  Range utf8;
  Range utf16;
  Range code_point;
  LineColumn start;
  LineColumn end;
  bool operator==(const Span&) const = default;
};

}  // namespace redline
