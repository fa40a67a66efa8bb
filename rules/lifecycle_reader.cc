#include "rules/lifecycle_reader.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace redline::rules {
namespace {

constexpr Status kStatuses[] = {Status::kActive, Status::kDraft, Status::kShadow, Status::kRetired};
static_assert(std::size(kStatuses) == kStatusWords.size());

}  // namespace

void ReadLifecycle(const MapReader& map, Rule& rule) {
  if (const auto word = map.Word("status", kStatusWords)) rule.status = kStatuses[*word];
  rule.owner = map.Text("owner");
  rule.replaced_by = map.Wordings("replaced_by", 1);
  if (!rule.replaced_by.empty() && rule.status != Status::kRetired) {
    map.errors().Add(
        map.Find("replaced_by")->origin,
        "`replaced_by` is for rules that are over: add `status: retired`, or delete it");
  }
}

std::vector<RuleError> CheckReplacements(const std::vector<Rule>& rules) {
  std::set<std::string_view> known;
  for (const Rule& rule : rules) known.insert(rule.id);
  const std::vector<std::string_view> ids(known.begin(), known.end());
  std::vector<RuleError> errors;
  for (const Rule& rule : rules) {
    for (const Wording& id : rule.replaced_by) {
      if (id.text == rule.id) {
        errors.push_back({id.origin, rule.id,
                          "a rule cannot take its own place: name the rule that did, or delete "
                          "`replaced_by`"});
      } else if (!known.contains(id.text)) {
        errors.push_back({id.origin, rule.id,
                          "no rule has the id `" + id.text + "`" + DidYouMean(id.text, ids) +
                              ": name a rule of these lists, or delete `replaced_by`"});
      }
    }
  }
  return errors;
}

}  // namespace redline::rules
