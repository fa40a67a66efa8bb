// Allocations: how often this program has asked for memory, counted in operator new.
//
// Linked into the benchmarks only. Threads:  safe to call from any.
#pragma once

#include <cstdint>

namespace redline::benchmarks {

std::uint64_t CountAllocations();

}  // namespace redline::benchmarks
