// Review: judges one draft by one ruleset.
//
//   Result<Report, ReviewError> report =
//       Review(draft, ruleset, {.as_of = Date{2026y / November / 24}});
//   if (report && report->verdict == Verdict::kPass) Publish();
//
// Errors:   an error means "not reviewed": there is no verdict and the draft must not go out.
//           Whether a review fails never depends on which words the draft holds, except for
//           kTooManyMatches.
// Threads:  a pure function; call it from any number of threads with one ruleset.
// Cost:     linear in the draft's bytes.
#pragma once

#include <functional>
#include <memory>

#include "engine/draft.h"
#include "engine/report.h"
#include "engine/result.h"
#include "engine/ruleset.h"
#include "engine/waiver.h"

namespace redline {

struct ReviewOptions {
  Date as_of{};  // REQUIRES: ok(). The day whose rules apply; the engine reads no clock.
  std::function<bool()> cancelled;  // asked between stages; empty: never
  // Rules that are drafts or in shadow count like any other: for their samples, never for a verdict
  // that somebody acts on.
  bool rehearsal = false;
  std::shared_ptr<const Waivers> waivers = nullptr;  // null: none
};

// REQUIRES: ruleset is not null.
Result<Report, ReviewError> Review(const Draft& draft, std::shared_ptr<const Ruleset> ruleset,
                                   const ReviewOptions& options);

}  // namespace redline
