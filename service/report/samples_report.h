// SamplesReport: what `redline test` found.
//
//   text   one line a failure, the wordings that no sample makes fire when asked for, and the sums
//   json   one object: the sums, and `rules`, each with its counts, failures and what is not
//   covered junit  XML of Ant's JUnit task: a test suite for each file of the list, a case for each
//   rule
//
// Percentages are whole and rounded down.
//
// Threads:  one.
#pragma once

#include <ostream>
#include <vector>

#include "engine/rule.h"
#include "service/command/samples.h"

namespace redline::service {

struct SamplesReport {
  SamplesOutcome outcome;
  std::vector<RuleError> errors;  // of files that did not load, whose rules were not tested
  std::size_t min_coverage = 0;   // percent

  bool CoversEnough() const {
    return PercentOf(outcome.covered(), outcome.wordings()) >= min_coverage;
  }
  bool Holds() const { return errors.empty() && outcome.failures() == 0 && CoversEnough(); }
};

// `coverage`: a line for each rule, and for each wording that is not covered.
void WriteSamplesText(std::ostream& out, const SamplesReport& report, bool coverage);
void WriteSamplesJson(std::ostream& out, const SamplesReport& report);
void WriteSamplesJunit(std::ostream& out, const SamplesReport& report);

}  // namespace redline::service
