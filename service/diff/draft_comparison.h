// Draft comparison: one draft judged by two negative lists.
//
//   DraftComparison comparison(from, to, change, {.as_of = day});
//   auto reports = comparison.Compare(draft);
//   if (!reports) …            // not compared
//   else if (*reports) …       // two reports, which may differ
//   else …                     // the change does not reach this draft
//
// Errors:   as Review. A draft that has too many matches of rules that do not differ is told only
// by
//           a comparison in full; by any other it counts as one that the change does not reach.
// Threads:  immutable; compare from any number of threads.
#pragma once

#include <memory>
#include <optional>

#include "engine/draft.h"
#include "engine/report.h"
#include "engine/result.h"
#include "engine/ruleset.h"
#include "service/diff/list_change.h"

namespace redline::service {

struct ReportPair {
  Report from;
  Report to;
};

class DraftComparison {
 public:
  struct Options {
    Date as_of{};
    bool full = false;  // review every draft by both lists, whether or not the change reaches it
  };

  // REQUIRES: `change` is that of `from` to `to`; neither is null.
  DraftComparison(std::shared_ptr<const Ruleset> from, std::shared_ptr<const Ruleset> to,
                  const ListChange& change, Options options);

  Result<std::optional<ReportPair>, ReviewError> Compare(const Draft& draft) const;

 private:
  // Whether one of the rules that differ finds a violation.
  Result<bool, ReviewError> Reaches(const Draft& draft) const;

  const std::shared_ptr<const Ruleset> from_;
  const std::shared_ptr<const Ruleset> to_;
  const std::shared_ptr<const Ruleset> only_from_;
  const std::shared_ptr<const Ruleset> only_to_;
  const Options options_;
};

}  // namespace redline::service
