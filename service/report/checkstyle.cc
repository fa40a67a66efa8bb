#include "service/report/checkstyle.h"

#include <string>
#include <string_view>

#include "service/report/escape.h"
#include "service/report/location.h"
#include "service/report/screen.h"
#include "service/report/sentences.h"
#include "service/report/words.h"

namespace redline::service {
namespace {

std::string_view SeverityOf(v1::Severity severity) {
  return BySeverity(severity, "error", "warning", "info");
}

class Checkstyle : public Writer {
 public:
  Checkstyle(std::ostream& out, Language language) : out_(out), wanted_(language) {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  }

  void Add(const ReviewedDraft& reviewed) override {
    const Language language = LanguageFor(wanted_, reviewed.draft);
    out_ << "  <file name=\"" << EscapeMarkup(Visible(reviewed.file)) << "\">\n";
    if (reviewed.result.has_report()) {
      const Locations locations(reviewed);
      for (const v1::Violation& violation : reviewed.result.report().violations()) {
        const Location location = locations.Of(violation);
        const std::string column =
            location.exact ? " column=\"" + std::to_string(location.begin.column) + "\"" : "";
        Write(location.begin.line, column, SeverityOf(violation.severity()),
              location.inside + Told(language, violation), violation.rule_id());
      }
    } else {
      Write(reviewed.line > 0 ? reviewed.line : 1, "", "error",
            NotReviewed(language, reviewed.result.error().message()), kNotReviewedId);
    }
    out_ << "  </file>\n";
  }

  void Finish() override { out_ << "</checkstyle>\n"; }

 private:
  void Write(std::size_t line, const std::string& column, std::string_view severity,
             std::string_view message, std::string_view rule_id) {
    out_ << "    <error line=\"" << line << "\"" << column << " severity=\"" << severity
         << "\" message=\"" << EscapeMarkup(message) << "\" source=\"redline."
         << EscapeMarkup(Visible(rule_id)) << "\"/>\n";
  }

  std::ostream& out_;
  const Language wanted_;
};

}  // namespace

std::unique_ptr<Writer> MakeCheckstyle(std::ostream& out, Language language) {
  return std::make_unique<Checkstyle>(out, language);
}

}  // namespace redline::service
