#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/text/fold_table.h"
#include "engine/text/html_reader.h"
#include "tests/engine/lists.h"

namespace redline::text {
namespace {

using ::testing::ElementsAre;

std::string Shown(const VisibleText& reading) {
  std::string out;
  for (const char c : reading.text()) {
    if (c == kSentenceMark) {
      out += "‖";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::vector<std::string> Readings(const std::string& html) {
  std::vector<std::string> out;
  for (const VisibleText& reading : ReadHtml(html)) out.push_back(Shown(reading));
  return out;
}

TEST(ReadHtml, ShowsWhatABrowserShows) {
  struct Case {
    const char* name;
    const char* html;
    const char* body;
  };
  static constexpr Case kCases[] = {
      {"nothing", "", ""},
      {"text", "保本", "保本"},
      {"inline tags", "保<b>本</b><i class='x'>保</i>息", "保本保息"},
      {"an unclosed tag hides the rest, as in a browser", "保<b", "保"},
      {"a lone bracket is text", "1 < 2 & 3 <4", "1 < 2 & 3 <4"},
      {"comments", "保<!-- x > y -->本<!---->保<!-->息", "保本保息"},
      {"comment closed the odd way", "保<!-- x --!>本", "保本"},
      {"comment never closed", "保<!-- 本", "保"},
      {"declarations", "<!DOCTYPE html><?xml?>保</ x>本", "保本"},
      {"references", "&#20445;&#x672C;&amp;&lt;&copy&nbsp;", "保本&<©\u00A0"},
      {"references without semicolon", "&notit; &ampx &noti", "¬it; &x ¬i"},
      {"no reference", "&zzz; &; & &#; &#x;", "&zzz; &; & &#; &#x;"},
      {"windows-1252 numbers", "&#128;&#x99;", "€™"},
      {"numbers that are no character", "&#0;&#xD800;&#x110000;&#99999999999;",
       "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"blocks", "<p>环保</p><p>本行</p>", "环保‖本行‖"},
      {"list items", "<ul><li>零<li>风险</ul>", "零‖风险‖"},
      {"table cells", "<table><tr><td>零</td><td>风险</td></tr></table>", "零‖风险‖"},
      {"line breaks", "零<br>风险<hr/>保本", "零‖风险‖保本"},
      {"line break opportunities", "保<wbr>本\u00AD", "保本\u00AD"},
      {"blanks", "a \n\n  b<pre>c\n d</pre>", "a b‖c\n d‖"},
      {"pictures part words", "保<img src=x>本", "保\uFFFC本"},
      {"script and style", "保<script>if (a<b) '本'</script><style>p{}</style>本", "保本"},
      {"script never closed", "保<script>本", "保"},
      {"textarea and title", "<title>零&amp;风险</title><textarea><b>保</textarea>",
       "零&风险‖<b>保‖"},
      {"attributes that look like tags", "<a title=\"<b>\" x='>'>保</a>本", "保本"},
      {"capital letters", "<P>保</P><SCRIPT>x</SCRIPT>本", "保‖本"},
      {"ruby readings", "<ruby>保<rp>(</rp><rt>bǎo</rt><rp>)</rp></ruby>本", "保本"},
      {"select", "<select><option>零<option>风险</select>", "零‖风险‖"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(Readings(c.html).at(0), c.body);
  }
}

TEST(ReadHtml, ReadsWhatIsHiddenBothWays) {
  for (const std::string style :
       {"display:none", "DISPLAY : None", "visibility:hidden", "opacity:0", "opacity: 0.0;",
        "font-size:0", "color:red;font-size:0px", "position:absolute;left:-9999px",
        "text-indent:-999em", "clip-path:inset(100%)"}) {
    SCOPED_TRACE(style);
    EXPECT_THAT(Readings("保<span style=\"" + style + "\">不</span>本"),
                ElementsAre("保本", "保不本"));
  }
  EXPECT_THAT(Readings("保<b hidden>不<i>可</i></b>本"), ElementsAre("保本", "保不可本"));
  EXPECT_THAT(Readings("<template>保本</template>息"), ElementsAre("息", "保本‖息"));
  for (const std::string style : {"opacity:0.5", "font-size:10px", "left:-9px", "color:#000"}) {
    SCOPED_TRACE(style);
    EXPECT_THAT(Readings("保<span style=\"" + style + "\">不</span>本"), ElementsAre("保不本"));
  }
}

TEST(ReadHtml, ReadsTheAttributesThatReadersSee) {
  EXPECT_THAT(Readings("a<img alt='保&#26412;' title=x src=保息 data-x=保>"),
              ElementsAre("a\uFFFC", "保本", "x"));
  EXPECT_THAT(Readings("<input type=submit value=购买><input type=hidden value=保本>"
                       "<input placeholder=请输入><a aria-label=关闭 href=保本 class=保本>x</a>"),
              ElementsAre("x", "购买", "请输入", "关闭"));
  EXPECT_THAT(Readings("<meta name=description content=保本><meta name=viewport content=保息>"),
              ElementsAre("", "保本"));
  EXPECT_THAT(Readings("<img alt='&copy=1 &copy;'>"), ElementsAre("\uFFFC", "&copy=1 ©"));
}

TEST(ReadHtml, KeepsTheWayBack) {
  struct Case {
    const char* html;
    const char* quote;
    const char* disguises;
  };
  static constexpr Case kCases[] = {
      {"<p>x保本y</p>", "保本", ""},
      {"<p>保<b>本</b></p>", "保<b>本", "markup"},
      {"&#20445;&#26412;", "&#20445;&#26412;", "markup"},
      {"保<!-- -->本", "保<!-- -->本", "markup"},
      {"保<span hidden>不</span>本", "保<span hidden>不</span>本", "markup hidden"},
      {"a<span hidden>保本</span>", "保本", "hidden"},
      {"<img alt='保&#26412;'>", "保&#26412;", "markup"},
      {"<b>保</b>\u200B<i>本</i>", "保</b>\u200B<i>本", "invisible markup"},
  };
  const auto ruleset = tests::Compile({tests::BanPhrases("r", {"保本"})});
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.html);
    Draft draft = tests::Plain(c.html);
    draft.passages[0].format = Format::kHtml;
    const Report report = tests::Reviewed(draft, ruleset);
    ASSERT_EQ(report.violations.size(), 1u);
    EXPECT_EQ(report.violations[0].quote, c.quote);
    std::string disguises;
    for (const Disguise disguise : report.violations[0].disguises) {
      disguises += (disguises.empty() ? "" : " ") + std::string(Name(disguise));
    }
    EXPECT_EQ(disguises, c.disguises);
  }
}

TEST(ReadHtml, LetsNothingHiddenSwitchARuleOff) {
  const auto ruleset = tests::Compile({tests::BanPhrases("r", {"保本"}, {"不保本"})});
  const auto quotes = [&](const char* html) {
    Draft draft = tests::Plain(html);
    draft.passages[0].format = Format::kHtml;
    const Report report = tests::Reviewed(draft, ruleset);
    EXPECT_LE(report.violations.size() + report.dismissals.size(), 1u);
    return tests::Quotes(report);
  };
  EXPECT_THAT(quotes("本产品不保本"), testing::IsEmpty());
  EXPECT_THAT(quotes("本产品<!--不-->保本"), ElementsAre("r: 保本"));
  EXPECT_THAT(quotes("本产品<i style=font-size:0>不</i>保本"), ElementsAre("r: 保本"));
  EXPECT_THAT(quotes("<p>不</p>保本"), ElementsAre("r: 保本"));
}

// Worst texts: what a tokenizer or a stack of elements could be quadratic in.
TEST(ReadHtml, IsLinearOnWorstTexts) {
  for (const char* unit :
       {"<", "<b>", "</b>", "<p>", "<!--", "&#", "&", "&notin", "<b ", "<b x=\"", "<li>",
        "<i a b c d e f>", "</x", "<!", "<title>", "<script>", "<div hidden>"}) {
    std::string html;
    while (html.size() < (1u << 20)) html += unit;
    EXPECT_LE(ReadHtml(html).at(0).text().size(), 2 * html.size()) << unit;
  }
}

}  // namespace
}  // namespace redline::text
