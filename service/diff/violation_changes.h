// Violation changes: how two reports of one draft differ.
//
//   from: 保本 block at 3     to: 保本保息 block at 3, 稳赚 review at 20
//   one changed (its edges), one added
//
// A violation is the same in both when rule, place and severity are. One that only one report has
// and one that only the other has are a changed one when they are of one rule and overlap.
//
// Threads:  a pure function.
// Lifetime: points into the two reports.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "redline/v1/report.pb.h"

namespace redline::service {

// Null where a report has no such violation; never both.
struct ViolationChange {
  const v1::Violation* from = nullptr;
  const v1::Violation* to = nullptr;
};

// By rule, in the order of places. No entry for a rule without changes.
std::map<std::string, std::vector<ViolationChange>> FindViolationChanges(const v1::Report& from,
                                                                         const v1::Report& to);

}  // namespace redline::service
