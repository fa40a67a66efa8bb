// Applicable: which rules of a ruleset a draft is judged by, and why not the others.
//
// A rule with a scope applies when the draft states nothing about it or something within it;
// unknown context never switches a rule off. Both days of `from` and `until` are in force. A draft
// of a rule applies in a rehearsal only; a retired rule, and one that a profile switched off, never.
//
// Threads:  pure.
#pragma once

#include <string_view>
#include <vector>

#include "engine/draft.h"
#include "engine/report.h"
#include "engine/ruleset.h"

namespace redline {

struct Applicable {
  std::vector<bool> rules;              // by index into Ruleset::rules()
  std::vector<NotApplied> not_applied;  // by rule id
};

// REQUIRES: the draft has a passage; Decode refuses one that has none.
Applicable FindApplicable(const Ruleset& ruleset, const Draft& draft, Date as_of, bool rehearsal);

// Whether a rule that applies to the draft looks at a passage of this name.
bool LooksAt(const Rule& rule, std::string_view passage);

}  // namespace redline
