// Baseline: the violations that were known before, so that only new ones are shown.
//
//   Baseline baseline;
//   if (const auto problem = baseline.Read("known.jsonl")) …   // redline check --format jsonl
//   baseline.Hide(report);
//
// A violation is known when the draft of the same id (of a file: its path as given) had one of the
// same rule with the same words, as often as now, and of a severity that was no lower. Where in the
// draft it stood does not matter. Drafts that were not reviewed then have nothing known.
//
// Errors:   a file that is not whole and readable is no baseline.
// Threads:  one.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "redline/v1/report.pb.h"

namespace redline::service {

class Baseline {
 public:
  // Returns why the file is none, or nothing.
  std::optional<std::string> Read(const std::string& path);

  // Takes the known violations out of `report`, and each of them once out of the baseline; returns
  // how many. The verdict stays.
  std::size_t Hide(v1::Report& report);

 private:
  // draft, rule, quote
  using Key = std::tuple<std::string, std::string, std::string>;

  bool Take(const v1::Violation& violation, const std::string& draft_id);

  std::map<Key, std::multiset<v1::Severity>> known_;
};

}  // namespace redline::service
