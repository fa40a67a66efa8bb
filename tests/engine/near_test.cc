// Words that stand near each other are a violation from the first to the last.
#include "engine/near.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "engine/review.h"
#include "tests/engine/lists.h"

namespace redline::tests {
namespace {

Rule BanNear(std::vector<std::vector<std::string>> groups, std::optional<std::uint32_t> within,
             bool in_order = false) {
  Rule rule;
  rule.id = "near";
  rule.severity = Severity::kBlock;
  Near near{{}, within, in_order, {"shown", {}}};
  for (auto& group : groups) near.words.push_back(Wordings(std::move(group)));
  rule.near = {std::move(near)};
  return rule;
}

std::vector<std::string> Found(const Rule& rule, const std::string& text) {
  return Quotes(Reviewed(Plain(text), Compile({rule})));
}

using Expected = std::vector<std::string>;

TEST(Near, FindsWordsThatStandTogether) {
  const Rule near4 = BanNear({{"本金"}, {"无忧", "安全"}}, 4);
  EXPECT_EQ(Found(near4, "本金绝对安全"), Expected{"near: 本金绝对安全"});
  EXPECT_EQ(Found(near4, "安全守护本金"), Expected{"near: 安全守护本金"});
  EXPECT_EQ(Found(near4, "本金一二三四无忧"), Expected{"near: 本金一二三四无忧"});
  EXPECT_EQ(Found(near4, "本金一二三四五无忧"), Expected{});
  EXPECT_EQ(Found(near4, "本金。安全"), Expected{});
  EXPECT_EQ(Found(near4, "本金，安全"), Expected{"near: 本金，安全"});
  EXPECT_EQ(Found(near4, "本金和本金"), Expected{});
  EXPECT_EQ(Found(near4, "本*金绝對安全"), Expected{"near: 本*金绝對安全"});
  EXPECT_EQ(Found(near4, "本金安全，本金无忧"), (Expected{"near: 本金安全", "near: 本金无忧"}));
}

TEST(Near, KeepsTheOrderWhenAsked) {
  const Rule ordered = BanNear({{"本金"}, {"安全"}}, 4, true);
  EXPECT_EQ(Found(ordered, "本金绝对安全"), Expected{"near: 本金绝对安全"});
  EXPECT_EQ(Found(ordered, "安全守护本金"), Expected{});
  EXPECT_EQ(Found(BanNear({{"a"}, {"b"}, {"c"}}, {}, true), "a b a c"), Expected{"near: a b a c"});
}

TEST(Near, ReachesOverASentenceAndNoFurther) {
  const Rule sentence = BanNear({{"low"}, {"rate"}, {"today"}}, {});
  EXPECT_EQ(Found(sentence, "Today we offer a really very low rate."),
            Expected{"near: Today we offer a really very low rate"});
  EXPECT_EQ(Found(sentence, "Today is fine. Our rate is low."), Expected{});
  EXPECT_EQ(Found(sentence, "Yellow rates today"), Expected{});  // not inside other words
}

// A longer match in a warning does not cover up a promise behind the clause.
TEST(Near, DoesNotCoverUpAWorseMatch) {
  Context warned;
  warned.id = "warned";
  warned.before = Wordings({"谨防"});
  warned.reach = 1;
  Rule rule = BanNear({{"本金"}, {"安全"}}, 8);
  rule.phrases = Wordings({"保本"});
  rule.contexts = {{"warned", InContext::kReview, {}}};
  const auto ruleset = Compile({rule}, {warned});
  EXPECT_EQ(Reviewed(Plain("谨防本金安全"), ruleset).verdict, Verdict::kReview);
  const Report report = Reviewed(Plain("谨防本金，保本，安全"), ruleset);
  EXPECT_EQ(Quotes(report), Expected{"near: 本金，保本，安全"});
  EXPECT_EQ(report.verdict, Verdict::kBlock);
}

TEST(Near, IsExcusedAndScopedAsAnyMatch) {
  Rule rule = BanNear({{"本金"}, {"安全"}}, 4);
  rule.exceptions = Wordings({"不保证本金安全"});
  EXPECT_EQ(Found(rule, "不保证本金安全"), Expected{});
  rule.applies_to.channels = {"sms"};
  Draft draft = Plain("本金安全");
  draft.channel = "web";
  EXPECT_EQ(Reviewed(draft, Compile({rule})).violations.size(), 0u);
}

// One word far before very many others, in one sentence.
TEST(Near, IsFoundSoonInLongTexts) {
  std::string text = "本金";
  for (int i = 0; i < 100'000; ++i) text += "好安全";
  EXPECT_EQ(Found(BanNear({{"本金"}, {"安全"}}, {}), text).size(), 1u);
  EXPECT_EQ(Found(BanNear({{"本金"}, {"安全"}}, 4), text).size(), 1u);
}

// Against every choice of one word from each group.
TEST(Near, AgreesWithTryingEveryChoice) {
  std::mt19937 random(20261124);
  const auto pick = [&](int below) { return static_cast<std::uint32_t>(random() % below); };
  int met = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string folded(20, 'x');
    for (int i = 0; i < 2; ++i) folded[pick(20)] = '\x1E';  // the end of a sentence
    Near near;
    near.words.resize(2 + pick(3));
    if (pick(2) == 0) near.within = pick(6);
    near.in_order = pick(2) == 0;
    std::vector<NearWord> words;
    for (std::uint32_t i = 0, count = 2 + pick(7); i < count; ++i) {
      const std::uint32_t begin = pick(18);
      words.push_back({{begin, begin + 1 + pick(3)}, pick(static_cast<int>(near.words.size()))});
    }
    const std::vector<Range> places = FindNear(near, words, folded);

    std::vector<Range> all;
    std::vector<NearWord> chosen;
    const std::function<void(std::uint32_t)> choose = [&](std::uint32_t group) {
      if (group < near.words.size()) {
        for (const NearWord& word : words) {
          if (word.group != group) continue;
          chosen.push_back(word);
          choose(group + 1);
          chosen.pop_back();
        }
        return;
      }
      std::vector<NearWord> sorted = chosen;
      std::sort(sorted.begin(), sorted.end(),
                [](const NearWord& a, const NearWord& b) { return a.range < b.range; });
      for (std::size_t i = 1; i < sorted.size(); ++i) {
        const Range gap{sorted[i - 1].range.end, sorted[i].range.begin};
        if (gap.begin > gap.end || (near.in_order && sorted[i].group < sorted[i - 1].group)) return;
        if (near.within && gap.end - gap.begin > *near.within) return;
        if (folded.substr(gap.begin, gap.end - gap.begin).find('\x1E') != std::string::npos) return;
      }
      all.push_back({sorted.front().range.begin, sorted.back().range.end});
    };
    choose(0);

    // Every place is one of them; wherever one of them ends, one is found.
    for (const Range place : places) {
      EXPECT_NE(std::find(all.begin(), all.end(), place), all.end());
    }
    for (const Range place : all) {
      EXPECT_TRUE(std::any_of(places.begin(), places.end(),
                              [&](Range found) { return found.end == place.end; }));
    }
    met += all.empty() ? 0 : 1;
  }
  EXPECT_GT(met, 2'000);
}

}  // namespace
}  // namespace redline::tests
