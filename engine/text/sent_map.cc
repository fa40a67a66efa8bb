#include "engine/text/sent_map.h"

#include <algorithm>

namespace redline::text {

void SentMap::Append(Range text, Range sent) {
  const auto text_step = static_cast<std::uint8_t>(text.end - text.begin);
  const auto sent_step = static_cast<std::uint8_t>(sent.end - sent.begin);
  if (!runs_.empty() && runs_.back().text_step == text_step &&
      runs_.back().sent_step == sent_step) {
    return;
  }
  runs_.push_back({text.begin, sent.begin, text_step, sent_step});
}

std::uint32_t SentMap::SentAt(std::uint32_t text) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), text,
                       [](std::uint32_t value, const Run& run) { return value < run.text; });
  const Run& run = *(after - 1);
  return run.sent + (text - run.text) / run.text_step * run.sent_step;
}

}  // namespace redline::text
