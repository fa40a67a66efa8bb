#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
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
    std::string_view html;
    std::string_view body;
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
      {"textarea", "<textarea><b>保&amp;</textarea>本", "<b>保&‖本"},
      {"a title stands beside the page", "保<title>零&amp;风险</title>本", "保本"},
      {"xmp and plaintext are shown as they stand", "<xmp>保&amp;<b></xmp>本<plaintext></p>息",
       "保&amp;<b>‖本‖</p>息"},
      {"a script that escapes its end", "保<script><!--<script></script>不</script>本", "保本"},
      {"a script with a closed comment", "保<script><!-->不</script>本", "保本"},
      {"CDATA is text in SVG, a comment elsewhere",
       "保<![CDATA[x]]>本<svg><text><![CDATA[息]]></text></svg>", "保本\uFFFC息"},
      {"style and title of SVG", "保<svg><style>不</style><title>不</title><text>本</text></svg>",
       "保\uFFFC本"},
      {"NUL", {"保\0本", 7}, {"保\0本", 7}},
      {"attributes that look like tags", "<a title=\"<b>\" x='>'>保</a>本", "保本"},
      {"capital letters", "<P>保</P><SCRIPT>x</SCRIPT>本", "保‖本"},
      {"ruby readings", "<ruby>保<rp>(</rp><rt>bǎo</rt><rp>)</rp></ruby>本", "保本"},
      {"select", "<select><option>零<option>风险</select>", "零‖风险‖"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(Readings(std::string(c.html)).at(0), c.body);
  }
}

// Tags that a browser passes over must not part a word, nor end what hides another.
TEST(ReadHtml, NestsAsABrowserDoes) {
  struct Case {
    const char* name;
    const char* html;
    const char* body;
  };
  static constexpr Case kCases[] = {
      {"end tags of nothing", "保</div></td></li></b></table></body>本", "保本"},
      {"parts of tables outside of tables", "保<td>本<tr>息<caption>x<col>y<tbody>z", "保本息xyz"},
      {"parts of pages", "保<html><head><body>本<frameset>息", "保本息"},
      {"</p> and </br> alone are breaks", "保</p>本</br>息", "保‖本‖息"},
      {"p in p", "<p>保<p>本</p>", "保‖本‖"},
      {"a block that is not there", "保<div hidden>x</div>本<template>y</template>息", "保本息"},
      {"a break that is not there", "保<br hidden>本<input type=hidden>息", "保本息"},
      {"blocks put in line",
       "<div style='display:inline'>保</div><div style=display:inline>本</div>", "保本"},
      {"an inline element as a block", "环保<span style='display:block'>本行</span>", "环保‖本行‖"},
      {"fallback of an object", "保<object>本</object>", "保本"},
      {"a hidden p ends at the next block", "<p hidden>不<div>保</div>本", "保‖本"},
      {"hidden formatting is opened again", "<p><b hidden></p>不</b>保本", "保本"},
      {"and ended from within a block", "<b hidden>不<p>不</b>保</p>本", "保‖本"},
      {"an end tag does not leave a cell", "<div hidden><table><td></div>不</table></div>保", "保"},
      {"text in a hidden table stands before it", "<table hidden>保<tr><td>不</table>本", "保本"},
      {"a second a ends the first", "<a hidden>不<a>保本", "保本"},
      {"SVG draws its texts only", "保<svg>不<text>本</text><defs><text>不</text></defs></svg>息",
       "保\uFFFC本息"},
      {"HTML ends SVG", "<svg><style><p>保", "\uFFFC‖保"},
      {"an image is an img", "保<image src=x>本", "保\uFFFC本"},
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
        "text-indent:-999em", "clip-path:inset(100%)", "clip:rect(0,0,0,0)", "color:transparent",
        "display&#58;none", "d\\69splay:/* x */none", "display:block;display:none",
        "display:none!important;display:block", "max-height:0;overflow:hidden"}) {
    SCOPED_TRACE(style);
    EXPECT_THAT(Readings("保<span style=\"" + style + "\">不</span>本"),
                ElementsAre("保本", "保不本"));
  }
  EXPECT_THAT(Readings("保<b hidden>不<i>可</i></b>本"), ElementsAre("保本", "保不可本"));
  EXPECT_THAT(Readings("<template>保本</template>息"), ElementsAre("息", "保本‖息"));
  EXPECT_THAT(Readings("<noscript>保本</noscript>息"), ElementsAre("息", "保本‖息"));
  EXPECT_THAT(Readings("<datalist><option>保本</datalist>息"), ElementsAre("息", "保本‖息"));
  // What a parent hides by its size, colour or visibility, a child may show again; a relative size
  // of nothing is nothing.
  EXPECT_THAT(Readings("<div style=font-size:0>不<b style=font-size:1rem>保</b>不</div>").at(0),
              "保‖");
  EXPECT_THAT(Readings("<div style=font-size:0><b style=font-size:2em>保</b></div>").at(0), "");
  EXPECT_THAT(Readings("<div style=visibility:hidden><b style=font-size:9px>保</b></div>").at(0),
              "");
  for (const std::string style :
       {"opacity:0.5", "font-size:10px", "left:-9px", "color:#000", "display:none;display:inline",
        "x-display:none", "/*display:none*/", "max-height:0", "color:#fff;background:#fff"}) {
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

// Shown at once, on a click, or to those who listen: not hidden.
TEST(ReadHtml, ReadsWhatIsShownOnAClick) {
  for (const char* html : {"<details><summary>x</summary>保本</details>", "<dialog>保本</dialog>",
                           "<p aria-hidden=true>保本</p>", "<div popover>保本</div>"}) {
    SCOPED_TRACE(html);
    EXPECT_THAT(Readings(html), ElementsAre(testing::HasSubstr("保本")));
  }
}

TEST(ReadHtml, ReadsRubyApart) {
  EXPECT_THAT(Readings("<ruby>保<rt>b&#462;o</rt>本<rt>b<b>ě</b>n</ruby>"),
              ElementsAre("保本", "bǎo", "běn"));
  EXPECT_THAT(Readings("<ruby>零<rp>(</rp><rt hidden>保本</rt></ruby>"),
              ElementsAre("零", "(", "保本"));
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
      {"<table><tr><td>x</td><b>保</b>本", "保</b>本", "markup"},
      {"保<svg><text>本</text></svg>", "保<svg><text>本", "separator markup"},
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

// Worst texts: what a tokenizer, a stack of elements or a list of them could be quadratic in. A
// quadratic reader would take minutes here.
TEST(ReadHtml, IsLinearOnWorstTexts) {
  for (const char* unit : {"<",
                           "<b>",
                           "</b>",
                           "<p>",
                           "<!--",
                           "&#",
                           "&",
                           "&notin",
                           "<b ",
                           "<b x=\"",
                           "<li>",
                           "<i a b c d e f>",
                           "</x",
                           "<!",
                           "<title>",
                           "<script>",
                           "<div hidden>",
                           "<p><b>",
                           "<b><p>",
                           "<a><div>",
                           "<table>",
                           "<table>x",
                           "<table><tr><td>",
                           "<svg><g>",
                           "<svg></x>",
                           "<b><p></b>",
                           "<object>",
                           "<ruby><rt>",
                           "<rt>x</rt>",
                           "<img alt=x>",
                           "<form><div></form>",
                           "<script><!--",
                           "<textarea>&amp;",
                           "a",
                           "(",
                           "</p>",
                           "<li><b>",
                           "<font color=red><p>x",
                           "<p style='a:b;'>"}) {
    std::string html;
    while (html.size() < (1u << 20)) html += unit;
    EXPECT_LE(ReadHtml(html).at(0).text().size(), 2 * html.size()) << unit;
  }
  for (const auto& [open, close] : {std::pair("<a><div>", "</a>"), {"<b><x><x><x><p>", "</b>"}}) {
    std::string html;
    while (html.size() < (1u << 19)) html += open;
    while (html.size() < (1u << 20)) html += close;
    EXPECT_FALSE(ReadHtml(html).empty()) << open;
  }
}

// What would take longer than its size allows is not read, hence not passed.
TEST(ReadHtml, GivesUpOnEntangledElements) {
  std::string html;
  for (int i = 0; i < 20'000; ++i) html += "<p><b x=" + std::to_string(i) + ">保";
  EXPECT_TRUE(ReadHtml(html).empty());
  Draft draft = tests::Plain(html);
  draft.passages[0].format = Format::kHtml;
  const auto report = Review(draft, tests::Compile({tests::BanPhrases("r", {"保本"})}),
                             {.as_of = tests::kToday, .cancelled = {}});
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().kind, ReviewError::Kind::kScanFailed);
}

}  // namespace
}  // namespace redline::text
