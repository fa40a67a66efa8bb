// InFlight: how many calls are being answered, and a door that closes once.
//
// Every Enter that returned true is followed by one Leave. After Close, Enter returns false.
//
// Threads:  any.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace redline::service {

class InFlight {
 public:
  [[nodiscard]] bool Enter() {
    const std::lock_guard lock(mutex_);
    if (closed_) {
      last_refused_ = Clock::now();
      return false;
    }
    ++calls_;
    return true;
  }

  void Leave() {
    const std::lock_guard lock(mutex_);
    if (--calls_ == 0) empty_.notify_all();
  }

  void Close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    last_refused_ = Clock::now();
  }

  // False when calls were still in flight after `patience`.
  bool WaitUntilEmpty(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    return empty_.wait_for(lock, patience, [this] { return calls_ == 0; });
  }

  // REQUIRES: closed. Waits until nobody was refused for `quiet`, at most for `patience`.
  void WaitUntilQuiet(std::chrono::milliseconds quiet, std::chrono::milliseconds patience) {
    const Clock::time_point end = Clock::now() + patience;
    std::unique_lock lock(mutex_);
    for (;;) {
      const Clock::time_point until = std::min(last_refused_ + quiet, end);
      if (Clock::now() >= until) return;
      empty_.wait_until(lock, until);
    }
  }

 private:
  using Clock = std::chrono::steady_clock;

  std::mutex mutex_;
  std::condition_variable empty_;
  std::size_t calls_ = 0;           // guarded by mutex_
  bool closed_ = false;             // guarded by mutex_
  Clock::time_point last_refused_;  // guarded by mutex_
};

}  // namespace redline::service
