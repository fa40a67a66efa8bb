// Reads waivers: YAML files of their own, beside the lists and outside of drafts.
//
//   auto files = rules::ReadListFiles("waivers/");
//   auto waivers = rules::LoadWaivers(*files, rules::kMostWaiverDays);
//   if (!waivers) for (const RuleError& error : waivers.error()) Print(Describe(error));
//
// What a file may hold is told in docs/waivers.md and rules/waivers.schema.json. Files are read as
// strictly as lists: nothing is skipped, and the last line is `...`.
//
// Errors:  every error of every file at once, sorted; `rule_id` of an error is the waiver's id.
// Threads: a pure function.
#pragma once

#include <vector>

#include "engine/result.h"
#include "engine/rule.h"
#include "engine/waiver.h"
#include "rules/rule_list.h"

namespace redline::rules {

// What a file may allow at most when nobody says otherwise: a year, a leap year among them.
inline constexpr int kMostWaiverDays = 366;
// What a file allows that does not say: a quarter.
inline constexpr int kUsualWaiverDays = 90;

// `most_days`: the greatest `max_days` that a file may have, and the usual one when that is more.
Result<std::vector<Waiver>, std::vector<RuleError>> LoadWaivers(const std::vector<ListFile>& files,
                                                                int most_days);

}  // namespace redline::rules
