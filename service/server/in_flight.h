// InFlight: how many calls are being answered, and a door that closes once.
//
// Every Enter that returned true is followed by one Leave. After Close, Enter returns false and
// WaitUntilEmpty returns as soon as the last call has left.
//
// Threads:  any.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace redline::service {

class InFlight {
 public:
  [[nodiscard]] bool Enter() {
    const std::lock_guard lock(mutex_);
    if (closed_) return false;
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
  }

  // False when calls were still in flight after `patience`.
  bool WaitUntilEmpty(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    return empty_.wait_for(lock, patience, [this] { return calls_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable empty_;
  std::size_t calls_ = 0;  // guarded by mutex_
  bool closed_ = false;    // guarded by mutex_
};

}  // namespace redline::service
