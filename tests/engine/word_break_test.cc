// A rule that asks for it does not cut Chinese words in two.
#include "engine/text/word_break.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/review.h"
#include "tests/engine/lists.h"

namespace redline::tests {
namespace {

// Whether the only place of `phrase` in `text` cuts a word.
bool Cuts(const std::string& phrase, const std::string& text) {
  const text::FoldedText folded = text::Fold(text);
  const std::string read = text::Fold(phrase).text;
  const auto begin = static_cast<std::uint32_t>(folded.text.find(read));
  EXPECT_EQ(folded.text.find(read, begin + 1), std::string::npos) << text;
  return text::CutsWord(folded, text, {begin, begin + static_cast<std::uint32_t>(read.size())});
}

TEST(WordBreak, TellsAWordFromThePiecesOfTwo) {
  constexpr struct {
    const char* phrase;
    const char* text;
    bool cuts;
  } cases[] = {
      {"保本", "这款产品保本", false},
      {"保本", "保本", false},
      {"保本", "请确保本人到场", true},
      {"保本", "支持环保本地化", true},
      {"高收益", "努力提高收益", true},
      {"高收益", "这里有高收益产品", false},
      {"最", "最近三个月", true},
      {"最高", "这里的利率最高", false},
      {"第一", "他得了第一名", false},  // 第一 is a word of its own there
      {"第一", "第一", false},
      {"保本", "請確保本人到場", true},   // traditional script is folded first
      {"保本", "请确★保本人到场", true},  // separators part no words
      {"保本", "abc保本def", false},
      {"risk", "no risk", false},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(Cuts(each.phrase, each.text), each.cuts) << each.phrase << " in " << each.text;
  }
}

TEST(WordBreak, LooksNoFurtherThanItsWindow) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "理财";
  EXPECT_FALSE(Cuts("稳赚不赔", text + "稳赚不赔" + text));
}

TEST(WordBreak, IsAskedForByARule) {
  Rule words = BanPhrases("words", {"保本"});
  words.boundary = Boundary::kWord;
  const auto ruleset = Compile({words, BanPhrases("tokens", {"保本"})});
  const Report report = Reviewed(Plain("请确保本人到场，产品保本"), ruleset);
  ASSERT_EQ(report.violations.size(), 3u);
  EXPECT_EQ(report.violations[0].rule->id, "tokens");
  EXPECT_EQ(report.violations[1].rule->id, "tokens");
  EXPECT_EQ(report.violations[2].rule->id, "words");
}

}  // namespace
}  // namespace redline::tests
