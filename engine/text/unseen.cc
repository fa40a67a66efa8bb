#include "engine/text/unseen.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "engine/text/utf8.h"

namespace redline::text {
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

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Unseen> Find(const SourceMap& map) {
    for (const std::string_view mark : {"\u202E", "\u202D"}) {
      for (std::size_t i = text_.find(mark); i != text_.npos; i = text_.find(mark, i + 1)) {
        Add(true, i, i + mark.size());
      }
    }
    // What is dropped without a gap begins a segment of its own.
    for (const Segment& segment : map.segments()) {
      if (!segment.gap()) Look(segment.source());
    }
    std::sort(found_.begin(), found_.end(),
              [](const Unseen& a, const Unseen& b) { return a.range < b.range; });
    return std::move(found_);
  }

 private:
  // Looks at the invisible characters that end at byte `end`.
  void Look(std::size_t end) {
    std::size_t begin = end;
    bool seen = false;  // an override is a notice of its own
    bool hyphen = true;
    while (begin > 0) {
      const std::size_t before = PreviousBoundary(text_, begin);
      const char32_t c = CodePointAt(text_, before);
      if (!IsInvisible(c)) break;
      seen = seen || IsOverride(c);
      hyphen = hyphen && c == 0xAD;
      begin = before;
    }
    if (begin == end || begin == 0 || seen) return;
    const char32_t left = CodePointAt(text_, PreviousBoundary(text_, begin));
    const char32_t right = CodePointAt(text_, end);
    if (!IsPlainLetter(left) || !IsPlainLetter(right)) return;
    if (hyphen && left < 0x2E80 && right < 0x2E80) return;
    Add(false, begin, end);
  }

  void Add(bool override, std::size_t begin, std::size_t end) {
    found_.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, override});
  }

  const std::string_view text_;
  std::vector<Unseen> found_;
};

}  // namespace

std::vector<Unseen> FindUnseen(std::string_view text, const SourceMap& map) {
  return Finder(text).Find(map);
}

}  // namespace redline::text
