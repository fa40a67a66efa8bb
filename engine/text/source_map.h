// Source map: the way back from a byte of folded text to bytes of the text it was folded from.
//
//   source  "稳 * 赚"     folded "稳赚"     segments {0 ← 0} {3 ← 6, gap}
//   SourceOf({0, 6}) is {0, 9}: from the first to the last character that contributes
//
// A segment says where a run of folded bytes comes from. In a plain run, folded and source advance
// together, byte by byte. An atomic run is what one source character was folded to (㈱ → 株, Ａ →
// a) and maps to that whole character. A gap says that separators were skipped right before the
// run; invisible characters are skipped without one.
//
// Bounds:   source texts below 2^30 bytes (drafts are far smaller: kMaxDraftBytes).
// Threads:  immutable once folded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/span.h"

namespace redline::text {

struct Segment {
  static constexpr std::uint32_t kAtomic = 1u << 31;
  static constexpr std::uint32_t kGap = 1u << 30;
  static constexpr std::uint32_t kOffset = kGap - 1;

  std::uint32_t folded = 0;  // first folded byte of the run
  std::uint32_t packed = 0;  // first source byte, with the two flags

  std::uint32_t source() const { return packed & kOffset; }
  bool atomic() const { return (packed & kAtomic) != 0; }
  bool gap() const { return (packed & kGap) != 0; }
};

class SourceMap {
 public:
  // Bytes of `source` from the first to the last character that contributes to `folded`, without
  // what was skipped around them. REQUIRES: folded is not empty, within the folded text and on
  // boundaries of code points; source is the text that was folded.
  Range SourceOf(Range folded, std::string_view source) const;

  // Whether separators were skipped right before the folded byte at `offset`.
  bool GapBefore(std::uint32_t offset) const;

  const std::vector<Segment>& segments() const { return segments_; }
  std::vector<Segment>& mutable_segments() { return segments_; }  // for the fold, which fills it

 private:
  std::size_t SegmentOf(std::uint32_t offset) const;

  std::vector<Segment> segments_;  // by folded, strictly rising; the first begins at 0
};

}  // namespace redline::text
