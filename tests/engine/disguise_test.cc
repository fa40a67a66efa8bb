#include "engine/text/disguise.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/engine/lists.h"

namespace redline {
namespace {

using tests::BanPatterns;
using tests::BanPhrases;
using tests::Compile;
using tests::Plain;
using tests::Reviewed;

std::string Disguises(const std::string& draft, const std::shared_ptr<const Ruleset>& ruleset) {
  const Report report = Reviewed(Plain(draft), ruleset);
  if (report.violations.size() != 1)
    return "(" + std::to_string(report.violations.size()) + " violations)";
  std::string out;
  for (const Disguise disguise : report.violations[0].disguises) {
    out += (out.empty() ? "" : " ") + std::string(Name(disguise));
  }
  return out;
}

TEST(DisguisesOf, TellsEvasiveFromCareless) {
  struct Case {
    const char* phrase;
    const char* draft;
    const char* disguises;
  };
  static constexpr Case kCases[] = {
      {"zero risk", "zero risk", ""},
      {"zero risk", "ZERO  RISK", ""},
      {"zero risk", "zero-risk", ""},
      {"zero risk", "Ｚｅｒｏ Ｒｉｓｋ", "width"},
      {"zero risk", "zero✅risk", "separator"},
      {"zero risk", "z*e*r*o risk", "separator"},
      {"zero risk", "z\u200Bero risk", "invisible"},
      {"zero risk", "z\u00E9ro risk", "combining_mark"},
      {"zero risk", "ze\u0332ro risk", "combining_mark"},
      {"zero risk", "𝐳𝐞𝐫𝐨 risk", "letter_form"},
      {"zero risk", "🇿\u200B🇪\u200B🇷\u200B🇴 risk", "letter_form invisible"},
      {"zero risk", "zero 🇨🇳 risk", "separator"},
      {"risk free", "risk 🆓", "letter_form"},
      {"zero risk", "zerо risk", "lookalike"},
      {"保证收益", "保证收益", ""},
      {"保证收益", "保證收益", "traditional"},
      {"保證收益", "保證收益", ""},  // as the author wrote it
      {"保证收益", "保证収益", "han_variant"},
      {"保证収益", "保证収益", ""},
      {"保证收益", "保證収益", "traditional han_variant"},
      {"保证收益", "保 证 收 益", "separator"},
      {"保证收益", "保证\n收益", "separator"},
      {"保证收益", "【保】【证】收益", "separator"},
      {"保证收益", "保(bǎo)证收益", "reading"},
      {"保证收益", "保(bao)证收益", "reading"},
      {"保证收益", "保\uFE0F证收益", "invisible"},
      {"保证收益", "保💰\uFE0F证收益", "separator"},  // the selector belongs to the emoji
      {"秒批", "秒\u115F批", "invisible"},
      {"无风险", "⽆风险", "letter_form"},
      {"第一品牌", "第1品牌", "numeral"},
      {"第一品牌", "第①品牌", "numeral"},
      {"第1品牌", "第1品牌", ""},
      {"第一品牌", "第１品牌", "width"},
      {"VIP客户", "VIP 客户", ""},               // a blank between scripts is typography
      {"独一无二", "独 一 无 二", "separator"},  // 一 is read as 1 and written as Han
      {"零风险", "零-\u200b風(fēng)\uFE0F險", "traditional invisible separator reading"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(std::string(c.phrase) + " / " + c.draft);
    EXPECT_EQ(Disguises(c.draft, Compile({BanPhrases("r", {c.phrase})})), c.disguises);
  }
}

TEST(DisguisesOf, ExpectsLessOfPatterns) {
  struct Case {
    const char* pattern;
    const char* draft;
    const char* disguises;
  };
  static constexpr Case kCases[] = {
      {"保证.{0,4}收益", "保证“高”收益", ""}, {"保证.{0,4}收益", "保★证收益", "separator"},
      {"(一|两)年翻倍", "一年翻倍", ""},      {"(一|两)年翻倍", "①年翻倍", "numeral"},
      {"earn \\d+", "earn 500", ""},          {"earn \\d+", "ea\u00ADrn 500", "invisible"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.draft);
    EXPECT_EQ(Disguises(c.draft, Compile({BanPatterns("r", {c.pattern})})), c.disguises);
  }
}

TEST(IsForeignWord, LeavesOtherLanguagesAlone) {
  const auto ruleset = Compile({BanPhrases("r", {"cop"})});
  EXPECT_EQ(Disguises("сор", ruleset), "(0 violations)");  // Cyrillic: litter
  EXPECT_EQ(Disguises("соp", ruleset), "lookalike");       // Cyrillic with a Latin p
  EXPECT_EQ(Disguises("сор", Compile({BanPhrases("r", {"сор"})})), "");
}

}  // namespace
}  // namespace redline
