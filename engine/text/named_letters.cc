#include "engine/text/named_letters.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>

namespace redline::text {
namespace {

std::string_view After(std::string_view prefix, std::string_view name) {
  return name.substr(0, prefix.size()) == prefix ? name.substr(prefix.size()) : "";
}

// What the name says behind what it calls a letter.
std::string_view LetterInName(std::string_view name) {
  for (const std::string_view prefix :
       {"LATIN SMALL LETTER DOTLESS ", "LATIN SMALL LETTER SCRIPT ", "LATIN SMALL LETTER ",
        "LATIN LETTER SMALL CAPITAL ", "NEGATIVE CIRCLED LATIN CAPITAL LETTER ",
        "NEGATIVE SQUARED LATIN CAPITAL LETTER ", "CROSSED NEGATIVE SQUARED LATIN CAPITAL LETTER ",
        "SQUARED LATIN SMALL LETTER ", "REGIONAL INDICATOR SYMBOL LETTER "}) {
    if (const std::string_view rest = After(prefix, name); rest.size() == 1) return rest;
  }
  return "";
}

// The word in an enclosed sign: SQUARED FREE, NEGATIVE SQUARED AB, CIRCLED CC.
std::string_view WordInName(std::string_view name) {
  for (const std::string_view prefix : {"SQUARED ", "NEGATIVE SQUARED ", "CIRCLED "}) {
    const std::string_view rest = After(prefix, name);
    const bool word =
        std::all_of(rest.begin(), rest.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (word && !rest.empty()) return rest;
  }
  return "";
}

}  // namespace

std::string NamedLetters(char32_t c) {
  char buffer[128];
  const auto icu_char = static_cast<UChar32>(c);
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = u_charName(icu_char, U_UNICODE_CHAR_NAME, buffer, sizeof(buffer), &status);
  if (U_FAILURE(status) || length == 0) return "";
  const std::string_view name(buffer, static_cast<std::size_t>(length));
  std::string_view found = LetterInName(name.substr(0, name.find(" WITH ")));
  if (found.empty() && ublock_getCode(icu_char) == UBLOCK_ENCLOSED_ALPHANUMERIC_SUPPLEMENT) {
    found = WordInName(name);
  }
  std::string letters(found);
  std::transform(letters.begin(), letters.end(), letters.begin(),
                 [](char letter) { return static_cast<char>(letter | 0x20); });
  return letters;
}

}  // namespace redline::text
