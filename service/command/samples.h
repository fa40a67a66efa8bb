// Samples: the sentences beside each rule, run through a review.
//
//   SamplesOutcome outcome = RunSamples(ruleset, samples, Disguised::kNo);
//   for (const RuleOutcome& rule : outcome.rules)
//     for (const RuleError& failure : rule.failures) Print(Describe(failure));
//
// Each sample is a draft of one plain passage that states nothing else, reviewed on a day on which
// its rule is in force: the day of the list, moved into the rule's own from and until. `flags` must
// yield a violation of that very rule, `passes` and `known_gaps` none of it.
//
// A wording (a phrase, a pattern, a `near`, an entry of `numbers`, a written alias) is covered when
// one of the rule's `flags` holds a match of it that counts, even if a longer one is reported in
// its place. A word of a group (rules/word_groups.h) is one wording, however many rules use it: it
// counts with the first of them, and is covered when `flags` of any of them make it fire.
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

struct RuleOutcome {
  const Rule* rule = nullptr;
  std::size_t flags = 0;
  std::size_t passes = 0;
  std::size_t known_gaps = 0;
  std::size_t disguised = 0;         // samples made from `flags`
  std::vector<RuleError> failures;   // in the order of the samples
  std::size_t wordings = 0;          // how many count with this rule
  std::vector<Wording> not_covered;  // those that no sample makes fire

  std::size_t covered() const { return wordings - not_covered.size(); }
};

struct SamplesOutcome {
  std::vector<RuleOutcome> rules;          // in the order of the list
  std::shared_ptr<const Ruleset> ruleset;  // holds the rules

  // The sum of one of the counts over all rules.
  std::size_t Sum(std::size_t RuleOutcome::*count) const;
  std::size_t samples() const;  // as written; without those that were made
  std::size_t failures() const;
  std::size_t covered() const;
  std::size_t wordings() const { return Sum(&RuleOutcome::wordings); }
};

// `part` of `whole` in percent, rounded down: 100 only when nothing is missing. Nothing of nothing
// is 100.
std::size_t PercentOf(std::size_t part, std::size_t whole);

// Whether each of `flags` is also tried with its words disguised (sample_disguises.h).
enum class Disguised { kNo, kYes };

// REQUIRES: ruleset is not null and was compiled from the list that the samples stand in.
SamplesOutcome RunSamples(std::shared_ptr<const Ruleset> ruleset,
                          const std::vector<rules::Samples>& samples, Disguised disguised);

}  // namespace redline::service
