#include "engine/waiver.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <tuple>
#include <utility>

#include "engine/digest.h"

namespace redline {
namespace {

std::string DigestOf(const std::vector<Waiver>& waivers) {
  const auto days = [](Date date) {
    return static_cast<std::uint64_t>(std::chrono::sys_days(date).time_since_epoch().count());
  };
  Digest digest;
  digest.Add("redline waivers 1");
  for (const Waiver& waiver : waivers) {
    digest.Add(waiver.id).Add(waiver.rule_id).Add(waiver.quote).Add(waiver.content_digest);
    digest.Add(waiver.reason).Add(waiver.approver).Add(waiver.ticket);
    digest.Add(days(waiver.approved)).Add(days(waiver.until));
  }
  return digest.Finish();
}

}  // namespace

Waivers::Waivers(std::vector<Waiver> waivers) : waivers_(std::move(waivers)) {
  std::sort(waivers_.begin(), waivers_.end(), [](const Waiver& a, const Waiver& b) {
    return std::tie(a.rule_id, b.until, a.id) < std::tie(b.rule_id, a.until, b.id);
  });
  digest_ = DigestOf(waivers_);
}

std::span<const Waiver> Waivers::OfRule(std::string_view rule_id) const {
  const auto first = std::partition_point(waivers_.begin(), waivers_.end(),
                                          [&](const Waiver& w) { return w.rule_id < rule_id; });
  const auto last = std::partition_point(first, waivers_.end(),
                                         [&](const Waiver& w) { return w.rule_id == rule_id; });
  return {first, last};
}

}  // namespace redline
