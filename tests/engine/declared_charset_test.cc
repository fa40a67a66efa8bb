// Reviews of passages that are not sent as UTF-8.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "engine/text/charset.h"
#include "tests/engine/icu_converter.h"
#include "tests/engine/lists.h"
#include "tests/engine/random_text.h"

namespace redline {
namespace {

using ::testing::ElementsAre;
using std::string_literals::operator""s;
using tests::BanPhrases;
using tests::Compile;
using tests::Quotes;
using tests::Reviewed;

Draft Declared(std::string charset, std::string bytes, Format format = Format::kPlain) {
  Draft draft;
  draft.passages = {{"body", format, std::move(bytes), std::move(charset)}};
  return draft;
}

// The bytes of `span` as a client cuts them out of what it sent.
std::string_view Cut(const Draft& draft, const Span& span) {
  return std::string_view(draft.passages.at(span.passage).text)
      .substr(span.sent.begin, span.sent.end - span.sent.begin);
}

TEST(DeclaredCharset, CountsSentBytesAndEverythingElseInTheText) {
  const auto ruleset = Compile({BanPhrases("sure", {"稳赚不赔"})});
  // "ok 稳赚不赔！"
  const Draft draft = Declared("gbk", "ok \xCE\xC8\xD7\xAC\xB2\xBB\xC5\xE2\xA3\xA1");
  const Report report = Reviewed(draft, ruleset);
  ASSERT_THAT(Quotes(report), ElementsAre("sure: 稳赚不赔"));
  const Span& span = report.violations[0].span;
  EXPECT_EQ(span.sent, (Range{3, 11}));
  EXPECT_EQ(span.utf8, (Range{3, 15}));
  EXPECT_EQ(span.utf16, (Range{3, 7}));
  EXPECT_EQ(span.code_point, (Range{3, 7}));
  EXPECT_EQ(span.start, (LineColumn{1, 4}));
  EXPECT_EQ(Cut(draft, span), "\xCE\xC8\xD7\xAC\xB2\xBB\xC5\xE2");
  EXPECT_EQ(report.verdict, Verdict::kBlock);
}

TEST(DeclaredCharset, CountsAByteOrderMark) {
  const auto ruleset = Compile({BanPhrases("principal", {"保本"})});
  const Report report =
      Reviewed(Declared("utf-16", "\xFF\xFE\x3D\xD8\xB0\xDC\xDD\x4F\x2C\x67"s), ruleset);
  ASSERT_EQ(report.violations.size(), 1U);
  const Span& span = report.violations[0].span;
  EXPECT_EQ(span.sent, (Range{6, 10}));
  EXPECT_EQ(span.utf16, (Range{3, 5}));
  EXPECT_EQ(span.utf8, (Range{7, 13}));
  EXPECT_EQ(span.code_point, (Range{2, 4}));
}

TEST(DeclaredCharset, SentIsUtf8ForUtf8) {
  const auto ruleset = Compile({BanPhrases("principal", {"保本"})});
  for (const char* charset : {"", "utf-8"}) {
    const Report report = Reviewed(Declared(charset, "💰保本"), ruleset);
    ASSERT_EQ(report.violations.size(), 1U);
    EXPECT_EQ(report.violations[0].span.sent, (Range{4, 10}));
    EXPECT_EQ(report.violations[0].span.utf8, (Range{4, 10}));
  }
}

TEST(DeclaredCharset, ASpanGrowsToWholeCharactersInBytesToo) {
  const auto ruleset = Compile({BanPhrases("risk", {"零风险"})});
  // 险 with a combining long stroke (U+0336), four bytes in GB18030.
  const Draft draft = Declared("gb18030", "\xC1\xE3\xB7\xE7\xCF\xD5\x81\x30\xC2\x30!");
  const Report report = Reviewed(draft, ruleset);
  ASSERT_THAT(Quotes(report), ElementsAre("risk: 零风险\u0336"));
  EXPECT_EQ(report.violations[0].span.sent, (Range{0, 10}));
}

TEST(DeclaredCharset, DismissalsAndWhatIsRelatedAreCountedAsSent) {
  const auto ruleset =
      Compile({BanPhrases("sure", {"稳赚不赔"}), BanPhrases("principal", {"保本"}, {"不保本"})});
  Draft draft =
      Declared("gbk", "\xB2\xBB\xB1\xA3\xB1\xBE\xA3\xAC\xCE\xC8\xD7\xAC");  // 不保本，稳赚
  draft.passages.push_back(
      {"more", Format::kPlain, "\xFE\xFF\x4E\x0D\x8D\x54"s, "utf-16"});  // 不赔
  const Report report = Reviewed(draft, ruleset);
  ASSERT_EQ(report.dismissals.size(), 1U);
  EXPECT_EQ(report.dismissals[0].span.sent, (Range{2, 6}));
  EXPECT_EQ(report.dismissals[0].quote, "保本");
  ASSERT_EQ(report.violations.size(), 1U);
  EXPECT_EQ(report.violations[0].span.sent, (Range{8, 12}));
  ASSERT_EQ(report.violations[0].related.size(), 1U);
  EXPECT_EQ(report.violations[0].related[0].sent, (Range{2, 6}));
  EXPECT_EQ(Cut(draft, report.violations[0].related[0]), "\x4E\x0D\x8D\x54"s);
}

// Random copy that disguises its words: what a client cuts out of the bytes is the quote.
TEST(DeclaredCharset, BytesCutOutStandForTheQuote) {
  const auto ruleset =
      Compile({BanPhrases("any", {"保本", "稳赚", "零风险", "risk", "第一"}, {"保本保本"})});
  static constexpr std::u32string_view kOften = U"保本稳赚穩賺零风险風險risk第一";
  tests::RandomText random(18);
  const std::pair<const char*, const char*> charsets[] = {
      {"gbk", "windows-936"},     {"gb18030", "gb18030"},   {"big5", "windows-950"},
      {"big5-hkscs", "ibm-1375"}, {"utf-16le", "UTF-16LE"}, {"utf-16be", "UTF-16BE"}};
  for (const auto& [charset, icu_name] : charsets) {
    tests::IcuConverter icu(icu_name);
    std::size_t quotes = 0;
    for (int i = 0; i < 300; ++i) {
      std::string sent;
      for (std::uint32_t j = random.Below(200); j > 0; --j) {
        const char32_t c =
            random.Below(2) == 0 ? kOften[random.Below(kOften.size())] : random.Character();
        if (c < 0xE000 || c > 0xF8FF) sent += icu.Encode(c);
      }
      const Draft draft = Declared(charset, sent, i % 2 == 0 ? Format::kPlain : Format::kMarkdown);
      const Report report = Reviewed(draft, ruleset);
      const auto check = [&](const Span& span, const std::string& quote) {
        const auto text = text::Decode(Cut(draft, span), *text::FindCharset(charset));
        ASSERT_TRUE(text) << charset;
        ASSERT_EQ(text->text(), quote) << charset;
        ++quotes;
      };
      for (const Violation& violation : report.violations) check(violation.span, violation.quote);
      for (const Dismissal& dismissal : report.dismissals) check(dismissal.span, dismissal.quote);
    }
    EXPECT_GT(quotes, 100U) << charset;
  }
}

// What a page says about itself is not looked at: it is often wrong, and who sends bytes knows.
TEST(DeclaredCharset, WinsOverWhatMarkupSays) {
  const auto ruleset = Compile({BanPhrases("principal", {"保本"})});
  for (const char* said : {"utf-8", "big5", "gb2312"}) {
    const std::string head = "<meta charset=" + std::string(said) + "><p>";
    const Draft draft = Declared("gbk", head + "\xB1\xA3<b>\xB1\xBE</b>", Format::kHtml);
    const Report report = Reviewed(draft, ruleset);
    ASSERT_THAT(Quotes(report), ElementsAre("principal: 保<b>本"));
    EXPECT_EQ(Cut(draft, report.violations[0].span), "\xB1\xA3<b>\xB1\xBE");
  }
}

TEST(DeclaredCharset, BackslashesInsideCharactersAreNoMarkup) {
  const auto ruleset = Compile({BanPhrases("gift", {"成功贈品"})});
  // 成功 贈品: 功 ends with the byte of a backslash.
  const Draft draft = Declared("big5", "\xA6\xA8\xA5\x5C**\xC3\xD8\xAB\x7E**", Format::kMarkdown);
  const Report report = Reviewed(draft, ruleset);
  ASSERT_THAT(Quotes(report), ElementsAre("gift: 成功**贈品"));
  EXPECT_EQ(report.violations[0].span.sent, (Range{0, 10}));
}

TEST(DeclaredCharset, IsPartOfTheContentDigest) {
  const auto ruleset = Compile({BanPhrases("principal", {"保本"})});
  const auto digest = [&](const char* charset, std::string bytes) {
    return Reviewed(Declared(charset, std::move(bytes)), ruleset).content_digest;
  };
  EXPECT_EQ(digest("", "ab"), digest("UTF-8", "ab"));
  EXPECT_EQ(digest("gbk", "ab"), digest("GB2312", "ab"));
  EXPECT_NE(digest("gbk", "ab"), digest("", "ab"));
  EXPECT_NE(digest("gbk", "ab"), digest("big5", "ab"));
  EXPECT_NE(digest("gbk", "ab"), digest("gbk", "ac"));
  // The same text, sent otherwise, is other content.
  EXPECT_NE(digest("utf-16le", "a\0"s), digest("utf-16be", "\0a"s));
}

TEST(DeclaredCharset, WhatCannotBeDecodedHasNoVerdict) {
  const auto ruleset = Compile({BanPhrases("principal", {"保本"})});
  const auto report =
      Review(Declared("gbk", "\xB1\xA3\xB1"), ruleset, {.as_of = tests::kToday, .cancelled = {}});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().kind, ReviewError::Kind::kInvalidDraft);
  EXPECT_EQ(report.error().field, "passages[0].text");
  EXPECT_EQ(report.error().offset, 2U);
}

}  // namespace
}  // namespace redline
