// Small rulesets for tests, without YAML.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/review.h"

namespace redline::tests {

inline constexpr Date kToday = Date{std::chrono::year(2026) / 11 / 24};

inline std::vector<Wording> Wordings(std::vector<std::string> texts) {
  std::vector<Wording> wordings;
  for (std::string& text : texts) wordings.push_back({std::move(text), {}});
  return wordings;
}

inline Rule BanPhrases(std::string id, std::vector<std::string> phrases,
                       std::vector<std::string> exceptions = {}) {
  Rule rule;
  rule.id = std::move(id);
  rule.severity = Severity::kBlock;
  rule.phrases = Wordings(std::move(phrases));
  rule.exceptions = Wordings(std::move(exceptions));
  return rule;
}

inline Rule BanPatterns(std::string id, std::vector<std::string> patterns) {
  Rule rule;
  rule.id = std::move(id);
  rule.severity = Severity::kBlock;
  rule.patterns = Wordings(std::move(patterns));
  return rule;
}

inline std::shared_ptr<const Ruleset> Compile(std::vector<Rule> rules,
                                              std::vector<Context> contexts = {}) {
  auto ruleset = Ruleset::Compile({"test", "1", std::move(contexts), std::move(rules)});
  if (!ruleset) {
    for (const RuleError& error : ruleset.error()) ADD_FAILURE() << Describe(error);
    return nullptr;
  }
  return *ruleset;
}

inline Draft Plain(std::string text) {
  Draft draft;
  draft.passages = {{"body", Format::kPlain, std::move(text)}};
  return draft;
}

// The violations as "rule: quote", in order.
inline std::vector<std::string> Quotes(const Report& report) {
  std::vector<std::string> quotes;
  for (const Violation& violation : report.violations) {
    quotes.push_back(violation.rule->id + ": " + violation.quote);
  }
  return quotes;
}

inline Report Reviewed(const Draft& draft, const std::shared_ptr<const Ruleset>& ruleset,
                       Date as_of = kToday) {
  auto report = Review(draft, ruleset, {.as_of = as_of, .cancelled = {}});
  if (!report) {
    ADD_FAILURE() << report.error().field << ": " << report.error().message;
    return {};
  }
  return *report;
}

}  // namespace redline::tests
