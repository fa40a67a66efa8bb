#include "engine/text/pinyin.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/usetiter.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace redline::text {
namespace {

// ICU's data is part of the library; without it no rule that names sounds could be kept.
void Require(UErrorCode status) {
  if (U_FAILURE(status)) std::abort();
}

// "lǜ" without its tone, as it is typed: "lv". Empty when that is no single syllable of letters.
std::string Typed(const icu::UnicodeString& decomposed) {
  constexpr char16_t kDiaeresis = 0x0308;
  std::string typed;
  for (int32_t i = 0; i < decomposed.length(); ++i) {
    const char16_t c = decomposed[i];
    if (c >= u'a' && c <= u'z') {
      typed.push_back(static_cast<char>(c));
    } else if (c == kDiaeresis && !typed.empty() && typed.back() == 'u') {
      typed.back() = 'v';
    } else if (u_charType(c) != U_NON_SPACING_MARK) {
      return {};
    }
  }
  return typed;
}

class Syllables {
 public:
  Syllables();
  std::string_view Of(char32_t c) const { return c < ids_.size() ? names_[ids_[c]] : names_[0]; }

 private:
  std::vector<std::string> names_ = {""};
  std::vector<std::uint16_t> ids_;  // by code point of the basic plane, into names_
};

// One call over all characters, line by line, because the rules of several characters do not cross
// a line end.
Syllables::Syllables() : ids_(0x10000) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_latin(icu::Transliterator::createInstance(
      UNICODE_STRING_SIMPLE("Han-Latin"), UTRANS_FORWARD, status));
  const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeSet han(UNICODE_STRING_SIMPLE("[[:Han:]&[\\u0000-\\uFFFF]]"), status);
  Require(status);
  icu::UnicodeString lines;
  std::vector<char32_t> characters;
  for (icu::UnicodeSetIterator each(han); each.next();) {
    characters.push_back(static_cast<char32_t>(each.getCodepoint()));
    lines.append(each.getCodepoint()).append(u'\n');
  }
  to_latin->transliterate(lines);
  lines = decompose->normalize(lines, status);
  Require(status);
  std::map<std::string, std::uint16_t> ids;
  int32_t at = 0;
  for (const char32_t c : characters) {
    const int32_t end = lines.indexOf(u'\n', at);
    const std::string name = Typed(lines.tempSubStringBetween(at, end));
    at = end + 1;
    if (name.empty()) continue;
    const auto [id, added] = ids.try_emplace(name, static_cast<std::uint16_t>(names_.size()));
    if (added) names_.push_back(name);
    ids_[c] = id->second;
  }
}

}  // namespace

std::string_view SyllableOf(char32_t c) {
  static const Syllables syllables;
  return syllables.Of(c);
}

}  // namespace redline::text
