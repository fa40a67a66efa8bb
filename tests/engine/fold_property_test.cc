// What holds for the fold of every text: each code point there is, and texts drawn at random.
#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "engine/text/fold.h"
#include "engine/text/fold_table.h"
#include "engine/text/positions.h"
#include "engine/text/utf8.h"
#include "tests/engine/random_text.h"

namespace redline::text {
namespace {

template <typename Visit>
void ForEachScalarValue(Visit visit) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c < 0xD800 || c >= 0xE000) visit(c);
  }
}

// The map leads each folded character to one whole source character, in rising order: either the
// next one or another part of what the last one was folded to.
void ExpectMonotone(const FoldedText& folded, std::string_view source) {
  const FoldTable& table = FoldTable::Get();
  std::uint32_t behind = 0;
  Range last;
  for (std::uint32_t at = 0; at < folded.text.size();) {
    const auto end = at + static_cast<std::uint32_t>(SequenceLength(folded.text[at]));
    const Range from = folded.map.SourceOf({at, end}, source);
    ASSERT_LT(from.begin, from.end) << source;
    ASSERT_LE(from.end, source.size()) << source;
    ASSERT_FALSE(IsContinuation(source[from.begin])) << source;
    ASSERT_TRUE(from.begin >= behind || from == last) << source;
    ASSERT_EQ(from.end - from.begin, SequenceLength(source[from.begin])) << source;
    const std::string alone = table.Folded(CodePointAt(source, from.begin));
    const bool mark = IsMark(static_cast<unsigned char>(folded.text[at]));
    ASSERT_TRUE(mark || alone.find(folded.text.substr(at, end - at)) != std::string::npos)
        << source;
    behind = from.end;
    last = from;
    at = end;
  }
}

// Alone, in a Chinese word, in a Latin one and in a number.
TEST(FoldProperty, EveryScalarValueFoldsOnceAndForAll) {
  static constexpr const char* kAround[][2] = {{"", ""}, {"保", "本"}, {"a", "b"}, {"1", "2"}};
  ForEachScalarValue([&](char32_t c) {
    for (std::size_t i = 0; i < (tests::kSanitized ? 2 : std::size(kAround)); ++i) {
      const auto& [before, after] = kAround[i];
      std::string text = before;
      AppendUtf8(c, text);
      text += after;
      const FoldedText folded = Fold(text);
      ASSERT_EQ(Fold(folded.text).text, folded.text) << "U+" << std::hex << std::uint32_t{c};
      ASSERT_FALSE(FirstInvalidUtf8(folded.text)) << "U+" << std::hex << std::uint32_t{c};
      // What stands around it stays, and is led back to.
      ASSERT_EQ(folded.text.substr(0, std::string_view(before).size()), before);
      if (folded.text.empty()) continue;
      const auto size = static_cast<std::uint32_t>(folded.text.size());
      const Range whole = folded.map.SourceOf({0, size}, text);
      if (*before != '\0') {
        ASSERT_EQ(whole, (Range{0, static_cast<std::uint32_t>(text.size())}));
      }
    }
  });
}

TEST(FoldProperty, RandomTextsFoldOnceAndForAllAndAreLedBack) {
  tests::RandomText random(1);
  for (int i = 0; i < tests::kRandomTexts; ++i) {
    const std::string text = random.Text(24);
    const FoldedText folded = Fold(text);
    ASSERT_EQ(Fold(folded.text).text, folded.text) << text;
    ExpectMonotone(folded, text);
  }
}

// A place that is reported begins and ends between whole characters and holds all that was matched.
TEST(FoldProperty, SpansOfRandomTextsAreWholeCharacters) {
  tests::RandomText random(2);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> characters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  ASSERT_TRUE(U_SUCCESS(status));
  for (int i = 0; i < tests::kRandomTexts / 10; ++i) {
    const std::string text = random.Text(24);
    const FoldedText folded = Fold(text);
    if (folded.text.empty()) continue;
    auto begin = random.Below(static_cast<std::uint32_t>(folded.text.size()));
    while (IsContinuation(folded.text[begin])) --begin;
    auto end = begin + 1 + random.Below(static_cast<std::uint32_t>(folded.text.size()) - begin);
    while (end < folded.text.size() && IsContinuation(folded.text[end])) ++end;
    const Range matched = folded.map.SourceOf({begin, end}, text);
    const Span span = Positions(text).SpanOf(matched);
    ASSERT_LE(span.utf8.begin, matched.begin) << text;
    ASSERT_GE(span.utf8.end, matched.end) << text;
    const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(text);
    characters->setText(utf16);
    ASSERT_TRUE(characters->isBoundary(static_cast<int32_t>(span.utf16.begin))) << text;
    ASSERT_TRUE(characters->isBoundary(static_cast<int32_t>(span.utf16.end))) << text;
  }
}

// Former bug: a currency sign of four bytes before a digit opened a segment and wrote nothing.
TEST(SourceMap, OpensNoSegmentWithoutText) {
  for (char32_t c = 0x80; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text = "收";
    AppendUtf8(c, text);
    text += "5a";
    const FoldedText folded = Fold(text);
    const std::vector<Segment>& segments = folded.map.segments();
    for (std::size_t i = 1; i < segments.size(); ++i) {
      ASSERT_LT(segments[i - 1].folded, segments[i].folded)
          << "U+" << std::hex << static_cast<std::uint32_t>(c);
    }
    ASSERT_LT(segments.back().folded, folded.text.size());
  }
}

// Worst texts: what makes the fold look around most. A quadratic fold would take minutes here.
TEST(Fold, IsLinearOnWorstTexts) {
  for (const char* unit : {" ",      "\n",  "(",     "（", ",", ".", "'",  "%",     "$",  "\u0301",
                           "\u200B", "保(", "保(bǎ", "a,", "а", "💰", "\r", "保,本", "1,", "1."}) {
    std::string text;
    while (text.size() < (1u << 20)) text += unit;
    EXPECT_LE(Fold(text).text.size(), text.size()) << unit;
  }
}

}  // namespace
}  // namespace redline::text
