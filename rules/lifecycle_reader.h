// Reads where a rule is in its life: `status`, `owner` and `replaced_by`.
//
//   ReadLifecycle(map, rule);
//   if (rule.status == Status::kRetired) …   // little else must be there
//
// Errors:  added to the map's list. That the rules of `replaced_by` exist is for whoever knows all
//          of them: CheckReplacements.
// Threads: pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/rule.h"
#include "rules/map_reader.h"

namespace redline::rules {

void ReadLifecycle(const MapReader& map, Rule& rule);

// What is wrong with the `replaced_by` of each rule: one that no rule of `rules` has as its id, or
// the rule itself.
std::vector<RuleError> CheckReplacements(const std::vector<Rule>& rules);

}  // namespace redline::rules
