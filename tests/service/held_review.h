// HeldReview: reviews that begin, and end only when the test says so or their caller gives up.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>

#include "service/server/review_service.h"

namespace redline::service {

class HeldReview {
 public:
  // The engine's Review, held up. Give it to ServerConfig::review; outlives the server.
  ReviewFunction function() {
    return [this](const Draft& draft, std::shared_ptr<const Ruleset> ruleset,
                  const ReviewOptions& options) {
      Hold(options);
      return Review(draft, std::move(ruleset), options);
    };
  }

  void WaitUntilBegun(int reviews) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return begun_ >= reviews; });
  }

  void WaitUntilGivenUp(int reviews) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return given_up_ >= reviews; });
  }

  void Release() {
    const std::lock_guard lock(mutex_);
    released_ = true;
    changed_.notify_all();
  }

  int begun() {
    const std::lock_guard lock(mutex_);
    return begun_;
  }

 private:
  void Hold(const ReviewOptions& options) {
    std::unique_lock lock(mutex_);
    ++begun_;
    changed_.notify_all();
    while (!released_ && !options.cancelled()) {
      changed_.wait_for(lock, std::chrono::milliseconds(1));
    }
    if (!released_) ++given_up_;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  int begun_ = 0;
  int given_up_ = 0;
  bool released_ = false;
};

}  // namespace redline::service
