// Visible text: what a reader of a passage sees, markup and entities resolved, with the way back to
// the passage as sent.
//
//   passage  "<p>保<b>本</b>&nbsp;高</p>"
//   reading  "保本\u00A0高" between barriers; "保本" comes from bytes [3, 12)
//
// A passage is read in several ways: the body as it is shown; the body with what is hidden (only
// when something is); and each text that is shown apart from the body (alt, title, button, front
// matter), by itself. A phrase may be found in any of them.
//
// A block's edge is a barrier (kSentenceMark) in the reading: no phrase crosses it.
//
// Threads:  values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/span.h"

namespace redline::text {

// The way from bytes of visible text to bytes of the passage.
class VisibleMap {
 public:
  // Bytes of the passage from the first to the last character that `visible` shows; markup around
  // them is left out. REQUIRES: visible is not empty, on boundaries, and does not begin or end with
  // a barrier.
  Range SourceOf(Range visible) const;

  // Whether `visible` is anything but one unbroken run of the passage's own bytes: markup or
  // entities stand inside it.
  bool Interrupted(Range visible) const;

  // Whether a reader does not see all of what makes up `visible`, or text that he does not see
  // stands inside its source.
  bool Hidden(Range visible) const;

 private:
  friend class VisibleText;

  struct Run {
    std::uint32_t visible = 0;     // first byte of the reading
    std::uint32_t source = 0;      // first byte of the passage
    std::uint32_t source_end = 0;  // behind the last byte
    bool atomic = false;           // maps as a whole, not byte by byte
    bool hidden = false;           // not shown to a reader
    bool after_hidden = false;     // hidden text was left out right before
  };
  std::size_t RunOf(std::uint32_t visible) const;

  std::vector<Run> runs_;  // by visible, strictly rising
};

// One way to read a passage, built from left to right.
class VisibleText {
 public:
  const std::string& text() const { return text_; }
  const VisibleMap& map() const { return map_; }

  // Shows bytes [begin, end) of `passage` as they stand.
  void Show(std::string_view passage, std::size_t begin, std::size_t end, bool hidden = false);

  // Shows `text` in the place of bytes [begin, end) of the passage: an entity, an escape.
  void Replace(std::string_view text, std::size_t begin, std::size_t end, bool hidden = false);

  // Ends a block: what follows is not part of the same sentence. Twice is once.
  void Bar(std::size_t at);

  // Notes that hidden text is left out here.
  void LeaveOutHidden() { left_out_ = true; }

 private:
  std::string text_;
  VisibleMap map_;
  bool left_out_ = false;
};

// The readings of a passage in a format; the first is the body. Nothing at all when the parser gave
// up (no memory): then the passage was not read. REQUIRES: passage is UTF-8.
std::vector<VisibleText> ReadHtml(std::string_view passage);
std::vector<VisibleText> ReadMarkdown(std::string_view passage);

}  // namespace redline::text
