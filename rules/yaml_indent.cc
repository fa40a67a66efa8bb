// The part of YamlLines that places a line among those above it by its indentation.

#include "rules/yaml_lines.h"

namespace redline::rules {

// Complains of a dash with nothing behind it, when what comes next does not belong to it.
void YamlLines::CloseDash(std::size_t next_column) {
  if (!open_dash_) return;
  const Origin origin = source_.Locate(*open_dash_);
  open_dash_.reset();
  if (next_column >= static_cast<std::size_t>(origin.column)) return;
  errors_.Add(origin,
              "nothing stands behind this dash: write the text, or delete the dash (a # "
              "begins a comment; text with # must stand in quotes)");
}

// Places a key or dash at `column` among the maps and lists above it.
bool YamlLines::Enter(Kind kind, std::size_t column) {
  bool left = false;
  while (!blocks_.empty() && blocks_.back().column > column) {
    blocks_.pop_back();
    left = true;
  }
  if (left) awaits_value_ = false;
  const std::size_t at = line_begin_ + column;
  if (!blocks_.empty() && blocks_.back().column == column && blocks_.back().kind != kind) {
    if (kind == Kind::kList && awaits_value_) {
      blocks_.push_back({kind, column});
      return true;
    }
    if (kind == Kind::kList) {
      return Fail(at,
                  "a dash stands where a key is expected: indent it below the key it belongs to");
    }
    blocks_.pop_back();
    if (blocks_.empty() || blocks_.back().column != column) {
      return Fail(at,
                  "a key stands where a dash is expected: write `- ` before it, or indent it "
                  "below the dash that it belongs to");
    }
    return true;
  }
  if (!blocks_.empty() && blocks_.back().column == column) return true;
  const bool first = blocks_.empty();
  const bool misplaced = first ? column != 0 : left || !awaits_value_;
  blocks_.push_back({kind, column});
  if (first && misplaced) {
    return Fail(at, "the keys of a file stand at the very beginning of a line: delete the blanks");
  }
  if (misplaced) {
    return Fail(at, left ? "this line is indented like no line above it: line it up with the "
                           "line that it belongs to"
                         : "this line is indented deeper than the line above, which is already "
                           "complete: line it up, or put the text on one line");
  }
  if (blocks_.size() > kMaxDepth) {
    stopped_ = true;
    return Fail(at, "the indentation is more than 8 levels deep: no list needs more than 5");
  }
  return true;
}

}  // namespace redline::rules
