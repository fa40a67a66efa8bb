#include "service/report/gitlab.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "service/report/fingerprint.h"
#include "service/report/location.h"
#include "service/report/sentences.h"
#include "service/report/words.h"

namespace redline::service {
namespace {

using Json = nlohmann::ordered_json;

std::string_view SeverityOf(v1::Severity severity) {
  return BySeverity(severity, "blocker", "major", "info");
}

// GitLab matches paths of the repository, which never begin with "./".
std::string PathOf(std::string_view file) {
  while (file.starts_with("./")) file.remove_prefix(2);
  return std::string(file);
}

class Gitlab : public Writer {
 public:
  Gitlab(std::ostream& out, Language language) : out_(out), wanted_(language) {}

  void Add(const ReviewedDraft& reviewed) override {
    const Language language = LanguageFor(wanted_, reviewed.draft);
    if (!reviewed.result.has_report()) {
      v1::Violation none;
      none.set_rule_id(std::string(kNotReviewedId));
      none.set_severity(v1::SEVERITY_BLOCK);
      const std::size_t line = std::max<std::size_t>(reviewed.line, 1);
      Write(reviewed, none, NotReviewed(language, reviewed.result.error().message()), line, line);
      return;
    }
    const Locations locations(reviewed);
    for (const v1::Violation& violation : reviewed.result.report().violations()) {
      const Location location = locations.Of(violation);
      Write(reviewed, violation, location.inside + Told(language, violation), location.begin.line,
            location.end.line);
    }
  }

  void Finish() override {
    out_ << entries_.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
  }

 private:
  void Write(const ReviewedDraft& reviewed, const v1::Violation& violation,
             const std::string& description, std::size_t begin, std::size_t end) {
    entries_.push_back(
        {{"description", description},
         {"check_name", violation.rule_id()},
         {"fingerprint", fingerprints_.Next(reviewed, violation)},
         {"severity", SeverityOf(violation.severity())},
         {"location",
          {{"path", PathOf(reviewed.file)}, {"lines", {{"begin", begin}, {"end", end}}}}}});
  }

  std::ostream& out_;
  const Language wanted_;
  Json entries_ = Json::array();
  Fingerprints fingerprints_;
};

}  // namespace

std::unique_ptr<Writer> MakeGitlab(std::ostream& out, Language language) {
  return std::make_unique<Gitlab>(out, language);
}

}  // namespace redline::service
