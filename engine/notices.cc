#include "engine/notices.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>

#include "engine/text/utf8.h"

namespace redline {
namespace {

constexpr bool IsOverride(char32_t c) { return c == 0x202D || c == 0x202E; }

bool IsInvisible(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

// Whether `c` is a letter or digit of a script that has no use for invisible characters in words.
bool IsPlainLetter(char32_t c) {
  if (!u_isalnum(static_cast<UChar32>(c))) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_COMMON:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_HANGUL:
      return true;
    default:
      return false;
  }
}

std::string Listed(std::string_view characters) {
  std::string list;
  for (std::size_t i = 0; i < characters.size(); i += text::SequenceLength(characters[i])) {
    char name[12];
    std::snprintf(name, sizeof(name), "U+%04X",
                  static_cast<unsigned>(text::CodePointAt(characters, i)));
    if (!list.empty()) list += ' ';
    list += name;
  }
  return list;
}

class Finder {
 public:
  struct Found {
    Range range;  // of the text
    Notice::Kind kind = Notice::Kind::kInvisible;
  };

  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Found> Find(const text::SourceMap& map) {
    for (const std::string_view override : {"\u202E", "\u202D"}) {
      for (std::size_t i = text_.find(override); i != text_.npos; i = text_.find(override, i + 1)) {
        Add(Notice::Kind::kDirectionOverride, i, i + override.size());
      }
    }
    // What is dropped without a gap begins a segment of its own.
    for (const text::Segment& segment : map.segments()) {
      if (!segment.gap()) Look(segment.source());
    }
    std::sort(found_.begin(), found_.end(),
              [](const Found& a, const Found& b) { return a.range < b.range; });
    return std::move(found_);
  }

 private:
  // Looks at the invisible characters that end at byte `end`.
  void Look(std::size_t end) {
    std::size_t begin = end;
    bool seen = false;  // an override is a notice of its own
    bool hyphen = true;
    while (begin > 0) {
      const std::size_t before = text::PreviousBoundary(text_, begin);
      const char32_t c = text::CodePointAt(text_, before);
      if (!IsInvisible(c)) break;
      seen = seen || IsOverride(c);
      hyphen = hyphen && c == 0xAD;
      begin = before;
    }
    if (begin == end || begin == 0 || seen) return;
    const char32_t left = text::CodePointAt(text_, text::PreviousBoundary(text_, begin));
    const char32_t right = text::CodePointAt(text_, end);
    if (!IsPlainLetter(left) || !IsPlainLetter(right)) return;
    if (hyphen && left < 0x2E80 && right < 0x2E80) return;
    Add(Notice::Kind::kInvisible, begin, end);
  }

  void Add(Notice::Kind kind, std::size_t begin, std::size_t end) {
    found_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, kind});
  }

  const std::string_view text_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<Notice> NoticesIn(const ScannedPassage& passage, text::Positions& positions) {
  const std::string_view text = passage.shown();
  std::vector<Notice> notices;
  for (const Finder::Found& found : Finder(text).Find(passage.folded.map)) {
    const Range range = found.range;
    Span span = positions.SpanOf(passage.reading ? passage.reading->map().SourceOf(range) : range);
    span.passage = passage.index;
    notices.push_back(
        {found.kind, span, Listed(text.substr(range.begin, range.end - range.begin))});
  }
  return notices;
}

}  // namespace redline
