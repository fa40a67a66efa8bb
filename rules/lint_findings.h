// Findings: what the checks of Lint found so far. Private to rules/lint*.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/lint.h"

namespace redline::rules {

class Findings {
 public:
  // REQUIRES: `code` is one of LintCodes().
  void Add(std::string_view code, const Origin& origin, const Rule& rule, std::string message) {
    findings_.push_back({FindLintCode(code), {origin, rule.id, std::move(message)}});
  }
  // Of what stands outside of any rule.
  void Add(std::string_view code, const Origin& origin, std::string message) {
    findings_.push_back({FindLintCode(code), {origin, "", std::move(message)}});
  }

  bool Has(std::string_view code, const Origin& origin) const;

  std::vector<Finding> TakeSorted();

 private:
  std::vector<Finding> findings_;
};

// Each check goes over the whole list.
void LintWordGroups(const NegativeList& list, const SharedWords& words,
                    Findings& findings);                                              // L7xx
void LintPhrases(const NegativeList& list, Findings& findings);                       // L101–L105
void LintNumbers(const NegativeList& list, Findings& findings);                       // L107
void LintExcuses(const std::shared_ptr<const Ruleset>& ruleset, Findings& findings);  // L106, L201
void LintPatterns(const NegativeList& list, Findings& findings);                      // L202, L3xx
void LintHeads(const NegativeList& list, Date today, Findings& findings);             // L401–L404
void LintWords(const NegativeList& list, Findings& findings);                         // L405
void LintSamples(const NegativeList& list, const std::vector<Samples>& samples,
                 Findings& findings);  // L501

}  // namespace redline::rules
