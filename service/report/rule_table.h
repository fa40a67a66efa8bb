// RuleTable: rules, one a line, in 80 columns.
//
//   block   cn.core.sure-win                   high-yield-promise   稳赚不赔、躺赚
//   shadow  cn.core.lying-win                  high-yield-promise   躺赢
//
// First stands what the rule does to drafts: its severity when it counts, else its status.
//
// Threads:  pure functions, apart from the stream.
#pragma once

#include <ostream>
#include <vector>

#include "engine/rule.h"

namespace redline::service {

// `all`: how many rules there are, listed or not.
void WriteRulesText(std::ostream& out, const std::vector<const Rule*>& rules, std::size_t all);

}  // namespace redline::service
