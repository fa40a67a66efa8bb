// Numbers with what they count, in every form that copy writes them in.
#include "engine/text/quantities.h"

#include <gtest/gtest.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <random>
#include <string>
#include <vector>

#include "engine/text/fold.h"
#include "engine/text/numeral.h"
#include "engine/text/units.h"
#include "engine/text/utf8.h"

namespace redline::text {
namespace {

// "5" for 5000000 millionths.
std::string Shown(const Decimal& number) {
  const std::uint64_t millionths = number.Millionths();
  std::string shown = std::to_string(millionths / 1'000'000);
  std::string decimals = std::to_string(1'000'000 + millionths % 1'000'000).substr(1);
  decimals.erase(decimals.find_last_not_of('0') + 1);
  return decimals.empty() ? shown : shown + "." + decimals;
}

// "5 percentage [5%]; 30–60 period [1至2个月]".
std::string Read(const std::string& text) {
  const FoldedText folded = Fold(text);
  std::string shown;
  const Range all{0, static_cast<std::uint32_t>(folded.text.size())};
  for (const Quantity& quantity : QuantitiesIn(folded, text, all)) {
    if (!shown.empty()) shown += "; ";
    shown += Shown(quantity.least);
    if (quantity.least != quantity.greatest) shown += "–" + Shown(quantity.greatest);
    const Range from = folded.map.SourceOf(quantity.range, text);
    shown += " " + std::string(Name(quantity.measure)) + " [" +
             text.substr(from.begin, from.end - from.begin) + "]";
  }
  return shown;
}

struct Case {
  std::string text;
  std::string read;
};

class Quantities : public testing::TestWithParam<Case> {};

TEST_P(Quantities, AreRead) { EXPECT_EQ(Read(GetParam().text), GetParam().read); }

INSTANTIATE_TEST_SUITE_P(
    Percentages, Quantities,
    testing::Values(
        Case{"年化5%", "5 percentage [5%]"}, Case{"5 %", "5 percentage [5 %]"},
        Case{"５．５０％", "5.5 percentage [５．５０％]"}, Case{"⑤%", "5 percentage [⑤%]"},
        Case{"0.05﹪", "0.05 percentage [0.05﹪]"}, Case{"5·5%", "5.5 percentage [5·5%]"},
        Case{"5点5%", "5.5 percentage [5点5%]"}, Case{"1\u200B5%", "15 percentage [1\u200B5%]"},
        Case{"1,250%", "1250 percentage [1,250%]"}, Case{"五%", "5 percentage [五%]"},
        Case{"十%", "10 percentage [十]"}, Case{"百分之五", "5 percentage [百分之五]"},
        Case{"百分之三點五", "3.5 percentage [百分之三點五]"},
        Case{"百分之零点零五", "0.05 percentage [百分之零点零五]"},
        Case{"百 分 之 三十五点五", "35.5 percentage [百 分 之 三十五点五]"},
        Case{"百分之6.8", "6.8 percentage [百分之6.8]"},
        Case{"百分之百", "100 percentage [百分之百]"}, Case{"百分百", "100 percentage [百分百]"},
        Case{"千分之五", "0.5 percentage [千分之五]"},
        Case{"日息万分之五", "0.05 percentage [万分之五]"}, Case{"5‰", "0.5 percentage [5‰]"},
        Case{"5‱", "0.05 percentage [5‱]"}, Case{"五个点", "5 percentage [五个点]"},
        Case{"5個百分點", "5 percentage [5個百分點]"},
        Case{"七八个点", "7–8 percentage [七八个点]"},
        Case{"百分之七八", "7–8 percentage [百分之七八]"}, Case{"八成", "80 percentage [八成]"},
        Case{"两成五", "25 percentage [两成五]"}, Case{"25bp", "0.25 percentage [25bp]"},
        Case{"25 bps", "0.25 percentage [25 bps]"}, Case{"50个基点", "0.5 percentage [50个基点]"},
        Case{"5 percent", "5 percentage [5 percent]"},
        Case{"5 per cent p.a.", "5 percentage [5 per cent]"},
        Case{"4.5pct", "4.5 percentage [4.5pct]"},
        Case{"2 percentage points", "2 percentage [2 percentage]"},
        Case{"统一5%", "5 percentage [5%]"}, Case{"APR5%", "5 percentage [5%]"},
        Case{"-5%", "5 percentage [5%]"}, Case{"近5%+", "5 percentage [5%]"}));

INSTANTIATE_TEST_SUITE_P(Interest, Quantities,
                         testing::Values(Case{"年息1分", "10 percentage [1分]"},
                                         Case{"年利率八厘", "8 percentage [八厘]"},
                                         Case{"月息2分", "2 percentage [2分]"},
                                         Case{"月息一分五", "1.5 percentage [一分五]"},
                                         Case{"月息1分5厘", "1.5 percentage [1分5厘]"},
                                         Case{"月息低至5厘", "0.5 percentage [5厘]"},
                                         Case{"日息5厘", "0.05 percentage [5厘]"},
                                         Case{"月息5分钟到账", ""}, Case{"得了5分", ""},
                                         Case{"四分之三", ""}));

INSTANTIATE_TEST_SUITE_P(
    Money, Quantities,
    testing::Values(
        Case{"50万元", "500000 yuan [50万元]"}, Case{"3 万 元", "30000 yuan [3 万 元]"},
        Case{"12,000.50元", "12000.5 yuan [12,000.50元]"},
        Case{"１，０００元", "1000 yuan [１，０００元]"},
        Case{"10\u00A0000元", "10000 yuan [10\u00A0000元]"},
        Case{"1.2億圓", "120000000 yuan [1.2億圓]"}, Case{"五万块", "50000 yuan [五万块]"},
        Case{"两百元", "200 yuan [两百元]"}, Case{"十二元", "12 yuan [十二元]"},
        Case{"一百零五元", "105 yuan [一百零五元]"}, Case{"三千五元", "3500 yuan [三千五元]"},
        Case{"伍拾万圆整", "500000 yuan [伍拾万圆]"}, Case{"两万五千块", "25000 yuan [两万五千块]"},
        Case{"3万5000元", "35000 yuan [3万5000元]"},
        Case{"1.5万亿元", "1000000000000 yuan [1.5万亿元]"},
        Case{"一亿零五百万元", "105000000 yuan [一亿零五百万元]"},
        Case{"百万元", "1000000 yuan [百万元]"}, Case{"万元起", "10000 yuan [万元]"},
        Case{"10多万元", "100000 yuan [10多万元]"}, Case{"¥5万", "50000 yuan [¥5万]"},
        Case{"￥ 100", "100 yuan [100]"}, Case{"RMB 1,000", "1000 yuan [RMB 1,000]"},
        Case{"人民币5万元", "50000 yuan [人民币5万元]"}, Case{"10W起", "100000 yuan [10W]"},
        Case{"存款50万起", "500000 yuan [50万]"}, Case{"50万户", ""}, Case{"50万日元", ""},
        Case{"$1,000.99", "1000.99 dollar [$1,000.99]"},
        Case{"$5 million", "5000000 dollar [$5 million]"}, Case{"US$10k", "10000 dollar [US$10k]"},
        Case{"USD 5", "5 dollar [USD 5]"}, Case{"5万美元", "50000 dollar [5万美元]"},
        Case{"5 dollars", "5 dollar [5 dollars]"}, Case{"A$5", ""},
        Case{"HK$5", "5 hk_dollar [HK$5]"}, Case{"5€", "5 euro [5]"}, Case{"€5", "5 euro [€5]"},
        Case{"£85,000", "85000 pound [£85,000]"}));

INSTANTIATE_TEST_SUITE_P(
    PeriodsAndTimes, Quantities,
    testing::Values(Case{"30天", "30 period [30天]"}, Case{"7日", "7 period [7日]"},
                    Case{"两周", "14 period [两周]"}, Case{"6个月", "180 period [6个月]"},
                    Case{"3月", "90 period [3月]"}, Case{"12个月", "365 period [12个月]"},
                    Case{"18個月", "545 period [18個月]"}, Case{"半年", "180 period [半年]"},
                    Case{"一年半", "545 period [一年半]"}, Case{"两个半月", "75 period [两个半月]"},
                    Case{"1年期", "365 period [1年]"}, Case{"2个季度", "180 period [2个季度]"},
                    Case{"5个工作日", "5 period [5个工作日]"}, Case{"30多天", "30 period [30多天]"},
                    Case{"12-month", "365 period [12-month]"},
                    Case{"90 days", "90 period [90 days]"}, Case{"2026年", ""},
                    Case{"2026年12月31日", ""}, Case{"24年3月", ""}, Case{"3月份", ""},
                    Case{"第3年", ""}, Case{"近1年化", ""}, Case{"3倍", "3 times [3倍]"},
                    Case{"10x returns", "10 times [10x]"}));

INSTANTIATE_TEST_SUITE_P(
    Ranges, Quantities,
    testing::Values(
        Case{"3%-5%", "3–5 percentage [3%-5%]"}, Case{"3%～5%", "3–5 percentage [3%～5%]"},
        Case{"3-5%", "3–5 percentage [3-5%]"}, Case{"3 — 5 %", "3–5 percentage [3 — 5 %]"},
        Case{"3%到5%", "3–5 percentage [3%到5%]"}, Case{"3 to 5%", "3–5 percentage [3 to 5%]"},
        Case{"百分之三至五", "3–5 percentage [百分之三至五]"},
        Case{"百分之三到百分之五", "3–5 percentage [百分之三到百分之五]"},
        Case{"5%~3%", "3–5 percentage [5%~3%]"}, Case{"3-5万元", "30000–50000 yuan [3-5万元]"},
        Case{"100-5万元", "100–50000 yuan [100-5万元]"},
        Case{"$1,000-2,000", "1000–2000 dollar [$1,000-2,000]"},
        Case{"3~6个月", "90–180 period [3~6个月]"},
        Case{"3个月到1年", "90–365 period [3个月到1年]"}, Case{"3、5%", "5 percentage [5%]"},
        Case{"3 5%", "5 percentage [5%]"}));

INSTANTIATE_TEST_SUITE_P(WhatIsNone, Quantities,
                         testing::Values(Case{"5", ""}, Case{"5.5.5%", ""}, Case{"三分之一", ""},
                                         Case{"三百分之一", ""}, Case{"5天天", "5 period [5天]"},
                                         Case{"5成交", ""}, Case{"百姓", ""}, Case{"5kg", ""},
                                         Case{"5%。6%", "5 percentage [5%]; 6 percentage [6%]"}));

// ICU spells numbers by CLDR's rules, which know nothing of this reader.
std::string Spelled(const char* locale, const char16_t* rules, double number) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale(locale), status);
  icu::UnicodeString out;
  icu::FieldPosition ignored;
  format.format(number, icu::UnicodeString(rules), out, ignored, status);
  EXPECT_TRUE(U_SUCCESS(status));
  std::string spelled;
  return out.toUTF8String(spelled);
}

std::string Wide(const std::string& digits) {
  std::string wide;
  for (const char c : digits) {
    AppendUtf8(
        c >= '0' && c <= '9' ? static_cast<char32_t>(U'０' + (c - '0')) : static_cast<char32_t>(c),
        wide);
  }
  return wide;
}

std::string Grouped(std::string digits, const std::string& comma) {
  for (std::size_t at = digits.find('.') == digits.npos ? digits.size() : digits.find('.');
       at > 3;) {
    at -= 3;
    digits.insert(at, comma);
  }
  return digits;
}

TEST(Quantities, AreTheSameInEveryWayToWriteThem) {
  std::mt19937 random(20261124);
  for (int round = 0; round < 300; ++round) {
    const std::uint64_t whole = random() % (round % 2 == 0 ? 1'000 : 2'000'000'000);
    const std::uint64_t tenths = random() % 10;
    const std::string plain =
        std::to_string(whole) + (tenths == 0 ? "" : "." + std::to_string(tenths));
    const double number = static_cast<double>(whole * 10 + tenths) / 10;
    const Decimal want = Decimal::Of(whole * 10 + tenths, -1);
    std::vector<std::string> amounts = {plain,
                                        Wide(plain),
                                        Grouped(plain, ","),
                                        Grouped(plain, "，"),
                                        Grouped(plain, "\u00A0"),
                                        Grouped(plain, "'")};
    amounts.push_back(Spelled("zh", u"%spellout-cardinal", number));
    amounts.push_back(Spelled("zh_Hant", u"%spellout-cardinal", number));
    amounts.push_back(Spelled("zh", u"%spellout-cardinal-financial", number));
    for (const std::string& amount : amounts) {
      const auto quantity = QuantityOf(amount + "元");
      ASSERT_TRUE(quantity) << amount;
      EXPECT_EQ(quantity->least, want) << amount;
    }
  }
}

TEST(Quantities, OneAloneIsABound) {
  EXPECT_EQ(QuantityOf("5 %")->least, Decimal::Of(5, 0));
  EXPECT_EQ(QuantityOf("50万元")->measure, Measure::kYuan);
  EXPECT_FALSE(QuantityOf("5"));
  EXPECT_FALSE(QuantityOf("年化5%"));
  EXPECT_FALSE(QuantityOf("5% 6%"));
  EXPECT_FALSE(QuantityOf(""));
}

std::string WordOf(const Unit& unit) {
  std::string word;
  for (const char32_t c : unit.word) AppendUtf8(c, word);
  return word;
}

TEST(Units, AreWrittenAsTheyAreFolded) {
  for (const Unit& unit : Prefixes()) EXPECT_EQ(Fold(WordOf(unit) + "5").text, WordOf(unit) + "5");
  for (const Unit& unit : Units()) {
    // The fold keeps these before a number only.
    if (FindSign(Prefixes(), unit.word.front()) != nullptr) continue;
    EXPECT_EQ(Fold("5" + WordOf(unit)).text, "5" + WordOf(unit));
  }
}

}  // namespace
}  // namespace redline::text
