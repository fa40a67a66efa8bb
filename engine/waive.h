// Waive: takes out of a report the violations that waivers let pass.
//
//   violation: cn.core.sure-win 「稳赚不赔」    waiver w-17: that rule, those words, until 2026-12-31
//   as of 2026-12-24    waived, with a warning: it holds for 7 more days
//   as of 2027-01-01    a violation again, with a warning: w-17 is over
//
// Of several waivers that fit, the one that holds longest is told. None fits a locked rule.
//
// Threads: a pure function.
#pragma once

#include <memory>

#include "engine/report.h"
#include "engine/waiver.h"

namespace redline {

// From so many days before its end on, a waiver that is used is warned of: two weeks, so that
// whoever approved it can do so again before copy is held back.
inline constexpr int kWaiverEndsSoonDays = 14;

// REQUIRES: `waivers` is not null; the violations, as_of and the digest of the content are set.
void Waive(std::shared_ptr<const Waivers> waivers, Report& report);

}  // namespace redline
