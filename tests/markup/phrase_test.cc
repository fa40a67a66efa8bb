// A phrase hidden in random markup is found in its place; a phrase that blocks part is not found.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/fold.h"
#include "engine/text/fold_table.h"
#include "engine/text/utf8.h"
#include "engine/text/visible_text.h"
#include "tests/engine/lists.h"
#include "tests/engine/random_text.h"

namespace redline::text {
namespace {

const std::vector<std::string> kPhrase = {"稳", "赚", "不", "赔"};

struct Hidden {
  std::string passage;
  Range place;  // from the first to the last character of the phrase
};

class Hider {
  struct Frame {
    std::string_view before;
    std::string_view after;
    std::string_view edge;  // what parts words there
  };

  template <typename Item, std::size_t size>
  const Item& Pick(const Item (&list)[size]) {
    return list[random_.Below(size)];
  }

 public:
  explicit Hider(std::uint32_t seed) : random_(seed) {}

  // `between` may stand between two characters, `around` before and after all.
  Hidden Hide(Format format, bool parted) {
    const bool html = format == Format::kHtml;
    Hidden hidden;
    std::string& out = hidden.passage;
    const Frame frame = html ? Pick(kHtmlFrames) : Pick(kMarkdownFrames);
    out += frame.before;
    // In Markdown a tag at the begin of a line makes a block of HTML.
    for (std::uint32_t i = html ? random_.Below(3) : 0; i > 0; --i) out += Pick(kHtml);
    const std::uint32_t edge = 1 + random_.Below(3);
    for (std::uint32_t i = 0; i < kPhrase.size(); ++i) {
      if (i > 0) {
        for (std::uint32_t n = random_.Below(4); n > 0; --n) {
          out += html ? Pick(kHtml) : Pick(kMarkdown);
        }
        if (parted && i == edge) out += html ? Pick(kHtmlEdges) : frame.edge;
      }
      const Frame wrap = html || random_.Below(3) > 0 ? Frame{} : Pick(kWraps);
      out += wrap.before;
      if (i == 0) hidden.place.begin = static_cast<std::uint32_t>(out.size());
      out += wrap.before == "`" ? kPhrase[i] : Written(kPhrase[i]);
      hidden.place.end = static_cast<std::uint32_t>(out.size());
      out += wrap.after;
    }
    out += frame.after;
    return hidden;
  }

 private:
  static constexpr Frame kHtmlFrames[] = {{"<p>放心，", "。</p>", ""},
                                          {"<table><tr><td>x<td>", "</table>", ""},
                                          {"<ul><li>x<li>", "</ul>", ""},
                                          {"<h1 title='a>b'>", "</h1>", ""},
                                          {"<div hidden>x</div>", "", ""}};
  static constexpr std::string_view kHtml[] = {"<b>",
                                               "</b>",
                                               "</i>",
                                               "<span class='>'>",
                                               "</span>",
                                               "<a href=\"/x>y\">",
                                               "</a>",
                                               "<!-- 噪 -->",
                                               "<!-->",
                                               "<wbr>",
                                               "&shy;",
                                               "&#8203;",
                                               "\u200B",
                                               "\u00AD",
                                               "<span hidden>噪</span>",
                                               "</th x>",
                                               "<b style='display:none'>噪</b>",
                                               "<script>噪</script>",
                                               "<style>噪{}</style>",
                                               "<img src=x>",
                                               "<?x 噪?>",
                                               "</噪>",
                                               "<i title='噪'>",
                                               "&zwj;",
                                               " ",
                                               "\n",
                                               "</body>",
                                               "<noscript>噪</noscript>"};
  static constexpr std::string_view kHtmlEdges[] = {
      "</p><p>", "<br>",  "<div>",           "</div><div>x",          "<li>",
      "<hr/>",   "<h2>",  "<table><tr><td>", "<textarea></textarea>", "<button>",
      "</p>",    "<pre>", "<option>",        "<p hidden></p><p>"};

  static constexpr Frame kMarkdownFrames[] = {{"放心，", "。", "\n\n"},
                                              {"放心，", "\n", "  \n"},
                                              {"", "", "\\\n"},
                                              {"# ", "\n", "\n# "},
                                              {"- x\n- ", "\n", "\n- "},
                                              {"> ", "\n", "\n> > "},
                                              {"1. ", "", "<br>"},
                                              {"|a|b|\n|---|---|\n|", "|x|\n", "|"},
                                              {"前言\n\n---\n\n", "", "\n***\n"},
                                              {"- [ ] ", "", "\n\n"}};
  static constexpr std::string_view kMarkdown[] = {"\\*",
                                                   "<b>",
                                                   "</b>",
                                                   "<!-- 噪 -->",
                                                   "<wbr>",
                                                   "&shy;",
                                                   "&#8203;",
                                                   "\u200B",
                                                   "<span hidden>噪</span>",
                                                   "<i title='>'>",
                                                   "</i>",
                                                   "*",
                                                   "~",
                                                   " ",
                                                   "&nbsp;",
                                                   "<script>噪</script>",
                                                   "<br hidden>",
                                                   "</th>"};
  static constexpr Frame kWraps[] = {
      {"**", "**", ""},          {"*", "*", ""},      {"`", "`", ""},
      {"~~", "~~", ""},          {"[", "](/噪)", ""}, {"![", "](噪.png)", ""},
      {"[", "](<噪> '噪')", ""}, {"***", "***", ""}};

  // A character as itself or as a reference.
  std::string Written(const std::string& character) {
    const auto code = static_cast<std::uint32_t>(CodePointAt(character, 0));
    if (random_.Below(4) > 0) return character;
    return "&#" + std::to_string(code) + ";";
  }

  tests::RandomText random_;
};

Report ReviewOf(const std::string& passage, Format format) {
  static const auto ruleset = tests::Compile({tests::BanPhrases("r", {"稳赚不赔"})});
  Draft draft = tests::Plain(passage);
  draft.passages[0].format = format;
  return tests::Reviewed(draft, ruleset);
}

void ExpectFoundInPlace(Format format, std::uint32_t seed) {
  Hider hider(seed);
  for (int i = 0; i < 5'000; ++i) {
    const Hidden hidden = hider.Hide(format, false);
    SCOPED_TRACE(hidden.passage);
    const Report report = ReviewOf(hidden.passage, format);
    ASSERT_FALSE(report.violations.empty());
    // What begins at the first character and ends at the last one cuts no tag and no reference.
    const Violation& violation = report.violations.front();
    ASSERT_EQ(violation.span.utf8, hidden.place) << violation.quote;
    ASSERT_EQ(report.violations.size(), 1u);
    if (format == Format::kMarkdown) continue;  // the slice may have lost the "[" of its link
    const auto readings = ReadHtml(violation.quote);
    std::string folded = Fold(readings.at(0).text()).text;
    std::erase(folded, kSentenceMark);
    ASSERT_EQ(folded, Fold("稳赚不赔").text) << "read again";
  }
}

void ExpectParted(Format format, std::uint32_t seed) {
  Hider hider(seed);
  for (int i = 0; i < 5'000; ++i) {
    const Hidden hidden = hider.Hide(format, true);
    SCOPED_TRACE(hidden.passage);
    ASSERT_TRUE(ReviewOf(hidden.passage, format).violations.empty());
  }
}

TEST(PhraseInHtml, IsFoundInItsPlace) { ExpectFoundInPlace(Format::kHtml, 1); }
TEST(PhraseInHtml, IsNotFoundOverTheEdgeOfABlock) { ExpectParted(Format::kHtml, 2); }
TEST(PhraseInMarkdown, IsFoundInItsPlace) { ExpectFoundInPlace(Format::kMarkdown, 3); }
TEST(PhraseInMarkdown, IsNotFoundOverTheEdgeOfABlock) { ExpectParted(Format::kMarkdown, 4); }

}  // namespace
}  // namespace redline::text
