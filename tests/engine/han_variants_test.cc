#include "engine/text/han_variants.h"

#include <gtest/gtest.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>

#include <string>

#include "engine/text/fold.h"

namespace redline::text {
namespace {

TEST(HanVariants, AreReadAsTheCharacterInCommonUse) {
  EXPECT_EQ(Fold("收入 収入").text, "收入收入");
  EXPECT_EQ(Fold("髙収益 高收益").text, "高收益高收益");
  EXPECT_EQ(Fold("囯家 囯債 圀家").text, "国家国债国家");
  EXPECT_EQ(Fold("穏贃不赔").text, "稳赚不赔");
  EXPECT_EQ(Fold("夲金 夲息").text, "本金本息");
  EXPECT_EQ(Fold("秊化 淸零 㐂报").text, "年化清0喜报");
  EXPECT_EQ(Fold("発財 絶対 図表 検査 売").text, "发财绝对图表检查卖");
  EXPECT_EQ(Fold("価値 危険 実効 経営 変更 応募 鶏 壊").text, "价值危险实效经营变更应募鸡坏");
  EXPECT_EQ(Fold("𠮷祥").text, "吉祥");
}

TEST(HanVariants, LeavesWhatIsAnotherWordElsewhere) {
  for (const char32_t c : std::u32string_view(U"妳亻扌後和利率土士未末已己")) {
    EXPECT_EQ(CommonForm(c), 0u) << "U+" << std::hex << static_cast<std::uint32_t>(c);
  }
}

// The characters that CLDR says `language` is written with: what the table was not made from.
std::u32string ExemplarVariants(const char* language) {
  UErrorCode status = U_ZERO_ERROR;
  ULocaleData* const data = ulocdata_open(language, &status);
  USet* const set = ulocdata_getExemplarSet(data, nullptr, 0, ULOCDATA_ES_STANDARD, &status);
  ulocdata_close(data);
  EXPECT_TRUE(U_SUCCESS(status));
  EXPECT_GT(uset_size(set), 2000);
  std::u32string variants;
  for (int32_t i = 0; i < uset_size(set); ++i) {
    const auto c = static_cast<char32_t>(uset_charAt(set, i));
    if (CommonForm(c) != 0) variants.push_back(c);
  }
  uset_close(set);
  return variants;
}

TEST(HanVariants, LeavesTheCharactersOfModernChinese) {
  EXPECT_EQ(ExemplarVariants("zh"), U"");
  // In simplified Chinese these four are 强 拿 叙 它, the same words.
  EXPECT_EQ(ExemplarVariants("zh_Hant"), U"彊拏敍牠");
}

TEST(HanVariants, LeadToACharacterThatHasNone) {
  int variants = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const char32_t common = CommonForm(c);
    if (common == 0) continue;
    ++variants;
    UErrorCode status = U_ZERO_ERROR;
    EXPECT_EQ(uscript_getScript(static_cast<UChar32>(c), &status), USCRIPT_HAN);
    EXPECT_EQ(uscript_getScript(static_cast<UChar32>(common), &status), USCRIPT_HAN);
    EXPECT_EQ(CommonForm(common), 0u) << "U+" << std::hex << static_cast<std::uint32_t>(c);
  }
  EXPECT_GT(variants, 2000);
}

}  // namespace
}  // namespace redline::text
