#include "engine/review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "tests/engine/lists.h"

namespace redline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using tests::BanPatterns;
using tests::BanPhrases;
using tests::Compile;
using tests::kToday;
using tests::Plain;
using tests::Quotes;
using tests::Reviewed;

Context Negated() {
  Context context;
  context.id = "negated";
  context.before = tests::Wordings({"不承诺", "不保证", "不", "not", "never"});
  context.after = tests::Wordings({"不可信"});
  context.exceptions = tests::Wordings({"不仅", "not only"});
  context.reach = 4;
  return context;
}

TEST(Report, IsNoPassUntilAReviewHappened) {
  EXPECT_EQ(Report{}.verdict, Verdict::kUnspecified);
  EXPECT_EQ(Verdict{}, Verdict::kUnspecified);
  EXPECT_EQ(Severity{}, Severity::kUnspecified);
  EXPECT_EQ(ReviewError{}.kind, ReviewError::Kind::kScanFailed);
}

TEST(Review, JudgesByTheWorstSeverity) {
  Rule advise = BanPhrases("advise", {"薅羊毛"});
  advise.severity = Severity::kAdvise;
  Rule review = BanPhrases("review", {"限时"});
  review.severity = Severity::kReview;
  const auto ruleset = Compile({advise, review, BanPhrases("block", {"保本"})});
  EXPECT_EQ(Reviewed(Plain("今天天气好"), ruleset).verdict, Verdict::kPass);
  EXPECT_EQ(Reviewed(Plain("薅羊毛"), ruleset).verdict, Verdict::kPass);
  EXPECT_EQ(Reviewed(Plain("薅羊毛限时"), ruleset).verdict, Verdict::kReview);
  EXPECT_EQ(Reviewed(Plain("保本限时"), ruleset).verdict, Verdict::kBlock);
}

TEST(Review, ReportsEveryPlaceInOrder) {
  const auto ruleset =
      Compile({BanPhrases("b", {"保本", "保本保息"}), BanPhrases("a", {"保本", "本保"})});
  Draft draft = Plain("保本保息，保本");
  draft.passages.push_back({"title", Format::kPlain, "保本"});
  const Report report = Reviewed(draft, ruleset);
  // By passage, begin, longest first, id. Within a rule leftmost-longest, across rules all.
  EXPECT_THAT(Quotes(report),
              ElementsAre("b: 保本保息", "a: 保本", "a: 保本", "b: 保本", "a: 保本", "b: 保本"));
  EXPECT_EQ(report.violations[4].span.passage, 1u);
}

TEST(Review, TakesTheLeftmostLongestWithinARule) {
  const auto ruleset = Compile({BanPhrases("r", {"稳赚", "赚不赔", "稳赚不赔"})});
  EXPECT_THAT(Quotes(Reviewed(Plain("稳赚不赔稳赚"), ruleset)),
              ElementsAre("r: 稳赚不赔", "r: 稳赚"));
  EXPECT_THAT(Quotes(Reviewed(Plain("aaaaa"), Compile({BanPatterns("p", {"aa+"})}))),
              ElementsAre("p: aaaaa"));
}

TEST(Review, LetsAnExceptionCoverOnlyTheMatchItTouches) {
  const auto ruleset = Compile({BanPhrases("r", {"保本", "收益"}, {"不保证收益", "环保本行"})});
  EXPECT_THAT(Quotes(Reviewed(Plain("不保证收益，保本保收益"), ruleset)),
              ElementsAre("r: 保本", "r: 收益"));
  EXPECT_THAT(Quotes(Reviewed(Plain("绿色环保本行"), ruleset)), IsEmpty());
  const Report report = Reviewed(Plain("不保证收益"), ruleset);
  ASSERT_EQ(report.dismissals.size(), 1u);
  EXPECT_EQ(report.dismissals[0].quote, "收益");
  EXPECT_EQ(report.dismissals[0].by, "不保证收益");
  EXPECT_EQ(report.dismissals[0].reason, Dismissal::Reason::kException);
}

TEST(Review, DoesNotLetAnExceptionGrowByFolding) {
  const auto ruleset = Compile({BanPhrases("r", {"保本"}, {"不保本"})});
  EXPECT_THAT(Quotes(Reviewed(Plain("不保本"), ruleset)), IsEmpty());
  EXPECT_THAT(Quotes(Reviewed(Plain("不“保本”"), ruleset)), IsEmpty());
  EXPECT_THAT(Quotes(Reviewed(Plain("不★保本"), ruleset)), ElementsAre("r: 保本"));
  EXPECT_THAT(Quotes(Reviewed(Plain("不，保本"), ruleset)), ElementsAre("r: 保本"));
}

TEST(Review, ReadsNegationWithinTheClause) {
  Rule rule = BanPhrases("r", {"保本", "risk-free"});
  rule.contexts = {{"negated", InContext::kNoViolation, {}}};
  const auto ruleset = Compile({rule}, {Negated()});
  EXPECT_THAT(Quotes(Reviewed(Plain("不承诺保本"), ruleset)), IsEmpty());
  EXPECT_THAT(Quotes(Reviewed(Plain("不保证一定保本"), ruleset)), IsEmpty());
  EXPECT_THAT(Quotes(Reviewed(Plain("不保证我们一定会保本"), ruleset)), ElementsAre("r: 保本"));
  EXPECT_THAT(Quotes(Reviewed(Plain("不承诺，保本"), ruleset)), ElementsAre("r: 保本"));
  EXPECT_THAT(Quotes(Reviewed(Plain("不仅保本"), ruleset)), ElementsAre("r: 保本"));
  EXPECT_THAT(Quotes(Reviewed(Plain("保本不可信"), ruleset)), IsEmpty());
  EXPECT_THAT(Quotes(Reviewed(Plain("保本。不可信"), ruleset)), ElementsAre("r: 保本"));
  EXPECT_THAT(Quotes(Reviewed(Plain("It is not risk-free."), ruleset)), IsEmpty());
  EXPECT_THAT(Quotes(Reviewed(Plain("Not only risk-free"), ruleset)), ElementsAre("r: risk-free"));
  EXPECT_THAT(Quotes(Reviewed(Plain("A knot risk-free"), ruleset)), ElementsAre("r: risk-free"));

  Context narrow = Negated();
  narrow.before = tests::Wordings({"不承诺"});
  EXPECT_THAT(Quotes(Reviewed(Plain("不★承诺保本"), Compile({rule}, {narrow}))),
              ElementsAre("r: 保本"));  // a cue does not grow by folding
}

TEST(Review, LowersToReviewWhereARuleSaysSo) {
  Rule rule = BanPhrases("r", {"保本"});
  rule.contexts = {{"negated", InContext::kReview, {}}};
  const auto ruleset = Compile({rule}, {Negated()});
  const Report report = Reviewed(Plain("不承诺保本，保本"), ruleset);
  ASSERT_EQ(report.violations.size(), 2u);
  EXPECT_EQ(report.violations[0].severity, Severity::kReview);
  EXPECT_EQ(report.violations[0].context, "negated");
  EXPECT_EQ(report.violations[1].severity, Severity::kBlock);
  EXPECT_EQ(report.violations[1].context, "");
}

TEST(Review, ListsARuleThatDoesNotApplyWithTheReason) {
  using Reason = NotApplied::Reason;
  Rule sms = BanPhrases("sms", {"保本"});
  sms.applies_to.channels = {"sms", "push"};
  Rule fund = BanPhrases("fund", {"保本"});
  fund.applies_to.products = {"fund"};
  Rule english = BanPhrases("english", {"保本"});
  english.applies_to.locales = {"en"};
  Rule title = BanPhrases("title", {"保本"});
  title.applies_to.passages = {"title"};
  Rule minors = BanPhrases("minors", {"保本"});
  minors.applies_to.audiences = {"minors"};
  Rule future = BanPhrases("future", {"保本"});
  future.from = Date{std::chrono::year(2026) / 11 / 25};
  Rule past = BanPhrases("past", {"保本"});
  past.until = Date{std::chrono::year(2026) / 11 / 23};
  const auto ruleset = Compile({sms, fund, english, title, minors, future, past});

  Draft unstated = Plain("保本");
  unstated.passages[0].name = "";
  EXPECT_THAT(
      Quotes(Reviewed(unstated, ruleset)),
      ElementsAre("english: 保本", "fund: 保本", "minors: 保本", "sms: 保本", "title: 保本"));

  Draft stated = Plain("保本");
  stated.channel = "wechat";
  stated.product = "loan";
  stated.locale = "zh-CN";
  stated.audience = "retail";
  const Report report = Reviewed(stated, ruleset);
  EXPECT_THAT(Quotes(report), IsEmpty());
  ASSERT_EQ(report.not_applied.size(), 7u);
  const std::vector<std::pair<std::string, Reason>> want = {
      {"english", Reason::kLocale},         {"fund", Reason::kProduct},
      {"future", Reason::kNotYetEffective}, {"minors", Reason::kAudience},
      {"past", Reason::kExpired},           {"sms", Reason::kChannel},
      {"title", Reason::kPassage}};
  for (std::size_t i = 0; i < want.size(); ++i) {
    EXPECT_EQ(report.not_applied[i].rule->id, want[i].first);
    EXPECT_EQ(report.not_applied[i].reason, want[i].second);
  }

  stated.channel = "push";
  stated.product = "fund";
  stated.locale = "en-US";
  stated.audience = "minors";
  stated.passages[0].name = "title";
  EXPECT_EQ(Reviewed(stated, ruleset).violations.size(), 5u);
  stated.locale = "enx";
  EXPECT_EQ(Reviewed(stated, ruleset).violations.size(), 4u);
}

TEST(Review, KeepsBothDaysOfARulesLife) {
  Rule rule = BanPhrases("r", {"保本"});
  rule.from = Date{std::chrono::year(2026) / 8 / 1};
  rule.until = Date{std::chrono::year(2026) / 8 / 31};
  const auto ruleset = Compile({rule});
  const auto count = [&](unsigned month, unsigned day) {
    const Date as_of(std::chrono::year(2026), std::chrono::month(month), std::chrono::day(day));
    return Reviewed(Plain("保本"), ruleset, as_of).violations.size();
  };
  EXPECT_EQ(count(7, 31), 0u);
  EXPECT_EQ(count(8, 1), 1u);
  EXPECT_EQ(count(8, 31), 1u);
  EXPECT_EQ(count(9, 1), 0u);
}

TEST(Review, QuotesTheSourceAsItStands) {
  const std::string text = "💰【稳\u200B*賺】不賠！";
  const Report report = Reviewed(Plain(text), Compile({BanPhrases("r", {"稳赚"})}));
  ASSERT_EQ(report.violations.size(), 1u);
  const Violation& violation = report.violations[0];
  EXPECT_EQ(violation.quote, "稳\u200B*賺");
  EXPECT_EQ(violation.folded_quote, "稳赚");
  EXPECT_EQ(violation.wording, "稳赚");
  EXPECT_EQ(
      text.substr(violation.span.utf8.begin, violation.span.utf8.end - violation.span.utf8.begin),
      violation.quote);
  EXPECT_EQ(violation.span.utf16, (Range{3, 7}));
}

TEST(Review, FindsAPhraseThatRunsOverTheEndOfAPassage) {
  Rule titles = BanPhrases("titles", {"稳赚不赔"});
  titles.applies_to.passages = {"title"};
  const auto ruleset = Compile({BanPhrases("r", {"稳赚不赔", "零风险", "zero risk"}), titles});
  Draft draft;
  draft.passages = {{"title", Format::kPlain, "💰稳"},
                    {"button", Format::kPlain, "*赚*"},
                    {"body", Format::kPlain, "不賠的好产品"}};
  const Report report = Reviewed(draft, ruleset);
  ASSERT_EQ(report.violations.size(), 1u);
  const Violation& violation = report.violations[0];
  EXPECT_EQ(violation.severity, Severity::kReview);  // at a seam a person decides
  EXPECT_EQ(violation.context, "joined");
  EXPECT_EQ(violation.quote, "稳");
  EXPECT_EQ(violation.folded_quote, "稳赚不赔");
  ASSERT_EQ(violation.related.size(), 2u);
  EXPECT_EQ(violation.related[0].utf8, (Range{1, 4}));
  EXPECT_EQ(violation.related[1].passage, 2u);
  EXPECT_EQ(violation.related[1].utf8, (Range{0, 6}));
  EXPECT_EQ(report.verdict, Verdict::kReview);

  const auto joined = [&](const char* first, const char* second) {
    Draft two;
    two.passages = {{"a", Format::kPlain, first}, {"b", Format::kPlain, second}};
    return Reviewed(two, ruleset).violations.size();
  };
  EXPECT_EQ(joined("零", "风险提示"), 0u);  // three characters: too often innocent
  EXPECT_EQ(joined("稳赚。", "不赔"), 0u);  // the sentence ended
  EXPECT_EQ(joined("Zero", "Risk"), 1u);
  EXPECT_EQ(joined("Subzero", "Risk"), 0u);
  EXPECT_EQ(joined("Zero", "Risky"), 0u);
}

// Shown, the words are a warning; with the hidden full stop they are a promise.
TEST(Review, IsAsBadAsTheWorstReading) {
  Context warned;
  warned.id = "warned";
  warned.before = tests::Wordings({"谨防"});
  warned.reach = 3;
  Rule rule = BanPhrases("r", {"保本"});
  rule.contexts = {{"warned", InContext::kReview, {}}};
  const auto ruleset = tests::Compile({rule}, {warned});
  Draft draft = tests::Plain("<p>谨防保本</p>");
  draft.passages[0].format = Format::kHtml;
  EXPECT_EQ(tests::Reviewed(draft, ruleset).verdict, Verdict::kReview);
  draft.passages[0].text = "<p>谨防<span hidden>。</span>保本</p>";
  const Report report = tests::Reviewed(draft, ruleset);
  EXPECT_EQ(report.violations.size(), 1u);
  EXPECT_EQ(report.verdict, Verdict::kBlock);
}

TEST(Review, RefusesInsteadOfShorteningAReport) {
  const auto ruleset = Compile({BanPhrases("r", {"保本"})});
  std::string text;
  for (std::size_t i = 0; i < kMaxViolations; ++i) text += "保本";
  EXPECT_EQ(Reviewed(Plain(text), ruleset).violations.size(), kMaxViolations);
  const auto report = Review(Plain(text + "保本"), ruleset, {.as_of = kToday, .cancelled = {}});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().kind, ReviewError::Kind::kTooManyMatches);
  EXPECT_EQ(report.error().field, "passages[0].text");
}

TEST(Review, GivesUpWhenAsked) {
  const auto report = Review(Plain("保本"), Compile({BanPhrases("r", {"保本"})}),
                             {.as_of = kToday, .cancelled = [] { return true; }});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().kind, ReviewError::Kind::kCancelled);
}

TEST(Review, BindsTheReportToContentRulesAndDay) {
  const auto ruleset = Compile({BanPhrases("r", {"保本"})});
  Draft draft = Plain("保本");
  draft.id = "post-42";
  const Report report = Reviewed(draft, ruleset);
  EXPECT_EQ(report.draft_id, "post-42");
  EXPECT_EQ(report.ruleset, ruleset);
  EXPECT_EQ(report.as_of, kToday);
  EXPECT_FALSE(report.engine_version.empty());
  EXPECT_EQ(report.content_digest.size(), 7u + 64u);
  Draft renamed = draft;
  renamed.id = "other";
  renamed.passages[0].name = "title";
  EXPECT_EQ(Reviewed(renamed, ruleset).content_digest, report.content_digest);
  Draft split = draft;
  split.passages = {{"body", Format::kPlain, "保"}, {"body", Format::kPlain, "本"}};
  EXPECT_NE(Reviewed(split, ruleset).content_digest, report.content_digest);
}

TEST(Review, IsSafeFromManyThreads) {
  const auto ruleset = Compile({BanPhrases("r", {"保本"}), BanPatterns("p", {"高.{0,3}收益"})});
  std::vector<std::thread> threads;
  std::vector<int> wrong(8);
  for (int& count : wrong) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) {
        if (Quotes(Reviewed(Plain("保本，高的收益"), ruleset)).size() != 2) ++count;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int count : wrong) EXPECT_EQ(count, 0);
}

}  // namespace
}  // namespace redline
