// Forms: other code points that show the same letter, digit or ideograph, and the code points that
// copy is littered with. Asked of ICU's data, never of the fold that is under test.
//
//   FormsByDecomposition({U_DT_CIRCLE})[U'r']   ⓡ
//   FormsByName("NEGATIVE SQUARED LATIN CAPITAL LETTER ")[U'r']   🆁
//   SetOf("[:Pd:]")   - ‐ ‑ – — …
//
// Threads:  pure functions, slow ones; ask once.
#pragma once

#include <unicode/uchar.h>

#include <initializer_list>
#include <map>
#include <string>
#include <vector>

namespace redline::tests {

// For a lower-case letter, digit or ideograph: the code points that show it.
using Forms = std::map<char32_t, std::u32string>;

// By compatibility decomposition, read without brackets: 𝐫 ⓡ ⒭ ʳ ｒ, ⽆ 🈚 for 无.
Forms FormsByDecomposition(std::initializer_list<UDecompositionType> types);
// By the character's name, which is `prefix` and a letter.
Forms FormsByName(const std::string& prefix);
// By canonical decomposition to the letter and marks: á ạ ǟ.
Forms AccentedForms();
// Letters of other scripts, by the skeletons of UTS #39: Cyrillic р, Greek ο. Lower and upper case.
Forms LookAlikeForms();
// By numeric value: ① ⑴ ١ for 1. Of digits and of 零 to 九.
Forms NumeralForms();

// The code points of an ICU set.
std::u32string SetOf(const char* pattern);
// The emoji of Unicode, sequences too, but those that show letters, digits, ideographs or ends
// of sentences (‼️).
std::vector<std::u32string> Emoji();
// `text` through one of ICU's transliterators.
std::u32string Transliterated(const char* id, const std::u32string& text);

std::u32string ToUtf32(std::string_view text);
std::string ToUtf8(const std::u32string& text);

}  // namespace redline::tests
