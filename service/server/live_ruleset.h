// LiveRuleset: the ruleset that calls are judged by now.
//
//   auto ruleset = live.Get();  // once per call, kept to its end: no report mixes two rulesets
//
// Threads:  any. A mutex around a pointer: std::atomic<std::shared_ptr> of gcc 12 races under the
//           thread sanitizer and is slower when threads outnumber processors.
// Lifetime: a replaced ruleset lives until the last call that took it ends.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

#include "engine/ruleset.h"

namespace redline::service {

class LiveRuleset {
 public:
  // Null until the first Replace: nothing can be reviewed yet.
  std::shared_ptr<const Ruleset> Get() const {
    const std::lock_guard lock(mutex_);
    return current_;
  }

  // The old ruleset is released after the lock.
  void Replace(std::shared_ptr<const Ruleset> next) {
    const std::lock_guard lock(mutex_);
    current_.swap(next);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Ruleset> current_;  // guarded by mutex_
};

}  // namespace redline::service
