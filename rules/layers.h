// Layers: what a chain of profiles makes of rules, the lowest first.
//
//   list: cn.core.best-words review  →  bank: block  →  branch: unless [业内领先]
//
// A change is made on what the layers below left. What a list or a lower layer has `locked` may be
// made stricter only: its severity may rise, its scope may grow, a context may count for less.
//
// Errors:   a pack, rule, category or context that is not there, and what `locked` forbids; all at
//           once, at the place in the profile. The rules must not be used then.
// Threads:  a pure function.
#pragma once

#include <vector>

#include "engine/rule.h"
#include "rules/profile.h"
#include "rules/rule_list.h"

namespace redline::rules {

// Leaves the rules of the packs that the chain names, changed, with their samples and the contexts
// that they use.
std::vector<RuleError> ApplyLayers(const std::vector<Profile>& chain, LoadedRules& loaded);

}  // namespace redline::rules
