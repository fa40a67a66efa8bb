#include "engine/text/letters.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "engine/text/fold_table.h"
#include "engine/text/utf8.h"

namespace redline::text {
namespace {

bool IsBlank(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }
bool IsLatin(char32_t c) { return c >= U'a' && c <= U'z'; }

// As the fold writes it where it keeps it: ％ is %.
char32_t AsKept(char32_t c) {
  const std::string folded = FoldTable::Get().Folded(c);
  return folded.empty() ? c : CodePointAt(folded, 0);
}

}  // namespace

Letters::Letters(const FoldedText& folded, std::string_view source, Range range) {
  std::uint32_t behind = 0;  // of the source
  if (range.begin > 0) {
    const auto before = static_cast<std::uint32_t>(PreviousBoundary(folded.text, range.begin));
    behind = folded.map.SourceOf({before, range.begin}, source).end;
  }
  const auto skipped_to = [&](std::size_t begin) {
    return begin > behind ? source.substr(behind, begin - behind) : std::string_view();
  };
  for (std::uint32_t at = range.begin; at < range.end;) {
    const auto end = at + static_cast<std::uint32_t>(SequenceLength(folded.text[at]));
    const Range from = folded.map.SourceOf({at, end}, source);
    letters_.push_back({CodePointAt(folded.text, at),
                        CodePointAt(source, from.begin),
                        {at, end},
                        folded.map.GapBefore(at),
                        skipped_to(from.begin)});
    behind = from.end;
    at = end;
  }
  std::size_t next = source.size();
  if (range.end < folded.text.size()) {
    const auto end = range.end + static_cast<std::uint32_t>(SequenceLength(folded.text[range.end]));
    next = folded.map.SourceOf({range.end, end}, source).begin;
  }
  const std::string_view rest = skipped_to(next);
  letters_.push_back({0, 0, {range.end, range.end}, !rest.empty(), rest});
}

std::size_t Letters::EndOf(std::u32string_view word, std::size_t at) const {
  if (at > 0 && IsLatin(word.front()) && !(*this)[at].gap && IsLatin((*this)[at - 1].read)) {
    return 0;
  }
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((*this)[at + i].read != word[i]) return 0;
  }
  const Letter& next = (*this)[at + word.size()];
  if (IsLatin(word.back()) && !next.gap && IsLatin(next.read)) return 0;
  return at + word.size();
}

char32_t FirstSign(std::string_view skipped) {
  for (std::size_t i = 0; i < skipped.size(); i += SequenceLength(skipped[i])) {
    const char32_t c = CodePointAt(skipped, i);
    if (!IsBlank(c)) return AsKept(c);
  }
  return 0;
}

char32_t LastSign(std::string_view skipped) {
  for (std::size_t i = skipped.size(); i > 0;) {
    i = PreviousBoundary(skipped, i);
    const char32_t c = CodePointAt(skipped, i);
    if (!IsBlank(c)) return AsKept(c);
  }
  return 0;
}

bool IsDash(std::string_view skipped) {
  bool dash = false;
  for (std::size_t i = 0; i < skipped.size(); i += SequenceLength(skipped[i])) {
    const char32_t c = CodePointAt(skipped, i);
    if (IsBlank(c)) continue;
    const bool tilde = c == U'~' || c == U'～';
    if (!tilde && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DASH) == 0) return false;
    dash = true;
  }
  return dash;
}

}  // namespace redline::text
