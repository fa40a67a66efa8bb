// Samples: the sentences beside each rule, run through a review.
//
//   SamplesOutcome outcome = RunSamples(ruleset, samples);
//   for (const RuleError& failure : outcome.failures) Print(Describe(failure));
//
// Each sample is a draft of one plain passage that states nothing else, reviewed on a day on which
// its rule is in force: the day of the list, moved into the rule's own from and until. `flags` must
// yield a violation of that very rule, `passes` and `known_gaps` none of it.
//
// Errors:   a sample that cannot be reviewed is a failure.
// Threads:  a pure function.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "engine/rule.h"
#include "engine/ruleset.h"
#include "rules/rule_list.h"

namespace redline::service {

struct SamplesOutcome {
  std::size_t rules = 0;
  std::size_t flags = 0;
  std::size_t passes = 0;
  std::size_t known_gaps = 0;
  std::vector<RuleError> failures;  // in the order of the samples

  std::size_t samples() const { return flags + passes + known_gaps; }
};

// REQUIRES: ruleset is not null and was compiled from the list that the samples stand in.
SamplesOutcome RunSamples(std::shared_ptr<const Ruleset> ruleset,
                          const std::vector<rules::Samples>& samples);

}  // namespace redline::service
