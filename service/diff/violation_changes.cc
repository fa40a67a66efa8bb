#include "service/diff/violation_changes.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <tuple>

namespace redline::service {
namespace {

using Violations = std::vector<const v1::Violation*>;

auto PlaceOf(const v1::Span& span) {
  return std::tuple(span.passage_index(), span.utf8().begin(), span.utf8().end());
}

bool IsBefore(const v1::Violation* a, const v1::Violation* b) {
  const auto key = [](const v1::Violation& one) {
    std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> places = {
        PlaceOf(one.span())};
    for (const v1::Span& span : one.related()) places.push_back(PlaceOf(span));
    return std::tuple(std::move(places), one.severity());
  };
  return key(*a) < key(*b);
}

// A place may be empty: the beginning of a draft that lacks a statement.
bool Overlap(const v1::Span& a, const v1::Span& b) {
  if (PlaceOf(a) == PlaceOf(b)) return true;
  return a.passage_index() == b.passage_index() && a.utf8().begin() < b.utf8().end() &&
         b.utf8().begin() < a.utf8().end();
}

std::map<std::string, Violations> ByRule(const v1::Report& report) {
  std::map<std::string, Violations> rules;
  for (const v1::Violation& violation : report.violations()) {
    rules[violation.rule_id()].push_back(&violation);
  }
  for (auto& [id, violations] : rules) std::ranges::sort(violations, IsBefore);
  return rules;
}

// What `all` has and `others` lack.
Violations Without(const Violations& all, const Violations& others) {
  Violations rest;
  std::ranges::set_difference(all, others, std::back_inserter(rest), IsBefore);
  return rest;
}

std::vector<ViolationChange> ChangesOf(const Violations& from, const Violations& to) {
  const Violations gone = Without(from, to);
  const Violations fresh = Without(to, from);
  std::vector<ViolationChange> changes;
  auto old = gone.begin();
  auto now = fresh.begin();
  while (old != gone.end() || now != fresh.end()) {
    ViolationChange& change = changes.emplace_back();
    const bool both = old != gone.end() && now != fresh.end();
    const bool one = both && Overlap((*old)->span(), (*now)->span());
    const bool old_first = now == fresh.end() || (both && IsBefore(*old, *now));
    if (one || old_first) change.from = *old++;
    if (one || !old_first) change.to = *now++;
  }
  return changes;
}

}  // namespace

std::map<std::string, std::vector<ViolationChange>> FindViolationChanges(const v1::Report& from,
                                                                         const v1::Report& to) {
  std::map<std::string, Violations> old = ByRule(from);
  std::map<std::string, Violations> now = ByRule(to);
  for (const auto& [id, violations] : old) now.try_emplace(id);
  std::map<std::string, std::vector<ViolationChange>> changes;
  for (const auto& [id, violations] : now) {
    auto changed = ChangesOf(old[id], violations);
    if (!changed.empty()) changes.emplace(id, std::move(changed));
  }
  return changes;
}

}  // namespace redline::service
