// LintReport: what `redline lint` found, as text or JSON.
//
//   text   one line a finding: `file:line:column: rule id: warning: what and what to do [L101]`
//   json   one object: errors and warnings as counts, and `findings`, each with its code, level,
//          file, line, column (in characters; 0: the whole file), rule and message
//
// Threads:  one.
#pragma once

#include <ostream>
#include <vector>

#include "engine/rule.h"
#include "engine/ruleset.h"
#include "rules/lint.h"

namespace redline::service {

struct LintReport {
  std::size_t files = 0;
  const Ruleset* ruleset = nullptr;  // null: the lists did not load, and `findings` says why
  std::vector<rules::Finding> findings;

  // How many findings are of this level.
  std::size_t Count(rules::LintLevel level) const;
};

// Errors of the reader and the compiler as findings.
std::vector<rules::Finding> AsFindings(const std::vector<RuleError>& errors);

void WriteLintText(std::ostream& out, const LintReport& report);
void WriteLintJson(std::ostream& out, const LintReport& report);

}  // namespace redline::service
