#include "engine/text/folded_writer.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

namespace redline::text {

FoldedWriter::FoldedWriter(std::string_view source) : source_size_(source.size()) {
  folded_.text.resize(source.size() + kSlack);
  segments_ = folded_.map.mutable_segments().data();
  GrowSegments(source.size() / 6 + 8);
}

void FoldedWriter::Put(std::string_view bytes, std::size_t length, bool several) {
  const bool plain = bytes.size() == length && !several;
  if (!plain || place_.broken) {
    AddSegment(place_.out,
               static_cast<std::uint32_t>(place_.at) | place_.gap | (plain ? 0 : Segment::kAtomic));
    place_.gap = 0;
    place_.broken = !plain;
  }
  const std::size_t need = place_.out + bytes.size() + (source_size_ - place_.at) + kSlack;
  if (need > folded_.text.size()) folded_.text.resize(need + need / 4);
  std::memcpy(text() + place_.out, bytes.data(), bytes.size());
  place_.out += bytes.size();
  place_.at += length;
}

void FoldedWriter::GrowSegments(std::size_t count) {
  const std::size_t kept = KeptSegments();
  std::vector<Segment> &segments = folded_.map.mutable_segments();
  segments.resize(std::max(segments.size() * 2, kept + count));
  segments_ = segments.data() + kept;
  segments_end_ = segments.data() + segments.size();
}

FoldedText FoldedWriter::Finish() && {
  folded_.text.resize(place_.out);
  folded_.map.mutable_segments().resize(KeptSegments());
  return std::move(folded_);
}

}  // namespace redline::text
