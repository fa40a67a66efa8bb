// LiveRuleset: the rulesets that calls are judged by now, one for each profile that is served.
//
//   auto ruleset = live.Get("");  // once per call, kept to its end: no report mixes two rulesets
//
// Threads:  any. A mutex around a pointer: std::atomic<std::shared_ptr> of gcc 12 races under the
//           thread sanitizer and is slower when threads outnumber processors.
// Lifetime: a replaced ruleset lives until the last call that took it ends.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/ruleset.h"

namespace redline::service {

class LiveRuleset {
 public:
  using Rulesets = std::vector<std::shared_ptr<const Ruleset>>;

  // The ruleset of that profile, an empty name means the default. Null when there is none: before
  // the first Replace nothing can be reviewed yet.
  std::shared_ptr<const Ruleset> Get(std::string_view profile = {}) const {
    const std::lock_guard lock(mutex_);
    if (profile.empty()) return current_.empty() ? nullptr : current_.front();
    for (const auto& ruleset : current_) {
      if (ruleset->profile() == profile) return ruleset;
    }
    return nullptr;
  }

  // The profiles of all rulesets, the default first; "" for lists as they are.
  std::vector<std::string> Profiles() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> profiles;
    for (const auto& ruleset : current_) profiles.push_back(ruleset->profile());
    return profiles;
  }

  // All at once, the default first. REQUIRES: none is null, no two are of one profile. The old ones
  // are released after the lock.
  void Replace(Rulesets next) {
    const std::lock_guard lock(mutex_);
    current_.swap(next);
  }
  void Replace(std::shared_ptr<const Ruleset> next) { Replace(Rulesets{std::move(next)}); }

 private:
  mutable std::mutex mutex_;
  Rulesets current_;  // guarded by mutex_
};

}  // namespace redline::service
