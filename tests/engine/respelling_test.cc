// Plays with letters are seen through: leet, stretched words, text written backwards.
#include "engine/text/respelling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/review.h"
#include "tests/engine/lists.h"

namespace redline::tests {
namespace {

using testing::Contains;

Draft Html(std::string text) {
  Draft draft = Plain(std::move(text));
  draft.passages[0].format = Format::kHtml;
  return draft;
}

// The violations of one phrase in a plain text.
std::vector<Violation> Violations(const std::string& phrase, const std::string& text,
                                  Folds folds = {}) {
  Rule rule = BanPhrases("r", {phrase});
  rule.folds = std::move(folds);
  return Reviewed(Plain(text), Compile({rule})).violations;
}

TEST(Respelling, SeesThroughPlaysWithLetters) {
  constexpr struct {
    const char* phrase;
    const char* text;
    const char* quote;  // empty: no violation
    Disguise disguise;
  } cases[] = {
      {"instant approval", "get 1n5tant @pproval now", "1n5tant @pproval", Disguise::kLeet},
      {"guaranteed returns", "gu4r4nt33d re7urn5!", "gu4r4nt33d re7urn5", Disguise::kLeet},
      {"low deposit", "1ow dep0sit", "1ow dep0sit", Disguise::kLeet},
      {"100% approved", "IOO% no, l0O% approved", "l0O% approved", Disguise::kLeet},
      {"risk-free", "r!$k-free", "r!$k-free", Disguise::kLeet},
      {"零风险", "这是○风险的", "○风险", Disguise::kLeet},
      {"零风险", "○○风险公司", "", {}},
      {"risk free", "A risk 5ree", "", {}},                 // 5 is drawn like s, not like f
      {"sales tools", "5A1E5 70015", "", {}},               // more signs than letters: a number
      {"boss", "B055 is a model", "", {}},                  // too short to be sure
      {"best rate", "Is this the best! Rate it.", "", {}},  // a mark behind a word is a mark
      {"guaranteed free gift", "guaranteed freeee gift", "guaranteed freeee gift",
       Disguise::kStretched},
      {"guaranteed risk", "guaraaanteed riiiisk", "guaraaanteed riiiisk", Disguise::kStretched},
      {"稳赚不赔", "稳赚赚赚不不不赔", "稳赚赚赚不不不赔", Disguise::kStretched},
      {"稳赚不赔", "稳赚赚不赔", "", {}},  // twice is a word as often as not
      {"100%", "1000%", "", {}},           // a number is no stretched one
      {"稳赚不赔", "真的\u202E赔不赚稳\u202C，放心", "赔不赚稳", Disguise::kReversed},
      {"稳赚不赔", "第一行\n稳\u202E赔不赚\u202C", "稳\u202E赔不赚", Disguise::kReversed},
      {"risk-free", "\u202Eeerf-ksir", "eerf-ksir", Disguise::kReversed},
      {"稳赚不赔", "赔不赚稳", "", {}},
  };
  for (const auto& each : cases) {
    SCOPED_TRACE(std::string(each.phrase) + " in " + each.text);
    const auto violations = Violations(each.phrase, each.text);
    if (each.quote[0] == '\0') {
      EXPECT_TRUE(violations.empty());
      continue;
    }
    ASSERT_EQ(violations.size(), 1u);
    EXPECT_EQ(violations[0].quote, each.quote);
    EXPECT_THAT(violations[0].disguises, Contains(each.disguise));
    EXPECT_EQ(violations[0].wording, each.phrase);
  }
}

// What stands in the text itself is found there, once, and is no disguise.
TEST(Respelling, AddsNothingToWhatStandsThere) {
  for (const char* text :
       {"稳赚不赔赔赔", "稳赚赚赚不赔，稳赚不赔", "保本 l00% 稳赚不赔 1n5tant"}) {
    SCOPED_TRACE(text);
    std::size_t plain = 0;
    for (const Violation& violation : Violations("稳赚不赔", text)) {
      plain += violation.disguises.empty() ? 1 : 0;
      EXPECT_EQ(violation.folded_quote, "稳赚不赔");
    }
    EXPECT_EQ(plain, 1u);
  }
}

TEST(Respelling, ReadsMarkupToo) {
  const auto ruleset = Compile({BanPhrases("r", {"instant approval"})});
  const Report report = Reviewed(Html("<p>an 1n<b>5tant</b> &#64;pproval</p>"), ruleset);
  ASSERT_EQ(report.violations.size(), 1u);
  EXPECT_EQ(report.violations[0].quote, "1n<b>5tant</b> &#64;pproval");
  EXPECT_EQ(report.violations[0].disguises,
            (std::vector<Disguise>{Disguise::kMarkup, Disguise::kLeet}));
}

TEST(Respelling, IsOnlyMadeWhereATextGivesReason) {
  for (const char* text : {"", "a", "本产品为非保本浮动收益型理财产品，请您充分认识投资风险。",
                           "The value of investments may go down as well as up. 12 % of 34.",
                           "天天向上，look at 1000 books"}) {
    EXPECT_EQ(text::Respellings(text)->size(), 0u) << text;
  }
  // At every offset from a multiple of the step, and at the very end.
  for (const char* reason : {"a1", "$a", "1l", "aaa", "稳稳稳", "\u202Eab", "○险"}) {
    for (std::size_t before = 0; before < 40; ++before) {
      for (const std::size_t after : {0u, 1u, 40u}) {
        const std::string text = std::string(before, '-') + reason + std::string(after, '-');
        EXPECT_GT(text::Respellings(text)->size(), 0u) << text;
      }
    }
  }
}

TEST(Folds, AreChosenByTheRule) {
  EXPECT_EQ(Violations("boss", "B055 is a model").size(), 0u);
  EXPECT_EQ(Violations("boss", "b0ss is a model", {{Disguise::kLeet}, {}}).size(), 1u);
  const struct {
    const char* phrase;
    const char* text;
    Disguise disguise;
  } cases[] = {
      {"第一品牌", "第①品牌", Disguise::kNumeral},
      {"第一品牌", "第1品牌", Disguise::kNumeral},
      {"保本", "保*本", Disguise::kSeparator},
      {"保证", "保證", Disguise::kTraditional},
      {"instant approval", "1nstant approval", Disguise::kLeet},
      {"稳赚不赔", "稳赚赚赚不赔", Disguise::kStretched},
  };
  for (const auto& each : cases) {
    SCOPED_TRACE(each.text);
    EXPECT_EQ(Violations(each.phrase, each.text).size(), 1u);
    EXPECT_EQ(Violations(each.phrase, each.text, {{}, {each.disguise}}).size(), 0u);
    EXPECT_EQ(Violations(each.phrase, each.phrase, {{}, {each.disguise}}).size(), 1u);
  }
}

}  // namespace
}  // namespace redline::tests
