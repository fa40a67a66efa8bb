#include "service/command/baseline.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "engine/text/utf8.h"
#include "redline/v1/review_service.pb.h"
#include "service/report/json.h"

namespace redline::service {

std::optional<std::string> Baseline::Read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::string("cannot be opened: ") + std::strerror(errno);
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    const std::string where = "line " + std::to_string(++number) + ": ";
    v1::ReviewResult result;
    if (text::FirstInvalidUtf8(line)) return where + "not UTF-8";
    if (const auto problem = ReadJson(line, result)) {
      return where + "no result of --format jsonl: " + *problem;
    }
    if (result.outcome_case() == v1::ReviewResult::OUTCOME_NOT_SET) {
      return where + "no result of --format jsonl: neither report nor error";
    }
    for (const v1::Violation& violation : result.report().violations()) {
      known_[{result.report().draft_id(), violation.rule_id(), violation.quote()}].insert(
          violation.severity());
    }
  }
  if (file.bad()) return "cannot be read";
  if (number == 0) return "is empty; write it by --format jsonl";
  return std::nullopt;
}

std::size_t Baseline::Hide(v1::Report& report) {
  const std::string draft_id = report.draft_id();
  auto& violations = *report.mutable_violations();
  const auto rest =
      std::remove_if(violations.begin(), violations.end(),
                     [&](const v1::Violation& violation) { return Take(violation, draft_id); });
  const auto hidden = static_cast<std::size_t>(violations.end() - rest);
  violations.erase(rest, violations.end());
  return hidden;
}

bool Baseline::Take(const v1::Violation& violation, const std::string& draft_id) {
  const auto entry = known_.find({draft_id, violation.rule_id(), violation.quote()});
  if (entry == known_.end()) return false;
  // The least severe that suffices, so that a worse one is left for a worse violation.
  const auto known = entry->second.lower_bound(violation.severity());
  if (known == entry->second.end()) return false;
  entry->second.erase(known);
  return true;
}

}  // namespace redline::service
