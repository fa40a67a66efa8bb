// Quantities: the numbers of a text that say what they count.
//
//   "年化3%-5%，5万元起，锁定半年"   3 to 5 percentage, 50000 yuan, 180 days of period
//
// A range is one quantity: 3%-5%, 3%~5%, 3至5万元, 百分之三到五. Its first number takes the unit of
// its last, and its 万 unless it were then the greater.
//
// What words say about a number does not change it: 超5%, -5%, 5%以上, 10多万 and 约5% are read as
// the number that is shown. 万 and 亿 without a unit are yuan (存款50万起), unless what is counted
// stands behind them (50万户). 分 and 厘 are percentages behind a word for interest: 年息1分 is 10
// % and 1厘 1 %, of 月息 a tenth of that, of 日息 a hundredth.
//
// No quantity are: a number without a unit; ordinals (第3年); days of the calendar (2026年,
// 12月31日, 3月份); fractions but for percentages (三分之一); the inside of another number.
//
// Cost:     linear in the range.
// Threads:  pure functions.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/decimal.h"
#include "engine/measure.h"
#include "engine/text/fold.h"

namespace redline::text {

struct Quantity {
  Range range;  // of folded text, its unit included unless the fold skips that (the € of 5€)
  Measure measure = Measure::kPercentage;
  Decimal least;  // in the unit of the measure; the same but for ranges
  Decimal greatest;
};

// Those in `range` of the folded text, in order, apart from each other. REQUIRES: range is on
// boundaries of code points; source is the folded text's origin.
std::vector<Quantity> QuantitiesIn(const FoldedText& folded, std::string_view source, Range range);

// What `wording` says when it is one quantity and nothing else: "5 %", "50万元".
std::optional<Quantity> QuantityOf(std::string_view wording);

}  // namespace redline::text
