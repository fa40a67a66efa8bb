#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/text/fold_table.h"
#include "engine/text/visible_text.h"
#include "tests/engine/lists.h"

namespace redline::text {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Readings(const std::string& markdown) {
  std::vector<std::string> out;
  for (const VisibleText& reading : ReadMarkdown(markdown)) {
    std::string shown;
    for (const char c : reading.text()) {
      if (c == kSentenceMark) {
        shown += "‖";
      } else {
        shown.push_back(c);
      }
    }
    out.push_back(std::move(shown));
  }
  return out;
}

TEST(ReadMarkdown, ShowsWhatAReaderSees) {
  struct Case {
    const char* name;
    const char* markdown;
    const char* body;
  };
  static constexpr Case kCases[] = {
      {"text", "保本", "保本‖"},
      {"emphasis", "保**本**和*保*~~息~~", "保本和保息‖"},
      {"escapes", "risk\\-free \\*x\\*", "risk-free *x*‖"},
      {"entities", "&#20445;&amp;&zzz;", "保&&zzz;‖"},
      {"links", "[刚性](/zero-risk)[兑付](<b> 'x')", "刚性兑付‖"},
      {"pictures", "看![包赚](a.png)", "看包赚‖"},
      {"code", "保`本` and ``a ` b``", "保本 and a ` b‖"},
      {"code block", "```js\n保本\n```\n", "保本\n‖"},
      {"headings", "# 绿色环保\n本行", "绿色环保‖本行‖"},
      {"underlined headings", "环保\n===\n本行", "环保‖本行‖"},
      {"list items", "1. 勇夺第一\n2. 品牌升级", "勇夺第一‖品牌升级‖"},
      {"quotes", "> 环保\n\n本行", "环保‖本行‖"},
      {"tables", "|零|风险|\n|---|---|\n|保|本|", "零‖风险‖保‖本‖"},
      {"wrapped lines", "保证\n收益", "保证\n收益‖"},
      {"hard breaks", "零  \n风险\\\n保本", "零‖风险‖保本‖"},
      {"html comment", "躺<!-- x -->赚", "躺赚‖"},
      {"html tags", "保<b>本</b>", "保本‖"},
      {"html block", "<div>\n环保<br>本行\n</div>", " 环保‖本行 ‖"},
      {"script of HTML", "保<script>不</script>本", "保本‖"},
      {"what a tag hides over the end of a paragraph", "保<b hidden>不\n\n不</b>本", "保‖本‖"},
      {"html blocks nest with Markdown", "<div hidden>\n\n不\n\n</div>\n\n保本", "保本‖"},
      {"a link by reference", "[保本][a]\n\n[a]: /zero '息'", "保本‖"},
      {"a link without text", "<https://a.example>保本 https://b.example",
       "https://a.example保本 https://b.example‖"},
      {"task lists", "- [x] 保本\n- [ ] 息", "保本‖息‖"},
      {"nested lists and quotes", "- 零\n  - 风险\n\n> 保\n> > 本", "零‖风险‖保‖本‖"},
      {"tables want three dashes: md4c 0.4.8", "|保|本|\n|-|-|", "|保|本|\n|-|-|‖"},
      {"indented code", "    保本\n", "保本\n‖"},
      {"rule", "零\n\n---\n\n风险", "零‖风险‖"},
      {"autolink", "<https://a.example/zero>", "https://a.example/zero‖"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(Readings(c.markdown).at(0), c.body);
  }
}

TEST(ReadMarkdown, ReadsWhatIsShownApart) {
  EXPECT_THAT(Readings("[a](b '保本')"), ElementsAre("a‖", "保本"));
  EXPECT_THAT(Readings("[a](b '保\\*本')"), ElementsAre("a‖", "保*本"));
  EXPECT_THAT(Readings("---\ntitle: 保本\ntags: 保息\n---\n正文"), ElementsAre("正文‖", " 保本"));
  EXPECT_THAT(Readings("x[^1]\n\n[^1]: 保本"), ElementsAre("x^1‖", " 保本"));
  EXPECT_THAT(Readings("[a][b]\n\n[b]: /c '保本'"), ElementsAre("a‖", "保本"));
  EXPECT_THAT(Readings("![x](y '保本')"), ElementsAre("x‖", "保本"));
  EXPECT_THAT(Readings("a<img alt=保本>"), ElementsAre("a\uFFFC‖", "保本"));
  EXPECT_THAT(Readings("保<b hidden>不</b>本"), ElementsAre("保本‖", "保不本‖"));
}

TEST(ReadMarkdown, KeepsTheWayBack) {
  struct Case {
    const char* markdown;
    const char* quote;
  };
  static constexpr Case kCases[] = {
      {"x保**本**y", "保**本"},
      {"[保](/a)[本](/b)", "保](/a)[本"},
      {"# 保`本`", "保`本"},
      {"> 保\n> 本", "保\n> 本"},
      {"|a|保本|\n|-|-|\n", "保本"},
      {"- a\n- 保&#26412;", "保&#26412;"},
      {"[a](b '保本')", "保本"},
      {"[a](b '保\\*本')",
       "[a](b '保\\*本')"},  // escaped: md4c tells no more than "behind the text"
      {"---\ntitle: 保本\n---\n", "保本"},
      {"保<!-- x -->本", "保<!-- x -->本"},
  };
  const auto ruleset = tests::Compile({tests::BanPhrases("r", {"保本"})});
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.markdown);
    Draft draft = tests::Plain(c.markdown);
    draft.passages[0].format = Format::kMarkdown;
    EXPECT_THAT(tests::Quotes(tests::Reviewed(draft, ruleset)),
                ElementsAre(std::string("r: ") + c.quote));
  }
}

// Worst texts: what a parser of blocks and spans could be quadratic in. A quadratic one would take
// minutes here.
TEST(ReadMarkdown, IsLinearOnWorstTexts) {
  for (const char* unit :
       {"<",        "(",         "[",    "![",     "*",      "_",
        "**a",      "*a **a ",   "`",    "`a ``a", "> ",     ">",
        "- ",       "1. ",       "- - ", "> - ",   "* a\n",  "&",
        "&#",       "|",         "|-",   "\\",     "[a](",   "[a][",
        "[a]: b\n", "<b",        "<b>",  "<b>\n",  "<!--",   "<a href='",
        "<?",       "http://",   "a@b.", "~~",     "#",      "\n",
        "a",        "a\n",       "  \n", "\t",     "```\n",  "---\n",
        "a\n===\n", "<div>\n\n", "*_",   "[[]",    "![[]()", "|a|b|\n|---|---|\n"}) {
    std::string markdown;
    while (markdown.size() < (1u << 20)) markdown += unit;
    EXPECT_LE(ReadMarkdown(markdown).at(0).text().size(), 2 * markdown.size()) << unit;
  }
}

}  // namespace
}  // namespace redline::text
