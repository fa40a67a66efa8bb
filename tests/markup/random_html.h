// Random HTML for property tests: tags that are missing, crossed or out of place, attributes,
// comments, references, raw text, SVG, tables. Seeded; the same seed gives the same documents.
#pragma once

#include <iterator>
#include <string>
#include <string_view>

#include "tests/engine/random_text.h"

namespace redline::tests {

class RandomHtml {
 public:
  explicit RandomHtml(std::uint32_t seed) : random_(seed) {}

  std::string Document() {
    std::string html;
    // Few elements for each document, so that they meet themselves.
    const std::uint32_t first = random_.Below(static_cast<std::uint32_t>(std::size(kElements)));
    const std::uint32_t span = 2 + random_.Below(8);
    for (std::uint32_t i = 4 + random_.Below(24); i > 0; --i) {
      const std::uint32_t kind = random_.Below(20);
      const std::string_view element =
          random_.Below(6) == 0 ? Pick(kElements)
                                : kElements[(first + random_.Below(span)) % std::size(kElements)];
      if (kind < 7) {
        const bool page = element == "html" || element == "head" || element == "body";
        html += "<" + Cased(element) + (page ? "" : Attributes()) + ">";
      } else if (kind < 11) {
        html += "</" + Cased(element) + (random_.Below(9) == 0 ? " x>" : ">");
      } else if (kind < 18) {
        html += Pick(kTexts);
      } else {
        html += Pick(kOddities);
      }
    }
    return html;
  }

 private:
  // Neighbours are drawn together. Not among them: frames; templates but whole ones, since nothing
  // in them is shown; select with anything but options, which parse5 7 reads by the standard of
  // before 2025.
  static constexpr std::string_view kElements[] = {
      "p",       "div",        "b",       "i",
      "a",       "p",          "span",    "nobr",
      "b",       "h1",         "h2",      "section",
      "ul",      "li",         "ol",      "li",
      "p",       "dl",         "dt",      "dd",
      "div",     "button",     "form",    "p",
      "table",   "tr",         "td",      "th",
      "tbody",   "b",          "table",   "div",
      "caption", "td",         "tr",      "tbody",
      "col",     "colgroup",   "table",   "td",
      "p",       "ruby",       "rt",      "rp",
      "rb",      "rtc",        "span",    "svg",
      "text",    "p",          "math",    "foreignObject",
      "b",       "font",       "a",       "object",
      "marquee", "b",          "div",     "aside",
      "p",       "td",         "br",      "hr",
      "img",     "input",      "wbr",     "pre",
      "listing", "form",       "p",       "table",
      "center",  "u",          "em",      "details",
      "summary", "dialog",     "strong",  "small",
      "code",    "blockquote", "option",  "optgroup",
      "div",     "noscript",   "address", "body",
      "html",    "head",       "image",   "made-up"};
  static constexpr std::string_view kTexts[] = {"保",  "本",   "不", "零险", "t",
                                                "z c", "\r\n", " ",  "é",    "💰"};
  static constexpr std::string_view kOddities[] = {"<!-- > -->",
                                                   "<!-->",
                                                   "<!--->",
                                                   "<!--x--!>",
                                                   "<!--x",
                                                   "<![CDATA[保]]>",
                                                   "<?x?>",
                                                   "</>",
                                                   "</ x>",
                                                   "<!x>",
                                                   "<",
                                                   "< ",
                                                   "<3",
                                                   "&amp;",
                                                   "&lt",
                                                   "&notit;",
                                                   "&notin;",
                                                   "&copy=",
                                                   "&#20445;",
                                                   "&#x4FDD",
                                                   "&#0;",
                                                   "&#x110000;",
                                                   "&#128;",
                                                   "&#xD800;",
                                                   "&zzz;",
                                                   "&",
                                                   "&#",
                                                   "&#x",
                                                   "&#;",
                                                   "&nbsp;",
                                                   "&AMP",
                                                   "&NotEqualTilde;",
                                                   "&ngE;",
                                                   "\r",

                                                   "<script>a<!--<script>b</script>c",
                                                   "</script>",
                                                   "<script>不</script>",
                                                   "<SCRIPT>x</ScRiPt >",
                                                   "<script><!-->不</script>",
                                                   "<style>不</style>",
                                                   "<textarea>保&amp;<b></textarea>",
                                                   "<title>保&lt</title>",
                                                   "<xmp>保&amp;<b></xmp>",
                                                   "<iframe>不</iframe>",
                                                   "<noembed>不</noembed>",
                                                   "<noframes>不</noframes>",
                                                   "<select><option>保<option>本</select>",
                                                   "<svg><style>不</style></svg>",
                                                   "<svg><![CDATA[保]]></svg>",
                                                   "<svg/>保",
                                                   "<svg><title>保</title><text>本</text></svg>",
                                                   "<math><mi>保<b>本</b></mi></math>",
                                                   "<a x='>' hidden>",
                                                   "<b x=1 X=2 hidden hidden=1>",
                                                   "<b/hidden>",
                                                   "<b =hidden>",
                                                   "<p x=\"<b>\">",
                                                   "<i a='&amp;' hidden",
                                                   "<table><tr><td>",
                                                   "</table>",
                                                   "<br/>",
                                                   "<textarea>",
                                                   "<mi>",
                                                   "<desc>",
                                                   "<svg><desc>保<i>本</i></desc></svg>",
                                                   "<plaintext>",
                                                   "<style>",
                                                   "</p>",
                                                   "</br>",
                                                   "<template><td>保</td></template>",
                                                   "<input type=hidden hidden>",
                                                   "<font color=red>",
                                                   "<p\thidden\n>",
                                                   "<b\fx/>"};

  template <typename List>
  std::string_view Pick(const List& list) {
    return list[random_.Below(static_cast<std::uint32_t>(std::size(list)))];
  }

  std::string Cased(std::string_view name) {
    std::string cased(name);
    if (random_.Below(8) == 0 && cased[0] >= 'a') cased[0] = static_cast<char>(cased[0] - 32);
    return cased;
  }

  std::string Attributes() {
    static constexpr std::string_view kAttributes[] = {
        " hidden", " style='display:none'", " class=x", " x='a>b'", " x=\"/>\"", "/", " id=a"};
    std::string attributes;
    while (random_.Below(4) == 0) attributes += Pick(kAttributes);
    return attributes;
  }

  RandomText random_;
};

}  // namespace redline::tests
