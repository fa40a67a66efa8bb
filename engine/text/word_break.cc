#include "engine/text/word_break.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdlib>
#include <memory>

#include "engine/text/utf8.h"

namespace redline::text {
namespace {

// Characters on either side of a match that can decide where its words end.
constexpr int kWindow = 16;

// The character that was folded to the one at `at`, where that is a digit: 一 in 统一 is no 1.
char32_t Unfolded(const FoldedText& folded, std::string_view source, std::uint32_t at) {
  const char32_t c = CodePointAt(folded.text, at);
  if (c < U'0' || c > U'9') return c;
  return CodePointAt(source, folded.map.SourceOf({at, at + 1}, source).begin);
}

bool IsHan(char32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC); }

// The ideographs around a match, with the match's edges among them.
struct Window {
  icu::UnicodeString text;
  int32_t begin = 0;
  int32_t end = 0;
};

Window WindowOf(const FoldedText& folded, std::string_view source, Range range) {
  std::uint32_t first = range.begin;
  for (int i = 0; i < kWindow && first > 0; ++i) {
    const auto before = static_cast<std::uint32_t>(PreviousBoundary(folded.text, first));
    if (!IsHan(Unfolded(folded, source, before))) break;
    first = before;
  }
  Window window;
  int behind = 0;
  for (std::uint32_t at = first; at < folded.text.size();) {
    const char32_t c = Unfolded(folded, source, at);
    if (at == range.begin) window.begin = window.text.length();
    if (at == range.end) window.end = window.text.length();
    if (at >= range.end && (!IsHan(c) || ++behind > kWindow)) break;
    window.text.append(static_cast<UChar32>(c));
    at += static_cast<std::uint32_t>(SequenceLength(folded.text[at]));
  }
  if (range.end == folded.text.size()) window.end = window.text.length();
  return window;
}

}  // namespace

bool CutsWord(const FoldedText& folded, std::string_view source, Range range) {
  const Window window = WindowOf(folded, source, range);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
  if (U_FAILURE(status)) std::abort();  // ICU's own data is missing
  words->setText(window.text);
  return !words->isBoundary(window.begin) || !words->isBoundary(window.end);
}

bool IsWord(const FoldedText& folded, std::string_view source, Range range) {
  if (CutsWord(folded, source, range)) return false;
  std::uint32_t at = range.begin;
  while (true) {
    at += static_cast<std::uint32_t>(SequenceLength(folded.text[at]));
    if (at >= range.end) return true;
    if (!CutsWord(folded, source, {range.begin, at})) return false;
  }
}

}  // namespace redline::text
