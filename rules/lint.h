// Lint: what is no error in a list and still very likely not what its author meant.
//
//   for (const Finding& finding : Lint(ruleset, samples, words, today)) Print(finding);
//
// What is looked for, and why, is in lint_code.h. Nothing here changes what a review says.
//
// Order:    by file, line, column, code.
// Threads:  pure functions.
// Cost:     linear in the phrases; an exception or a phrase whose part cannot be told by its
//           letters alone is reviewed by itself, some 0.1 ms each.
#pragma once

#include <memory>
#include <vector>

#include "engine/rule.h"
#include "engine/ruleset.h"
#include "rules/lint_code.h"
#include "rules/rule_list.h"

namespace redline::rules {

struct Finding {
  const LintCode* code = nullptr;
  RuleError at;  // where it stands, and what is found in words for the rule's author
};

// REQUIRES: ruleset is not null; `samples` and `words` are those that were loaded with it.
std::vector<Finding> Lint(const std::shared_ptr<const Ruleset>& ruleset,
                          const std::vector<Samples>& samples, const SharedWords& words,
                          Date today);

// The rules of `old` whose ids `now` does not have (L601); their places are those in `old`.
std::vector<Finding> VanishedIds(const NegativeList& old, const NegativeList& now);

}  // namespace redline::rules
