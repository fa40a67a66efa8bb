// What a waiver lets pass, for how long, and what it never does.

#include "engine/waive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
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

Date DaysFromToday(int days) {
  return Date{std::chrono::sys_days(kToday) + std::chrono::days(days)};
}

// A waiver that holds from last week to next month.
Waiver Of(std::string id, std::string rule_id, std::string quote) {
  Waiver waiver;
  waiver.id = std::move(id);
  waiver.rule_id = std::move(rule_id);
  waiver.quote = std::move(quote);
  waiver.approved = DaysFromToday(-7);
  waiver.until = DaysFromToday(30);
  return waiver;
}

Report Judged(const Draft& draft, std::vector<Waiver> waivers, Date as_of = kToday,
              std::vector<Rule> rules = {BanPhrases("a.sure", {"稳赚不赔", "保本"}),
                                         BanPhrases("b.free", {"零风险"})}) {
  auto report = Review(draft, Compile(std::move(rules)),
                       {.as_of = as_of,
                        .cancelled = {},
                        .waivers = std::make_shared<const Waivers>(std::move(waivers))});
  EXPECT_TRUE(report);
  return report ? *report : Report();
}

std::vector<std::pair<std::string, std::string>> WaivedIn(const Report& report) {
  std::vector<std::pair<std::string, std::string>> waived;
  for (const Waived& one : report.waived) {
    waived.emplace_back(one.violation.quote, one.waiver->id);
  }
  return waived;
}

TEST(Waive, LetsPassWhatItNamesAndNothingElse) {
  const Report report = Judged(Plain("稳赚不赔，保本，零风险"), {Of("w-1", "a.sure", "稳赚不赔")});
  EXPECT_THAT(Quotes(report), ElementsAre("a.sure: 保本", "b.free: 零风险"));
  EXPECT_THAT(WaivedIn(report), ElementsAre(std::pair("稳赚不赔", "w-1")));
  EXPECT_THAT(report.waiver_warnings, IsEmpty());
}

TEST(Waive, LeavesALockedRuleAlone) {
  Rule locked = BanPhrases("a.sure", {"稳赚不赔"});
  locked.locked = true;
  const Report report =
      Judged(Plain("稳赚不赔"), {Of("w-1", "a.sure", "稳赚不赔")}, kToday, {std::move(locked)});
  EXPECT_EQ(report.verdict, Verdict::kBlock);
  EXPECT_THAT(WaivedIn(report), IsEmpty());
}

TEST(Waive, GivesTheVerdictOfWhatIsLeft) {
  EXPECT_EQ(Judged(Plain("稳赚不赔"), {Of("w-1", "a.sure", "稳赚不赔")}).verdict, Verdict::kPass);
  EXPECT_EQ(Judged(Plain("稳赚不赔，保本"), {Of("w-1", "a.sure", "稳赚不赔")}).verdict,
            Verdict::kBlock);
}

TEST(Waive, LetsPassEveryPlaceOfTheWords) {
  const Report report = Judged(Plain("保本！保本？"), {Of("w-1", "a.sure", "保本")});
  EXPECT_EQ(report.waived.size(), 2U);
  EXPECT_EQ(report.verdict, Verdict::kPass);
}

TEST(Waive, ComparesTheQuoteByteByByte) {
  for (const char* text : {"保*本", "保 本", "保夲"}) {
    const Report report = Judged(Plain(text), {Of("w-1", "a.sure", "保本")});
    EXPECT_THAT(report.waived, IsEmpty()) << text;
  }
  EXPECT_EQ(Judged(Plain("保*本"), {Of("w-1", "a.sure", "保*本")}).waived.size(), 1U);
}

TEST(Waive, IsOfOneRule) {
  const Report report = Judged(Plain("保本"), {Of("w-1", "b.free", "保本")});
  EXPECT_THAT(report.waived, IsEmpty());
  EXPECT_EQ(report.verdict, Verdict::kBlock);
}

TEST(Waive, HoldsOnItsFirstAndLastDay) {
  const struct {
    int day;
    bool waived;
    bool over;
  } kCases[] = {{-8, false, false}, {-7, true, false}, {30, true, false}, {31, false, true}};
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.day);
    const Report report =
        Judged(Plain("保本"), {Of("w-1", "a.sure", "保本")}, DaysFromToday(c.day));
    EXPECT_EQ(report.waived.size(), c.waived ? 1U : 0U);
    EXPECT_EQ(report.verdict, c.waived ? Verdict::kPass : Verdict::kBlock);
    const bool over = !report.waiver_warnings.empty() &&
                      report.waiver_warnings[0].kind == WaiverWarning::Kind::kOver;
    EXPECT_EQ(over, c.over);
  }
}

TEST(Waive, WarnsInItsLastTwoWeeks) {
  for (const auto& [day, warned] : {std::pair(16, false), {17, true}, {30, true}}) {
    const Report report =
        Judged(Plain("保本，保本"), {Of("w-1", "a.sure", "保本")}, DaysFromToday(day));
    ASSERT_EQ(report.waiver_warnings.size(), warned ? 1U : 0U) << day;  // once, for two places
    for (const WaiverWarning& warning : report.waiver_warnings) {
      EXPECT_EQ(warning.kind, WaiverWarning::Kind::kEndsSoon);
    }
  }
}

TEST(Waive, WarnsOnlyOfWhatTheDraftNeeds) {
  Waiver over = Of("w-1", "a.sure", "保本");
  over.until = DaysFromToday(-1);
  EXPECT_THAT(Judged(Plain("零风险"), {over}).waiver_warnings, IsEmpty());
}

TEST(Waive, TakesTheOneThatHoldsLongest) {
  Waiver longer = Of("w-1", "a.sure", "保本");
  longer.until = DaysFromToday(60);
  Waiver over = Of("w-3", "a.sure", "保本");
  over.until = DaysFromToday(-1);
  const Report report = Judged(
      Plain("保本"), {Of("w-0", "a.sure", "保本"), over, longer, Of("w-2", "a.sure", "保本")});
  EXPECT_THAT(WaivedIn(report), ElementsAre(std::pair("保本", "w-1")));
  EXPECT_THAT(report.waiver_warnings, IsEmpty());
}

TEST(Waive, KnowsADraftByItsContent) {
  const Draft draft = Plain("稳赚不赔，保本，零风险");
  Waiver waiver = Of("w-1", "a.sure", "");
  waiver.content_digest = Judged(draft, {}).content_digest;
  const Report report = Judged(draft, {waiver});
  EXPECT_THAT(Quotes(report), ElementsAre("b.free: 零风险"));
  EXPECT_EQ(report.waived.size(), 2U);
  EXPECT_THAT(Judged(Plain("稳赚不赔，保本，零风险！"), {waiver}).waived, IsEmpty());
  waiver.quote = "保本";  // both must hold
  EXPECT_THAT(WaivedIn(Judged(draft, {waiver})), ElementsAre(std::pair("保本", "w-1")));
}

// Words over passages are no quote, and a statement that is missing has none.
TEST(Waive, NeedsTheContentForWhatNoQuoteTells) {
  Draft joined = Plain("稳赚");
  joined.passages.push_back({"more", Format::kPlain, "不赔"});
  Rule asks = BanPhrases("c.asks", {"收益"});
  asks.requirement.emplace();
  asks.requirement->one_of = tests::Wordings({"投资有风险"});
  const struct {
    Draft draft;
    Rule rule;
    const char* quote;
  } kCases[] = {{joined, BanPhrases("a.sure", {"稳赚不赔"}), "稳赚"},
                {Plain("收益"), asks, "收益"}};
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.rule.id);
    const Report report = Judged(c.draft, {Of("w-1", c.rule.id, c.quote)}, kToday, {c.rule});
    ASSERT_EQ(report.violations.size(), 1U);
    EXPECT_EQ(report.violations[0].quote, c.quote);
    Waiver waiver = Of("w-1", c.rule.id, "");
    waiver.content_digest = report.content_digest;
    EXPECT_THAT(Judged(c.draft, {waiver}, kToday, {c.rule}).violations, IsEmpty());
  }
}

TEST(Waive, LeavesShadowsAlone) {
  Rule rule = BanPhrases("a.sure", {"保本"});
  rule.status = Status::kShadow;
  const Report report = Judged(Plain("保本"), {Of("w-1", "a.sure", "保本")}, kToday, {rule});
  EXPECT_EQ(report.shadowed.size(), 1U);
  EXPECT_THAT(report.waived, IsEmpty());
}

TEST(Waive, IsExplained) {
  const auto explanation = Explain(Plain("保本"), Compile({BanPhrases("a.sure", {"保本"})}),
                                   {.as_of = kToday,
                                    .cancelled = {},
                                    .waivers = std::make_shared<const Waivers>(
                                        std::vector<Waiver>{Of("w-1", "a.sure", "保本")})});
  ASSERT_TRUE(explanation);
  ASSERT_EQ(explanation->matches.size(), 1U);
  EXPECT_EQ(explanation->matches[0].fate, Fate::kWaived);
  EXPECT_EQ(explanation->matches[0].by, "w-1");
}

TEST(Waivers, HaveADigestOfEverythingThatAReportTells) {
  const Waiver waiver = Of("w-1", "a.sure", "保本");
  const std::string digest = Waivers({waiver}).digest();
  const auto differs = [&](auto change) {
    Waiver other = waiver;
    change(other);
    return Waivers({other}).digest() != digest;
  };
  EXPECT_TRUE(differs([](Waiver& w) { w.id = "w-2"; }));
  EXPECT_TRUE(differs([](Waiver& w) { w.rule_id = "b.free"; }));
  EXPECT_TRUE(differs([](Waiver& w) { w.quote = "保息"; }));
  EXPECT_TRUE(differs([](Waiver& w) { w.content_digest = "sha256:0"; }));
  EXPECT_TRUE(differs([](Waiver& w) { w.reason = "r"; }));
  EXPECT_TRUE(differs([](Waiver& w) { w.approver = "a"; }));
  EXPECT_TRUE(differs([](Waiver& w) { w.ticket = "t"; }));
  EXPECT_TRUE(differs([](Waiver& w) { w.approved = kToday; }));
  EXPECT_TRUE(differs([](Waiver& w) { w.until = kToday; }));
  EXPECT_FALSE(differs([](Waiver& w) { w.origin.line = 7; }));
  const Waiver other = Of("w-2", "b.free", "零风险");
  EXPECT_EQ(Waivers({waiver, other}).digest(), Waivers({other, waiver}).digest());
}

}  // namespace
}  // namespace redline
