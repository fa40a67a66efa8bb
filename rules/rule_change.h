// Rule change: what one change of a profile makes of one rule.
//
// What is the same already is no change. A locked rule may be made stricter only.
//
// Errors:   what `locked` forbids, and an exception that is a phrase of the rule.
// Threads:  a pure function.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/rule.h"
#include "rules/profile.h"
#include "rules/rule_list.h"

namespace redline::rules {

// LayerChange::what of a change that locks. Rule::locked is for the caller to set when the whole
// profile has been applied: a profile does not stand above itself.
inline constexpr std::string_view kLockedChange = "locked: true";

// Makes `change` of the profile `layer` on `rule`, whose samples are `samples`.
void MakeChange(const Change& change, const std::string& layer, Rule& rule, Samples& samples,
                std::vector<RuleError>& errors);

}  // namespace redline::rules
