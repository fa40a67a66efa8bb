// Verdict changes: what a change of the negative list does to many drafts, added up.
//
//   VerdictChanges changes(DiffToWire(*from, *to, change.rules, as_of), 3);
//   changes.Add(draft, "drafts.jsonl:7", report_by_from, report_by_to);
//   changes.Finish();   // a v1::ListDiff
//
// Bounds:   memory does not grow with the drafts: counters, and at most `samples` violations for
//           each rule and `samples` drafts that were not compared.
// Threads:  one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "redline/v1/diff.pb.h"
#include "redline/v1/draft.pb.h"
#include "redline/v1/report.pb.h"

namespace redline::service {

class VerdictChanges {
 public:
  // `lists`: a ListDiff that names both lists and every rule that differs, and counts nothing.
  VerdictChanges(v1::ListDiff lists, int samples);

  VerdictChanges(const VerdictChanges&) = delete;
  VerdictChanges& operator=(const VerdictChanges&) = delete;

  // A draft that the change does not reach.
  void AddUnchanged();

  // A draft judged by both lists. `label` names a draft that has no id. REQUIRES: `draft` is
  // decoded (report/decoded.h). REQUIRES: the reports differ in rules that differ between the
  // lists; throws otherwise.
  void Add(const v1::Draft& draft, const std::string& label, const v1::Report& from,
           const v1::Report& to);

  // A draft that could not be compared.
  void AddNotCompared(const std::string& name, const std::string& message);

  const v1::ListDiff& Finish();

 private:
  v1::ListDiff diff_;
  const int samples_;
  std::map<std::string, v1::RuleDiff*> rules_;
  std::map<std::pair<v1::Verdict, v1::Verdict>, std::uint32_t> verdicts_;  // from, to
};

// Drafts that are blocked now and were not, and drafts whose verdict is worse.
std::uint32_t NewBlocks(const v1::ListDiff& diff);
std::uint32_t Worse(const v1::ListDiff& diff);

}  // namespace redline::service
