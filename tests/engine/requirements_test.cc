// Statements that must stand in a draft.
#include "engine/requirements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/explanation.h"
#include "engine/review.h"
#include "tests/engine/lists.h"

namespace redline::tests {
namespace {

using testing::ElementsAre;
using Where = Requirement::Where;

// A rule whose phrases ask for one of some statements.
Rule Require(std::vector<std::string> phrases, std::vector<std::string> one_of,
             Where where = Where::kDraft, std::optional<std::uint32_t> within = {}) {
  Rule rule = BanPhrases("notice", std::move(phrases));
  rule.requirement = {where, within, Wordings(std::move(one_of)), {}};
  return rule;
}

std::vector<std::string> Found(const Rule& rule, const Draft& draft) {
  return Quotes(Reviewed(draft, Compile({rule})));
}

Draft Passages(std::vector<std::string> texts) {
  Draft draft;
  for (std::string& text : texts) {
    draft.passages.push_back(
        {"p" + std::to_string(draft.passages.size()), Format::kPlain, std::move(text)});
  }
  return draft;
}

using Expected = std::vector<std::string>;

TEST(Requirement, IsAskedForByWordsAndSatisfiedByAStatement) {
  const Rule rule = Require({"年化收益"}, {"过往业绩不代表未来表现", "投资有风险"});
  EXPECT_EQ(Found(rule, Plain("年化收益3%")), Expected{"notice: 年化收益"});
  EXPECT_EQ(Found(rule, Plain("年化收益3%。投资有风险。")), Expected{});
  EXPECT_EQ(Found(rule, Plain("年化收益3%。過往業績 不代表未來表現")), Expected{});
  EXPECT_EQ(Found(rule, Plain("没有什么可说")), Expected{});
  EXPECT_EQ(Found(rule, Plain("年化收益3%，年化收益4%")), Expected{"notice: 年化收益"});
  EXPECT_EQ(Found(rule, Passages({"年化收益3%", "投资有风险"})), Expected{});
}

TEST(Requirement, MayBeAskedForAlways) {
  const Rule rule = Require({}, {"投资有风险"});
  EXPECT_EQ(Found(rule, Plain("大家好")), Expected{"notice: 大"});
  EXPECT_EQ(Found(rule, Plain("")), Expected{"notice: "});
  EXPECT_EQ(Found(rule, Plain("大家好，投资有风险")), Expected{});
  EXPECT_EQ(Found(rule, Passages({"一", "二"})), Expected{"notice: 一"});
  const Rule each = Require({}, {"投资有风险"}, Where::kPassage);
  EXPECT_EQ(Found(each, Passages({"一", "投资有风险", "三"})),
            (Expected{"notice: 一", "notice: 三"}));
  Rule elsewhere = rule;
  elsewhere.applies_to.channels = {"sms"};
  Draft web = Plain("大家好");
  web.channel = "web";
  EXPECT_EQ(Found(elsewhere, web), Expected{});
}

TEST(Requirement, MayHaveToStandInTheSamePassageOrNear) {
  const Rule passage = Require({"收益"}, {"有风险"}, Where::kPassage);
  EXPECT_EQ(Found(passage, Passages({"收益", "有风险"})), Expected{"notice: 收益"});
  EXPECT_EQ(Found(passage, Passages({"收益，有风险", "收益", "收益"})),
            (Expected{"notice: 收益", "notice: 收益"}));
  const Rule near3 = Require({"收益"}, {"有风险"}, Where::kDraft, 3);
  EXPECT_EQ(Found(near3, Plain("收益一二三有风险")), Expected{});
  EXPECT_EQ(Found(near3, Plain("收益一二三四有风险")), Expected{"notice: 收益"});
  EXPECT_EQ(Found(near3, Plain("有风险一二三收益")), Expected{});
  EXPECT_EQ(Found(near3, Plain("收益有风险一二三四五收益")), Expected{"notice: 收益"});
}

// What the reader is not shown is not said to him; what he is not shown may ask all the same.
TEST(Requirement, IsSatisfiedByWhatIsShownOnly) {
  const Rule rule = Require({"收益"}, {"有风险"});
  const auto html = [&](const std::string& text) {
    Draft draft = Plain(text);
    draft.passages[0].format = Format::kHtml;
    return Found(rule, draft);
  };
  EXPECT_EQ(html("<p>收益</p><p>有风险</p>"), Expected{});
  EXPECT_EQ(html("<p>收益</p><p hidden>有风险</p>"), Expected{"notice: 收益"});
  EXPECT_EQ(html("<p>收益</p><img alt='有风险'>"), Expected{"notice: 收益"});
  EXPECT_EQ(html("<p>好</p><img alt='收益'>"), Expected{"notice: 收益"});
}

TEST(Requirement, NamesWhatIsMissingAndWhatComesNearest) {
  const Rule rule = Require({"收益"}, {"过往业绩不代表未来表现", "投资有风险"});
  const Report report = Reviewed(Plain("收益好。历史上的过往业绩并不代表未来。"), Compile({rule}));
  ASSERT_EQ(report.violations.size(), 1u);
  const Violation& violation = report.violations[0];
  EXPECT_EQ(report.verdict, Verdict::kBlock);
  EXPECT_THAT(violation.missing, ElementsAre("过往业绩不代表未来表现", "投资有风险"));
  ASSERT_TRUE(violation.near_miss);
  EXPECT_EQ(violation.near_miss->quote, "过往业绩并不代表未来");
  EXPECT_THAT(violation.near_miss->lacking, ElementsAre("表现"));
  EXPECT_EQ(violation.near_miss->span.start.column, 9u);
  EXPECT_FALSE(Reviewed(Plain("收益好。"), Compile({rule})).violations[0].near_miss);
}

// Told once, but as bad as the worst that asks.
TEST(Requirement, IsAsBadAsTheWorstThatAsksForIt) {
  Context warned;
  warned.id = "warned";
  warned.before = Wordings({"谨防"});
  warned.reach = 2;
  Rule rule = Require({"收益"}, {"有风险"});
  rule.contexts = {{"warned", InContext::kReview, {}}};
  const auto ruleset = Compile({rule}, {warned});
  EXPECT_EQ(Reviewed(Plain("谨防收益"), ruleset).verdict, Verdict::kReview);
  const Report report = Reviewed(Plain("谨防收益。收益"), ruleset);
  EXPECT_EQ(report.violations.size(), 1u);
  EXPECT_EQ(report.verdict, Verdict::kBlock);
  EXPECT_EQ(report.violations[0].context, "");
}

// A statement for each of many places, and a place for each of many statements.
TEST(Requirement, IsResolvedSoonInLongTexts) {
  std::string text;
  for (int i = 0; i < 5'000; ++i) text += "收益一二三四五六七八九十，";
  for (int i = 0; i < 40'000; ++i) text += "有风险。";
  const Rule near = Require({"收益"}, {"有风险"}, Where::kDraft, 3);
  EXPECT_EQ(Reviewed(Plain(text), Compile({near})).violations.size(), 5'000u);
}

TEST(Requirement, IsExplained) {
  const Rule rule = Require({"收益"}, {"有风险"});
  const auto explanation =
      Explain(Plain("收益，有风险"), Compile({rule}), {.as_of = kToday, .cancelled = {}});
  ASSERT_TRUE(explanation);
  ASSERT_EQ(explanation->matches.size(), 1u);
  EXPECT_EQ(explanation->matches[0].fate, Fate::kSatisfied);
}

}  // namespace
}  // namespace redline::tests
