// What profiles make of rules, and what they may not.

#include "rules/profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/review.h"
#include "rules/keys.h"
#include "rules/layers.h"

namespace redline::rules {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr Date kDay = Date{std::chrono::year{2026} / 11 / 24};

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string Told(const std::vector<RuleError>& errors) {
  std::string text;
  for (const RuleError& error : errors) text += Describe(error) + "\n";
  return text;
}

// A pack `own` of two rules with everything that a profile can change; `more` is added to the
// first.
ListFile OwnList(std::string_view more = "") {
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

ListFile ProfileFile(const std::string& name, std::string_view body) {
  return {
      "profiles/" + name + ".yaml",
      "profile: " + name + "\ntitle: 测试\nversion: 2026-11-24\n" + std::string(body) + "...\n"};
}

// One profile `bank` on the own pack with one change, written in brackets.
std::vector<ListFile> WithChange(const std::string& change, std::string_view more = "") {
  return {OwnList(more), ProfileFile("bank", "packs: [own]\nchanges:\n  - { rule: own.first, " +
                                                 change + ", reason: 因此 }\n")};
}

// The own pack and the profiles as a chain, the lowest first, without all that ships with Redline.
Result<LoadedRules, std::vector<RuleError>> Load(const std::vector<ListFile>& files) {
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

const Rule& RuleOf(const LoadedRules& loaded, std::string_view id) {
  const auto& rules = loaded.list.rules;
  return *std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == id; });
}

Report Reviewed(const NegativeList& list, const std::string& text) {
  auto ruleset = Ruleset::Compile(list);
  EXPECT_TRUE(ruleset) << Told(ruleset.error());
  Draft draft;
  draft.passages = {{"", Format::kPlain, text}};
  auto report = Review(draft, *ruleset, {.as_of = kDay, .cancelled = nullptr});
  EXPECT_TRUE(report);
  return std::move(*report);
}

// Everything that a layer may do to a rule: `change` is what the profile says, `what` is noted.
struct Row {
  const char* change;
  const char* what;
  bool stricter;  // or as strict: allowed for a locked rule too
  const char* cannot;
};
constexpr Row kRows[] = {
    {"severity: block", "severity: block (was review)", true, ""},
    {"severity: advise", "severity: advise (was review)", false, "get a severity below `review`"},
    {"off: true", "off: true", false, "be switched off"},
    {"unless: [甲乙丙丁己]", "unless: 甲乙丙丁己", false, "get exceptions"},
    {"unless_patterns: ['甲乙丙丁.庚']", "unless_patterns: 甲乙丙丁.庚", false, "get exceptions"},
    {"context: { own-warned: flag }", "context: own-warned: flag (was review)", true, ""},
    {"context: { own-warned: pass }", "context: own-warned: pass (was review)", false,
     "count for less in the context `own-warned`"},
    {"context: { own-quoted: review }", "context: own-quoted: review (was flag)", false,
     "count for less in the context `own-quoted`"},
    {"applies_to: { channels: [any] }", "applies_to: channels: any (was sms, app)", true, ""},
    {"applies_to: { channels: [sms, app, web] }",
     "applies_to: channels: sms, app, web (was sms, app)", true, ""},
    {"applies_to: { channels: [sms] }", "applies_to: channels: sms (was sms, app)", false,
     "apply to fewer `channels` than sms, app"},
    {"applies_to: { products: [fund] }", "applies_to: products: fund (was any)", false,
     "apply to fewer `products` than any"},
    {"applies_to: { locales: [zh-CN] }", "applies_to: locales: zh-CN (was zh)", false,
     "apply to fewer `locales` than zh"},
    {"locked: true", "locked: true", true, ""},
};

TEST(Layers, MayDoAnythingToARuleThatIsNotLocked) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.change);
    const auto loaded = Load(WithChange(row.change));
    ASSERT_TRUE(loaded) << Told(loaded.error());
    const Rule& rule = RuleOf(*loaded, "own.first");
    ASSERT_EQ(rule.changes.size(), 1u);
    EXPECT_EQ(rule.changes[0].layer, "bank");
    EXPECT_EQ(rule.changes[0].what, row.what);
    EXPECT_EQ(rule.changes[0].why, "因此");
    EXPECT_EQ(rule.changes[0].origin.file, "profiles/bank.yaml");
    EXPECT_THAT(RuleOf(*loaded, "own.second").changes, IsEmpty());
  }
}

TEST(Layers, MayMakeALockedRuleStricterOnly) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.change);
    const auto loaded = Load(WithChange(row.change, "    locked: true\n"));
    if (row.stricter) {
      EXPECT_TRUE(loaded) << Told(loaded.error());
      continue;
    }
    ASSERT_FALSE(loaded);
    ASSERT_EQ(loaded.error().size(), 1u) << Told(loaded.error());
    EXPECT_EQ(loaded.error()[0].rule_id, "own.first");
    EXPECT_EQ(loaded.error()[0].origin.line, 6);
    EXPECT_THAT(loaded.error()[0].message,
                HasSubstr("this rule is locked by its list (own/list.yaml, line 9) and cannot " +
                          std::string(row.cannot) + ": delete this change"));
  }
}

// A scope of "sms" is not one of "sms-bulk": only languages have parts.
TEST(Layers, TakeNamesOfAScopeAsTheyAre) {
  const auto loaded = Load({OwnList(),
                            ProfileFile("base",
                                        "packs: [own]\nchanges:\n"
                                        "  - { rule: own.first, applies_to: { channels: "
                                        "[sms-bulk] }, locked: true, reason: 甲 }\n"),
                            ProfileFile("bank",
                                        "extends: base\nchanges:\n  - { rule: own.first, "
                                        "applies_to: { channels: [sms] }, reason: 乙 }\n")});
  ASSERT_FALSE(loaded);
  EXPECT_THAT(Told(loaded.error()), HasSubstr("cannot apply to fewer `channels` than sms-bulk"));
}

TEST(Layers, LockARuleForTheLayersAboveAndNotForThemselves) {
  const auto base = ProfileFile("base",
                                "packs: [own]\nchanges:\n"
                                "  - { rule: own.second, locked: true, reason: 甲 }\n"
                                "  - { rule: own.second, severity: review, reason: 乙 }\n");
  const auto alone = Load({OwnList(), base});
  ASSERT_TRUE(alone) << Told(alone.error());
  EXPECT_EQ(RuleOf(*alone, "own.second").severity, Severity::kReview);
  const auto above = Load({OwnList(), base,
                           ProfileFile("bank",
                                       "extends: base\nchanges:\n"
                                       "  - { category: own-words, off: true, reason: 丙 }\n")});
  ASSERT_FALSE(above);
  EXPECT_EQ(Told(above.error()),
            "profiles/bank.yaml:6:33: own.second: this rule is locked by the profile `base` and "
            "cannot be switched off: delete this change, or ask whoever keeps it to unlock the "
            "rule\n");
}

TEST(Layers, AreMadeLowestFirst) {
  const std::vector<ListFile> files = {
      OwnList(),
      ProfileFile("base",
                  "packs: [own]\nchanges:\n"
                  "  - { rule: own.first, severity: block, reason: 甲 }\n"
                  "  - { rule: own.second, off: true, reason: 甲 }\n"),
      ProfileFile("bank",
                  "extends: base\nchanges:\n"
                  "  - { rule: own.first, severity: advise, reason: 乙 }\n"
                  "  - { rule: own.second, off: false, reason: 乙 }\n")};
  const auto base = Load({files[0], files[1]});
  ASSERT_TRUE(base) << Told(base.error());
  EXPECT_EQ(RuleOf(*base, "own.first").layer, "base");
  EXPECT_EQ(RuleOf(*base, "own.second").off_by, "base");
  EXPECT_EQ(RuleOf(*base, "own.second").off_why, "甲");
  const auto bank = Load(files);
  ASSERT_TRUE(bank) << Told(bank.error());
  EXPECT_EQ(RuleOf(*bank, "own.first").severity, Severity::kAdvise);
  EXPECT_EQ(RuleOf(*bank, "own.first").layer, "bank");
  EXPECT_EQ(RuleOf(*bank, "own.second").off_by, "");
}

TEST(Layers, AreNamedInReports) {
  const auto loaded =
      Load({OwnList(), ProfileFile("bank",
                                   "packs: [own]\nchanges:\n"
                                   "  - { rule: own.second, off: true, reason: 甲 }\n"
                                   "  - { rule: own.first, unless: [某甲乙丙丁], "
                                   "context: { own-quoted: pass }, reason: 乙 }\n")});
  ASSERT_TRUE(loaded) << Told(loaded.error());
  const Report report =
      Reviewed(loaded->list, "子丑寅卯。某甲乙丙丁。引述甲乙丙丁。甲乙丙丁戊。甲乙丙丁。");
  ASSERT_EQ(report.violations.size(), 1u);
  EXPECT_EQ(report.violations[0].rule->layer, "");
  ASSERT_EQ(report.not_applied.size(), 1u);
  EXPECT_EQ(report.not_applied[0].rule->id, "own.second");
  EXPECT_EQ(report.not_applied[0].reason, NotApplied::Reason::kSwitchedOff);
  std::vector<std::string> dismissed;
  for (const Dismissal& dismissal : report.dismissals) {
    dismissed.push_back(dismissal.by + " " + dismissal.layer);
  }
  EXPECT_THAT(dismissed, ElementsAre("某甲乙丙丁 bank", "own-quoted bank", "甲乙丙丁戊 "));
}

TEST(Layers, LeaveAloneWhatIsSoAlready) {
  const auto loaded = Load(WithChange(
      "severity: review, off: false, unless: [甲乙丙丁戊], context: { own-warned: review }, "
      "applies_to: { channels: [sms, app] }"));
  ASSERT_TRUE(loaded) << Told(loaded.error());
  EXPECT_THAT(RuleOf(*loaded, "own.first").changes, IsEmpty());
}

TEST(Layers, MoveSamples) {
  const auto loaded = Load(WithChange("unless: [请看甲乙丙丁], passes: [请看甲乙丙丁]"));
  ASSERT_TRUE(loaded) << Told(loaded.error());
  const Samples& samples = loaded->samples[0];
  ASSERT_EQ(samples.flags.size(), 1u);
  EXPECT_EQ(samples.flags[0].text, "甲乙丙丁如何");
  EXPECT_EQ(samples.passes.back().text, "请看甲乙丙丁");
}

// Everything that reports tell of changes is in the digest, and nothing else of the profile.
TEST(Layers, AreInTheDigest) {
  std::set<std::string> digests;
  const auto digest_of = [](const std::vector<ListFile>& files) {
    auto loaded = Load(files);
    EXPECT_TRUE(loaded) << Told(loaded.error());
    return (*Ruleset::Compile(std::move(loaded->list)))->digest();
  };
  for (const Row& row : kRows) digests.insert(digest_of(WithChange(row.change)));
  digests.insert(digest_of(WithChange("off: true, unless: [甲乙丙丁己]")));
  EXPECT_EQ(digests.size(), std::size(kRows) + 1);
  auto other_reason = WithChange("off: true");
  other_reason[1].text.replace(other_reason[1].text.find("因此"), 6, "别因");
  EXPECT_NE(digest_of(other_reason), digest_of(WithChange("off: true")));
}

// A profile with no changes judges as the lists of its packs do.
TEST(Profile, WithoutChangesIsTheListOfItsPacks) {
  const std::string text = ReadAll(REDLINE_SOURCE_DIR "/examples/drafts/wechat-post.txt") +
                           ReadAll(REDLINE_SOURCE_DIR "/examples/drafts/livestream.txt") +
                           ReadAll(REDLINE_SOURCE_DIR "/examples/drafts/email-en.txt");
  const auto all = LoadRules("all", ShippedLists());
  ASSERT_TRUE(all);
  const auto lines = [](const Report& report) {
    std::vector<std::string> told;
    for (const Violation& violation : report.violations) {
      told.push_back(violation.rule->id + " " + std::to_string(violation.span.utf8.begin) + " " +
                     std::to_string(violation.span.utf8.end) + " " + violation.wording + " " +
                     std::to_string(static_cast<int>(violation.severity)) + violation.context);
    }
    for (const Dismissal& dismissal : report.dismissals) {
      told.push_back("- " + dismissal.rule->id + " " + dismissal.quote + " " + dismissal.by + "|" +
                     dismissal.layer);
    }
    for (const NotApplied& rule : report.not_applied) told.push_back("0 " + rule.rule->id);
    return told;
  };
  std::size_t violations = 0;
  std::set<std::string> used;
  for (const ListFile& file : ShippedProfiles()) {
    const std::string name = ProfileNameOf(file.path);
    SCOPED_TRACE(name);
    const auto loaded = LoadProfile("all", name, {});
    ASSERT_TRUE(loaded) << Told(loaded.error());
    EXPECT_EQ(loaded->samples.size(), loaded->list.rules.size());
    const YAML::Node profile = YAML::Load(file.text);
    const auto packs = profile["packs"].as<std::vector<std::string>>();
    used.insert(packs.begin(), packs.end());
    if (profile["extends"] || profile["changes"]) continue;
    NegativeList list = all->list;
    std::erase_if(list.rules, [&](const Rule& rule) {
      return std::find(packs.begin(), packs.end(), rule.pack) == packs.end();
    });
    ASSERT_EQ(list.rules.size(), loaded->list.rules.size());
    const Report report = Reviewed(loaded->list, text);
    EXPECT_EQ(lines(report), lines(Reviewed(list, text)));
    violations += report.violations.size();
  }
  EXPECT_GT(violations, 50u);
  for (const Rule& rule : all->list.rules) {
    EXPECT_TRUE(used.contains(rule.pack)) << rule.pack << " is in no profile";
  }
}

// Whatever market a bank chose, a promise of gain is stopped and a foreign statement is not asked for.
TEST(Profile, OfEveryEnglishMarketForbidsPromises) {
  for (const char* name : {"en-us", "en-uk", "en-eu", "en-apac"}) {
    SCOPED_TRACE(name);
    const auto loaded = LoadProfile("all", name, {});
    ASSERT_TRUE(loaded) << Told(loaded.error());
    const Report promise = Reviewed(loaded->list, "Guaranteed 12% return, risk-free.");
    EXPECT_EQ(promise.verdict, Verdict::kBlock);
    const Report deposit = Reviewed(loaded->list, "4.10% APY on all balances.");
    EXPECT_EQ(deposit.violations.empty(), std::string_view(name) != "en-us");
  }
}

TEST(Profile, ShippedOnesAreThoseOfTheSourceTree) {
  const auto files = ReadListFiles(REDLINE_SOURCE_DIR "/rules/profiles");
  ASSERT_TRUE(files);
  const std::vector<ListFile> shipped = ShippedProfiles();
  ASSERT_EQ(shipped.size(), files->size());
  for (std::size_t i = 0; i < shipped.size(); ++i) {
    EXPECT_EQ(shipped[i].path, "profiles/" + (*files)[i].path);
    EXPECT_EQ(shipped[i].text, (*files)[i].text);
  }
}

// A bank's copy of a pack, or of a profile, takes the place of the shipped one.
TEST(Profile, OwnPacksAndProfilesComeFirst) {
  ListFile own = OwnList();
  own.path = "cn-deposit/list.yaml";
  own.text.replace(own.text.find("own"), 3, "cn-deposit");
  const auto loaded = LoadProfile("test", "cn-retail-bank", {own});
  ASSERT_TRUE(loaded) << Told(loaded.error());
  EXPECT_EQ(std::count_if(loaded->list.rules.begin(), loaded->list.rules.end(),
                          [](const Rule& rule) { return rule.pack == "cn-deposit"; }),
            2);
  const auto renamed =
      LoadProfile("test", "en-us", {OwnList(), ProfileFile("en-us", "packs: [own]\n")});
  ASSERT_TRUE(renamed) << Told(renamed.error());
  EXPECT_EQ(renamed->list.rules[0].id, "own.first");
}

TEST(Profile, DoesNotPayForContextsOfOtherPacks) {
  const auto loaded = LoadProfile("test", "en-us", {});
  ASSERT_TRUE(loaded);
  std::set<std::string> used;
  for (const Rule& rule : loaded->list.rules) {
    for (const ContextUse& use : rule.contexts) used.insert(use.context);
  }
  for (const Context& context : loaded->list.contexts) EXPECT_TRUE(used.contains(context.id));
}

TEST(Profile, RefusesAnUnknownNameAndSaysWhichThereAre) {
  const auto loaded = LoadProfile("test", "cn-retail-bnak", {});
  ASSERT_FALSE(loaded);
  EXPECT_THAT(Told(loaded.error()),
              HasSubstr("--profile: there is no profile `cn-retail-bnak` (did you mean "
                        "`cn-retail-bank`?): the profiles are `cn-consumer-lender`, "));
}

TEST(Profile, RefusesToLeaveOutAllOfTheOwnLists) {
  const auto loaded = LoadProfile("test", "en-us", {OwnList()});
  ASSERT_FALSE(loaded);
  EXPECT_THAT(Told(loaded.error()), HasSubstr("the profile uses none of the packs of the lists "
                                              "that are given, `own`"));
}

TEST(Profile, TellsErrorsOfListsAndProfilesTogether) {
  const auto loaded = LoadProfile("test", "bank",
                                  {{"own/list.yaml", "pack: own\n...\n"},
                                   ProfileFile("bank", "packs: [own]\nchangs: []\n"),
                                   ProfileFile("other", "pack: [own]\n")});
  ASSERT_FALSE(loaded);
  std::set<std::string> files;
  for (const RuleError& error : loaded.error()) files.insert(error.origin.file);
  EXPECT_THAT(files, ElementsAre("own/list.yaml", "profiles/bank.yaml", "profiles/other.yaml"));
}

TEST(Profile, IsNoList) {
  const auto loaded = LoadRules("test", {OwnList(), ProfileFile("bank", "packs: [own]\n")});
  ASSERT_TRUE(loaded) << Told(loaded.error());
  EXPECT_EQ(loaded->list.rules.size(), 2u);
  EXPECT_THAT(loaded->list.profile, IsEmpty());
}

// The example of the manual and of README.
TEST(Profile, TheExampleOfABankAndItsBranchLoads) {
  const auto files = ReadListFiles(REDLINE_SOURCE_DIR "/examples/bank");
  ASSERT_TRUE(files);
  const auto loaded = LoadProfile("bank", "example-bank-branch", *files);
  ASSERT_TRUE(loaded) << Told(loaded.error());
  EXPECT_EQ(RuleOf(*loaded, "example-bank.old-brand").pack, "example-bank");
  EXPECT_EQ(RuleOf(*loaded, "cn.ad.rank-first").layer, "example-bank");
  EXPECT_EQ(RuleOf(*loaded, "cn.core.flash-sale").severity, Severity::kBlock);
  EXPECT_TRUE(RuleOf(*loaded, "cn.core.state-endorsement").locked);
  const std::string manual = ReadAll(REDLINE_SOURCE_DIR "/docs/rules.md");
  for (const ListFile& file : *files) {
    if (!IsProfile(file.path)) continue;
    EXPECT_THAT(manual, HasSubstr("```yaml\n" + file.text + "```\n"));
  }
}

// What is said about a profile that stands on OwnList and beside a good `bank`.
std::string Messages(const ListFile& profile) {
  ErrorList errors;
  ReadProfile(profile, errors);
  if (!errors.empty()) return Told(errors.errors());
  const auto loaded = LoadProfile("test", ProfileNameOf(profile.path),
                                  {OwnList(), ProfileFile("bank", "packs: [own]\n"), profile});
  return loaded ? "loaded without an error\n" : Told(loaded.error());
}

// Each file of tests/rules/bad_profiles is wrong.
TEST(BadProfiles, SayWhatIsWrongAndWhatToDo) {
  const bool update = std::getenv("REDLINE_UPDATE_GOLDEN") != nullptr;
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(REDLINE_SOURCE_DIR "/tests/rules/bad_profiles")) {
    const fs::path path = entry.path();
    if (path.extension() != ".yaml") continue;
    SCOPED_TRACE(path.filename().string());
    ++count;
    const std::string messages = Messages({"profiles/" + path.filename().string(), ReadAll(path)});
    EXPECT_NE(messages, "loaded without an error\n");
    const fs::path want = fs::path(path).replace_extension(".want");
    if (update) std::ofstream(want, std::ios::binary) << messages;
    EXPECT_EQ(messages, ReadAll(want));
  }
  EXPECT_GE(count, 20u);
}

std::vector<std::string> Keys(const YAML::Node& map) {
  std::vector<std::string> keys;
  for (const auto& entry : map) keys.push_back(entry.first.as<std::string>());
  return keys;
}

TEST(ProfileSchema, HasTheKeysOfTheReaderAndTheRestOfTheSchemaOfLists) {
  const YAML::Node schema = YAML::Load(ProfileSchema());
  const YAML::Node lists = YAML::Load(Schema());
  EXPECT_THAT(Keys(schema["properties"]),
              ::testing::ElementsAreArray(kProfileKeys.begin(), kProfileKeys.end()));
  const YAML::Node change = schema["definitions"]["change"]["properties"];
  EXPECT_THAT(Keys(change), ::testing::ElementsAreArray(kChangeKeys.begin(), kChangeKeys.end()));
  EXPECT_FALSE(schema["additionalProperties"].as<bool>());
  EXPECT_FALSE(schema["definitions"]["change"]["additionalProperties"].as<bool>());
  EXPECT_EQ(YAML::Dump(change["severity"]["enum"]),
            YAML::Dump(lists["definitions"]["rule"]["properties"]["severity"]["enum"]));
  for (const auto& definition : schema["definitions"]) {
    const std::string name = definition.first.as<std::string>();
    if (name == "change") continue;
    EXPECT_EQ(YAML::Dump(definition.second), YAML::Dump(lists["definitions"][name])) << name;
  }
}

TEST(ProfileSchema, IsAPartOfTheProgram) {
  EXPECT_EQ(ProfileSchema(), ReadAll(REDLINE_SOURCE_DIR "/rules/profile.schema.json"));
}

}  // namespace
}  // namespace redline::rules
