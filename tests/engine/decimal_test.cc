// Decimals: compared as the numbers that were written, whatever their digits.
#include "engine/decimal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace redline {
namespace {

Decimal Read(const std::string& digits) {
  Decimal number;
  bool fraction = false;
  for (const char c : digits) {
    if (c == '.') {
      fraction = true;
    } else {
      number = number.WithDigit(static_cast<unsigned>(c - '0'), fraction);
    }
  }
  return number;
}

// By length, then by letters: 12.5 as 000…12.500….
std::string Aligned(const std::string& digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string aligned(60 - point, '0');
  aligned += digits.substr(0, point);
  std::string decimals = point < digits.size() ? digits.substr(point + 1) : "";
  decimals.resize(60, '0');
  return aligned + decimals;
}

TEST(Decimal, IsHeldAgainstABoundExactly) {
  std::mt19937 random(20261124);
  const auto digits = [&](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += static_cast<char>('0' + random() % 10);
    return text;
  };
  int near = 0;
  for (int round = 0; round < 200'000; ++round) {
    const std::string bound = digits(1 + random() % 11) + "." + digits(random() % 6);
    std::string number = bound;
    if (random() % 3 == 0) number = digits(1 + random() % 25) + "." + digits(random() % 25);
    // Just above, or just below, the bound, far behind the point.
    if (random() % 2 == 0) number += digits(random() % 25);
    if (random() % 4 == 0) number.back() = '.' == number.back() ? '.' : '9';
    ASSERT_TRUE(Read(bound).IsBound()) << bound;
    EXPECT_EQ(Read(number) <=> Read(bound), Aligned(number) <=> Aligned(bound))
        << number << " and " << bound;
    near += number.substr(0, 8) == bound.substr(0, 8) ? 1 : 0;
  }
  EXPECT_GT(near, 50'000);
}

TEST(Decimal, KnowsWhatIsNoBound) {
  EXPECT_TRUE(Read("0.00001").IsBound());
  EXPECT_FALSE(Read("0.000001").IsBound());
  EXPECT_FALSE(Read("0.0000000000000000000001").IsBound());
  EXPECT_TRUE(Read("999999999999.99999").IsBound());
  EXPECT_FALSE(Read("1000000000000").IsBound());
}

TEST(Decimal, IsCountedWith) {
  EXPECT_EQ(Read("30000") + Read("5000"), Read("35000"));
  EXPECT_EQ(Read("1.5") + Read("0.25"), Read("1.75"));
  EXPECT_EQ(Read("5").TimesTen(-2), Read("0.05"));
  EXPECT_EQ(Read("1.2").TimesTen(8), Read("120000000"));
  EXPECT_EQ(Read("2.5").Times(12), Read("30"));
  // What is too large stays the largest.
  EXPECT_EQ(Read("999999999999999999").Times(999), Read("1000000000000"));
  EXPECT_EQ(Read("1").TimesTen(40) + Read("0.5"), Read("1000000000000"));
  EXPECT_EQ(Read("0").TimesTen(40), Read("0"));
}

}  // namespace
}  // namespace redline
