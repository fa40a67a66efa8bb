#include "engine/text/spaced_text.h"

#include <algorithm>

#include "engine/text/fold_table.h"
#include "engine/text/utf8.h"

namespace redline::text {
namespace {

// Part of a word or number that is written apart from its neighbours: no ideograph, kana or mark.
bool StandsInWords(char32_t c) { return c < 0x2E80 && !IsMark(c); }

}  // namespace

std::uint32_t SpacedText::ToFolded(std::uint32_t offset) const {
  const auto before = std::lower_bound(blanks.begin(), blanks.end(), offset) - blanks.begin();
  return offset - static_cast<std::uint32_t>(before);
}

SpacedText Space(const FoldedText& folded) {
  SpacedText spaced;
  const std::string& text = folded.text;
  spaced.text.reserve(text.size() + text.size() / 4);
  std::size_t copied = 0;
  for (const Segment& segment : folded.map.segments()) {
    const std::size_t at = segment.folded;
    if (!segment.gap() || at == 0 || at >= text.size() || !StandsInWords(CodePointAt(text, at)) ||
        !StandsInWords(CodePointAt(text, PreviousBoundary(text, at)))) {
      continue;
    }
    spaced.text.append(text, copied, at - copied);
    copied = at;
    spaced.blanks.push_back(static_cast<std::uint32_t>(spaced.text.size()));
    spaced.text.push_back(' ');
  }
  spaced.text.append(text, copied);
  return spaced;
}

}  // namespace redline::text
