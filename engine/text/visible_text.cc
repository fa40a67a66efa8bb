#include "engine/text/visible_text.h"

#include <algorithm>

#include "engine/text/fold_table.h"

namespace redline::text {

std::size_t VisibleMap::RunOf(std::uint32_t visible) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), visible,
                       [](std::uint32_t value, const Run& run) { return value < run.visible; });
  return static_cast<std::size_t>(after - runs_.begin()) - 1;
}

Range VisibleMap::SourceOf(Range visible) const {
  Range source{~0u, 0};
  const std::size_t last = RunOf(visible.end - 1);
  for (std::size_t i = RunOf(visible.begin); i <= last; ++i) {  // a reversed text runs backwards
    const Run& run = runs_[i];
    const std::uint32_t skipped = visible.begin > run.visible ? visible.begin - run.visible : 0;
    source.begin = std::min(source.begin, run.source + (run.atomic ? 0 : skipped));
    source.end =
        std::max(source.end, run.atomic || i < last ? run.source_end
                                                    : run.source + (visible.end - run.visible));
  }
  return source;
}

bool VisibleMap::Interrupted(Range visible) const {
  const std::size_t first = RunOf(visible.begin);
  return runs_[first].atomic || RunOf(visible.end - 1) != first;
}

bool VisibleMap::Hidden(Range visible) const {
  const std::size_t first = RunOf(visible.begin);
  const std::size_t last = RunOf(visible.end - 1);
  for (std::size_t i = first; i <= last; ++i) {
    if (runs_[i].hidden || (i > first && runs_[i].after_hidden)) return true;
  }
  return false;
}

void VisibleText::Show(std::string_view passage, std::size_t begin, std::size_t end, bool hidden) {
  if (begin >= end) return;
  if (!map_.runs_.empty() && !left_out_) {
    VisibleMap::Run& last = map_.runs_.back();
    if (!last.atomic && last.hidden == hidden && last.source_end == begin) {  // goes on
      text_.append(passage, begin, end - begin);
      last.source_end = static_cast<std::uint32_t>(end);
      return;
    }
  }
  map_.runs_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(begin),
                        static_cast<std::uint32_t>(end), false, hidden, left_out_});
  left_out_ = false;
  text_.append(passage, begin, end - begin);
}

void VisibleText::Replace(std::string_view text, std::size_t begin, std::size_t end, bool hidden) {
  if (text.empty()) return;
  map_.runs_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(begin),
                        static_cast<std::uint32_t>(end), true, hidden, left_out_});
  left_out_ = false;
  text_.append(text);
}

void VisibleText::Bar(std::size_t at) {
  if (text_.empty() || text_.back() == kSentenceMark) return;
  Replace({&kSentenceMark, 1}, at, at);
}

}  // namespace redline::text
