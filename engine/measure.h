// Measure: what a number counts. A condition on numbers looks at those of one measure.
//
// Each measure has one unit, in which its numbers are compared:
//   percentage  1 %: ‰, 成, 个点, 百分之, bp … are converted
//   money       1 of its currency; one currency is not converted into another
//   period      1 day: a week has 7, a quarter is 3 months; of a period in months or years each
//               full 12 months are 365 days and each further month 30, so that 90 days are a
//               quarter, 180 half a year and 365 a year, as copy uses the words
//   times       1 倍
//
// Threads:  pure functions.
#pragma once

#include <optional>
#include <string_view>

namespace redline {

enum class Measure {
  kPercentage,
  kYuan,
  kDollar,  // of the United States
  kHkDollar,
  kEuro,
  kPound,
  kPeriod,
  kTimes,
};

// "percentage", "yuan" …, and the way back; nothing for any other name.
std::string_view Name(Measure measure);
std::optional<Measure> MeasureNamed(std::string_view name);

}  // namespace redline
