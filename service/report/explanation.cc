#include "service/report/explanation.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "service/report/heading.h"
#include "service/report/paint.h"
#include "service/report/report_sentences.h"
#include "service/report/screen.h"
#include "service/report/sentences.h"

namespace redline::service {
namespace {

constexpr int kLinesShown = 12;  // of a reading; JSON has all of it

class Page {
 public:
  Page(std::ostream& out, const v1::Draft& draft, const v1::Explanation& explanation,
       const TextStyle& style)
      : out_(out),
        draft_(draft),
        explanation_(explanation),
        columns_(style.columns),
        language_(LanguageFor(style.language, draft)),
        paint_{style.colour} {}

  void Write() {
    WriteHeading(out_, draft_, language_, paint_, columns_);
    for (int i = 0; i < explanation_.readings_size(); ++i) Reading(i);
    const v1::Report& report = explanation_.report();
    out_ << "\n  " << paint_.Verdict(report.verdict(), InWords(language_, report)) << "\n";
    for (const std::string& text : {NotApplied(language_, report), SwitchedOff(language_, report),
                                    Judge(language_, report)}) {
      if (text.empty()) continue;
      for (const std::string& line : Wrap(text, columns_ - 2)) {
        out_ << "  " << paint_.Faint(line) << "\n";
      }
    }
  }

 private:
  std::string_view Say(std::string_view zh, std::string_view en) const {
    return service::Say(language_, zh, en);
  }

  void Reading(int index) {
    const v1::Reading& reading = explanation_.readings(index);
    std::vector<const v1::Match*> matches;
    for (const v1::Match& match : explanation_.matches()) {
      if (match.reading_index() == static_cast<unsigned>(index)) matches.push_back(&match);
    }
    // A play with letters in which nothing was found is not worth a line.
    if (reading.respelled() != v1::DISGUISE_UNSPECIFIED && matches.empty()) return;
    const auto passage = static_cast<int>(reading.passage_index());
    std::string name = draft_.passages(passage).name();
    if (name.empty() && draft_.passages_size() > 1) {
      name = std::string(Say("段落 ", "passage ")) + std::to_string(passage + 1);
    }
    if (!name.empty()) name = paint_.Strong("[" + Shorten(name, columns_ / 2) + "]") + " ";
    out_ << "\n  " << name
         << (reading.respelled() == v1::DISGUISE_UNSPECIFIED
                 ? std::string(Say("读作", "read as"))
                 : std::string(Say("还原后读作（", "read, seen through ")) +
                       std::string(Word(language_, reading.respelled())) +
                       std::string(Say("）", ", as")))
         << "\n";
    const std::vector<std::string> lines = Wrap(Visible(reading.folded()), columns_ - 4);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i == kLinesShown) {
        out_ << "    " << paint_.Faint(Say("……（其余见 jsonl）", "… (jsonl has the rest)")) << "\n";
        break;
      }
      out_ << "    " << lines[i] << "\n";
    }
    for (const v1::Match* match : matches) Match(*match);
  }

  //   1:5  「保*本」 违规
  //        cn.core.guaranteed-principal 「保本」
  void Match(const v1::Match& match) {
    const std::string place = std::to_string(match.span().start().line()) + ":" +
                              std::to_string(match.span().start().column());
    const std::string fate =
        Quoted(language_, Shorten(match.quote(), columns_ / 2)) + "  " + Became(language_, match);
    const int indent = 4 + std::max(Columns(place), 5) + 2;
    std::string lead =
        "    " + place + std::string(static_cast<std::size_t>(indent - 4 - Columns(place)), ' ');
    const bool violation = match.fate() == v1::FATE_VIOLATION;
    for (const std::string& line : Wrap(fate, columns_ - indent)) {
      out_ << lead << (violation ? paint_.Strong(line) : line) << "\n";
      lead = std::string(static_cast<std::size_t>(indent), ' ');
    }
    const std::string rule =
        Visible(match.rule_id()) + "  " + Quoted(language_, Shorten(match.wording(), columns_ / 2));
    for (const std::string& line : Wrap(rule, columns_ - indent)) {
      out_ << std::string(static_cast<std::size_t>(indent), ' ') << paint_.Faint(line) << "\n";
    }
  }

  std::ostream& out_;
  const v1::Draft& draft_;
  const v1::Explanation& explanation_;
  const int columns_;
  const Language language_;
  const Paint paint_;
};

}  // namespace

void WriteExplanation(std::ostream& out, const v1::Draft& draft, const v1::Explanation& explanation,
                      const TextStyle& style) {
  Page(out, draft, explanation, style).Write();
}

}  // namespace redline::service
