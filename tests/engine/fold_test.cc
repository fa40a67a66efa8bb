#include "engine/text/fold.h"

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <regex>
#include <string>
#include <vector>

#include "engine/text/fold_table.h"
#include "engine/text/utf8.h"

namespace redline::text {
namespace {

// Marks shown as ‚ and ‖ so that a table can be read.
std::string Shown(std::string_view text) {
  std::string out;
  for (const char c : Fold(text).text) {
    if (c == kClauseMark) {
      out += "‚";
    } else if (c == kListMark) {
      out += "、";
    } else if (c == kSentenceMark) {
      out += "‖";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

struct Case {
  const char* name;
  const char* source;
  const char* folded;
};

TEST(Fold, ReadsWhatAReaderReads) {
  static constexpr Case kCases[] = {
      {"empty", "", ""},
      {"plain han", "稳赚不赔", "稳赚不赔"},
      {"case", "ZERO Risk", "zerorisk"},
      {"width", "Ｚｅｒｏ", "zero"},
      {"half-width kana", "ﾘｽｸ", "リスク"},
      {"long s and kelvin", "inſider \u212A", "insiderk"},
      {"sharp s", "Spaß", "spass"},
      {"ligature", "ﬁrst oﬃce", "firstoffice"},
      {"dotted capital i", "İ", "i"},
      {"precomposed marks", "güárántéed", "guaranteed"},
      {"combining marks", "零\u0332风\u0332险", "0风险"},
      {"kana voicing stays", "が", "か\u3099"},
      {"zero width", "保\u200B\u200C\u200D\u2060\uFEFF本", "保本"},
      {"soft hyphen", "in\u00ADstant", "instant"},
      {"variation selectors", "稳\uFE00赚\U000E0100", "稳赚"},
      {"tag characters", "ri\U000E0078sk", "risk"},
      {"hangul filler", "秒\u115F批\u3164", "秒批"},
      {"direction marks", "ri\u200Esk \u202Eab\u202C", "riskab"},
      {"mathematical letters", "𝐫𝐢𝐬𝐤", "risk"},
      {"circled letters", "ⓡⓘⓢⓚ", "risk"},
      {"parenthesised letters", "⒢⒰", "gu"},
      {"negative circled letters", "🅩🅔🅡🅞", "zero"},
      {"negative squared letters", "🆉🅴🆁🅾", "zero"},
      {"squared words", "risk 🆓 🆕 🆎", "riskfreenewab"},
      {"a zero in a circle is no word", "🄍", ""},
      {"small capitals", "ɢᴜᴀʀ", "guar"},
      {"letters with strokes and hooks", "ⱥɓƈɗɇƒꞡ ꝁȴɱɲ", "abcdefgklmn"},
      {"reversed letters are none", "ɘɐ", "ɘɐ"},
      {"superscripts", "ʳⁱˢᵏ", "risk"},
      {"radical", "⽆风险", "无风险"},
      {"squared han", "🈚", "无"},
      {"corporation sign", "㈱", "株"},
      {"traditional", "保證國家擔保", "保证国家担保"},
      {"a circle of variants", "苧苎", "苎苎"},
      {"cyrillic look-alikes", "guаrаntееd", "guaranteed"},
      {"greek and armenian look-alikes", "αοօ", "aoo"},
      {"look-alikes in capitals", "GUАRАΝΤЕЕD ВЕЅТ ΗІԌΗ", "guaranteedbesthigh"},
      {"look-alikes of small capitals", "ʙest ваnк", "bestbank"},
      {"a mark whose case is a letter", "保\u0345本", "保本"},
      {"a voicing mark by itself", "保゛本", "保本"},
      {"one dot leader", "3\u20245", "3.5"},
      {"digits", "①❶⑴１١", "11111"},
      {"ten in a circle", "⑩", "10"},
      {"chinese numerals", "〇零一壹二贰十拾百佰", "001122十十百百"},
      {"eleventh is not first", "第十一品牌", "第十1品牌"},
      {"a half is no twelve", "½", "½"},
      {"separators", "稳 * 赚-不|赔", "稳赚不赔"},
      {"emoji", "零⭕风💰险", "0风险"},
      {"emoji sequence", "零👨\u200D👩\u200D👧风", "0风"},
      {"flags", "零🇨🇳风🇨3险", "0风3险"},
      {"a row of flags", "保🇨🇳🇺🇸🇬🇧本", "保本"},
      {"flags beside letters", "zero🇨🇳risk 🇺🇸 a", "zeroriska"},
      {"indicators parted by invisible characters", "🇿​🇪​🇷​🇴", "zero"},
      {"indicators parted by blanks", "🇿 🇪 🇷 🇴", "zero"},
      {"indicators that make no flags", "🇿🇪🇷🇴 🇷🇮🇸🇰", "zerorisk"},
      {"an odd number of indicators", "🇹🇴🇵", "top"},
      {"one indicator in a word", "r🇮sk", "risk"},
      {"indicators that are flags too", "🇫🇷🇪🇪", ""},
      {"braille blank", "高⠀收", "高收"},
      {"brackets", "【保】【本】", "保本"},
      {"clause marks", "甲，乙、丙；丁：戊", "甲‚乙、丙‖丁‚戊"},
      {"sentence marks", "环保。本行！网？点", "环保‖本行‖网‖点"},
      {"ellipsis separates", "保……本", "保本"},
      {"percent after digits", "年化 12.5 % 起", "年化12.5%起"},
      {"percent elsewhere", "保%本", "保本"},
      {"percent after an hour in one character", "㍨%起", "16点起"},
      {"point after an hour in one character", "㍨.5", "16点5"},
      {"percent after a numeral", "百分之一％", "百分之1%"},
      {"currency before digits", "$500 ￥1 保$本", "$500¥1保本"},
      {"a currency sign of four bytes", "收益\U0001E2FF5", "收益\U0001E2FF5"},
      {"a currency sign that spells a word", "\uFDFC5 \uFDFC",
       "\u0631\u06CC\u0627\u06445\u0631\u06CC\u0627\u0644"},
      {"hash before digits", "#1 bank #保本", "#1bank保本"},
      {"point between digits", "1.5 and 2．5", "1.5and2.5"},
      {"point before a capital", "no risk. Free parking", "norisk‖freeparking"},
      {"point before lower case", "no. risk", "norisk"},
      {"number sign in words", "No. 1", "no1"},
      {"point then a number", "no risk. 5 % of", "norisk‖5%of"},
      {"point in han", "保.本", "保本"},
      {"point and blank in han", "支持环保. 本行网点", "支持环保‖本行网点"},
      {"point at the end", "risk.", "risk‖"},
      {"comma and blank", "Get rich, quick", "getrich‚quick"},
      {"comma without blank", "risk,free", "riskfree"},
      {"ascii comma in han", "勇夺第一,品牌升级", "勇夺第1‚品牌升级"},
      {"ascii comma between single letters", "稳,赚,不,赔", "稳赚不赔"},
      {"one letter beside an ascii comma", "，保,本，", "‚保本‚"},
      {"thousands", "1,000元", "1000元"},
      {"thousands in wide digits", "１,０００元", "1000元"},
      {"thousands with invisible characters", "1,0\u200B0\u200B0元", "1000元"},
      {"four digits behind a comma are no thousands", "1,0000", "1‚0000"},
      {"list of numbers", "1,2", "1‚2"},
      {"time of day", "23:59秒", "23‚59秒"},
      {"exclamation in a word", "gua!ranteed", "guaranteed"},
      {"exclamation and blank", "Wow! Free", "wow‖free"},
      {"apostrophe", "can't can’t 'lose'", "cantcantlose"},
      {"one newline", "保证\n收益", "保证收益"},
      {"one crlf", "保证\r\n收益", "保证收益"},
      {"blank line", "zero\n\nRisk", "zero‖risk"},
      {"blank line of blanks", "zero\r\n \r\nRisk", "zero‖risk"},
      {"reading in brackets", "絕(jué)對(duì)安全", "绝对安全"},
      {"reading in wide brackets", "聯（lián）網", "联网"},
      {"reading with combining tone", "保(ba\u030Co)本", "保本"},
      {"reading without tone", "高(gao)收(shou)益(YI)", "高收益"},
      {"reading of a traditional character", "絕(jue)对", "绝对"},
      {"reading of a numeral", "第一(yī)零(ling)风", "第10风"},
      {"reading with u for ü", "绿(lu)绿(lv)绿(lü)", "绿绿绿"},
      {"bracket that is no reading", "高(shou)收(app)", "高shou收app"},
      {"bracket without tone", "技术(NLP)应用", "技术nlp应用"},
      {"bracket of digits", "代码(600000)收益", "代码600000收益"},
      {"reading after latin", "ab(jué)", "abjue"},
      {"marks of the fold itself",
       "a\x1F"
       "b\x1E"
       "c",
       "a‚b‖c"},
      {"nul separates", "保\u0000本", "保"},  // cut by the C string; see NulSeparates
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(Shown(c.source), c.folded);
  }
}

TEST(Fold, NulSeparates) { EXPECT_EQ(Fold(std::string("保\0本", 7)).text, "保本"); }

// Letters that are no look-alikes, numerals or variants fold as ICU folds them.
TEST(Fold, AgreesWithIcuOnCaseWidthAndCompatibility) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCCasefoldInstance(status);
  ASSERT_TRUE(U_SUCCESS(status));
  const auto check = [&](char32_t from, char32_t to) {
    for (char32_t c = from; c <= to; ++c) {
      std::string text;
      AppendUtf8(c, text);
      std::string want;
      nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status).toUTF8String(want);
      EXPECT_EQ(Fold(text).text, want) << "U+" << std::hex << static_cast<std::uint32_t>(c);
    }
  };
  check(U'a', U'z');
  check(U'A', U'Z');
  check(U'0', U'9');
  check(U'Ａ', U'Ｚ');
  check(U'ａ', U'ｚ');
  check(U'０', U'９');
  check(U'ア', U'ォ');
  check(U'ｦ', U'ﾝ');
  check(U'𝐀', U'𝐳');
  check(U'Ⓐ', U'ⓩ');
}

// The letters that Unicode names, told by the last words of the names: 🅩, ⒵, 🄩, ⓩ, 𝐳, ɢ, ᶻ, ƶ.
TEST(Fold, ReadsEachLatinLetterByItsName) {
  const std::regex letter(
      "(?:.*(?:LATIN|MATHEMATICAL).*|REGIONAL INDICATOR SYMBOL) "
      "(?:LETTER|CAPITAL|SMALL) ([A-Z])(?: WITH .*)?");
  const std::regex none(".*(?:COMBINING|TAG|WITH SMALL LETTER|HALF RING).*");  // ͤ, ǅ, ẚ
  int letters = 0;
  for (char32_t c = 0x80; c <= 0x10FFFF; ++c) {
    char name[128];
    UErrorCode status = U_ZERO_ERROR;
    u_charName(static_cast<UChar32>(c), U_UNICODE_CHAR_NAME, name, sizeof(name), &status);
    std::cmatch match;
    if (name[0] == '\0' || !std::regex_match(name, match, letter)) continue;
    if (std::regex_match(name, none)) continue;
    ++letters;
    EXPECT_EQ(FoldTable::Get().Folded(c), std::string(1, static_cast<char>(*match[1].first | 0x20)))
        << name;
  }
  EXPECT_GT(letters, 1500);
}

TEST(SourceMap, MapsALigatureBackToTheWholeLetter) {
  const std::string text = "ﬁrst";
  const FoldedText folded = Fold(text);
  ASSERT_EQ(folded.text, "first");
  EXPECT_EQ(folded.map.SourceOf({0, 1}, text), (Range{0, 3}));
  EXPECT_EQ(folded.map.SourceOf({1, 2}, text), (Range{0, 3}));
  EXPECT_EQ(folded.map.SourceOf({1, 3}, text), (Range{0, 4}));
}

TEST(SourceMap, LeavesOutWhatWasSkippedAround) {
  const std::string text = "【\u200B稳*赚\u200B】";
  const FoldedText folded = Fold(text);
  ASSERT_EQ(folded.text, "稳赚");
  const Range source = folded.map.SourceOf({0, 6}, text);
  EXPECT_EQ(text.substr(source.begin, source.end - source.begin), "稳*赚");
}

TEST(SourceMap, TellsGapsFromInvisibleCharacters) {
  const FoldedText folded = Fold("a b\u200Bc");
  ASSERT_EQ(folded.text, "abc");
  EXPECT_FALSE(folded.map.GapBefore(0));
  EXPECT_TRUE(folded.map.GapBefore(1));
  EXPECT_FALSE(folded.map.GapBefore(2));
}

}  // namespace
}  // namespace redline::text
