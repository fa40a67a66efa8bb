// What a rule does in each part of its life: a draft nothing, a shadow nothing to the verdict, a
// retired rule nothing for ever.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/explanation.h"
#include "engine/review.h"
#include "tests/engine/lists.h"

namespace redline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using tests::BanPhrases;
using tests::Compile;
using tests::kToday;
using tests::Plain;
using tests::Quotes;
using tests::Reviewed;

Rule InLife(Rule rule, Status status) {
  rule.status = status;
  return rule;
}

// Two rules that find something in the draft: the second is where the case says.
std::shared_ptr<const Ruleset> With(Status status) {
  return Compile({BanPhrases("b.mild", {"躺赚"}), InLife(BanPhrases("a.new", {"保本"}), status)});
}

const char kText[] = "保本又躺赚";

std::vector<std::pair<std::string, NotApplied::Reason>> NotAppliedIn(const Report& report) {
  std::vector<std::pair<std::string, NotApplied::Reason>> rules;
  for (const NotApplied& one : report.not_applied) rules.emplace_back(one.rule->id, one.reason);
  return rules;
}

TEST(Lifecycle, ActiveRulesCount) {
  const Report report = Reviewed(Plain(kText), With(Status::kActive));
  EXPECT_THAT(Quotes(report), ElementsAre("a.new: 保本", "b.mild: 躺赚"));
  EXPECT_THAT(report.shadowed, IsEmpty());
  EXPECT_THAT(NotAppliedIn(report), IsEmpty());
}

TEST(Lifecycle, ShadowsAreReportedApart) {
  const Report report = Reviewed(Plain(kText), With(Status::kShadow));
  EXPECT_THAT(Quotes(report), ElementsAre("b.mild: 躺赚"));
  ASSERT_EQ(report.shadowed.size(), 1U);
  EXPECT_EQ(report.shadowed[0].rule->id, "a.new");
  EXPECT_EQ(report.shadowed[0].quote, "保本");
  EXPECT_EQ(report.shadowed[0].severity, Severity::kBlock);
  EXPECT_THAT(NotAppliedIn(report), IsEmpty());
}

TEST(Lifecycle, ShadowsChangeNoVerdict) {
  const auto ruleset = Compile({InLife(BanPhrases("a.new", {"保本"}), Status::kShadow)});
  const Report report = Reviewed(Plain(kText), ruleset);
  EXPECT_EQ(report.shadowed.size(), 1U);
  EXPECT_EQ(report.verdict, Verdict::kPass);
}

TEST(Lifecycle, ShadowsOfStatementsAndOfJoinedPassagesStayApart) {
  Rule asks = InLife(BanPhrases("a.asks", {"收益"}), Status::kShadow);
  asks.requirement.emplace();
  asks.requirement->one_of = tests::Wordings({"投资有风险"});
  const auto ruleset =
      Compile({asks, InLife(BanPhrases("b.joined", {"稳赚不赔"}), Status::kShadow)});
  Draft draft = Plain("收益稳赚");
  draft.passages.push_back({"more", Format::kPlain, "不赔"});
  const Report report = Reviewed(draft, ruleset);
  EXPECT_THAT(Quotes(report), IsEmpty());
  EXPECT_EQ(report.shadowed.size(), 2U);
  EXPECT_EQ(report.verdict, Verdict::kPass);
}

TEST(Lifecycle, DraftsAndRetiredRulesAreNotApplied) {
  using Reason = NotApplied::Reason;
  const std::pair<Status, Reason> kCases[] = {{Status::kDraft, Reason::kDraft},
                                              {Status::kRetired, Reason::kRetired}};
  for (const auto& [status, reason] : kCases) {
    const Report report = Reviewed(Plain(kText), With(status));
    EXPECT_THAT(Quotes(report), ElementsAre("b.mild: 躺赚"));
    EXPECT_THAT(report.shadowed, IsEmpty());
    EXPECT_THAT(NotAppliedIn(report), ElementsAre(std::pair("a.new", reason)));
  }
}

// For the samples of a rule, which must hold before it counts.
TEST(Lifecycle, RehearsalsApplyWhatIsNotRetired) {
  const std::pair<Status, bool> kCases[] = {
      {Status::kDraft, true}, {Status::kShadow, true}, {Status::kRetired, false}};
  for (const auto& [status, applies] : kCases) {
    const auto report =
        Review(Plain("保本"), With(status), {.as_of = kToday, .cancelled = {}, .rehearsal = true});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->violations.size(), applies ? 1U : 0U);
    EXPECT_THAT(report->shadowed, IsEmpty());
  }
}

// An id, a title and the status are enough.
TEST(Lifecycle, RetiredRulesNeedNothingToLookFor) {
  Rule bare;
  bare.id = "a.old";
  bare.status = Status::kRetired;
  const Report report = Reviewed(Plain(kText), Compile({bare}));
  EXPECT_EQ(report.verdict, Verdict::kPass);
  EXPECT_THAT(NotAppliedIn(report), ElementsAre(std::pair("a.old", NotApplied::Reason::kRetired)));
}

TEST(Lifecycle, RetiredRulesAreLookedForNoMore) {
  Rule rule = BanPhrases("a.old", {"保本保息", "零风险"});
  rule.aliases.pinyin = rule.aliases.homophones = rule.aliases.initials = rule.aliases.split = true;
  rule.requirement.emplace();
  rule.requirement->one_of = tests::Wordings({"投资有风险"});
  const auto matches = [&](Status status, const char* text) {
    const auto explanation =
        Explain(Plain(text), Compile({InLife(rule, status)}), {.as_of = kToday, .cancelled = {}});
    EXPECT_TRUE(explanation);
    return explanation ? explanation->matches.size() : 99;
  };
  for (const char* text : {"保本保息", "零疯险", "ling feng xian", "bbbx", "亻呆本保息"}) {
    EXPECT_GT(matches(Status::kActive, text), 0U) << text;
    EXPECT_EQ(matches(Status::kRetired, text), 0U) << text;
  }
}

TEST(Lifecycle, IsExplained) {
  const std::pair<Status, Fate> kCases[] = {{Status::kActive, Fate::kViolation},
                                            {Status::kShadow, Fate::kShadow},
                                            {Status::kDraft, Fate::kNotApplied}};
  for (const auto& [status, fate] : kCases) {
    const auto explanation =
        Explain(Plain("保本"), With(status), {.as_of = kToday, .cancelled = {}});
    ASSERT_TRUE(explanation);
    ASSERT_EQ(explanation->matches.size(), 1U);
    EXPECT_EQ(explanation->matches[0].fate, fate);
  }
}

TEST(Lifecycle, IsPartOfTheDigestAndItsPaperworkIsNot) {
  std::vector<std::string> digests;
  for (const Status status : {Status::kActive, Status::kDraft, Status::kShadow, Status::kRetired}) {
    digests.push_back(With(status)->digest());
  }
  std::sort(digests.begin(), digests.end());
  EXPECT_EQ(std::unique(digests.begin(), digests.end()), digests.end());
  Rule owned = BanPhrases("a.new", {"保本"});
  owned.owner = "零售合规部";
  EXPECT_EQ(Compile({owned})->digest(), Compile({BanPhrases("a.new", {"保本"})})->digest());
}

}  // namespace
}  // namespace redline
