#include "service/command/output.h"

#include <utility>

#include "service/report/checkstyle.h"
#include "service/report/github.h"
#include "service/report/gitlab.h"
#include "service/report/html.h"
#include "service/report/json.h"
#include "service/report/junit.h"
#include "service/report/rdjson.h"
#include "service/report/sarif.h"

namespace redline::service {
namespace {

std::unique_ptr<Writer> MakeWriter(std::ostream& out, const OutputStyle& style) {
  const Language language = style.text.language;
  switch (style.format) {
    case OutputFormat::kText:
    case OutputFormat::kJson:
    case OutputFormat::kJsonLines:
      return nullptr;
    case OutputFormat::kSarif:
      return MakeSarif(out, language);
    case OutputFormat::kRdjsonLines:
      return MakeRdjsonLines(out, language);
    case OutputFormat::kGithub:
      return MakeGithub(out, language);
    case OutputFormat::kGitlab:
      return MakeGitlab(out, language);
    case OutputFormat::kCheckstyle:
      return MakeCheckstyle(out, language);
    case OutputFormat::kJunit:
      return MakeJunit(out, language, style.fail_on);
    case OutputFormat::kHtml:
      return MakeHtml(out, language);
  }
  return nullptr;
}

}  // namespace

Output::Output(std::ostream& out, const OutputStyle& style)
    : out_(out), style_(style), writer_(MakeWriter(out, style)) {}

void Output::Add(ReviewedDraft reviewed) {
  v1::ReviewResult& result = reviewed.result;
  tally_.Count(result.report().verdict());  // of an error: VERDICT_UNSPECIFIED
  if (writer_ != nullptr) return writer_->Add(reviewed);
  switch (style_.format) {
    case OutputFormat::kJson:
      if (style_.several) {
        *batch_.add_results() = std::move(result);
      } else if (result.has_report()) {
        out_ << WriteJson(result.report(), Layout::kIndented);
      }
      break;
    case OutputFormat::kJsonLines:
      out_ << WriteJson(result, Layout::kOneLine);
      break;
    default:
      if (result.has_report()) AddText(reviewed);
  }
}

void Output::AddText(const ReviewedDraft& reviewed) {
  if (tally_.drafts() > 1) out_ << "\n";
  v1::Draft named = reviewed.draft;
  named.set_id(reviewed.name());
  WriteText(out_, named, reviewed.result.report(), style_.text);
  const Language language = LanguageFor(style_.text.language, named);
  if (reviewed.hidden > 0) out_ << "  " << Hidden(language, reviewed.hidden) << "\n";
}

void Output::Finish(const v1::RulesetRef& ruleset) {
  if (writer_ != nullptr) writer_->Finish();
  if (style_.format == OutputFormat::kJson && style_.several) {
    *batch_.mutable_ruleset() = ruleset;
    out_ << WriteJson(batch_, Layout::kIndented);
  }
  if (style_.format == OutputFormat::kText && tally_.drafts() > 1) {
    const bool chinese = style_.text.language == Language::kChinese;
    out_ << "\n" << InWords(chinese ? Language::kChinese : Language::kEnglish, tally_) << "\n";
  }
  out_.flush();
}

}  // namespace redline::service
