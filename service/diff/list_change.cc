#include "service/diff/list_change.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace redline::service {
namespace {

NegativeList Only(const Ruleset& ruleset, const std::vector<RuleChange>& changes,
                  const Rule* RuleChange::*side) {
  NegativeList list;
  list.name = ruleset.name();
  list.version = ruleset.version();
  for (const RuleChange& change : changes) {
    if (change.*side != nullptr) list.rules.push_back(*(change.*side));
  }
  for (const Context& context : ruleset.contexts()) {
    const bool used = std::ranges::any_of(list.rules, [&](const Rule& rule) {
      return std::ranges::find(rule.contexts, context.id, &ContextUse::context) !=
             rule.contexts.end();
    });
    if (used) list.contexts.push_back(context);
  }
  return list;
}

}  // namespace

Result<ListChange, std::vector<RuleError>> FindListChange(const Ruleset& from, const Ruleset& to) {
  std::map<std::string_view, RuleChange> rules;
  for (const Rule& rule : from.rules()) rules[rule.id].from = &rule;
  for (const Rule& rule : to.rules()) rules[rule.id].to = &rule;

  ListChange change;
  for (const auto& [id, rule] : rules) {
    const bool same =
        rule.from != nullptr && rule.to != nullptr &&
        RuleDigest(*rule.from, from.contexts()) == RuleDigest(*rule.to, to.contexts());
    if (!same) change.rules.push_back(rule);
  }
  auto only_from = Ruleset::Compile(Only(from, change.rules, &RuleChange::from));
  if (!only_from) return Unexpected(std::move(only_from.error()));
  auto only_to = Ruleset::Compile(Only(to, change.rules, &RuleChange::to));
  if (!only_to) return Unexpected(std::move(only_to.error()));
  change.only_from = std::move(*only_from);
  change.only_to = std::move(*only_to);
  return change;
}

}  // namespace redline::service
