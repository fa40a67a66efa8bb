#include "engine/text/positions.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "engine/text/utf8.h"

namespace redline::text {
namespace {

// Whether the code points on both sides settle that a character ends between them, without rules
// that look further. Holds for nearly every place in real copy.
bool SurelyBetweenCharacters(std::string_view text, std::uint32_t offset) {
  if (offset == 0 || offset >= text.size()) return true;
  const auto property = [&](std::size_t at) {
    return static_cast<UGraphemeClusterBreak>(u_getIntPropertyValue(
        static_cast<UChar32>(CodePointAt(text, at)), UCHAR_GRAPHEME_CLUSTER_BREAK));
  };
  const UGraphemeClusterBreak before = property(PreviousBoundary(text, offset));
  const UGraphemeClusterBreak after = property(offset);
  const auto plain = [](UGraphemeClusterBreak value) {
    return value == U_GCB_OTHER || value == U_GCB_CONTROL;
  };
  // GB4, GB5, GB999. ZWJ before a pictograph (GB11) is OTHER too, hence only plain on both sides.
  return plain(before) && plain(after);
}

// Room for the longest cluster that anyone would write; ICU then looks at this much only, so that a
// span costs the same in a long passage.
constexpr std::uint32_t kWindow = 1024;

// The nearest boundary between characters at or before (`down`) or at or after `offset`.
std::uint32_t Boundary(std::string_view text, std::uint32_t offset, bool down) {
  if (SurelyBetweenCharacters(text, offset)) return offset;
  std::uint32_t begin = offset > kWindow ? offset - kWindow : 0;
  while (begin > 0 && !SurelyBetweenCharacters(text, begin)) --begin;
  while (begin < offset && IsContinuation(text[begin])) ++begin;
  std::size_t end = std::min<std::size_t>(text.size(), offset + kWindow);
  while (end < text.size() && IsContinuation(text[end])) ++end;

  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> characters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  UText* window =
      utext_openUTF8(nullptr, text.data() + begin, static_cast<int64_t>(end - begin), &status);
  if (U_FAILURE(status)) std::abort();  // ICU's own data is missing
  characters->setText(window, status);
  const auto at = static_cast<int32_t>(offset - begin);
  int32_t boundary = at;
  if (!characters->isBoundary(at)) {
    boundary = down ? characters->preceding(at) : characters->following(at);
  }
  utext_close(window);
  return begin + static_cast<std::uint32_t>(boundary);
}

}  // namespace

Range WholeCharacters(std::string_view text, Range range) {
  return {Boundary(text, range.begin, true), Boundary(text, range.end, false)};
}

void Positions::Advance(Place& place, std::uint32_t byte) const {
  while (place.byte < byte) {
    const std::size_t at = place.byte;
    const std::size_t length = SequenceLength(text_[at]);
    place.byte += static_cast<std::uint32_t>(length);
    place.utf16 += length == 4 ? 2 : 1;
    ++place.code_point;
    const bool pair = text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n';
    if ((text_[at] == '\n' || text_[at] == '\r') && !pair) {
      ++place.line_column.line;
      place.line_column.column = 1;
    } else {
      ++place.line_column.column;
    }
  }
}

Span Positions::SpanOf(Range range) {
  const Range whole = WholeCharacters(text_, range);
  if (whole.begin < last_.byte) last_ = Place{};
  Advance(last_, whole.begin);
  Place end = last_;
  Advance(end, whole.end);
  Span span;
  span.sent = sent_ != nullptr ? sent_->SentOf(whole) : whole;
  span.utf8 = whole;
  span.utf16 = {last_.utf16, end.utf16};
  span.code_point = {last_.code_point, end.code_point};
  span.start = last_.line_column;
  span.end = end.line_column;
  return span;
}

}  // namespace redline::text
