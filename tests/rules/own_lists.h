// Lists and profiles of a bank's own, for the tests of profiles and layers.
//
//   auto loaded = Load(WithChange("severity: block"));
//   Reviewed(loaded->list, "甲乙丙丁")
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/review.h"
#include "rules/layers.h"
#include "rules/profile.h"

namespace redline::rules {

inline constexpr Date kDay = Date{std::chrono::year{2026} / 11 / 24};

inline std::string Told(const std::vector<RuleError>& errors) {
  std::string text;
  for (const RuleError& error : errors) text += Describe(error) + "\n";
  return text;
}

// A pack `own` of two rules with everything that a profile can change; `more` is added to the
// first.
inline ListFile OwnList(std::string_view more = "") {
  return {"own/list.yaml",
          "pack: own\nversion: 2026-11-24\n"
          "laws: [{ id: 条例, name: 本行条例 }]\n"
          "categories: [{ id: own-words, title: 自造词 }]\n"
          "contexts:\n"
          "  - { id: own-warned, title: 警示, before: [提防], reach: 6 }\n"
          "  - { id: own-quoted, title: 引述, before: [引述], reach: 6 }\n"
          "rules:\n"
          "  - id: own.first\n    title: 甲\n    category: own-words\n    severity: review\n" +
              std::string(more) +
              "    applies_to: { channels: [sms, app], locales: [zh] }\n"
              "    phrases: [甲乙丙丁]\n    unless: [甲乙丙丁戊]\n"
              "    context: { own-warned: review }\n"
              "    message: 不可\n    basis: [{ law: 条例, article: 一 }]\n"
              "    flags: [请看甲乙丙丁, 甲乙丙丁如何]\n    passes: [甲乙丙丁戊, 无]\n"
              "  - id: own.second\n    title: 乙\n    category: own-words\n    severity: block\n"
              "    phrases: [子丑寅卯]\n"
              "    message: 不可\n    basis: [{ law: 条例, article: 一 }]\n"
              "    flags: [子丑寅卯, 请看子丑寅卯]\n    passes: [子丑, 寅卯]\n...\n"};
}

inline ListFile ProfileFile(const std::string& name, std::string_view body) {
  return {
      "profiles/" + name + ".yaml",
      "profile: " + name + "\ntitle: 测试\nversion: 2026-11-24\n" + std::string(body) + "...\n"};
}

// One profile `bank` on the own pack with one change, written in brackets.
inline std::vector<ListFile> WithChange(const std::string& change, std::string_view more = "") {
  return {OwnList(more), ProfileFile("bank", "packs: [own]\nchanges:\n  - { rule: own.first, " +
                                                 change + ", reason: 因此 }\n")};
}

// The own pack and the profiles as a chain, the lowest first, without all that ships with Redline.
inline Result<LoadedRules, std::vector<RuleError>> Load(const std::vector<ListFile>& files) {
  auto loaded = LoadRules("test", files);
  if (!loaded) return Unexpected(std::move(loaded.error()));
  std::vector<Profile> chain;
  for (const ListFile& file : files) {
    if (!IsProfile(file.path)) continue;
    ErrorList errors;
    chain.push_back(ReadProfile(file, errors));
    if (!errors.empty()) return Unexpected(errors.errors());
  }
  std::vector<RuleError> errors = ApplyLayers(chain, *loaded);
  if (!errors.empty()) return Unexpected(std::move(errors));
  return loaded;
}

inline const Rule& RuleOf(const LoadedRules& loaded, std::string_view id) {
  const auto& rules = loaded.list.rules;
  return *std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == id; });
}

inline Report Reviewed(const NegativeList& list, const std::string& text) {
  auto ruleset = Ruleset::Compile(list);
  EXPECT_TRUE(ruleset) << Told(ruleset.error());
  Draft draft;
  draft.passages = {{"", Format::kPlain, text}};
  auto report = Review(draft, *ruleset, {.as_of = kDay, .cancelled = nullptr});
  EXPECT_TRUE(report);
  return std::move(*report);
}

}  // namespace redline::rules
