// Strictness reader: the keys that say how bad a match is, in lists and in profiles alike.
//
//   severity: block
//   locked: true
//   context: { negated: pass, warned: review }
//
// Errors: added to the map's list at the place where they stand; the value is then nothing.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/rule.h"
#include "rules/map_reader.h"

namespace redline::rules {

std::optional<Severity> ReadSeverity(const MapReader& map);

// `true` or `false` behind `key`.
std::optional<bool> ReadTruth(const MapReader& map, std::string_view key);

// `context` of `map`. Whether a file defines these contexts is for the caller to check.
std::vector<ContextUse> ReadContextUses(const MapReader& map);

}  // namespace redline::rules
