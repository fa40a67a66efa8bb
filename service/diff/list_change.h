// List change: which rules differ between two negative lists, by everything that can change a
// report. Where a rule stands in its file, and in which file, is no difference.
//
//   auto change = FindListChange(*from, *to);
//   for (const RuleChange& rule : change->rules) …
//
// Rules are judged one by one: what a rule finds does not depend on the other rules of its list.
// So two lists judge a draft alike when the rules that differ find the same, which two small
// rulesets tell at a fraction of the work.
//
// Threads:  a pure function.
// Lifetime: the rules that it points to are those of `from` and `to`.
#pragma once

#include <memory>
#include <vector>

#include "engine/result.h"
#include "engine/rule.h"
#include "engine/ruleset.h"

namespace redline::service {

// A rule that differs. Null where the list has no rule of this id.
struct RuleChange {
  const Rule* from = nullptr;
  const Rule* to = nullptr;
};

struct ListChange {
  std::vector<RuleChange> rules;  // by id
  // Nothing but the rules that differ, with the contexts that they use. Never null.
  std::shared_ptr<const Ruleset> only_from;
  std::shared_ptr<const Ruleset> only_to;
};

// Errors: none for rulesets as they are compiled; those of Ruleset::Compile are handed on.
Result<ListChange, std::vector<RuleError>> FindListChange(const Ruleset& from, const Ruleset& to);

}  // namespace redline::service
