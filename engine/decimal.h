// Decimal: a number as it is written in digits, without rounding: 3.50, 1.2亿, 0.05.
//
//   Decimal rate = Decimal::Of(35, -1);      // 3.5
//   rate.TimesTen(-2) < Decimal::Of(4, -2)   // 0.035 < 0.04
//
// Never negative. Two of them are compared in millionths, in whole numbers. This is exact as long
// as one of the two is a bound (IsBound): of what is finer than millionths, or has more digits than
// are kept, it is still known on which side of every bound it lies.
//
// Threads:  a value.
#pragma once

#include <compare>
#include <cstdint>

namespace redline {

class Decimal {
 public:
  Decimal() = default;
  static Decimal Of(std::uint64_t digits, int exponent) { return {digits, exponent, false}; }

  // The number with one more digit at its end, behind the point when `fraction`.
  Decimal WithDigit(unsigned digit, bool fraction) const;

  Decimal TimesTen(int power) const { return {digits_, exponent_ + power, more_}; }
  Decimal Times(std::uint64_t factor) const;
  Decimal operator+(const Decimal& other) const;

  // In millionths, never more than kMost of them.
  std::uint64_t Millionths() const;
  static constexpr std::uint64_t kMost = 1'000'000'000'000'000'000;  // a trillion, in millionths

  // Whether others can be compared with it: below kMost and of no more than five decimals.
  bool IsBound() const;

  std::strong_ordering operator<=>(const Decimal& other) const {
    return Millionths() <=> other.Millionths();
  }
  bool operator==(const Decimal& other) const { return Millionths() == other.Millionths(); }

 private:
  Decimal(std::uint64_t digits, int exponent, bool more)
      : digits_(digits), exponent_(exponent), more_(more) {}

  std::uint64_t digits_ = 0;
  int exponent_ = 0;   // of ten
  bool more_ = false;  // whether the number is greater, by less than one of the last digit
};

}  // namespace redline
