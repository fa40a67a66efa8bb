// Place: where a rule has something to say: the rule, a passage, and bytes of it.
#pragma once

#include <cstdint>
#include <tuple>

#include "engine/rule.h"
#include "engine/span.h"

namespace redline {

using Place = std::tuple<const Rule*, std::uint32_t, Range>;

// Of a violation, a dismissal or an explained match.
constexpr auto PlaceOf = [](const auto& entry) {
  return Place(entry.rule, entry.span.passage, entry.span.utf8);
};

}  // namespace redline
