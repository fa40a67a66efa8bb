// Lists that were damaged on their way: cut, changed by a byte, stored in another encoding, or full
// of characters that nobody sees. None may load as a smaller list, crash the reader or stop it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>

#include "rules/rule_list.h"

namespace redline::rules {
namespace {

using ::testing::HasSubstr;

std::string Good() {
  std::ifstream in(REDLINE_SOURCE_DIR "/tests/rules/good/everything.yaml", std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string FirstError(const std::string& text) {
  const auto loaded = LoadRules("x", {{"a.yaml", text}});
  return loaded ? "loaded without an error" : Describe(loaded.error().front());
}

std::size_t CountWordings(const LoadedRules& loaded) {
  std::size_t count = 0;
  for (const Rule& rule : loaded.list.rules) {
    count += rule.phrases.size() + rule.patterns.size() + rule.exceptions.size() +
             rule.exception_patterns.size();
  }
  return count;
}

TEST(DamagedList, CutAnywhereDoesNotLoad) {
  const std::string good = Good();
  ASSERT_EQ(FirstError(good), "loaded without an error");
  const std::size_t end_of_last_dot = good.rfind("...") + 3;
  for (std::size_t length = 0; length < end_of_last_dot; ++length) {
    ASSERT_FALSE(LoadRules("x", {{"a.yaml", good.substr(0, length)}})) << "cut to " << length;
  }
}

TEST(DamagedList, WithoutOneLineNeverLosesARule) {
  const std::string good = Good();
  for (std::size_t begin = 0; begin < good.size();) {
    const std::size_t end = good.find('\n', begin) + 1;
    const std::string text = good.substr(0, begin) + good.substr(end);
    const auto loaded = LoadRules("x", {{"a.yaml", text}});
    if (loaded) {
      EXPECT_EQ(loaded->list.rules.size(), 4u) << good.substr(begin, end - begin);
    }
    begin = end;
  }
}

TEST(DamagedList, ChangedAnywhereLoadsWholeOrNotAtAll) {
  const std::string good = Good();
  constexpr std::string_view kPieces[] = {
      "#",      " #", "- ",   ":",      ": ",     "\n",   "\n\n", " ",        "  ",
      "'",      "\"", "[",    "]",      "{",      "}",    ",",    "...",      "---",
      "&a",     "*a", "!!x ", "|",      ">",      "<<: ", "%",    "@",        "~",
      "?",      "? ", "\t",   "\r",     "\\",     "\x01", "\xFF", "\xE4\xBF", "\u200B",
      "\u3000", "：", "，",   "\u00A0", "\uFEFF", "null", "x",    "保"};
  std::mt19937 random(20261124);
  const auto below = [&random](std::size_t bound) { return random() % bound; };
  const std::size_t whole = CountWordings(*LoadRules("x", {{"a.yaml", good}}));
  int loads = 0;
  for (int round = 0; round < 10'000; ++round) {
    std::string text = good;
    const std::size_t edits = 1 + below(3);
    for (std::size_t edit = 0; edit < edits; ++edit) {
      const std::size_t at = below(text.size());
      const std::string_view piece = kPieces[below(std::size(kPieces))];
      switch (below(4)) {
        case 0:
          text.insert(at, piece);
          break;
        case 1:
          text.erase(at, 1 + below(4));
          break;
        case 2:
          text.replace(at, 1, piece);
          break;
        default:
          text[at] = static_cast<char>(below(256));
      }
    }
    const auto loaded = LoadRules("x", {{"a.yaml", text}});
    if (!loaded) {
      ASSERT_FALSE(loaded.error().empty());
      continue;
    }
    ++loads;
    ASSERT_EQ(loaded->list.rules.size(), 4u) << text;
    // An edit can join two lines or make one a comment, in plain sight; it cannot lose more.
    ASSERT_GE(CountWordings(*loaded) + 2 * edits, whole) << text;
  }
  EXPECT_GT(loads, 500) << "the edits leave too few good files to prove anything";
}

TEST(DamagedList, InAnotherEncodingIsNamed) {
  EXPECT_THAT(FirstError(std::string("\xFF\xFEp\0a\0", 6)), HasSubstr("stored as UTF-16"));
  EXPECT_THAT(FirstError(std::string("\xFE\xFF\0p\0a", 6)), HasSubstr("stored as UTF-16"));
  EXPECT_THAT(FirstError(std::string("p\0a\0c\0", 6)), HasSubstr("stored as UTF-16"));
  const std::string gbk = "pack: test\ntitle: \xCE\xC8\xD7\xAC\n...\n";
  EXPECT_THAT(FirstError(gbk), HasSubstr("a.yaml:2:8: these bytes are no UTF-8 text"));
  // Columns count characters, not bytes.
  EXPECT_THAT(FirstError("title: 稳赚\xFF\n"), HasSubstr("a.yaml:1:10: these bytes"));
}

TEST(DamagedList, WithHiddenCharactersIsRefusedOutsideOfQuotes) {
  const struct {
    const char* name;
    std::string text;
    const char* want;
  } kCases[] = {
      {"byte order mark", Replaced(Good(), "title: 警示", "title: \uFEFF警示"),
       "a.yaml:23:12: an invisible byte order mark (U+FEFF) stands here"},
      {"NUL", Replaced(Good(), "警示", std::string("警\0示", 7)), "a.yaml:23:13: a NUL character"},
      {"escape", Replaced(Good(), "警示", "警\x1B示"), "the control character U+001B stands here"},
      {"lone carriage return", Replaced(Good(), "警示", "警\r示"), "the control character U+000D"},
      {"next line", Replaced(Good(), "警示", "警\u0085示"), "the control character U+0085"},
      {"line separator", Replaced(Good(), "警示", "'警\u2028示'"), "U+2028 (line separator)"},
      {"tab as indent", Replaced(Good(), "  context:", "\tcontext:"),
       "a.yaml:33:1: a tab indents this line"},
      {"tab elsewhere", Replaced(Good(), "title: 警示", "title:\t警示"),
       "a.yaml:23:11: a tab stands here"},
      {"no-break blank as indent", Replaced(Good(), "  context:", "\u00A0 context:"),
       "a.yaml:33:1: the blank U+00A0 (no-break blank) stands here"},
      {"full-width blank behind a key", Replaced(Good(), "title: 警示", "title: \u3000警示"),
       "a.yaml:23:12: the blank U+3000 (full-width blank) stands here"},
      {"zero-width blank in a key", Replaced(Good(), "severity", "sever\u200Bity"),
       "a.yaml:39:8: everything.sure-win: the invisible character U+200B (zero-width blank)"},
      {"zero-width blank in a phrase", Replaced(Good(), "[没有稳赚不赔]", "[没有\u200B稳赚不赔]"),
       "the invisible character U+200B (zero-width blank) stands here"},
      {"bidirectional mark in a comment",
       Replaced(Good(), "# a comment on", "# a \u202E comment on"),
       "the invisible character U+202E stands here"},
      {"joiner outside of emoji", Replaced(Good(), "警示", "警\u200D示"),
       "U+200D (zero-width joiner)"},
      {"selector behind a Chinese character", Replaced(Good(), "警示", "警\uFE0F示"), "U+FE0F"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.name);
    EXPECT_THAT(FirstError(c.text), HasSubstr(c.want));
  }
}

TEST(DamagedList, MayHoldHiddenCharactersInQuotesAndEmoji) {
  for (const char* title : {"'警\u200B示'", "\"警\u00A0示\"", "'警\u3000示'", "❤\uFE0F",
                            "1\uFE0F\u20E3", "👩\u200D👧", "👩🏽\u200D⚕\uFE0F"}) {
    SCOPED_TRACE(title);
    EXPECT_EQ(FirstError(Replaced(Good(), "title: 警示", std::string("title: ") + title)),
              "loaded without an error");
  }
}

// Inputs on which parsers are known to run out of stack, memory or time.
TEST(DamagedList, OfAnyShapeIsRefusedSoon) {
  constexpr std::size_t kSize = 4 << 20;
  const auto repeated = [](std::string_view piece) {
    std::string text;
    while (text.size() + piece.size() <= kSize) text += piece;
    return text;
  };
  std::string stairs;
  for (std::size_t i = 0; stairs.size() + i + 4 < kSize; ++i)
    stairs += std::string(i, ' ') + "a:\n";
  const std::string kTexts[] = {repeated("["),
                                repeated("{"),
                                repeated("a: {"),
                                repeated("- "),
                                repeated("\t"),
                                repeated("\n"),
                                repeated(" "),
                                repeated("'"),
                                repeated("''"),
                                repeated("\"\\"),
                                repeated("a"),
                                repeated("保"),
                                repeated("a: "),
                                repeated("a:\n"),
                                repeated("- a\n"),
                                repeated("- - "),
                                repeated("? "),
                                repeated(": "),
                                repeated("#"),
                                repeated("# \n"),
                                repeated("&a *a "),
                                repeated("...\n"),
                                repeated("---\n"),
                                repeated("- [a,\n"),
                                repeated("\xFF"),
                                repeated(std::string_view("\0a", 2)),
                                repeated("a: b\n"),
                                "[" + repeated("a,").substr(0, kSize - 1),
                                "a: [" + repeated("{a: b},").substr(0, kSize - 4),
                                "a: {" + repeated("a: b,").substr(0, kSize - 4),
                                stairs};
  for (const std::string& text : kTexts) {
    SCOPED_TRACE(text.substr(0, 12));
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(LoadRules("x", {{"a.yaml", text}}));
    // Generous: a sanitizer on a busy machine. A reader that is quadratic takes hours.
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
  }
}

TEST(DamagedList, HasABoundOnItsSizeErrorsAndRules) {
  EXPECT_THAT(FirstError(std::string((4 << 20) + 1, ' ')), HasSubstr("larger than 4 MiB"));
  const auto tabs = LoadRules("x", {{"a.yaml", std::string(5'000, '\t')}});
  ASSERT_FALSE(tabs);
  EXPECT_EQ(tabs.error().size(), 1'001u);
  EXPECT_THAT(tabs.error().back().message, HasSubstr("more than 1,000 errors"));
  std::string many = "pack: a\nversion: 2026-11-24\nrules:\n";
  for (int i = 0; i <= 100'000; ++i) many += "- a\n";
  EXPECT_THAT(FirstError(many + "...\n"), HasSubstr("more than 100,000 rules"));
}

}  // namespace
}  // namespace redline::rules
