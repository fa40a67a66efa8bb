#include "engine/text/split_characters.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/text/fold.h"
#include "engine/text/utf8.h"
#include "tests/engine/random_text.h"

namespace redline::text {
namespace {

TEST(SplitCharacters, ArePutTogether) {
  EXPECT_EQ(JoinSplit("亻呆本亻呆息").text, "保本保息");
  EXPECT_EQ(JoinSplit("高丩攵益").text, "高收益");
  EXPECT_EQ(JoinSplit("禾急贝兼").text, "稳赚");
  EXPECT_EQ(JoinSplit("亻\x1F呆").text, "");
  EXPECT_EQ(JoinSplit("保本亻").text, "");
  EXPECT_EQ(JoinSplit("").text, "");
}

TEST(SplitCharacters, PartsAreWhatIsPutTogether) {
  EXPECT_EQ(PartsOf(U'保'), "亻呆");
  EXPECT_EQ(PartsOf(U'国'), "");
  EXPECT_EQ(PartsOf(U'a'), "");
  int characters = 0;
  for (char32_t c = 0x3400; c < 0xA000; ++c) {
    const std::string parts = PartsOf(c);
    if (parts.empty()) continue;
    ++characters;
    std::string whole;
    AppendUtf8(c, whole);
    EXPECT_EQ(JoinSplit(parts).text, whole);
    EXPECT_EQ(Fold(parts).text, parts);
    EXPECT_EQ(Fold(whole).text, whole);
  }
  EXPECT_GT(characters, 3900);
}

// Cut at the joins, both texts are the same.
TEST(SplitCharacters, LeadBackToTheFoldedText) {
  tests::RandomText random(6);
  static constexpr std::u32string_view kLetters = U"亻呆保本丩攵禾急女子好a5\x1F";
  int joined = 0;
  for (int round = 0; round < 10000; ++round) {
    std::string folded;
    for (std::uint32_t i = random.Below(12); i > 0; --i) {
      AppendUtf8(kLetters[random.Below(static_cast<std::uint32_t>(kLetters.size()))], folded);
    }
    const JoinedText text = JoinSplit(folded);
    if (text.joins.empty()) continue;
    ++joined;
    std::uint32_t behind = 0;
    for (std::uint32_t at = 0; at < text.text.size();) {
      const auto next = at + static_cast<std::uint32_t>(SequenceLength(text.text[at]));
      const Range from = text.FoldedOf({at, next});
      ASSERT_EQ(from.begin, behind) << folded;
      const std::string here = text.text.substr(at, next - at);
      const std::string there = folded.substr(from.begin, from.end - from.begin);
      const auto joins = text.JoinsIn({at, next});
      ASSERT_EQ(joins.empty() ? there : JoinSplit(there).text, here) << folded;
      behind = from.end;
      at = next;
    }
    ASSERT_EQ(behind, folded.size());
  }
  EXPECT_GT(joined, 1000);
}

}  // namespace
}  // namespace redline::text
