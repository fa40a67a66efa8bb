// RuleCard: everything about one rule, as text or JSON.
//
//   id           cn.core.sure-win
//   severity     block
//   phrases      - 稳赚不赔
//                - 躺赚
//
// Text and JSON hold the same, under the keys that a list file has; what was left out there is left
// out here; a profile's changes are made. Added are `stands_at` (file:line), the title of the category,
// the full names of laws, `changes`: which profile changed what, and why, `words`: the word groups and
// word files that some of the wordings come from, and, if it was measured, `cost`: how many literals and
// patterns as written the rule adds to the scan, and how long it takes to compile alone, once the
// tables that all rules need have been read.
//
// Threads:  pure functions, apart from the stream.
#pragma once

#include <chrono>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "engine/rule.h"
#include "rules/category.h"
#include "rules/rule_list.h"

namespace redline::service {

struct RuleCard {
  const Rule& rule;
  const rules::Samples& samples;
  const rules::Category* category = nullptr;  // the rule's, when some file declares it
  std::vector<const rules::WordGroup*> word_groups;
  std::vector<std::string> word_files;
  std::optional<std::chrono::microseconds> compile_time = std::nullopt;
};

// At most 80 columns wide, but for words that cannot be broken.
void WriteRuleText(std::ostream& out, const RuleCard& card);
void WriteRuleJson(std::ostream& out, const RuleCard& card);

// A JSON list of what WriteRuleJson() writes.
void WriteRulesJson(std::ostream& out, const std::vector<RuleCard>& cards);

}  // namespace redline::service
