#include "engine/text/pinyin.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <set>
#include <string>

#include "engine/text/utf8.h"

namespace redline::text {
namespace {

std::string Spoken(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += SequenceLength(text[i])) {
    if (!out.empty()) out += ' ';
    out += SyllableOf(CodePointAt(text, i));
  }
  return out;
}

TEST(Pinyin, SyllablesWithoutTones) {
  EXPECT_EQ(Spoken("稳赚不赔"), "wen zhuan bu pei");
  EXPECT_EQ(Spoken("高收益"), "gao shou yi");
  EXPECT_EQ(Spoken("高手艺"), "gao shou yi");
  EXPECT_EQ(Spoken("零风险"), "ling feng xian");
  EXPECT_EQ(Spoken("〇"), "ling");
}

TEST(Pinyin, UmlautIsTypedAsV) {
  EXPECT_EQ(SyllableOf(U'绿'), "lv");
  EXPECT_EQ(SyllableOf(U'女'), "nv");
  EXPECT_EQ(SyllableOf(U'略'), "lve");
  EXPECT_EQ(SyllableOf(U'鲁'), "lu");
}

TEST(Pinyin, OneReadingForACharacterWhereverItStands) {
  EXPECT_EQ(Spoken("银行"), "yin xing");
  EXPECT_EQ(Spoken("行"), "xing");
}

TEST(Pinyin, NothingForWhatIsNoHan) {
  for (const char32_t c : {U'\0', U'a', U'5', U'。', U'か', U'ㄅ', U'한', U'\uFFFF', U'\U00020000',
                           U'\U0001F4B0', U'\U0010FFFF'}) {
    EXPECT_EQ(SyllableOf(c), "") << static_cast<unsigned>(c);
  }
}

// Every ideograph of GB 2312, the everyday characters of simplified Chinese, has one syllable of at
// most six letters (zhuang), and all of them together the few hundred syllables of the language.
TEST(Pinyin, EverydayCharacters) {
  std::set<std::string_view> syllables;
  int characters = 0;
  for (char lead = '\xB0'; lead <= '\xF7'; ++lead) {
    for (char trail = '\xA1'; trail != '\xFF'; ++trail) {
      const char bytes[] = {lead, trail};
      const icu::UnicodeString text(bytes, 2, "gb2312");
      if (text[0] < 0x4E00 || text[0] > 0x9FFF) continue;  // not assigned there
      ++characters;
      const std::string_view syllable = SyllableOf(text[0]);
      EXPECT_TRUE(syllable.size() >= 1 && syllable.size() <= 6) << std::hex << int{text[0]};
      EXPECT_EQ(syllable.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), std::string_view::npos);
      syllables.insert(syllable);
    }
  }
  EXPECT_EQ(characters, 6763);  // as the standard counts them
  EXPECT_GT(syllables.size(), 380u);
  EXPECT_LT(syllables.size(), 420u);
}

}  // namespace
}  // namespace redline::text
