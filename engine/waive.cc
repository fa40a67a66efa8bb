#include "engine/waive.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <string_view>
#include <utility>

namespace redline {
namespace {

using Kind = WaiverWarning::Kind;

bool IsAbout(const Waiver& waiver, const Violation& violation, std::string_view content_digest) {
  if (!waiver.content_digest.empty() && waiver.content_digest != content_digest) return false;
  if (waiver.quote.empty()) return !waiver.content_digest.empty();
  return waiver.quote == violation.quote && violation.related.empty() && violation.missing.empty();
}

bool EndsSoon(const Waiver& waiver, Date as_of) {
  return std::chrono::sys_days(waiver.until) - std::chrono::sys_days(as_of) <
         std::chrono::days(kWaiverEndsSoonDays);
}

}  // namespace

void Waive(std::shared_ptr<const Waivers> waivers, Report& report) {
  std::map<std::string_view, WaiverWarning> warnings;  // by the waiver's id
  const auto waived_by = [&](const Violation& violation) -> const Waiver* {
    if (violation.rule->locked) return nullptr;
    const Waiver* over = nullptr;
    for (const Waiver& waiver : waivers->OfRule(violation.rule->id)) {
      if (!IsAbout(waiver, violation, report.content_digest)) continue;
      if (report.as_of < waiver.approved) continue;
      if (report.as_of <= waiver.until) {
        if (EndsSoon(waiver, report.as_of)) warnings[waiver.id] = {Kind::kEndsSoon, &waiver};
        return &waiver;
      }
      if (over == nullptr) over = &waiver;
    }
    if (over != nullptr) warnings[over->id] = {Kind::kOver, over};
    return nullptr;
  };
  std::vector<Violation> violations;
  for (Violation& violation : report.violations) {
    if (const Waiver* waiver = waived_by(violation)) {
      report.waived.push_back({std::move(violation), waiver});
    } else {
      violations.push_back(std::move(violation));
    }
  }
  report.violations = std::move(violations);
  for (const auto& [id, warning] : warnings) report.waiver_warnings.push_back(warning);
  report.waivers = std::move(waivers);
}

}  // namespace redline
