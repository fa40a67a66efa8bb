// The small words of the language: dates, ids, languages, slips of the pen, characters.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "engine/disguise.h"
#include "rules/code_point.h"
#include "rules/date.h"
#include "rules/keys.h"

namespace redline::rules {
namespace {

TEST(ParseDate, KnowsTheCalendar) {
  constexpr std::string_view kGood[] = {"2018-09-26", "2024-02-29", "2000-02-29", "0001-01-01",
                                        "9999-12-31"};
  constexpr std::string_view kBad[] = {"",
                                       "2018-9-26",
                                       "2018/09/26",
                                       "2018-13-01",
                                       "2018-00-10",
                                       "2018-01-00",
                                       "2018-04-31",
                                       "2023-02-29",
                                       "1900-02-29",
                                       "2018-09-26 ",
                                       "2018-09-260",
                                       "+018-09-26",
                                       "２０１８-09-26"};
  for (const std::string_view text : kGood) EXPECT_TRUE(ParseDate(text)) << text;
  for (const std::string_view text : kBad) EXPECT_FALSE(ParseDate(text)) << text;
}

TEST(RuleId, IsLowerCaseWordsJoined) {
  constexpr std::string_view kGood[] = {"a", "cn.core.sure-win", "a1.b2-c3", "top10"};
  constexpr std::string_view kBad[] = {"",   "A",    "1a",  ".a",  "a.",   "a..b",
                                       "a-", "a-.b", "a_b", "a b", "保本", "a.保本"};
  for (const std::string_view text : kGood) EXPECT_TRUE(IsRuleId(text)) << text;
  for (const std::string_view text : kBad) EXPECT_FALSE(IsRuleId(text)) << text;
  EXPECT_FALSE(IsWord("a.b"));
  EXPECT_TRUE(IsScopeName("private_fund"));
}

TEST(Locale, HasTheShapeOfALanguage) {
  constexpr std::string_view kGood[] = {"zh", "zh-CN", "en-US", "zh-Hant-HK", "yue"};
  constexpr std::string_view kBad[] = {"", "z", "Chinese", "zh_CN", "zh-", "ZH", "-CN", "zh-C"};
  for (const std::string_view text : kGood) EXPECT_TRUE(IsLocale(text)) << text;
  for (const std::string_view text : kBad) EXPECT_FALSE(IsLocale(text)) << text;
}

TEST(DidYouMean, NamesTheNearestWordOnly) {
  EXPECT_EQ(DidYouMean("phrase", kRuleKeys), " (did you mean `phrases`?)");
  EXPECT_EQ(DidYouMean("Severity", kRuleKeys), " (did you mean `severity`?)");
  EXPECT_EQ(DidYouMean("blok", kSeverityWords), " (did you mean `block`?)");
  EXPECT_EQ(DidYouMean("colour", kRuleKeys), "");
  EXPECT_EQ(DidYouMean(std::string(1000, 'x'), kRuleKeys), "");
}

TEST(Folds, AreNamedAsInReports) {
  for (const Words words : {Words(kWithWords), Words(kWithoutWords)}) {
    for (const std::string_view word : words) {
      ASSERT_TRUE(DisguiseNamed(word)) << word;
      EXPECT_EQ(Name(*DisguiseNamed(word)), word);
    }
  }
  EXPECT_FALSE(DisguiseNamed("case"));
  EXPECT_FALSE(DisguiseNamed(""));
}

TEST(CodePoint, IsDecodedAsUnicodeSaysAndNotMore) {
  constexpr std::string_view kBad[] = {"\x80",         "\xC0\x80",         "\xC1\xBF",
                                       "\xE0\x80\x80", "\xED\xA0\x80",     "\xF0\x80\x80\x80",
                                       "\xE4\xBF",     "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80"};
  for (const std::string_view text : kBad) EXPECT_EQ(DecodeAt(text, 0).length, 0u);
  for (char32_t value = 1; value <= 0x10FFFF; value += value < 0x3000 ? 1 : 61) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(value, text);
    EXPECT_EQ(DecodeAt(text, 0).value, value);
    EXPECT_EQ(DecodeAt(text, 0).length, text.size());
  }
}

TEST(CodePoint, TellsHanFromOtherScripts) {
  EXPECT_TRUE(HasHan("a 保"));
  EXPECT_TRUE(HasHan("〇"));
  EXPECT_FALSE(HasHan("sure win！"));
}

}  // namespace
}  // namespace redline::rules
