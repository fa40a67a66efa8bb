// Waiver: one violation that a person with the power to do so lets pass for a time, and why.
//
//   auto waivers = std::make_shared<const Waivers>(std::vector<Waiver>{
//       {.id = "w-17", .rule_id = "cn.core.sure-win", .quote = "稳赚不赔", …}});
//   Review(draft, ruleset, {.as_of = today, .waivers = waivers});
//
// A quote is compared byte by byte with the violation's, not as it was read: who lets 稳赚不赔 pass
// has not seen 稳*赚*不*赔. It waives words in one passage only: neither a statement that is
// missing nor a phrase that runs over passages. Those are waived by the digest of the draft's
// content.
//
// Threads:  immutable; share one among any number of reviews.
// Lifetime: held by shared_ptr; a Report keeps the waivers that it was judged with.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule.h"

namespace redline {

struct Waiver {
  std::string id;
  std::string rule_id;
  std::string quote;           // Violation::quote; empty: any words
  std::string content_digest;  // Report::content_digest; empty: any draft
  std::string reason;
  std::string approver;
  std::string ticket;
  Date approved{};  // first day on which it holds
  Date until{};     // last day
  Origin origin;
};

class Waivers {
 public:
  // REQUIRES: the ids are all different, and each waiver has a quote or a digest.
  explicit Waivers(std::vector<Waiver> waivers);

  // Sorted by rule, those that hold longest first, then by id.
  const std::vector<Waiver>& all() const { return waivers_; }
  std::span<const Waiver> OfRule(std::string_view rule_id) const;

  // "sha256:" and 64 hexadecimal digits over everything that can change a report.
  const std::string& digest() const { return digest_; }

 private:
  std::vector<Waiver> waivers_;
  std::string digest_;
};

}  // namespace redline
