// WorkerPool: a fixed number of threads and a bounded line of jobs in front of them.
//
// Reviews run here and not on the threads of gRPC, so that health checks and cancellations are
// served while every worker is busy, and so that load never adds threads.
//
// Errors:   TrySubmit refuses what does not fit; nothing waits without bound.
// Threads:  TrySubmit from any. Jobs may not throw.
// Lifetime: the destructor runs every job that was accepted, then joins.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace redline::service {

class WorkerPool {
 public:
  struct Bounds {
    std::size_t threads = 1;
    std::size_t waiting_jobs = 256;
    std::size_t waiting_bytes = 64 << 20;  // of requests; a single job may always wait
  };

  explicit WorkerPool(Bounds bounds);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // False when the line is full; `job` is then dropped. `bytes` is what the job holds in memory.
  [[nodiscard]] bool TrySubmit(std::size_t bytes, std::function<void()> job);

 private:
  struct Waiting {
    std::size_t bytes;
    std::function<void()> job;
  };

  void Work();

  const Bounds bounds_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> line_;       // guarded by mutex_
  std::size_t waiting_bytes_ = 0;  // guarded by mutex_
  bool stopping_ = false;          // guarded by mutex_
  std::vector<std::thread> threads_;
};

}  // namespace redline::service
