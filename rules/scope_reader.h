// Scope reader: `applies_to`, what a rule is limited to.
//
//   applies_to: { channels: [sms, wechat], products: [any] }
//
// Errors: added to the map's list at the place where they stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/rule.h"
#include "rules/map_reader.h"

namespace redline::rules {

// One part that is written. `any` and `all` are an empty list, as in the engine.
struct ScopePart {
  std::vector<std::string> Scope::*part = nullptr;
  std::string_view key;  // "channels"
  std::vector<std::string> words;
  Origin origin;
};

// In the order of kScopeKeys; nothing when `applies_to` is absent.
std::vector<ScopePart> ReadScope(const MapReader& map);

}  // namespace redline::rules
