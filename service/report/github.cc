#include "service/report/github.h"

#include <string>
#include <string_view>
#include <vector>

#include "service/report/location.h"
#include "service/report/sentences.h"

namespace redline::service {
namespace {

// Text of a command; a property escapes what parts properties as well.
std::string Escape(std::string_view text, bool property) {
  std::string escaped;
  for (const char c : text) {
    if (c == '%') {
      escaped += "%25";
    } else if (c == '\r') {
      escaped += "%0D";
    } else if (c == '\n') {
      escaped += "%0A";
    } else if (c == ':' && property) {
      escaped += "%3A";
    } else if (c == ',' && property) {
      escaped += "%2C";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string Command(std::string_view kind, const std::string& properties, std::string_view title,
                    std::string_view message) {
  return "::" + std::string(kind) + " " + properties + ",title=" + Escape(title, true) +
         "::" + Escape(message, false);
}

class Github : public Writer {
 public:
  Github(std::ostream& out, Language language) : out_(out), wanted_(language) {}

  void Add(const ReviewedDraft& reviewed) override {
    const Language language = LanguageFor(wanted_, reviewed.draft);
    const std::string file = "file=" + Escape(reviewed.file, true);
    if (!reviewed.result.has_report()) {
      const std::string line =
          reviewed.line > 0 ? ",line=" + std::to_string(reviewed.line) : std::string();
      not_reviewed_.push_back(Command("error", file + line, kNotReviewedId,
                                      NotReviewed(language, reviewed.result.error().message())));
      return;
    }
    const Locations locations(reviewed);
    for (const v1::Violation& violation : reviewed.result.report().violations()) {
      const Location location = locations.Of(violation);
      std::string properties = file + ",line=" + std::to_string(location.begin.line) +
                               ",endLine=" + std::to_string(location.end.line);
      if (location.exact && location.begin.line == location.end.line) {
        properties += ",col=" + std::to_string(location.begin.utf16_column) +
                      ",endColumn=" + std::to_string(location.end.utf16_column);
      }
      const std::string message = location.inside + Told(language, violation);
      switch (violation.severity()) {
        case v1::SEVERITY_ADVISE:
          notices_.push_back(Command("notice", properties, violation.rule_id(), message));
          break;
        case v1::SEVERITY_REVIEW:
          warnings_.push_back(Command("warning", properties, violation.rule_id(), message));
          break;
        default:
          errors_.push_back(Command("error", properties, violation.rule_id(), message));
      }
    }
  }

  void Finish() override {
    for (const auto* commands : {&not_reviewed_, &errors_, &warnings_, &notices_}) {
      for (const std::string& command : *commands) out_ << command << "\n";
    }
    out_ << "redline: " << not_reviewed_.size() << " not reviewed, " << errors_.size() << " block, "
         << warnings_.size() << " review, " << notices_.size() << " advise";
    constexpr std::size_t kShown = 10;
    if (not_reviewed_.size() + errors_.size() > kShown || warnings_.size() > kShown ||
        notices_.size() > kShown) {
      out_ << "; GitHub shows only " << kShown << " of a kind as annotations";
    }
    out_ << "\n";
  }

 private:
  std::ostream& out_;
  const Language wanted_;
  std::vector<std::string> not_reviewed_;
  std::vector<std::string> errors_;
  std::vector<std::string> warnings_;
  std::vector<std::string> notices_;
};

}  // namespace

std::unique_ptr<Writer> MakeGithub(std::ostream& out, Language language) {
  return std::make_unique<Github>(out, language);
}

}  // namespace redline::service
