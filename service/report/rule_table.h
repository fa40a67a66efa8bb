// RuleTable: rules, one a line, in 80 columns.
//
//   block   cn.core.sure-win                       稳赚不赔、躺赚 (high-yield-promise)
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
