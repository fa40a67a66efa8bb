#include "service/command/output.h"

#include <utility>

#include "service/report/json.h"

namespace redline::service {

Output::Output(std::ostream& out, OutputFormat format, const TextStyle& style, bool several)
    : out_(out), format_(format), style_(style), several_(several) {}

void Output::Add(const v1::Draft& draft, const std::string& label, v1::ReviewResult result) {
  ++drafts_;
  ++verdicts_[result.report().verdict()];  // of an error: VERDICT_UNSPECIFIED
  switch (format_) {
    case OutputFormat::kText:
      if (result.has_report()) AddText(draft, label, result.report());
      break;
    case OutputFormat::kJson:
      if (several_) {
        *batch_.add_results() = std::move(result);
      } else if (result.has_report()) {
        out_ << WriteJson(result.report(), Layout::kIndented);
      }
      break;
    case OutputFormat::kJsonLines:
      out_ << WriteJson(result, Layout::kOneLine);
      break;
  }
}

void Output::AddText(const v1::Draft& draft, const std::string& label, const v1::Report& report) {
  if (drafts_ > 1) out_ << "\n";
  if (!draft.id().empty()) {
    WriteText(out_, draft, report, style_);
    return;
  }
  v1::Draft named = draft;
  named.set_id(label);
  WriteText(out_, named, report, style_);
}

void Output::Finish(const v1::RulesetRef& ruleset) {
  if (format_ == OutputFormat::kJson && several_) {
    *batch_.mutable_ruleset() = ruleset;
    out_ << WriteJson(batch_, Layout::kIndented);
  }
  if (format_ == OutputFormat::kText && drafts_ > 1) {
    const auto count = [&](v1::Verdict verdict) { return std::to_string(verdicts_[verdict]); };
    const bool chinese = style_.language == Language::kChinese;
    out_ << "\n"
         << drafts_ << Say(chinese ? Language::kChinese : Language::kEnglish, " 篇：", " drafts: ")
         << (chinese ? "通过 " + count(v1::VERDICT_PASS) + "，待审 " + count(v1::VERDICT_REVIEW) +
                           "，禁止 " + count(v1::VERDICT_BLOCK) + "，未能审核 " +
                           count(v1::VERDICT_UNSPECIFIED)
                     : count(v1::VERDICT_PASS) + " pass, " + count(v1::VERDICT_REVIEW) +
                           " review, " + count(v1::VERDICT_BLOCK) + " block, " +
                           count(v1::VERDICT_UNSPECIFIED) + " not reviewed")
         << "\n";
  }
  out_.flush();
}

}  // namespace redline::service
