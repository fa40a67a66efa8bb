// Folded writer: folded text and its map while they grow, side by side.
//
//   FoldedWriter writer("Ｚ*");
//   writer.Put("z", 3);     // Ｚ became z
//   writer.Skip(1, true);   // * is a separator
//   FoldedText folded = std::move(writer).Finish();
//
// Put and Skip take the next character of the source. A loop that cannot wait for them works on a
// copy of place(), writes folded bytes to text() itself and ends with MoveTo. (A store through a
// char pointer could alias the writer's own place, which would then be reloaded every time.)
//
// Units:    bytes. The source is shorter than SourceMap's bound.
// Cost:     what is written is written once; the room for it grows by its size.
// Threads:  one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/text/fold.h"
#include "engine/text/source_map.h"

namespace redline::text {

class FoldedWriter {
 public:
  struct Place {
    std::size_t at = 0;     // next source byte
    std::size_t out = 0;    // next folded byte
    bool broken = true;     // the next plain bytes need a segment of their own
    std::uint32_t gap = 0;  // Segment::kGap when separators were skipped since the last folded byte
  };

  explicit FoldedWriter(std::string_view source);

  // Writes what the character at place().at (of `length` bytes) becomes: one code point or
  // `several`.
  void Put(std::string_view bytes, std::size_t length, bool several = false);

  // Passes over `length` bytes that leave nothing but, perhaps, a gap.
  void Skip(std::size_t length, bool gap) {
    place_.at += length;
    if (gap) place_.gap = Segment::kGap;
    place_.broken = true;
  }

  const Place& place() const { return place_; }
  void MoveTo(const Place& place) { place_ = place; }

  // Folded bytes. From place().out on there is room for as many as the source has left, and for
  // kSlack more, which a loop may scribble on. Valid until the next Put.
  static constexpr std::size_t kSlack = 32;
  char* text() { return folded_.text.data(); }

  // `folded` and `packed` of the next Segment.
  void AddSegment(std::size_t folded, std::uint32_t packed) {
    Segment* const segment = FreeSegments(1);
    *segment = {static_cast<std::uint32_t>(folded), packed};
    KeepSegments(segment + 1);
  }

  // Where the next `count` segments may be written. They are kept up to where KeepSegments says.
  Segment* FreeSegments(std::size_t count) {
    if (static_cast<std::size_t>(segments_end_ - segments_) < count) GrowSegments(count);
    return segments_;
  }
  void KeepSegments(Segment* end) { segments_ = end; }

  FoldedText Finish() &&;

 private:
  std::size_t KeptSegments() const {
    return static_cast<std::size_t>(segments_ - folded_.map.segments().data());
  }
  void GrowSegments(std::size_t count);

  const std::size_t source_size_;
  FoldedText folded_;  // its text and its map are longer than what is written
  Place place_;
  Segment* segments_ = nullptr;  // next free one; cheaper than push_back here
  Segment* segments_end_ = nullptr;
};

}  // namespace redline::text
