#include "service/diff/draft_comparison.h"

#include <utility>

#include "engine/review.h"

namespace redline::service {

DraftComparison::DraftComparison(std::shared_ptr<const Ruleset> from,
                                 std::shared_ptr<const Ruleset> to, const ListChange& change,
                                 Options options)
    : from_(std::move(from)),
      to_(std::move(to)),
      only_from_(change.only_from),
      only_to_(change.only_to),
      options_(options) {}

Result<bool, ReviewError> DraftComparison::Reaches(const Draft& draft) const {
  // A review that has no rules still tells whether the draft can be read; one such is enough.
  for (const auto& only : {only_to_, only_from_}) {
    if (only == only_from_ && only->rules().empty()) continue;
    auto report = Review(draft, only, {.as_of = options_.as_of, .cancelled = nullptr});
    if (!report) return Unexpected(std::move(report.error()));
    if (!report->violations.empty()) return true;
  }
  return false;
}

Result<std::optional<ReportPair>, ReviewError> DraftComparison::Compare(const Draft& draft) const {
  if (!options_.full) {
    auto reaches = Reaches(draft);
    if (!reaches) return Unexpected(std::move(reaches.error()));
    if (!*reaches) return std::optional<ReportPair>();
  }
  const ReviewOptions review{.as_of = options_.as_of, .cancelled = nullptr};
  auto from = Review(draft, from_, review);
  if (!from) return Unexpected(std::move(from.error()));
  auto to = Review(draft, to_, review);
  if (!to) return Unexpected(std::move(to.error()));
  return std::optional(ReportPair{.from = std::move(*from), .to = std::move(*to)});
}

}  // namespace redline::service
