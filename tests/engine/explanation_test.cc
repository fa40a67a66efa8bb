// An explanation tells what became of every match, and its report is that of a review.
#include "engine/explanation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/engine/lists.h"

namespace redline::tests {
namespace {

using testing::ElementsAre;

Explanation Explained(const Draft& draft, const std::shared_ptr<const Ruleset>& ruleset) {
  auto explanation = Explain(draft, ruleset, {.as_of = kToday, .cancelled = {}});
  if (!explanation) {
    ADD_FAILURE() << explanation.error().message;
    return {};
  }
  return std::move(*explanation);
}

// "quote: fate by", in order.
std::vector<std::string> Fates(const Explanation& explanation) {
  std::vector<std::string> fates;
  for (const Explanation::Match& match : explanation.matches) {
    fates.push_back(match.quote + ": " + std::string(Name(match.fate)) +
                    (match.by.empty() ? "" : " " + match.by));
  }
  return fates;
}

TEST(Explain, NamesEachFate) {
  Context negated;
  negated.id = "negated";
  negated.before = Wordings({"不承诺"});
  negated.reach = 4;
  const auto fates = [&](Rule rule, const std::string& text) {
    return Fates(Explained(Plain(text), Compile({std::move(rule)}, {negated})));
  };
  Rule rule = BanPhrases("r", {"保本", "保本保息"}, {"环保本行"});
  rule.contexts = {{"negated", InContext::kNoViolation, {}}};
  EXPECT_THAT(fates(rule, "环保本行，不承诺保本。保本保息"),
              ElementsAre("保本: exception 环保本行", "保本: context negated",
                          "保本保息: violation", "保本: overlaps"));
  EXPECT_THAT(fates(BanPhrases("r", {"best"}), "bestow"), ElementsAre("best: cuts_token"));
  EXPECT_THAT(fates(BanPhrases("r", {"boss"}), "B055 b0ss"), ElementsAre("b0ss: too_short"));
  EXPECT_THAT(fates(BanPhrases("r", {"cop"}), "сор"), ElementsAre("сор: foreign_word"));
  Rule words = BanPhrases("r", {"保本"});
  words.boundary = Boundary::kWord;
  EXPECT_THAT(fates(words, "请确保本人到场"), ElementsAre("保本: cuts_word"));
  Rule exact = BanPhrases("r", {"第一"});
  exact.folds.without = {Disguise::kNumeral};
  EXPECT_THAT(fates(exact, "第1"), ElementsAre("第1: disguise"));
  Rule titles = BanPhrases("r", {"保本"});
  titles.applies_to.passages = {"title", "body"};
  Draft draft = Plain("保本");
  draft.passages.push_back({"button", Format::kPlain, "保本"});
  EXPECT_THAT(Fates(Explained(draft, Compile({titles}))),
              ElementsAre("保本: violation", "保本: other_passage"));
  Rule later = BanPhrases("r", {"保本"});
  later.from = Date{std::chrono::year(2027) / 1 / 1};
  EXPECT_THAT(fates(later, "保本"), ElementsAre("保本: not_applied"));
}

TEST(Explain, ShowsHowEachPassageWasRead) {
  Draft draft = Plain("Ｚｅｒｏ*risk, 1n5tant");
  draft.passages.push_back({"body", Format::kHtml, "<p title='甲'>保<b>本</b></p>"});
  const Explanation explanation = Explained(draft, Compile({BanPhrases("r", {"instant"})}));
  std::vector<std::string> readings;
  for (const Explanation::Reading& reading : explanation.readings) {
    readings.push_back(std::to_string(reading.passage) + " " +
                       std::string(reading.respelled ? Name(*reading.respelled) : "as it stands") +
                       ": " + reading.folded);
  }
  EXPECT_THAT(readings, ElementsAre("0 as it stands: zerorisk,1n5tant", "0 leet: zerorisk,instant",
                                    "0 leet: zerorisk,lnstant", "1 as it stands: 保本.",
                                    "1 as it stands: 甲"));
  ASSERT_EQ(explanation.matches.size(), 1u);
  EXPECT_EQ(explanation.matches[0].reading, 1u);
}

TEST(Explain, ReportsWhatAReviewReports) {
  const auto ruleset = Compile({BanPhrases("r", {"保本", "稳赚不赔"}, {"环保本行"})});
  const Draft draft = Plain("环保本行，稳*赚不赔，保本");
  const Report report = Reviewed(draft, ruleset);
  const Explanation explanation = Explained(draft, ruleset);
  EXPECT_EQ(explanation.report.verdict, report.verdict);
  EXPECT_EQ(Quotes(explanation.report), Quotes(report));
  EXPECT_EQ(explanation.report.content_digest, report.content_digest);
  EXPECT_EQ(explanation.report.dismissals.size(), report.dismissals.size());
}

TEST(Explain, RefusesWhatAReviewRefuses) {
  const auto ruleset = Compile({BanPhrases("r", {"保本"})});
  EXPECT_FALSE(Explain(Plain("\xFF"), ruleset, {.as_of = kToday, .cancelled = {}}));
  EXPECT_FALSE(Explain(Plain("a"), ruleset, {.as_of = kToday, .cancelled = [] { return true; }}));
}

}  // namespace
}  // namespace redline::tests
