#include "rules/lint.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

#include "rules/lint_findings.h"

namespace redline::rules {

bool Findings::Has(std::string_view code, const Origin& origin) const {
  return std::ranges::any_of(findings_, [&](const Finding& finding) {
    const Origin& other = finding.at.origin;
    return finding.code->code == code && other.file == origin.file && other.line == origin.line &&
           other.column == origin.column;
  });
}

std::vector<Finding> Findings::TakeSorted() {
  std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
    const auto key = [](const Finding& finding) {
      const Origin& origin = finding.at.origin;
      return std::tie(origin.file, origin.line, origin.column, finding.code->code,
                      finding.at.message);
    };
    return key(a) < key(b);
  });
  return std::move(findings_);
}

namespace {

// The list without the rules that are over: nothing can be wrong with what is never looked for.
NegativeList WithoutRetired(NegativeList list) {
  std::erase_if(list.rules, [](const Rule& rule) { return rule.status == Status::kRetired; });
  return list;
}

}  // namespace

std::vector<Finding> Lint(const std::shared_ptr<const Ruleset>& ruleset,
                          const std::vector<Samples>& samples, const SharedWords& words,
                          Date today) {
  const NegativeList list = WithoutRetired(ruleset->list());
  Findings findings;
  LintWordGroups(ruleset->list(), words, findings);
  LintPhrases(list, findings);
  LintNumbers(list, findings);
  LintExcuses(ruleset, findings);
  LintPatterns(list, findings);
  LintHeads(list, today, findings);
  LintWords(list, findings);
  LintSamples(list, samples, findings);
  return findings.TakeSorted();
}

std::vector<Finding> VanishedIds(const NegativeList& old, const NegativeList& now) {
  std::set<std::string_view> ids;
  for (const Rule& rule : now.rules) ids.insert(rule.id);
  Findings findings;
  for (const Rule& rule : old.rules) {
    if (ids.contains(rule.id)) continue;
    findings.Add(
        "L601", rule.origin, rule,
        "this rule of the older list is gone: ids are for ever, for reports and waivers "
        "refer to them; put it back with `status: retired` if it is over, and name the rules "
        "that took its place in `replaced_by`");
  }
  return findings.TakeSorted();
}

}  // namespace redline::rules
