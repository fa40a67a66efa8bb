// A number that belongs to a word is a violation when it lies within the bounds of a condition.
#include "engine/numbers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "engine/review.h"
#include "tests/engine/lists.h"

namespace redline::tests {
namespace {

using Bound = NumberCondition::Bound;

Rule BanNumber(std::vector<std::string> words, std::optional<std::uint32_t> within, Measure measure,
               std::optional<Bound> least, std::optional<Bound> most = {}) {
  Rule rule;
  rule.id = "number";
  rule.severity = Severity::kBlock;
  rule.numbers = {{Wordings(std::move(words)), within, false, measure, least, most, {"shown", {}}}};
  return rule;
}

Bound Above(std::uint64_t value) { return {Decimal::Of(value, 0), false}; }
Bound AtLeast(std::uint64_t value) { return {Decimal::Of(value, 0), true}; }

std::vector<std::string> Found(const Rule& rule, const std::string& text) {
  return Quotes(Reviewed(Plain(text), Compile({rule})));
}

using Expected = std::vector<std::string>;

TEST(Numbers, BelongToAWordOnEitherSide) {
  const Rule rule = BanNumber({"年化", "年化收益率"}, 8, Measure::kPercentage, Above(5));
  EXPECT_EQ(Found(rule, "年化6%"), Expected{"number: 年化6%"});
  EXPECT_EQ(Found(rule, "年化收益率：高达5.01 ％"), Expected{"number: 年化收益率：高达5.01 ％"});
  EXPECT_EQ(Found(rule, "高达6%的年化收益率"), Expected{"number: 6%的年化收益率"});
  EXPECT_EQ(Found(rule, "年*化百分之六"), Expected{"number: 年*化百分之六"});
  EXPECT_EQ(Found(rule, "年化5%"), Expected{});
  EXPECT_EQ(Found(rule, "年化4.15%"), Expected{});
  EXPECT_EQ(Found(rule, "年化3%-6%"), Expected{"number: 年化3%-6%"});
  EXPECT_EQ(Found(rule, "年化。6%"), Expected{});
  EXPECT_EQ(Found(rule, "年化一二三四五六七八6%"), Expected{"number: 年化一二三四五六七八6%"});
  EXPECT_EQ(Found(rule, "年化一二三四五六七八九6%"), Expected{});
  EXPECT_EQ(Found(rule, "年化7日，6元"), Expected{});  // of other measures
}

TEST(Numbers, KeepTheOrderWhenAsked) {
  Rule rule = BanNumber({"年化"}, 8, Measure::kPercentage, Above(5));
  rule.numbers.front().in_order = true;
  EXPECT_EQ(Found(rule, "年化6%"), Expected{"number: 年化6%"});
  EXPECT_EQ(Found(rule, "6%年化"), Expected{});
}

TEST(Numbers, BelongToNoWordBeyondAnotherStatement) {
  const Rule rule = BanNumber({"年化"}, {}, Measure::kPercentage, Above(5));
  EXPECT_EQ(Found(rule, "年化3%，首月奖励8%"), Expected{});
  EXPECT_EQ(Found(rule, "奖励8%，另有2%年化"), Expected{});
  EXPECT_EQ(Found(rule, "年化3%、首月8%"), Expected{"number: 年化3%、首月8%"});
  EXPECT_EQ(Found(rule, "年化3%，4%，8%"), Expected{"number: 年化3%，4%，8%"});
  EXPECT_EQ(Found(rule, "去年，年化为3%，今年年化8%"), Expected{"number: 年化8%"});
}

TEST(Numbers, AreHeldAgainstBothBounds) {
  const Rule between =
      BanNumber({"存款"}, 8, Measure::kYuan, AtLeast(10'000), Bound{Decimal::Of(50'000, 0), false});
  EXPECT_EQ(Found(between, "存款1万元"), Expected{"number: 存款1万元"});
  EXPECT_EQ(Found(between, "存款49,999.99元"), Expected{"number: 存款49,999.99元"});
  EXPECT_EQ(Found(between, "存款5万元"), Expected{});
  EXPECT_EQ(Found(between, "存款9999元"), Expected{});
  EXPECT_EQ(Found(between, "存款5千-9千元"), Expected{});
  EXPECT_EQ(Found(between, "存款5千-6万元"), Expected{"number: 存款5千-6万元"});
  const Rule below =
      BanNumber({"锁定期"}, 8, Measure::kPeriod, {}, Bound{Decimal::Of(180, 0), false});
  EXPECT_EQ(Found(below, "锁定期仅90天"), Expected{"number: 锁定期仅90天"});
  EXPECT_EQ(Found(below, "锁定期6个月"), Expected{});
  const Rule any = BanNumber({"日利率"}, 8, Measure::kPercentage, {});
  EXPECT_EQ(Found(any, "日利率万分之五"), Expected{"number: 日利率万分之五"});
  EXPECT_EQ(Found(any, "日利率优惠"), Expected{});
}

TEST(Numbers, AreExcusedScopedAndRequiredAsAnyMatch) {
  Rule rule = BanNumber({"APR"}, 8, Measure::kPercentage, Above(36));
  EXPECT_EQ(Found(rule, "An APR of 36.5%"), Expected{"number: APR of 36.5%"});
  EXPECT_EQ(Found(rule, "aprons 40%"), Expected{});
  rule.exceptions = Wordings({"never charge an APR of 40%"});
  EXPECT_EQ(Found(rule, "We never charge an APR of 40%"), Expected{});
  rule.requirement.emplace();
  rule.requirement->one_of = Wordings({"representative example"});
  EXPECT_EQ(Found(rule, "An APR of 40%. Representative example"), Expected{});
  EXPECT_EQ(Found(rule, "An APR of 40%"), Expected{"number: APR of 40%"});
  rule.applies_to.channels = {"sms"};
  Draft draft = Plain("An APR of 40%");
  draft.channel = "web";
  EXPECT_EQ(Reviewed(draft, Compile({rule})).violations.size(), 0u);
}

TEST(Numbers, TellTheConditionAndTheDisguises) {
  const Rule rule = BanNumber({"年化"}, 8, Measure::kPercentage, Above(5));
  const Report report = Reviewed(Plain("年*化６%"), Compile({rule}));
  ASSERT_EQ(report.violations.size(), 1u);
  EXPECT_EQ(report.violations[0].wording, "shown");
  EXPECT_EQ(report.violations[0].folded_quote, "年化6%");
  EXPECT_EQ(report.violations[0].disguises, (std::vector{Disguise::kWidth, Disguise::kSeparator}));
}

// Very many words and numbers in one sentence.
TEST(Numbers, AreFoundSoonInLongTexts) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "年化3%";
  EXPECT_EQ(Found(BanNumber({"年化"}, {}, Measure::kPercentage, Above(5)), text).size(), 0u);
  EXPECT_EQ(Found(BanNumber({"年化"}, {}, Measure::kPercentage, Above(5)), text + "6%").size(), 1u);
}

// Against every choice of a word and a number.
TEST(Numbers, AgreeWithTryingEveryChoice) {
  std::mt19937 random(20261124);
  const auto pick = [&](std::size_t below) { return static_cast<std::uint32_t>(random() % below); };
  static constexpr const char* kPieces[] = {"词", "5%", "4%",  "，",  "。",
                                            "好", "好", "7天", "词语"};
  std::size_t met = 0;
  for (int round = 0; round < 6'000; ++round) {
    std::string text;
    for (std::uint32_t i = 4 + pick(10); i > 0; --i) text += kPieces[pick(std::size(kPieces))];
    const text::FoldedText folded = text::Fold(text);
    NumberCondition condition;
    if (pick(3) > 0) condition.within = pick(5);
    condition.in_order = pick(2) == 0;
    condition.least = AtLeast(5);
    std::vector<Range> words;
    for (const std::string word : {"词", "词语"}) {
      for (std::size_t at = folded.text.find(word); at != std::string::npos;
           at = folded.text.find(word, at + 1)) {
        words.push_back(
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())});
      }
    }
    const auto places = NumbersBeside(folded, text).Find(condition, words);

    const Range all{0, static_cast<std::uint32_t>(folded.text.size())};
    const std::vector<text::Quantity> numbers = text::QuantitiesIn(folded, text, all);
    std::vector<Range> wanted;
    for (const text::Quantity& number : numbers) {
      if (number.measure != Measure::kPercentage || number.least < condition.least->value) continue;
      for (const Range word : words) {
        const bool behind = word.end <= number.range.begin;
        if (!behind && (condition.in_order || word.begin < number.range.end)) continue;
        const Range gap =
            behind ? Range{word.end, number.range.begin} : Range{number.range.end, word.begin};
        const std::string between = folded.text.substr(gap.begin, gap.end - gap.begin);
        const auto characters = std::count_if(between.begin(), between.end(), [](char byte) {
          return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
        });
        if (condition.within && characters > static_cast<int>(*condition.within)) continue;
        if (between.find('\x1E') != std::string::npos) continue;
        // Another percentage between them, and a comma that more than it parts from the next.
        std::string rest = between;
        if (!behind) std::reverse(rest.begin(), rest.end());
        bool another = false;
        for (std::size_t at = rest.find('%'); at != std::string::npos;
             at = rest.find('%', at + 1)) {
          std::size_t next = rest.find('%', at + 1);
          const std::size_t from = behind ? at + 1 : at + 2;  // behind the number: its digit too
          const std::size_t to = next == std::string::npos ? rest.size() : behind ? next - 1 : next;
          const std::string part = from < to ? rest.substr(from, to - from) : "";
          another = another || (part.size() > 1 && part.find('\x1F') != std::string::npos);
        }
        if (another) continue;
        wanted.push_back(behind ? Range{word.begin, number.range.end}
                                : Range{number.range.begin, word.end});
      }
    }
    for (const Range place : places) {
      EXPECT_NE(std::find(wanted.begin(), wanted.end(), place), wanted.end()) << text;
    }
    for (const Range place : wanted) {  // by its number, which either begins or ends it
      EXPECT_TRUE(std::any_of(places.begin(), places.end(), [&](Range found) {
        const bool ends = folded.text[place.end - 1] == '%';
        return ends ? found.end == place.end : found.begin == place.begin;
      })) << text;
    }
    met += wanted.size();
  }
  EXPECT_GT(met, 3'000u);
}

// A condition that cannot be held against numbers is no condition.
TEST(Numbers, NeedWordsAndASimpleBound) {
  const auto errors = [](Rule rule) {
    const auto compiled = Ruleset::Compile({"test", "1", {}, {std::move(rule)}});
    return compiled ? std::string() : compiled.error().front().message;
  };
  EXPECT_EQ(errors(BanNumber({}, {}, Measure::kPercentage, Above(5))),
            "a number belongs to a word: name at least one");
  const std::string kNoBound =
      "the number is too large or has more than five decimals: write a simpler one";
  EXPECT_EQ(errors(BanNumber({"a"}, {}, Measure::kYuan, Above(1'000'000'000'000))), kNoBound);
  EXPECT_EQ(errors(BanNumber({"a"}, {}, Measure::kYuan, Bound{Decimal::Of(1, -6), false})),
            kNoBound);
  EXPECT_EQ(errors(BanNumber({"a"}, {}, Measure::kYuan, Bound{Decimal::Of(1, -5), false})), "");
}

}  // namespace
}  // namespace redline::tests
