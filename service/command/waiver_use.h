// Waiver use: what waivers did to the drafts of one run, for the lines that sum it up.
//
//   redline: 2 violations are waived
//   redline: the waiver w-3 of cn.core.sure-win was over on 2026-11-30: what it let pass is a …
//   redline: no draft needed the waiver w-4
//
// Threads: one.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <ostream>
#include <set>
#include <string>

#include "engine/waiver.h"
#include "redline/v1/report.pb.h"

namespace redline::service {

class WaiverUse {
 public:
  // `waivers` may be null: then there is nothing to say.
  explicit WaiverUse(std::shared_ptr<const Waivers> waivers) : waivers_(std::move(waivers)) {}

  void Count(const v1::Report& report);

  // Writes nothing when there were no waivers.
  void Write(std::ostream& out) const;

 private:
  const std::shared_ptr<const Waivers> waivers_;
  std::size_t waived_ = 0;
  std::set<std::string> used_;                       // ids of waivers
  std::map<std::string, v1::WaiverWarning> warned_;  // by the same
};

}  // namespace redline::service
