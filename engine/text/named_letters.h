// Named letters: the Latin letters that a code point shows by its name, where NFKC leaves it alone.
//
//   NamedLetters(U'🅩') is "z"   NEGATIVE CIRCLED LATIN CAPITAL LETTER Z
//   NamedLetters(U'ɢ') is "g"    LATIN LETTER SMALL CAPITAL G
//   NamedLetters(U'ⱥ') is "a"    LATIN SMALL LETTER A WITH STROKE
//   NamedLetters(U'🆓') is "free" SQUARED FREE
//   NamedLetters(U'🇿') is "z"    REGIONAL INDICATOR SYMBOL LETTER Z
//
// Turned and reversed letters (ɐ, ɘ) have other names and are none of these.
//
// Threads:  pure.
// Source:   the character names of Unicode, by ICU.
#pragma once

#include <string>

namespace redline::text {

// a to z only; empty when the name of `c` names no letters. REQUIRES: c is folded to lower case.
std::string NamedLetters(char32_t c);

}  // namespace redline::text
