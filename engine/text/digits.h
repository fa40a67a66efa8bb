// Digits: a run of digits with its point, as one numeral of folded text begins.
//
//   12,000.50   10 000   3点5   二五   七八 (7 to 8)   两   半 (0.5)
//
// Digits as 0–9 and as Chinese numerals do not mix. What words multiply them (百, 万, k) is the
// business of numeral.h.
//
// Threads:  pure functions.
#pragma once

#include <cstddef>
#include <optional>

#include "engine/decimal.h"
#include "engine/text/letters.h"

namespace redline::text {

inline constexpr char32_t kTwo = U'两';
inline constexpr char32_t kHalf = U'半';
inline constexpr char32_t kPoint = U'点';

// Digits that stand together, with what follows their point.
struct Digits {
  std::size_t end = 0;
  bool valid = true;
  bool fraction = false;
  std::size_t count = 0;  // before the point
  bool zero = false;      // the first is 0
  Decimal least;
  Decimal greatest;
};

bool IsDigit(const Letter& letter);
bool IsHanDigit(const Letter& letter);
bool IsPlainDigit(const Letter& letter);

// REQUIRES: IsDigit.
unsigned ValueOf(const Letter& letter);

// A fraction alone, as words leave it: 点五 of 三百六十点五. REQUIRES: a point and a Chinese digit.
Digits ReadHanFraction(const Letters& letters, std::size_t at);

// Nothing when none begin at `at`.
std::optional<Digits> ReadDigits(const Letters& letters, std::size_t at);

}  // namespace redline::text
