// Numeral: a number in digits or Chinese words, as it is read in folded text.
//
//   12,000.50   3点5   十二   两百   1.2亿   3万5千   两万五 (25000)   七八 (7 to 8)   5k
//
// Digits as 0–9 and as Chinese numerals do not mix: 统一5 ends with 5. A group of three digits
// behind a comma of either width, an apostrophe or a blank that does not break goes on the number
// before it; an ordinary blank ends it. Between digits · and 点 are points. What has two points
// (5.5.5) is no number. A point, and digits, are never left over at either end.
//
// Threads:  pure functions.
#pragma once

#include <cstddef>

#include "engine/decimal.h"
#include "engine/text/letters.h"

namespace redline::text {

struct Numeral {
  std::size_t end = 0;  // the letter behind it
  bool valid = true;    // false: what stands there is no number
  Decimal least;        // both are the same but for 七八, 三五
  Decimal greatest;
  int scale = 0;         // the power of ten that words behind its digits add: 4 of 3.5万
  bool myriads = false;  // its last word is 万 or 亿
  bool implied = false;  // its one, or its digits, are implied: 百, 万, 半
};

// Whether one may begin at `at`.
bool BeginsNumeral(const Letters& letters, std::size_t at);

// REQUIRES: BeginsNumeral.
Numeral ReadNumeral(const Letters& letters, std::size_t at);

// A single Chinese or other digit, or -1.
int DigitAt(const Letters& letters, std::size_t at);

}  // namespace redline::text
