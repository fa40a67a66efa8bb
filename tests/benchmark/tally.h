// Tally: what every benchmark of this folder reports about its drafts, in the same words.
#pragma once

#include <benchmark/benchmark.h>

#include <cstdint>

#include "tests/benchmark/allocations.h"

namespace redline::benchmarks {

// Counts bytes and allocations of a timed loop.
//
//   Tally tally(state);
//   for (auto _ : state) { …; tally.Add(draft.size()); }
class Tally {
 public:
  explicit Tally(benchmark::State& state) : state_(state), before_(CountAllocations()) {}
  ~Tally() {
    const auto allocations = static_cast<double>(CountAllocations() - before_);
    state_.SetBytesProcessed(bytes_);
    state_.counters["allocations"] =
        benchmark::Counter(allocations, benchmark::Counter::kAvgIterations);
  }
  Tally(const Tally&) = delete;
  Tally& operator=(const Tally&) = delete;

  void Add(std::size_t bytes) { bytes_ += static_cast<std::int64_t>(bytes); }

 private:
  benchmark::State& state_;
  const std::uint64_t before_;
  std::int64_t bytes_ = 0;
};

}  // namespace redline::benchmarks
