#include "service/report/finding.h"

#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace redline::service {

std::vector<Finding> ByRule(const v1::Report& report) {
  std::vector<Finding> findings;
  std::map<std::pair<std::string, int>, std::size_t> known;
  for (int i = 0; i < report.violations_size(); ++i) {
    const v1::Violation& violation = report.violations(i);
    const auto [entry, fresh] =
        known.try_emplace({violation.rule_id(), violation.severity()}, findings.size());
    if (fresh) findings.emplace_back();
    findings[entry->second].numbers.push_back(i + 1);
    findings[entry->second].violations.push_back(&violation);
  }
  return findings;
}

}  // namespace redline::service
