#include "service/server/worker_pool.h"

#include <algorithm>
#include <utility>

namespace redline::service {

WorkerPool::WorkerPool(Bounds bounds) : bounds_(bounds) {
  const std::size_t threads = std::max<std::size_t>(1, bounds_.threads);
  threads_.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { Work(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool WorkerPool::TrySubmit(std::size_t bytes, std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    const bool full =
        line_.size() >= bounds_.waiting_jobs || waiting_bytes_ + bytes > bounds_.waiting_bytes;
    if (full && !line_.empty()) return false;
    line_.push_back({bytes, std::move(job)});
    waiting_bytes_ += bytes;
  }
  changed_.notify_one();
  return true;
}

void WorkerPool::Work() {
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stopping_ || !line_.empty(); });
    if (line_.empty()) return;
    const Waiting next = std::move(line_.front());
    line_.pop_front();
    waiting_bytes_ -= next.bytes;
    lock.unlock();
    next.job();
  }
}

}  // namespace redline::service
