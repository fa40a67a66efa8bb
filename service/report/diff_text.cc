#include "service/report/diff_text.h"

#include <iomanip>

#include "service/report/diff_sentences.h"
#include "service/report/paint.h"
#include "service/report/report_sentences.h"
#include "service/report/screen.h"
#include "service/report/sentences.h"

namespace redline::service {
namespace {

// The quotes of a line, beside a draft's name and the words around.
constexpr int kQuoteColumns = 40;

void WriteRule(std::ostream& out, const v1::RuleDiff& rule, Language language, const Paint& paint) {
  out << "\n"
      << paint.Strong(Visible(rule.rule_id())) << "  " << Visible(In(language, rule.title()))
      << "  (" << Became(language, rule) << ")\n  " << Counted(language, rule) << "\n";
  for (const v1::ViolationSample& sample : rule.samples()) {
    out << "  " << SampleLine(language, sample, kQuoteColumns) << "\n";
  }
}

}  // namespace

void WriteDiffText(std::ostream& out, const v1::ListDiff& diff, const TextStyle& style) {
  const Language language =
      style.language == Language::kByDraft ? Language::kEnglish : style.language;
  const Paint paint{style.colour};
  out << Say(language, "原  ", "from  ") << NameOf(language, diff.from()) << "\n"
      << Say(language, "新  ", "to    ") << NameOf(language, diff.to()) << "\n";
  if (diff.rules().empty()) {
    out << Say(language, "两份清单没有差别", "the lists do not differ") << "\n";
  }
  out << "\n" << paint.Strong(Compared(language, diff)) << "\n";
  for (const v1::VerdictChange& change : diff.verdicts()) {
    out << std::setw(9) << change.drafts() << "  "
        << paint.Verdict(change.to(), Step(language, change)) << "\n";
  }
  for (const v1::RuleDiff& rule : diff.rules()) {
    if (IsFelt(rule)) WriteRule(out, rule, language, paint);
  }
  if (const std::string rules = NotFelt(language, diff); !rules.empty()) {
    out << "\n";
    for (const std::string& line : Wrap(rules, style.columns)) out << line << "\n";
  }
  if (const std::string count = NotCompared(language, diff); !count.empty()) {
    out << "\n" << paint.Strong(count) << "\n";
    for (const v1::NotCompared& draft : diff.not_compared()) {
      out << "  " << NotComparedLine(draft) << "\n";
    }
  }
}

}  // namespace redline::service
