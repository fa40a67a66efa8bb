// Paired: the ratio of two ways of work, timed in turn so that both meet the same noise.
//
//   PairedRatio ratio = MeasureRatio(9, fold, casefold);   // time of fold / time of casefold
//
// ABAB…, one ratio for each pair, the median of them. Time is the processor time of this thread:
// what other programs take does not count, though what they do to the caches does.
#pragma once

#include <time.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace redline::benchmarks {

struct PairedRatio {
  double median = 0;
  double low = 0;
  double high = 0;
};

inline double ThreadSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Seconds for each unit of work. `work(sample)` does a round and says how many units it was; rounds
// go on until they are long enough to be timed.
template <typename Work>
double SecondsPerUnit(const Work& work, std::size_t sample, double least_seconds) {
  double units = 0;
  double spent = 0;
  const double begin = ThreadSeconds();
  do {
    units += static_cast<double>(work(sample));
    spent = ThreadSeconds() - begin;
  } while (spent < least_seconds);
  return spent / units;
}

// The time of `numerator` over that of `denominator`, both for one unit.
template <typename Numerator, typename Denominator>
PairedRatio MeasureRatio(std::size_t samples, double least_seconds, const Numerator& numerator,
                         const Denominator& denominator) {
  std::vector<double> ratios;
  numerator(0);  // warm
  denominator(0);
  for (std::size_t sample = 0; sample < samples; ++sample) {
    const double over = SecondsPerUnit(numerator, sample, least_seconds);
    const double under = SecondsPerUnit(denominator, sample, least_seconds);
    ratios.push_back(over / under);
  }
  std::sort(ratios.begin(), ratios.end());
  return {ratios[ratios.size() / 2], ratios.front(), ratios.back()};
}

}  // namespace redline::benchmarks
