#include "engine/text/positions.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <set>
#include <string>
#include <vector>

#include "engine/text/utf8.h"
#include "tests/engine/random_text.h"

namespace redline::text {
namespace {

TEST(Positions, CountsEveryUnit) {
  const std::string text = "💰稳赚";
  const Span span = Positions(text).SpanOf({4, 10});
  EXPECT_EQ(span.utf8, (Range{4, 10}));
  EXPECT_EQ(span.utf16, (Range{2, 4}));
  EXPECT_EQ(span.code_point, (Range{1, 3}));
  EXPECT_EQ(span.start, (LineColumn{1, 2}));
  EXPECT_EQ(span.end, (LineColumn{1, 4}));
}

TEST(Positions, EndsLinesAtLfCrLfAndCrOnly) {
  const std::string text = "a\nb\r\nc\rd\u2028e\u0085f";
  Positions positions(text);
  const auto line_of = [&](char c) {
    const auto at = static_cast<std::uint32_t>(text.find(c));
    return positions.SpanOf({at, at + 1}).start;
  };
  EXPECT_EQ(line_of('a'), (LineColumn{1, 1}));
  EXPECT_EQ(line_of('b'), (LineColumn{2, 1}));
  EXPECT_EQ(line_of('c'), (LineColumn{3, 1}));
  EXPECT_EQ(line_of('d'), (LineColumn{4, 1}));
  EXPECT_EQ(line_of('e'), (LineColumn{4, 3}));
  EXPECT_EQ(line_of('f'), (LineColumn{4, 5}));
}

TEST(Positions, CountsAByteOrderMark) {
  const std::string text = "\uFEFF保本";
  const Span span = Positions(text).SpanOf({3, 9});
  EXPECT_EQ(span.utf8, (Range{3, 9}));
  EXPECT_EQ(span.utf16, (Range{1, 3}));
}

TEST(Positions, GrowsToWholeCharacters) {
  struct Case {
    const char* name;
    std::string text;
    Range range;
    Range whole;
  };
  const std::vector<Case> cases = {
      {"combining mark after", "零\u0332风", {0, 3}, {0, 5}},
      {"variation selector after", "险\uFE0F！", {0, 3}, {0, 6}},
      {"zero width space is none", "险\u200B！", {0, 3}, {0, 3}},
      {"inside a family", "👨\u200D👩保", {7, 11}, {0, 11}},
      {"half a flag", "🇨🇳", {0, 4}, {0, 8}},
      {"carriage return and line feed", "a\r\nb", {1, 2}, {1, 3}},
      {"skin tone", "👍🏻好", {0, 4}, {0, 8}},
      {"keycap", "第1\uFE0F\u20E3品", {3, 4}, {3, 10}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(WholeCharacters(c.text, c.range), c.whole);
  }
}

// A second opinion that counts from the start each time and asks ICU about the whole text.
TEST(Positions, AgreesWithANaiveCountOnRandomText) {
  tests::RandomText random(3);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> characters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  ASSERT_TRUE(U_SUCCESS(status));
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random.Text(20);
    std::vector<std::uint32_t> edges = {0};
    for (std::size_t at = 0; at < text.size();) {
      at += SequenceLength(text[at]);
      edges.push_back(static_cast<std::uint32_t>(at));
    }
    if (edges.size() < 2) continue;
    const std::uint32_t a = random.Below(static_cast<std::uint32_t>(edges.size() - 1));
    const std::uint32_t b = a + 1 + random.Below(static_cast<std::uint32_t>(edges.size() - 1 - a));
    const Span span = Positions(text).SpanOf({edges[a], edges[b]});

    icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(text);
    characters->setText(utf16);
    ASSERT_TRUE(characters->isBoundary(static_cast<int32_t>(span.utf16.begin))) << text;
    ASSERT_TRUE(characters->isBoundary(static_cast<int32_t>(span.utf16.end))) << text;
    ASSERT_LE(span.utf8.begin, edges[a]);
    ASSERT_GE(span.utf8.end, edges[b]);
    // The three ranges cut the same text.
    std::string slice;
    utf16
        .tempSubStringBetween(static_cast<int32_t>(span.utf16.begin),
                              static_cast<int32_t>(span.utf16.end))
        .toUTF8String(slice);
    ASSERT_EQ(slice, text.substr(span.utf8.begin, span.utf8.end - span.utf8.begin)) << text;
    ASSERT_EQ(edges[span.code_point.begin], span.utf8.begin) << text;
    ASSERT_EQ(edges[span.code_point.end], span.utf8.end) << text;
  }
}

TEST(Positions, AnswersInAnyOrder) {
  const std::string text = "一二三\n四五六";
  Positions positions(text);
  const Span late = positions.SpanOf({10, 13});
  const Span early = positions.SpanOf({0, 3});
  EXPECT_EQ(late.start, (LineColumn{2, 1}));
  EXPECT_EQ(early.start, (LineColumn{1, 1}));
  EXPECT_EQ(positions.SpanOf({10, 13}), late);
}

}  // namespace
}  // namespace redline::text
