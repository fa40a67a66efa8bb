// What a layer may do to a rule, whether it is locked or not, and how the report tells it.

#include "rules/layers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/rules/own_lists.h"

namespace redline::rules {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

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

}  // namespace
}  // namespace redline::rules
