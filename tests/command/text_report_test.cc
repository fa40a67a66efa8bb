// What the text report does with text that is hard to show.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "service/report/picture.h"
#include "service/report/screen.h"
#include "service/report/text.h"

namespace redline::service {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Screen, MeasuresColumns) {
  struct Case {
    const char* name;
    std::string text;
    int columns;
  };
  const Case cases[] = {
      {"latin", "abc", 3},
      {"han", "保本", 4},
      {"full width", "Ａ１", 4},
      {"ambiguous counts as one", "“”", 2},
      {"combining mark has no width", "r\u0336i\u0336", 2},
      {"emoji", "💰", 2},
      {"emoji of three people", "👨\u200D👩\u200D👧", 2},
      {"flag", "🇨🇳", 2},
      {"heart in emoji style", "❤\uFE0F", 2},
      {"hangul of parts", "\u1112\u1161\u11AB", 2},
      {"escaped", "\u202E", 8},
      {"tab", "\t", 4},
      {"nothing", "", 0},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(one.name);
    EXPECT_EQ(Columns(one.text), one.columns);
  }
}

TEST(Screen, ShowsWhatATerminalWouldObeyOrHide) {
  EXPECT_EQ(Visible("a\x1b[31m"), "a‹U+001B›[31m");
  EXPECT_EQ(Visible("\u202Eabc"), "‹U+202E›abc");
  EXPECT_EQ(Visible("保\u200B本"), "保‹U+200B›本");
  EXPECT_EQ(Visible("fr\u00ADee"), "fr‹U+00AD›ee");
  EXPECT_EQ(Visible("a\u0085b\u2028c"), "a‹U+0085›b‹U+2028›c");
  EXPECT_EQ(Visible("保\u200D本"), "保‹U+200D›本");  // a joiner outside of an emoji
  EXPECT_EQ(Visible("\U000E0041"), "‹U+E0041›");
  EXPECT_EQ(Visible("\uE000"), "‹U+E000›");
  EXPECT_EQ(Visible("a\nb\r\nc"), "a b  c");
  EXPECT_EQ(Visible("👨\u200D👩\u200D👧"), "👨\u200D👩\u200D👧");
  EXPECT_EQ(Visible("bad \xff"), "bad \uFFFD");
}

TEST(Screen, CellsCoverTheLine) {
  const std::string line = "保\u200B本 \u202Ex👨\u200D👩\u200D👧e\u0301\xff";
  std::size_t at = 0;
  for (const Cell& cell : Cells(line)) {
    EXPECT_EQ(cell.begin, at);
    EXPECT_GT(cell.end, cell.begin);
    at = cell.end;
  }
  EXPECT_EQ(at, line.size());
}

TEST(Screen, WrapsWhereTheScriptAllows) {
  EXPECT_THAT(Wrap("one two three", 8), ElementsAre("one two", "three"));
  EXPECT_THAT(Wrap("风险提示，投资", 8), ElementsAre("风险提", "示，投资"));  // no comma at a start
  EXPECT_THAT(Wrap("aaaaaaaaaaaa", 5), ElementsAre("aaaaa", "aaaaa", "aa"));
  EXPECT_THAT(Wrap("", 5), ElementsAre(""));
}

TEST(Screen, ShortensInTheMiddle) {
  EXPECT_EQ(Shorten("short", 10), "short");
  EXPECT_EQ(Shorten("abcdefghij", 7), "abc…hij");
  EXPECT_LE(Columns(Shorten("保本保息保本保息", 9)), 9);
}

Mark Block(std::size_t begin, std::size_t end, int number) {
  return {.begin = begin, .end = end, .number = number, .severity = v1::SEVERITY_BLOCK};
}

TEST(Picture, MarksOverlapsOnLinesOfTheirOwn) {
  EXPECT_THAT(DrawPassage("abcdefgh", {Block(0, 5, 1), Block(3, 8, 2)}, Paint{}, 80),
              ElementsAre("  1 │ abcdefgh", "    │ 1^^^^", "    │    2^^^^"));
}

TEST(Picture, MarksBesideEachOtherStayOnOneLine) {
  EXPECT_THAT(DrawPassage("abcdefgh", {Block(0, 4, 1), Block(4, 8, 2)}, Paint{}, 80),
              ElementsAre("  1 │ abcdefgh", "    │ 1^^^2^^^"));
}

TEST(Picture, GoesOnOverALineEnd) {
  EXPECT_THAT(DrawPassage("ab\r\ncd", {Block(1, 5, 7)}, Paint{}, 80),
              ElementsAre("  1 │ ab", "    │  7", "  2 │ cd", "    │ ^"));
}

TEST(Picture, ANumberWiderThanItsMarkDisplacesTheNext) {
  EXPECT_THAT(DrawPassage("abc", {Block(0, 1, 10), Block(1, 2, 11)}, Paint{}, 80),
              ElementsAre("  1 │ abc", "    │ 10", "    │  11"));
}

TEST(Picture, NeverLeavesOutAMark) {
  std::string text;
  std::vector<Mark> marks;
  for (int i = 1; i <= 40; ++i) {
    text += std::string(static_cast<std::size_t>(i * 7), 'x');
    const std::size_t begin = text.size();
    text += "WRONG";
    marks.push_back(Block(begin, begin + 5, i));
    if (i % 5 == 0) text += "\n";
  }
  std::string drawn;
  for (const std::string& row : DrawPassage(text, marks, Paint{}, 80)) {
    EXPECT_LE(Columns(row), 80);
    drawn += row + "\n";
  }
  for (int i = 1; i <= 40; ++i) EXPECT_THAT(drawn, HasSubstr(std::to_string(i) + "^^"));
}

TEST(Picture, AMarkLongerThanTheScreenIsShownWhole) {
  const std::string text(500, 'x');
  std::size_t inked = 0;
  for (const std::string& row : DrawPassage(text, {Block(10, 490, 1)}, Paint{}, 80)) {
    EXPECT_LE(Columns(row), 80);
    for (const char c : row) inked += c == '^' ? 1U : 0U;
  }
  EXPECT_EQ(inked, 479U);  // and the number
}

TEST(Picture, ShowsAnEmptyPassage) {
  EXPECT_THAT(DrawPassage("", {}, Paint{}, 80), ElementsAre("  1 │"));
}

v1::Report OneViolation(std::string_view quote) {
  v1::Report report;
  report.set_verdict(v1::VERDICT_BLOCK);
  v1::Violation* violation = report.add_violations();
  violation->set_rule_id("test.rule");
  violation->set_severity(v1::SEVERITY_BLOCK);
  violation->set_quote(std::string(quote));
  violation->mutable_span()->mutable_utf8()->set_end(static_cast<unsigned>(quote.size()));
  violation->mutable_title()->set_zh("标题");
  violation->mutable_message()->set_en("why");
  return report;
}

v1::Draft Plain(const std::string& text) {
  v1::Draft draft;
  v1::Passage* passage = draft.add_passages();
  passage->set_format(v1::FORMAT_PLAIN);
  passage->set_text(text);
  return draft;
}

std::string Written(const v1::Draft& draft, const v1::Report& report, const TextStyle& style) {
  std::ostringstream out;
  WriteText(out, draft, report, style);
  return out.str();
}

TEST(TextReport, SpeaksTheLanguageOfTheDraft) {
  EXPECT_THAT(Written(Plain("保本"), OneViolation("保本"), {}), HasSubstr("禁止发布"));
  EXPECT_THAT(Written(Plain("sure win"), OneViolation("sure"), {}), HasSubstr("BLOCK"));
  v1::Draft english = Plain("保本");
  english.set_locale("en-HK");
  EXPECT_THAT(Written(english, OneViolation("保本"), {}), HasSubstr("BLOCK"));
}

TEST(TextReport, FallsBackToTheOtherLanguageOfTheList) {
  const std::string page =
      Written(Plain("保本"), OneViolation("保本"), {.language = Language::kChinese});
  EXPECT_THAT(page, HasSubstr("why"));
}

TEST(TextReport, HasNoEscapesWithoutColour) {
  v1::Draft draft = Plain("保本\x1b[2J");
  draft.set_id("\x1b]0;title\x07");
  EXPECT_THAT(Written(draft, OneViolation("保本"), {}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(Written(draft, OneViolation("保本"), {.colour = true}), HasSubstr("\x1b[1;31m保本"));
}

TEST(TextReport, AReportWithoutVerdictIsNoPass) {
  const std::string page = Written(Plain("fine"), v1::Report(), {.language = Language::kEnglish});
  EXPECT_THAT(page, HasSubstr("NOT REVIEWED"));
  EXPECT_THAT(page, Not(HasSubstr("PASS")));
}

}  // namespace
}  // namespace redline::service
