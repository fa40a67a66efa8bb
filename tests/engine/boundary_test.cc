#include "engine/text/boundary.h"

#include <gtest/gtest.h>

#include <string>

namespace redline::text {
namespace {

// Each row: a draft, the folded words that are looked for in it, whether they stand uncut.
TEST(CutsToken, KeepsWordsAndNumbersWhole) {
  struct Case {
    const char* draft;
    const char* words;
    bool cut;
  };
  static constexpr Case kCases[] = {
      {"the best bank", "best", false},
      {"the bestseller", "best", true},
      {"my cabest", "best", true},
      {"a-best-b", "best", false},
      {"银行best银行", "best", false},
      {"🇨🇳best🇨🇳", "best", false},
      {"🇧🇪🇸🇹🇸eller", "best", true},
      {"be\u200Bstbank", "best", true},
      {"15%", "5%", true},
      {"5%", "5%", false},
      {"1.5%", "5%", true},
      {"15.5", "15", true},
      {"1,005元", "5元", true},
      {"收益5%起", "5%", false},
      {"vip1", "vip", false},  // a letter beside a digit is an edge
      {"1av2", "av", false},
      {"A10021003", "10021003", false},
      {"十一年翻倍", "1年翻倍", true},
      {"一年翻倍", "1年翻倍", false},
      {"第一百名", "第1", true},
      {"统一零风险", "0风险", false},
      {"10风险", "0风险", true},
      {"2024年零风险", "0风险", false},
      {"ราคาดีที่สุด", "ดี", false},  // Thai writes without blanks
      {"Москва", "кв", true},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(std::string(c.draft) + " / " + c.words);
    const FoldedText folded = Fold(c.draft);
    const std::string words = Fold(c.words).text;
    const std::size_t at = folded.text.find(words);
    ASSERT_NE(at, std::string::npos) << folded.text;
    const Range range{static_cast<std::uint32_t>(at),
                      static_cast<std::uint32_t>(at + words.size())};
    EXPECT_EQ(CutsToken(folded, c.draft, range), c.cut);
  }
}

}  // namespace
}  // namespace redline::text
