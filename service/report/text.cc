#include "service/report/text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "service/report/decoded.h"
#include "service/report/finding.h"
#include "service/report/heading.h"
#include "service/report/paint.h"
#include "service/report/picture.h"
#include "service/report/report_sentences.h"
#include "service/report/screen.h"
#include "service/report/sentences.h"

namespace redline::service {
namespace {

constexpr int kLawsShown = 2;            // of one rule
constexpr std::size_t kQuotesShown = 8;  // of one rule; the picture marks all of them

std::string Blanks(int count) {
  return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

bool IsEncoded(const v1::Passage& passage) { return passage.has_encoded(); }

class Page {
 public:
  Page(std::ostream& out, const v1::Draft& draft, const v1::Report& report, const TextStyle& style)
      : out_(out),
        draft_(draft),
        report_(report),
        columns_(style.columns),
        language_(LanguageFor(style.language, draft)),
        paint_{style.colour} {}

  void Write() {
    WriteHeading(out_, draft_, language_, paint_, columns_);
    for (int i = 0; i < draft_.passages_size(); ++i) Passage(i);
    for (const Finding& finding : ByRule(report_)) Explain(finding);
    Ending();
  }

 private:
  std::string_view Say(std::string_view zh, std::string_view en) const {
    return service::Say(language_, zh, en);
  }

  void Passage(int index) {
    const v1::Passage& passage = draft_.passages(index);
    const bool named = draft_.passages_size() > 1 || !passage.name().empty();
    if (named) {
      std::string name = passage.name();
      if (name.empty()) name = std::string(Say("段落 ", "passage ")) + std::to_string(index + 1);
      out_ << "\n  " << paint_.Strong("[" + Shorten(name, columns_ - 4) + "]") << "\n";
    }
    std::vector<Mark> marks;
    const auto mark = [&](const v1::Span& span, int number, v1::Severity severity) {
      if (span.passage_index() != static_cast<unsigned>(index)) return;
      marks.push_back({.begin = span.utf8().begin(),
                       .end = span.utf8().end(),
                       .number = number,
                       .severity = severity});
    };
    for (int i = 0; i < report_.violations_size(); ++i) {
      const v1::Violation& violation = report_.violations(i);
      mark(violation.span(), i + 1, violation.severity());
      for (const v1::Span& span : violation.related()) mark(span, i + 1, violation.severity());
    }
    std::ranges::stable_sort(marks, {}, &Mark::begin);
    for (const std::string& row : DrawPassage(passage.text(), marks, paint_, columns_)) {
      out_ << row << "\n";
    }
  }

  // "1, 3   block   Promise of guaranteed principal            cn.core.guaranteed-principal"
  void Explain(const Finding& finding) {
    const v1::Violation& violation = *finding.violations.front();
    std::string numbers;
    for (const int number : finding.numbers) {
      if (!numbers.empty()) numbers += ", ";
      numbers += std::to_string(number);
    }
    if (Columns(numbers) > columns_ / 3) {
      numbers =
          std::to_string(finding.numbers.front()) + " … " + std::to_string(finding.numbers.back());
    }
    const std::string severity(Word(language_, violation.severity()));
    const std::string id = Visible(violation.rule_id());
    const std::string& stated_title = In(language_, violation.title());
    const int before = 2 + Columns(numbers) + 2 + Columns(severity) + 2;
    const int room = columns_ - before - 2 - Columns(id);
    const bool together = room >= std::min(Columns(stated_title), 24);
    const std::string title = Shorten(stated_title, together ? room : columns_ - before);
    out_ << "\n  " << paint_.Severity(violation.severity(), numbers + "  " + severity) << "  "
         << paint_.Strong(title);
    if (together) {
      out_ << Blanks(2 + room - Columns(title)) << paint_.Faint(id) << "\n";
    } else {
      out_ << "\n" << Blanks(columns_ - Columns(id)) << paint_.Faint(id) << "\n";
    }
    Quotes(finding);
    Entry(Say("原因", "why"), In(language_, violation.message()));
    Missing(violation);
    Entry(Say("语境", "context"), LoweredBy(language_, violation.context()));
    Entry(Say("方案", "profile"), SetBy(language_, violation));
    Laws(violation);
    Entry(Say("改写", "instead"), In(language_, violation.suggestion()));
  }

  void Missing(const v1::Violation& violation) {
    Entry(Say("缺少", "missing"), Statements(language_, violation));
    if (violation.has_near_miss()) {
      Entry(Say("相近", "nearest"), Nearest(language_, violation.near_miss(), columns_ / 2));
    }
  }

  // The first laws of the list; the reports in JSON name all.
  void Laws(const v1::Violation& violation) {
    for (int i = 0; i < violation.basis_size(); ++i) {
      std::string citation = Citation(language_, violation.basis(i));
      const int more = violation.basis_size() - i - 1;
      if (i + 1 == kLawsShown && more > 0) {
        citation += std::string(Say("，另有 ", ", and ")) + std::to_string(more) +
                    std::string(Say(" 项依据", " more"));
      }
      Entry(Say("依据", "law"), citation);
      if (i + 1 == kLawsShown) break;
    }
  }

  // The words as written, each once, with how often they stand there.
  void Quotes(const Finding& finding) {
    std::vector<std::pair<std::string, int>> quotes;
    for (const v1::Violation* violation : finding.violations) {
      const std::string quote = Quote(language_, *violation, columns_ / 2);
      const auto known = std::ranges::find(quotes, quote, &std::pair<std::string, int>::first);
      if (known == quotes.end()) {
        quotes.emplace_back(quote, 1);
      } else {
        ++known->second;
      }
    }
    std::string text;
    for (std::size_t i = 0; i < std::min(quotes.size(), kQuotesShown); ++i) {
      if (i > 0) text += Say("；", "; ");
      text += quotes[i].first;
      if (quotes[i].second > 1) text += " ×" + std::to_string(quotes[i].second);
    }
    if (quotes.size() > kQuotesShown) {
      text += std::string(Say("；另有 ", "; and ")) + std::to_string(quotes.size() - kQuotesShown) +
              std::string(Say(" 种", " more"));
    }
    Entry(Say("原文", "words"), text);
  }

  // A label and a text that hangs beside it.
  void Entry(std::string_view label, std::string_view text) {
    if (text.empty()) return;
    const int indent = 4;
    const int beside = indent + (language_ == Language::kEnglish ? 9 : 6);
    std::string lead =
        Blanks(indent) + paint_.Faint(label) + Blanks(beside - indent - Columns(label));
    for (const std::string& line : Wrap(text, columns_ - beside)) {
      out_ << lead << line << "\n";
      lead = Blanks(beside);
    }
  }

  void Ending() {
    out_ << "\n  " << paint_.Verdict(report_.verdict(), InWords(language_, report_)) << "\n";
    Note(Noticed(language_, report_));
    for (const v1::WaiverWarning& warning : report_.waiver_warnings()) {
      Note(Warned(language_, warning));
    }
    for (const v1::WaivedViolation& waived : report_.waived()) Note(WaivedBy(language_, waived));
    Note(Shadowed(language_, report_));
    Note(Excused(language_, report_));
    Note(NotApplied(language_, report_));
    Note(SwitchedOff(language_, report_));
    Note(Judge(language_, report_));
  }

  void Note(const std::string& text) {
    if (text.empty()) return;
    for (const std::string& line : Wrap(text, columns_ - 2)) {
      out_ << "  " << paint_.Faint(line) << "\n";
    }
  }

  std::ostream& out_;
  const v1::Draft& draft_;
  const v1::Report& report_;
  const int columns_;
  const Language language_;
  const Paint paint_;
};

}  // namespace

void WriteText(std::ostream& out, const v1::Draft& draft, const v1::Report& report,
               const TextStyle& style) {
  if (std::ranges::any_of(draft.passages(), IsEncoded)) {
    Page(out, Decoded(draft), report, style).Write();
  } else {
    Page(out, draft, report, style).Write();
  }
}

}  // namespace redline::service
