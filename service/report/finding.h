// Finding: the violations of one rule with one severity, which a reader is told of once.
//
// Threads: pure. The pointers live as long as the report.
#pragma once

#include <vector>

#include "redline/v1/report.pb.h"

namespace redline::service {

struct Finding {
  std::vector<int> numbers;  // of the violations in the report, from 1
  std::vector<const v1::Violation*> violations;
};

// In the order of the first violation of each.
std::vector<Finding> ByRule(const v1::Report& report);

}  // namespace redline::service
