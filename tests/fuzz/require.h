// Require: a claim that a fuzzer holds the code to. When it is wrong, says so and aborts, which
// makes libFuzzer keep the input.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace redline::fuzz {

inline void Require(bool holds, const char* claim) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", claim);
  std::abort();
}

}  // namespace redline::fuzz
