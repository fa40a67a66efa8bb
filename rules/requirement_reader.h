// Requirement reader: `requires`, a statement that must stand in the draft.
//
//   requires: { one_of: [过往业绩不代表未来表现], where: passage }
//
// Errors: added to the map's list at the place where they stand.
#pragma once

#include <optional>

#include "engine/rule.h"
#include "rules/map_reader.h"
#include "rules/word_groups.h"

namespace redline::rules {

// Nothing when the rule has no `requires`.
std::optional<Requirement> ReadRequirement(const MapReader& rule, WordGroups& words);

}  // namespace redline::rules
