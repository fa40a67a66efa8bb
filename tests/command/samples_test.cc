// What `redline test` counts, and the disguises that it makes.

#include "service/command/samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "service/command/lists.h"
#include "service/command/sample_disguises.h"

namespace redline::service {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Disguises(const std::string& sample, Range quote) {
  std::vector<std::string> texts;
  for (const DisguisedSample& made : DisguiseQuote(sample, quote)) {
    texts.push_back(std::string(Name(made.disguise)) + " " + made.text);
  }
  return texts;
}

TEST(SampleDisguises, ChangeTheQuoteOnly) {
  EXPECT_THAT(Disguises("a保本z", {1, 7}),
              ElementsAre("invisible a保\u200B本z", "separator a保*本z"));
  EXPECT_THAT(Disguises("No risk.", {3, 7}),
              ElementsAre("width No ｒｉｓｋ.", "invisible No r\u200Bi\u200Bs\u200Bk."));
  EXPECT_THAT(
      Disguises("保本8.5%稳", {0, 13}),
      ElementsAre("width 保本８．５％稳", "invisible 保\u200B本8.5%稳", "separator 保*本8.5%稳"));
  EXPECT_THAT(Disguises("最", {0, 3}), IsEmpty());
}

// The rules of tests/command/lint/coverage.yaml, whose comments say what is expected here.
TEST(Samples, CountWhatTheyMakeFire) {
  const auto lists = CompileLists(REDLINE_SOURCE_DIR "/tests/command/lint/coverage.yaml");
  ASSERT_TRUE(lists.has_value());
  const SamplesOutcome outcome = RunSamples(lists->ruleset, lists->samples, Disguised::kNo);
  ASSERT_EQ(outcome.rules.size(), 2U);
  const RuleOutcome& rule = outcome.rules.front();
  EXPECT_EQ(rule.flags, 2U);
  EXPECT_EQ(rule.wordings, 8U);
  std::vector<std::string> not_covered;
  for (const Wording& wording : rule.not_covered) not_covered.push_back(wording.text);
  EXPECT_THAT(not_covered, ElementsAre("躺赚", "稳赚到底", "锁定期 any period"));
  EXPECT_EQ(outcome.failures(), 0U);
  EXPECT_EQ(outcome.Sum(&RuleOutcome::disguised), 0U);
}

TEST(Samples, AreDisguisedWhereTheirRuleSeesThrough) {
  const auto lists = CompileLists(REDLINE_SOURCE_DIR "/tests/command/lint/coverage.yaml");
  ASSERT_TRUE(lists.has_value());
  const SamplesOutcome outcome = RunSamples(lists->ruleset, lists->samples, Disguised::kYes);
  EXPECT_EQ(outcome.rules[0].disguised, 4U);
  EXPECT_EQ(outcome.rules[1].disguised, 2U);  // without separators: see the file
  EXPECT_EQ(outcome.failures(), 0U);
}

// A word of a group counts with the first rule, and is covered by any.
TEST(Samples, CountAWordOfAGroupOnce) {
  const auto lists = CompileLists(REDLINE_SOURCE_DIR "/tests/command/lint/words.yaml");
  ASSERT_TRUE(lists.has_value());
  const SamplesOutcome outcome = RunSamples(lists->ruleset, lists->samples, Disguised::kNo);
  ASSERT_EQ(outcome.rules.size(), 2U);
  EXPECT_EQ(outcome.rules[0].wordings, 4U);
  EXPECT_EQ(outcome.rules[1].wordings, 2U);
  std::vector<std::string> not_covered;
  for (const RuleOutcome& rule : outcome.rules) {
    for (const Wording& wording : rule.not_covered) not_covered.push_back(wording.text);
  }
  EXPECT_THAT(not_covered, ElementsAre("躺赢", "稳利来"));
}

TEST(PercentOf, IsRoundedDown) {
  EXPECT_EQ(PercentOf(0, 0), 100U);
  EXPECT_EQ(PercentOf(0, 3), 0U);
  EXPECT_EQ(PercentOf(2, 3), 66U);
  EXPECT_EQ(PercentOf(9999, 10000), 99U);
  EXPECT_EQ(PercentOf(3, 3), 100U);
}

TEST(CompileGoodFiles, LeavesOutThoseWithErrors) {
  std::vector<RuleError> errors;
  const auto lists = CompileGoodFiles(REDLINE_SOURCE_DIR "/tests/command/partly", errors);
  ASSERT_TRUE(lists.has_value());
  EXPECT_EQ(lists->files, 1U);
  // One file has an error, and one needs a law of it.
  std::vector<std::string> blamed;
  for (const RuleError& error : errors) blamed.push_back(error.origin.file);
  EXPECT_THAT(blamed, ElementsAre("partly/broken.yaml", "partly/needs-broken.yaml"));
}

}  // namespace
}  // namespace redline::service
