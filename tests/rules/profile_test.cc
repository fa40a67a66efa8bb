// Which profiles there are, what they load, and what a wrong one is told. Layers: layers_test.cc.

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

#include "rules/keys.h"
#include "tests/rules/own_lists.h"

namespace redline::rules {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
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

// Whatever market a bank chose, a promise of gain is stopped and a foreign statement is not asked
// for.
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
