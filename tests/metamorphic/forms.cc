#include "tests/metamorphic/forms.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/usetiter.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace redline::tests {
namespace {

void Require(UErrorCode status) {
  if (U_FAILURE(status)) std::abort();
}

icu::UnicodeString ToIcu(const std::u32string& text) {
  return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                       static_cast<int32_t>(text.size()));
}

std::u32string FromIcu(const icu::UnicodeString& text) {
  std::u32string out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    out.push_back(static_cast<char32_t>(text.char32At(i)));
  }
  return out;
}

const icu::UnicodeSet& Set(const char* pattern) {
  static std::map<std::string, icu::UnicodeSet> sets;
  const auto [entry, added] = sets.try_emplace(pattern);
  if (added) {
    UErrorCode status = U_ZERO_ERROR;
    entry->second.applyPattern(icu::UnicodeString::fromUTF8(pattern), status);
    Require(status);
    entry->second.freeze();
  }
  return entry->second;
}

template <typename Visit>
void ForEach(const char* pattern, Visit visit) {
  for (icu::UnicodeSetIterator each(Set(pattern)); each.next() && !each.isString();) {
    visit(static_cast<char32_t>(each.getCodepoint()));
  }
}

// NFKC with case folded, or 0 when that is not one code point but for brackets around it.
char32_t PlainForm(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  icu::UnicodeString text = fold->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  Require(status);
  text.findAndReplace("(", "").findAndReplace(")", "");
  return text.countChar32() == 1 ? static_cast<char32_t>(text.char32At(0)) : 0;
}

bool ShowsText(const icu::UnicodeString& emoji) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::UnicodeString plain = fold->normalize(emoji, status);
  Require(status);
  return Set("[[:L:][:N:][:Sentence_Terminal:]]").containsSome(plain) ||
         (Set("[[:Block=Enclosed_Alphanumeric_Supplement:]-[:Regional_Indicator:]]")
              .containsSome(emoji));
}

}  // namespace

Forms FormsByDecomposition(std::initializer_list<UDecompositionType> types) {
  Forms forms;
  ForEach("[:^Decomposition_Type=None:]", [&](char32_t c) {
    const auto type = static_cast<UDecompositionType>(
        u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_DECOMPOSITION_TYPE));
    if (std::find(types.begin(), types.end(), type) == types.end()) return;
    const char32_t plain = PlainForm(c);
    if (u_isalnum(static_cast<UChar32>(plain)) && plain != c) forms[plain].push_back(c);
  });
  return forms;
}

Forms FormsByName(const std::string& prefix) {
  Forms forms;
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 c = u_charFromName(U_UNICODE_CHAR_NAME, (prefix + letter).c_str(), &status);
    if (U_SUCCESS(status)) {
      forms[static_cast<char32_t>(letter | 0x20)].push_back(static_cast<char32_t>(c));
    }
  }
  return forms;
}

Forms AccentedForms() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(status);
  Require(status);
  Forms forms;
  ForEach("[[:Latin:]&[:Decomposition_Type=Canonical:]]", [&](char32_t c) {
    icu::UnicodeString parts;
    decompose->getDecomposition(static_cast<UChar32>(c), parts);
    if (parts.length() < 2 || !Set("[A-Za-z]").contains(parts.char32At(0))) return;
    forms[static_cast<char32_t>(u_tolower(parts.char32At(0)))].push_back(c);
  });
  return forms;
}

Forms LookAlikeForms() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> spoof(uspoof_open(&status),
                                                                      uspoof_close);
  Require(status);
  const auto skeleton = [&](char32_t c) {
    icu::UnicodeString out;
    uspoof_getSkeletonUnicodeString(spoof.get(), 0, icu::UnicodeString(static_cast<UChar32>(c)),
                                    out, &status);
    Require(status);
    return out;
  };
  Forms forms;
  std::map<icu::UnicodeString, char32_t> lower;
  std::map<icu::UnicodeString, char32_t> upper;
  for (char32_t c = U'a'; c <= U'z'; ++c) {
    lower[skeleton(c)] = c;
    upper[skeleton(c - 0x20)] = c;
  }
  // т looks like ᴛ, and that like t.
  for (const auto& [letter, small] : FormsByName("LATIN LETTER SMALL CAPITAL ")) {
    lower.emplace(skeleton(small[0]), letter);
  }
  const auto add = [&](const char* pattern, const std::map<icu::UnicodeString, char32_t>& letters) {
    ForEach(pattern, [&](char32_t c) {
      const auto found = letters.find(skeleton(c));
      if (found != letters.end()) forms[found->second].push_back(c);
    });
  };
  add("[[:Ll:]&[[:Cyrillic:][:Greek:][:Armenian:]]]", lower);
  add("[[:Lu:]&[[:Cyrillic:][:Greek:][:Armenian:]]]", upper);
  return forms;
}

Forms NumeralForms() {
  static constexpr std::u32string_view kChinese = U"零一二三四五六七八九";
  std::u32string by_value[10];
  ForEach("[[:Nd:][:No:]-[:Block=Number_Forms:]]", [&](char32_t c) {
    const double value = u_getNumericValue(static_cast<UChar32>(c));
    if (value >= 0 && value <= 9 && value == static_cast<int>(value)) {
      by_value[static_cast<int>(value)].push_back(c);
    }
  });
  Forms forms;
  for (char32_t digit = 0; digit < 10; ++digit) {
    forms[U'0' + digit] = by_value[digit] + kChinese[digit];
    forms[kChinese[digit]] = by_value[digit];
  }
  return forms;
}

std::u32string SetOf(const char* pattern) {
  std::u32string characters;
  ForEach(pattern, [&](char32_t c) { characters.push_back(c); });
  return characters;
}

std::vector<std::u32string> Emoji() {
  std::vector<std::u32string> emoji;
  for (icu::UnicodeSetIterator each(Set("[:RGI_Emoji:]")); each.next();) {
    if (!ShowsText(each.getString())) emoji.push_back(FromIcu(each.getString()));
  }
  return emoji;
}

std::u32string Transliterated(const char* id, const std::u32string& text) {
  static std::map<std::string, std::unique_ptr<icu::Transliterator>> by_id;
  std::unique_ptr<icu::Transliterator>& transliterator = by_id[id];
  if (!transliterator) {
    UErrorCode status = U_ZERO_ERROR;
    transliterator.reset(icu::Transliterator::createInstance(icu::UnicodeString::fromUTF8(id),
                                                             UTRANS_FORWARD, status));
    Require(status);
  }
  icu::UnicodeString changed = ToIcu(text);
  transliterator->transliterate(changed);
  return FromIcu(changed);
}

std::u32string ToUtf32(std::string_view text) {
  return FromIcu(icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}));
}

std::string ToUtf8(const std::u32string& text) {
  std::string out;
  return ToIcu(text).toUTF8String(out);
}

}  // namespace redline::tests
