#include "engine/text/boundary.h"

#include <algorithm>

#include "engine/text/utf8.h"

namespace redline::text {
namespace {

enum class TokenPart { kOther, kLetter, kDigit, kChineseDigit, kChineseUnit };

// Letters of the scripts that part their words with blanks: Latin to Hebrew, Arabic and the scripts
// of India, Georgian, and the extended Latin and Greek blocks. Thai, Lao, Khmer and Burmese do not.
bool IsWordLetter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= 0xAA && c < 0xE00 && c != 0xD7 && c != 0xF7) ||
         (c >= 0x10A0 && c < 0x1100) || (c >= 0x1E00 && c < 0x2000);
}

// What the folded character at `at` is part of. A digit written as a Chinese numeral stands in
// other words too (一定, 统一), so it is told from 0–9 by its source.
TokenPart PartAt(const FoldedText& folded, std::string_view source, std::uint32_t at) {
  const char32_t c = CodePointAt(folded.text, at);
  if (IsWordLetter(c)) return TokenPart::kLetter;
  if (c == U'十' || c == U'百' || c == U'千') return TokenPart::kChineseUnit;
  if (c < U'0' || c > U'9') return TokenPart::kOther;
  const Range origin = folded.map.SourceOf({at, at + 1}, source);
  const char32_t written = CodePointAt(source, origin.begin);
  const bool han = written == U'〇' || (written >= 0x3400 && written < 0xA000);
  return han ? TokenPart::kChineseDigit : TokenPart::kDigit;
}

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool IsAsciiDigit(char byte) { return byte >= '0' && byte <= '9'; }

}  // namespace

bool CutsToken(const FoldedText& folded, std::string_view source, Range range) {
  const std::string_view text = folded.text;
  if (range.begin > 0 && !folded.map.GapBefore(range.begin)) {
    const auto before = static_cast<std::uint32_t>(PreviousBoundary(text, range.begin));
    const TokenPart inside = PartAt(folded, source, range.begin);
    const TokenPart outside = PartAt(folded, source, before);
    if (inside == TokenPart::kLetter && outside == TokenPart::kLetter) return true;
    if (inside == TokenPart::kDigit && outside == TokenPart::kDigit) return true;
    if (inside == TokenPart::kChineseDigit && outside == TokenPart::kChineseUnit) return true;
    // 5% in 1.5%: the point belongs to the number.
    if (inside == TokenPart::kDigit && text[before] == '.') return true;
  }
  if (range.end < text.size() && !folded.map.GapBefore(range.end)) {
    const auto last = static_cast<std::uint32_t>(PreviousBoundary(text, range.end));
    const TokenPart inside = PartAt(folded, source, last);
    const TokenPart outside = PartAt(folded, source, range.end);
    if (inside == TokenPart::kLetter && outside == TokenPart::kLetter) return true;
    if (inside == TokenPart::kDigit && outside == TokenPart::kDigit) return true;
    if (inside == TokenPart::kChineseDigit && outside == TokenPart::kChineseUnit) return true;
    if (inside == TokenPart::kDigit && text[range.end] == '.' && range.end + 1 < text.size() &&
        IsAsciiDigit(text[range.end + 1])) {
      return true;
    }
  }
  return false;
}

bool StandsAlone(const FoldedText& folded, std::string_view source, Range range) {
  for (std::uint32_t at = range.begin + 1; at < range.end; ++at) {
    if (folded.map.GapBefore(at)) return false;
  }
  const auto part_of_word = [](char32_t c) { return IsWordLetter(c | 0x20) || IsDigit(c); };
  const auto joint = [](char byte) {
    return std::string_view("-_./@#+&").find(byte) != std::string_view::npos;
  };
  const Range written = folded.map.SourceOf(range, source);
  std::size_t before = written.begin;
  if (before > 0 && joint(source[before - 1])) --before;
  if (before > 0 && part_of_word(CodePointAt(source, PreviousBoundary(source, before)))) {
    return false;
  }
  std::size_t behind = written.end;
  if (behind < source.size() && joint(source[behind])) ++behind;
  return behind == source.size() || !part_of_word(CodePointAt(source, behind));
}

std::uint32_t CountCharacters(std::string_view folded, Range range) {
  return static_cast<std::uint32_t>(std::count_if(folded.begin() + range.begin,
                                                  folded.begin() + range.end,
                                                  [](char byte) { return !IsContinuation(byte); }));
}

}  // namespace redline::text
