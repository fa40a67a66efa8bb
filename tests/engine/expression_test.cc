#include "engine/expression.h"

#include <gtest/gtest.h>

#include <string>

namespace redline {
namespace {

TEST(RewritePattern, FitsFoldedText) {
  struct Case {
    const char* pattern;
    const char* expression;
  };
  static constexpr Case kCases[] = {
      {"保證", "保证"},
      {"GUARANTEE", "guarantee"},
      {"Ａ", "a"},
      {"(保证|承诺).{0,6}收益", "(?:保证|承诺)[^\\x1e]{0,6}收益"},
      {"[^。！？]{0,6}", "[^\\x1e]{0,6}"},
      {"[^，。；]*", "[^\\x1e\\x1f]*"},
      {"risk[- ]free", "risk(?: ?)free"},
      {"guarantee\\s+a", "guarantee(?: ?)a"},
      {"no\\s*risk", "no(?: ?)risk"},
      {"zero risk", "zero(?: ?)risk"},
      {"\\d+%", "[0-9]+\\x25"},
      {"\\d+\\.\\d+", "[0-9]+[. ]?[0-9]+"},
      {"一[二三]", "1[23]"},
      {"[一二三四五六七八九十]倍", "[1-9十]倍"},
      {"ß", "(?:ss)"},
      {"保\\x{672c}", "保本"},
      {"\\$\\d", "\\x24[0-9]"},
      {"a+?b", "a+b"},
      {"(?:a|b)", "(?:a|b)"},
      {"。", "\\x1e"},
      {"，", "\\x1f"},
      {"don't", "don(?: ?)t"},
      {"[a-c]", "[a-c]"},
      {"[A-C]", "[a-c]"},
      {"[\\d\\s]{1,3}", "[\\x200-9]{1,3}"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.pattern);
    const auto expression = RewritePattern(c.pattern);
    ASSERT_TRUE(expression) << expression.error();
    EXPECT_EQ(*expression, c.expression);
  }
}

TEST(RewritePattern, TellsItsAuthorWhatCannotBeUsed) {
  struct Case {
    const char* pattern;
    const char* part;  // of the reason
  };
  static constexpr Case kCases[] = {
      {"(?=a)b", "(?= (?! (?<"},
      {"(?i)a", "flags"},
      {"(a)\\1", "back references"},
      {"^a", "^ and $"},
      {"a$", "^ and $"},
      {"a{0,101}", "above 100"},
      {"a{0,99999999999999999999}", "above 100"},
      {"a{0,6", "not closed"},
      {"[abc", "never closed"},
      {"[[:alpha:]]", "[:names:]"},
      {"[c-a]", "backwards"},
      {"\\q", "\\q cannot be used"},
      {"a\\", "cannot end"},
      {"[ﬁ]", "several characters"},
      {"\\x{110000}", "no character"},
      {"\\xzz", "no character"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.pattern);
    const auto expression = RewritePattern(c.pattern);
    ASSERT_FALSE(expression) << *expression;
    EXPECT_NE(expression.error().find(c.part), std::string::npos) << expression.error();
  }
  EXPECT_FALSE(RewritePattern(std::string(1001, 'a')));
  EXPECT_TRUE(RewritePattern(std::string(1000, 'a')));
}

}  // namespace
}  // namespace redline
