// Units: the words and signs that say what a number counts: % and 个点, 元 and USD, 天 and 个月.
//
//   FindUnit(letters, at, &end)      behind a number: 个月
//   FindPrefix(letters, at, &end)    before one: 百分之, ¥, RMB
//
// Each unit is so many of the unit of its measure (measure.h). ‰ is a tenth of a percent, 成 is
// ten; a basis point (bp, 基点) is a hundredth. 工作日 and 交易日 count as days.
//
// Threads:  constants and pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "engine/decimal.h"
#include "engine/measure.h"
#include "engine/text/letters.h"

namespace redline::text {

struct Unit {
  std::u32string_view word;             // folded
  std::optional<Measure> measure;       // nothing: of what no condition asks for, such as 日元
  int power = 0;                        // one is ten to this power of the measure's unit, and
  unsigned months = 0;                  // for periods, so many months,
  unsigned days = 0;                    // or days
  std::u32string_view not_before = {};  // characters that make another word of it: 成 in 成交
};

std::span<const Unit> Units();
std::span<const Unit> Prefixes();

// The longest unit that begins at `at`, and where it ends; null when there is none.
const Unit* FindUnit(const Letters& letters, std::size_t at, std::size_t* end);
const Unit* FindPrefix(const Letters& letters, std::size_t at, std::size_t* end);

// The unit that is `sign` alone; null when there is none.
const Unit* FindSign(std::span<const Unit> units, char32_t sign);

// So many of `unit`, in the unit of its measure.
Decimal InMeasure(const Decimal& number, const Unit& unit);

}  // namespace redline::text
