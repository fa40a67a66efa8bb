#include "engine/decimal.h"

#include <algorithm>

namespace redline {
namespace {

// One digit more still fits.
constexpr std::uint64_t kMostDigits = Decimal::kMost - 1;
constexpr std::uint64_t kTenMillionths = 10;

}  // namespace

Decimal Decimal::WithDigit(unsigned digit, bool fraction) const {
  if (digits_ <= kMostDigits / 10) {
    return {digits_ * 10 + digit, exponent_ - (fraction ? 1 : 0), more_};
  }
  return {digits_, exponent_ + (fraction ? 0 : 1), more_ || digit != 0};
}

Decimal Decimal::Times(std::uint64_t factor) const {
  if (factor != 0 && digits_ > ~std::uint64_t{0} / factor) return {kMost, 0, false};
  return {digits_ * factor, exponent_, more_};
}

Decimal Decimal::operator+(const Decimal& other) const {
  const Decimal& fine = exponent_ < other.exponent_ ? *this : other;
  Decimal coarse = exponent_ < other.exponent_ ? other : *this;
  if (coarse.digits_ == 0) return fine;
  for (; coarse.exponent_ > fine.exponent_; --coarse.exponent_) {
    if (coarse.digits_ > kMostDigits / 10) return {kMost, 0, false};
    coarse.digits_ *= 10;
  }
  return {coarse.digits_ + fine.digits_, fine.exponent_, fine.more_ || coarse.more_};
}

std::uint64_t Decimal::Millionths() const {
  std::uint64_t value = digits_;
  bool more = more_;
  int power = exponent_ + 6;
  for (; power > 0 && value < kMost && value != 0; --power) {
    if (value > kMost / 10) return kMost;
    value *= 10;
  }
  for (; power < 0 && value != 0; ++power) {
    more = more || value % 10 != 0;
    value /= 10;
  }
  // A bound is a whole number of ten millionths: one more lies behind it and before the next.
  if (more && value % kTenMillionths == 0) ++value;
  return std::min(value, kMost);
}

bool Decimal::IsBound() const {
  const std::uint64_t value = Millionths();
  return !more_ && value < kMost && value % kTenMillionths == 0;
}

}  // namespace redline
