#include "engine/text/source_map.h"

#include <algorithm>

#include "engine/text/utf8.h"

namespace redline::text {

std::size_t SourceMap::SegmentOf(std::uint32_t offset) const {
  const auto after = std::upper_bound(
      segments_.begin(), segments_.end(), offset,
      [](std::uint32_t value, const Segment& segment) { return value < segment.folded; });
  return static_cast<std::size_t>(after - segments_.begin()) - 1;
}

Range SourceMap::SourceOf(Range folded, std::string_view source) const {
  const Segment& first = segments_[SegmentOf(folded.begin)];
  const Segment& last = segments_[SegmentOf(folded.end - 1)];
  Range range;
  range.begin = first.source() + (first.atomic() ? 0 : folded.begin - first.folded);
  range.end = last.atomic() ? last.source() +
                                  static_cast<std::uint32_t>(SequenceLength(source[last.source()]))
                            : last.source() + (folded.end - last.folded);
  return range;
}

bool SourceMap::GapBefore(std::uint32_t offset) const {
  if (segments_.empty()) return false;
  const Segment& segment = segments_[SegmentOf(offset)];
  return segment.folded == offset && segment.gap();
}

}  // namespace redline::text
