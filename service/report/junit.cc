#include "service/report/junit.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "service/report/escape.h"
#include "service/report/finding.h"
#include "service/report/screen.h"
#include "service/report/sentences.h"
#include "service/report/text.h"

namespace redline::service {
namespace {

class Junit : public Writer {
 public:
  Junit(std::ostream& out, Language language, v1::Severity fail_on)
      : out_(out), wanted_(language), fail_on_(fail_on) {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"redline\">\n";
  }

  void Add(const ReviewedDraft& reviewed) override {
    suite_ = Attribute(reviewed.name());
    if (!reviewed.result.has_report()) {
      const Language language = LanguageFor(wanted_, reviewed.draft);
      Open(1, 0, 1);
      Case(kNotReviewedId);
      out_ << "\n      <error type=\"" << kNotReviewedId << "\" message=\""
           << EscapeMarkup(NotReviewed(language, reviewed.result.error().message()))
           << "\"/>\n    </testcase>\n";
    } else {
      AddReport(reviewed);
    }
    out_ << "  </testsuite>\n";
  }

  void Finish() override { out_ << "</testsuites>\n"; }

 private:
  static std::string Attribute(std::string_view text) {
    return "\"" + EscapeMarkup(Visible(text)) + "\"";
  }

  bool Fails(const Finding& finding) const {
    return fail_on_ != v1::SEVERITY_UNSPECIFIED &&
           finding.violations.front()->severity() >= fail_on_;
  }

  void Open(std::size_t tests, std::ptrdiff_t failures, int errors) {
    out_ << "  <testsuite name=" << suite_ << " tests=\"" << tests << "\" failures=\"" << failures
         << "\" errors=\"" << errors << "\">\n";
  }

  void Case(std::string_view name) {
    out_ << "    <testcase classname=" << suite_ << " name=" << Attribute(name) << ">";
  }

  void AddReport(const ReviewedDraft& reviewed) {
    const v1::Report& report = reviewed.result.report();
    const std::vector<Finding> findings = ByRule(report);
    if (findings.empty()) {
      Open(1, 0, 0);
      Case("reviewed");
      out_ << "</testcase>\n";
      return;
    }
    Open(findings.size(),
         std::ranges::count_if(findings, [&](const Finding& finding) { return Fails(finding); }),
         0);
    for (const Finding& finding : findings) {
      const v1::Violation& violation = *finding.violations.front();
      Case(violation.rule_id());
      const std::string text = EscapeMarkup(TextOf(reviewed, finding));
      if (Fails(finding)) {
        const Language language = LanguageFor(wanted_, reviewed.draft);
        out_ << "\n      <failure type=\"" << Word(Language::kEnglish, violation.severity())
             << "\" message=\"" << EscapeMarkup(Told(language, violation)) << "\">" << text
             << "</failure>\n";
      } else {
        out_ << "\n      <system-out>" << text << "</system-out>\n";
      }
      out_ << "    </testcase>\n";
    }
  }

  // The text report as if the draft violated this rule only.
  std::string TextOf(const ReviewedDraft& reviewed, const Finding& finding) const {
    v1::Draft draft = reviewed.draft;
    draft.set_id(reviewed.name());
    v1::Report report;
    report.set_verdict(reviewed.result.report().verdict());
    *report.mutable_ruleset() = reviewed.result.report().ruleset();
    report.set_as_of(reviewed.result.report().as_of());
    for (const v1::Violation* violation : finding.violations) *report.add_violations() = *violation;
    std::ostringstream text;
    WriteText(text, draft, report, {.language = wanted_});
    return text.str();
  }

  std::ostream& out_;
  const Language wanted_;
  const v1::Severity fail_on_;
  std::string suite_;  // name of the suite being written, quoted
};

}  // namespace

std::unique_ptr<Writer> MakeJunit(std::ostream& out, Language language, v1::Severity fail_on) {
  return std::make_unique<Junit>(out, language, fail_on);
}

}  // namespace redline::service
