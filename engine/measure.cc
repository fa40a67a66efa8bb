#include "engine/measure.h"

#include <algorithm>
#include <iterator>

namespace redline {
namespace {

// In the order of the enum.
constexpr std::string_view kNames[] = {"percentage", "yuan",  "dollar", "hk_dollar",
                                       "euro",       "pound", "period", "times"};

}  // namespace

std::string_view Name(Measure measure) { return kNames[static_cast<std::size_t>(measure)]; }

std::optional<Measure> MeasureNamed(std::string_view name) {
  const auto found = std::find(std::begin(kNames), std::end(kNames), name);
  if (found == std::end(kNames)) return std::nullopt;
  return static_cast<Measure>(found - std::begin(kNames));
}

}  // namespace redline
