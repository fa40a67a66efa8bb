#include "service/report/html.h"

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "service/report/escape.h"
#include "service/report/finding.h"
#include "service/report/html_style.h"
#include "service/report/marked_passage.h"
#include "service/report/report_sentences.h"
#include "service/report/screen.h"
#include "service/report/sentences.h"

namespace redline::service {
namespace {

constexpr int kQuoteColumns = 400;  // longer quotes are shortened in explanations, not in the draft

std::string Text(std::string_view text) { return EscapeMarkup(Visible(text)); }

std::string_view TagOf(Language language) { return Say(language, "zh-CN", "en"); }

std::string_view ClassOf(v1::Verdict verdict) {
  switch (verdict) {
    case v1::VERDICT_PASS:
      return "pass";
    case v1::VERDICT_REVIEW:
      return "review";
    default:
      return "block";
  }
}

// One draft of the page.
class Section {
 public:
  Section(std::ostream& out, const ReviewedDraft& reviewed, Language language, int number)
      : out_(out),
        reviewed_(reviewed),
        report_(reviewed.result.report()),
        language_(language),
        id_("d" + std::to_string(number)),
        prefix_(id_ + "-") {}

  void Write() {
    out_ << "<section id=\"" << id_ << "\" lang=\"" << TagOf(language_) << "\" aria-labelledby=\""
         << prefix_ << "name\">\n<h2 id=\"" << prefix_ << "name\">" << Text(reviewed_.name())
         << "</h2>\n";
    Stated();
    out_ << "<p class=\"verdict " << ClassOf(report_.verdict()) << "\">"
         << Text(InWords(language_, report_)) << "</p>\n";
    if (reviewed_.result.has_report()) {
      for (int i = 0; i < reviewed_.draft.passages_size(); ++i) Passage(i);
      for (const Finding& finding : ByRule(report_)) Explain(finding);
      for (const v1::WaiverWarning& warning : report_.waiver_warnings()) {
        Note(Warned(language_, warning));
      }
      for (const v1::WaivedViolation& waived : report_.waived()) Note(WaivedBy(language_, waived));
      for (const std::string& note :
           {Noticed(language_, report_), Shadowed(language_, report_), Excused(language_, report_),
            NotApplied(language_, report_), SwitchedOff(language_, report_),
            Hidden(language_, reviewed_.hidden), Judge(language_, report_)}) {
        Note(note);
      }
    } else {
      out_ << "<p>" << Text(reviewed_.result.error().message()) << "</p>\n";
    }
    out_ << "</section>\n";
  }

 private:
  std::string_view Say(std::string_view zh, std::string_view en) const {
    return service::Say(language_, zh, en);
  }

  void Note(const std::string& note) {
    if (!note.empty()) out_ << "<p class=\"faint\">" << Text(note) << "</p>\n";
  }

  void Stated() {
    std::string stated;
    for (const std::string& part : {reviewed_.draft.channel(), reviewed_.draft.product(),
                                    reviewed_.draft.audience(), reviewed_.draft.locale()}) {
      if (!part.empty()) stated += (stated.empty() ? "" : " · ") + Text(part);
    }
    if (!stated.empty()) out_ << "<p class=\"faint\">" << stated << "</p>\n";
  }

  void Passage(int index) {
    const v1::Passage& passage = reviewed_.draft.passages(index);
    if (reviewed_.draft.passages_size() > 1 || !passage.name().empty()) {
      const std::string unnamed = std::string(Say("段落 ", "passage ")) + std::to_string(index + 1);
      out_ << "<h3>" << Text(passage.name().empty() ? unnamed : passage.name()) << "</h3>\n";
    }
    // A line end right behind <pre> is no part of the text.
    out_ << "<pre dir=\"auto\">\n"
         << MarkedPassage(passage.text(), static_cast<unsigned>(index), report_, language_, prefix_)
         << "</pre>\n";
  }

  void Explain(const Finding& finding) {
    const v1::Violation& violation = *finding.violations.front();
    const std::string_view severity = Word(Language::kEnglish, violation.severity());
    out_ << "<article class=\"finding " << severity << "\">\n<h3>";
    for (const int number : finding.numbers) {
      out_ << "<a class=\"number " << severity << "\" id=\"" << prefix_ << "v" << number
           << "\" href=\"#" << prefix_ << "m" << number << "\" aria-label=\"" << number
           << Say("：回到原文", ": back to the text") << "\">" << number << "</a>";
    }
    out_ << " <span class=\"severity " << severity << "\">" << Word(language_, violation.severity())
         << "</span> " << Text(In(language_, violation.title())) << " <code class=\"rule\">"
         << Text(violation.rule_id()) << "</code></h3>\n<dl>\n";
    Entry(Say("原文", "words"), Quotes(finding));
    Entry(Say("原因", "why"), {In(language_, violation.message())});
    Entry(Say("缺少", "missing"), {Statements(language_, violation)});
    if (violation.has_near_miss()) {
      Entry(Say("相近", "nearest"), {Nearest(language_, violation.near_miss(), kQuoteColumns)});
    }
    Entry(Say("语境", "context"), {LoweredBy(language_, violation.context())});
    Entry(Say("方案", "profile"), {SetBy(language_, violation)});
    std::vector<std::string> laws;
    for (const v1::Basis& basis : violation.basis()) laws.push_back(Citation(language_, basis));
    Entry(Say("依据", "law"), laws);
    Entry(Say("改写", "instead"), {In(language_, violation.suggestion())});
    out_ << "</dl>\n</article>\n";
  }

  // Each with its place: "1:5 「保本」".
  std::vector<std::string> Quotes(const Finding& finding) const {
    std::vector<std::string> quotes;
    for (const v1::Violation* violation : finding.violations) {
      const v1::LineColumn& start = violation->span().start();
      quotes.push_back(std::to_string(start.line()) + ":" + std::to_string(start.column()) + " " +
                       Quote(language_, *violation, kQuoteColumns));
    }
    return quotes;
  }

  void Entry(std::string_view label, const std::vector<std::string>& texts) {
    if (texts.empty() || texts.front().empty()) return;
    out_ << "<dt>" << label << "</dt><dd>";
    for (std::size_t i = 0; i < texts.size(); ++i) out_ << (i > 0 ? "<br>" : "") << Text(texts[i]);
    out_ << "</dd>\n";
  }

  std::ostream& out_;
  const ReviewedDraft& reviewed_;
  const v1::Report& report_;
  const Language language_;
  const std::string id_;
  const std::string prefix_;
};

class Html : public Writer {
 public:
  Html(std::ostream& out, Language language) : out_(out), wanted_(language), page_(language) {}

  void Add(const ReviewedDraft& reviewed) override {
    const Language language = LanguageFor(wanted_, reviewed.draft);
    if (page_ == Language::kByDraft) page_ = language;
    const v1::Verdict verdict = reviewed.result.report().verdict();
    tally_.Count(verdict);
    const int number = tally_.drafts();
    contents_ << "<li><a href=\"#d" << number << "\">" << Text(reviewed.name())
              << "</a> <span class=\"verdict " << ClassOf(verdict) << "\" lang=\""
              << TagOf(language) << "\">" << Text(InWords(language, reviewed.result.report()))
              << "</span></li>\n";
    Section(sections_, reviewed, language, number).Write();
  }

  void Finish() override {
    const std::string title(Say(page_, "红线审核结果", "Redline review"));
    out_ << "<!DOCTYPE html>\n<html lang=\"" << TagOf(page_)
         << "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
            "content=\"default-src 'none'; style-src '"
         << kHtmlStyleHash
         << "'; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" "
            "content=\"width=device-width, initial-scale=1\">\n<title>"
         << title << "</title>\n<style>" << kHtmlStyle
         << "</style>\n</head>\n<body>\n<header>\n<h1>" << title << "</h1>\n<p>"
         << InWords(page_, tally_) << "</p>\n</header>\n<nav aria-label=\""
         << Say(page_, "稿件", "drafts") << "\">\n<ul>\n"
         << contents_.str() << "</ul>\n</nav>\n<main>\n"
         << sections_.str() << "</main>\n</body>\n</html>\n";
  }

 private:
  std::ostream& out_;
  const Language wanted_;
  Language page_;
  Tally tally_;
  std::ostringstream contents_;
  std::ostringstream sections_;
};

}  // namespace

std::unique_ptr<Writer> MakeHtml(std::ostream& out, Language language) {
  return std::make_unique<Html>(out, language);
}

}  // namespace redline::service
