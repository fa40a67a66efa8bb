#include "engine/text/units.h"

#include <algorithm>

namespace redline::text {
namespace {

constexpr auto kPercentage = Measure::kPercentage;
constexpr auto kYuan = Measure::kYuan;
constexpr auto kDollar = Measure::kDollar;
constexpr auto kHkDollar = Measure::kHkDollar;
constexpr auto kEuro = Measure::kEuro;
constexpr auto kPound = Measure::kPound;
constexpr auto kPeriod = Measure::kPeriod;
constexpr auto kTimes = Measure::kTimes;

// 年化, 月息: rates, no periods; 3月份, 3月初: days of the calendar.
constexpr std::u32string_view kRate = U"化息利";
constexpr std::u32string_view kRateOrDate = U"化息利份初末底上中下";

constexpr Unit kUnits[] = {
    {U"%", kPercentage},
    {U"‰", kPercentage, -1},
    {U"‱", kPercentage, -2},
    {U"个百分点", kPercentage},
    {U"个点", kPercentage},
    {U"个基点", kPercentage, -2},
    {U"基点", kPercentage, -2},
    {U"成", kPercentage, 1, 0, 0, U"交功为立长本员年果熟品份都人绩色型就"},
    {U"percent", kPercentage},
    {U"percentage", kPercentage},
    {U"pct", kPercentage},
    {U"bp", kPercentage, -2},
    {U"bps", kPercentage, -2},
    {U"basispoint", kPercentage, -2},
    {U"basispoints", kPercentage, -2},
    {U"元", kYuan},
    {U"块", kYuan},
    {U"圆", kYuan},
    {U"人民币", kYuan},
    {U"yuan", kYuan},
    {U"rmb", kYuan},
    {U"cny", kYuan},
    {U"美元", kDollar},
    {U"美金", kDollar},
    {U"$", kDollar},
    {U"dollar", kDollar},
    {U"dollars", kDollar},
    {U"usd", kDollar},
    {U"港元", kHkDollar},
    {U"港币", kHkDollar},
    {U"hkd", kHkDollar},
    {U"欧元", kEuro},
    {U"€", kEuro},
    {U"euro", kEuro},
    {U"euros", kEuro},
    {U"eur", kEuro},
    {U"英镑", kPound},
    {U"£", kPound},
    {U"pound", kPound},
    {U"pounds", kPound},
    {U"gbp", kPound},
    {U"日元", {}},
    {U"韩元", {}},
    {U"澳元", {}},
    {U"加元", {}},
    {U"新元", {}},
    {U"台币", {}},
    {U"天", kPeriod, 0, 0, 1},
    {U"日", kPeriod, 0, 0, 1, kRate},
    {U"个自然日", kPeriod, 0, 0, 1},
    {U"个工作日", kPeriod, 0, 0, 1},
    {U"个交易日", kPeriod, 0, 0, 1},
    {U"day", kPeriod, 0, 0, 1},
    {U"days", kPeriod, 0, 0, 1},
    {U"周", kPeriod, 0, 0, 7},
    {U"星期", kPeriod, 0, 0, 7},
    {U"个星期", kPeriod, 0, 0, 7},
    {U"week", kPeriod, 0, 0, 7},
    {U"weeks", kPeriod, 0, 0, 7},
    {U"月", kPeriod, 0, 1, 0, kRateOrDate},
    {U"个月", kPeriod, 0, 1},
    {U"month", kPeriod, 0, 1},
    {U"months", kPeriod, 0, 1},
    {U"个季度", kPeriod, 0, 3},
    {U"quarter", kPeriod, 0, 3},
    {U"quarters", kPeriod, 0, 3},
    {U"年", kPeriod, 0, 12, 0, kRate},
    {U"周年", kPeriod, 0, 12},
    {U"year", kPeriod, 0, 12},
    {U"years", kPeriod, 0, 12},
    {U"yr", kPeriod, 0, 12},
    {U"yrs", kPeriod, 0, 12},
    {U"倍", kTimes},
    {U"times", kTimes},
    {U"fold", kTimes},
    {U"x", kTimes},
};

constexpr Unit kPrefixes[] = {
    {U"百分之", kPercentage},
    {U"千分之", kPercentage, -1},
    {U"万分之", kPercentage, -2},
    {U"¥", kYuan},
    {U"人民币", kYuan},
    {U"rmb", kYuan},
    {U"cny", kYuan},
    {U"$", kDollar},
    {U"us$", kDollar},
    {U"usd", kDollar},
    {U"美元", kDollar},
    {U"hk$", kHkDollar},
    {U"hkd", kHkDollar},
    {U"港币", kHkDollar},
    {U"€", kEuro},
    {U"eur", kEuro},
    {U"£", kPound},
    {U"gbp", kPound},
};

const Unit* FindLongest(std::span<const Unit> units, const Letters& letters, std::size_t at,
                        std::size_t* end) {
  const Unit* longest = nullptr;
  for (const Unit& unit : units) {
    if (unit.word.front() != letters[at].read) continue;
    const std::size_t behind = letters.EndOf(unit.word, at);
    if (behind == 0 || (longest != nullptr && unit.word.size() <= longest->word.size())) continue;
    longest = &unit;
    *end = behind;
  }
  if (longest == nullptr) return nullptr;
  const Letter& next = letters[*end];
  const bool another_word =
      next.read != 0 && longest->not_before.find(next.read) != std::u32string_view::npos;
  return another_word ? nullptr : longest;
}

// Twelve months are 365 days, each month more is 30.
Decimal DaysOfMonths(const Decimal& number) {
  constexpr std::uint64_t kYear = 12'000'000;                  // months, in millionths
  constexpr std::uint64_t kMostMonths = Decimal::kMost / 100;  // as days they are kMost
  const std::uint64_t months = number.Millionths();
  if (months >= kMostMonths) return Decimal::Of(Decimal::kMost, 0);
  return Decimal::Of(months / kYear * 365'000'000 + months % kYear * 30, -6);
}

}  // namespace

std::span<const Unit> Units() { return kUnits; }
std::span<const Unit> Prefixes() { return kPrefixes; }

const Unit* FindUnit(const Letters& letters, std::size_t at, std::size_t* end) {
  return FindLongest(kUnits, letters, at, end);
}

const Unit* FindPrefix(const Letters& letters, std::size_t at, std::size_t* end) {
  return FindLongest(kPrefixes, letters, at, end);
}

const Unit* FindSign(std::span<const Unit> units, char32_t sign) {
  if (sign == 0) return nullptr;
  const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) {
    return unit.word.size() == 1 && unit.word.front() == sign;
  });
  return found == units.end() ? nullptr : &*found;
}

Decimal InMeasure(const Decimal& number, const Unit& unit) {
  if (unit.months > 0) return DaysOfMonths(number.Times(unit.months));
  return number.TimesTen(unit.power).Times(unit.days > 0 ? unit.days : 1);
}

}  // namespace redline::text
