#include "service/report/rdjson.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "service/report/location.h"
#include "service/report/sentences.h"
#include "service/report/words.h"

namespace redline::service {
namespace {

using Json = nlohmann::ordered_json;

std::string_view SeverityOf(v1::Severity severity) {
  return BySeverity(severity, "ERROR", "WARNING", "INFO");
}

Json At(const Place& place) { return {{"line", place.line}, {"column", place.byte_column}}; }

class RdjsonLines : public Writer {
 public:
  RdjsonLines(std::ostream& out, Language language) : out_(out), wanted_(language) {}

  void Add(const ReviewedDraft& reviewed) override {
    const Language language = LanguageFor(wanted_, reviewed.draft);
    if (!reviewed.result.has_report()) {
      Json location = {{"path", reviewed.file}};
      if (reviewed.line > 0) location["range"] = {{"start", {{"line", reviewed.line}}}};
      Write(NotReviewed(language, reviewed.result.error().message()), location, "ERROR",
            kNotReviewedId);
      return;
    }
    const Locations locations(reviewed);
    for (const v1::Violation& violation : reviewed.result.report().violations()) {
      const Location found = locations.Of(violation);
      Json location = {{"path", reviewed.file}};
      if (found.exact) {
        location["range"] = {{"start", At(found.begin)}, {"end", At(found.end)}};
      } else if (reviewed.line > 0) {
        location["range"] = {{"start", {{"line", found.begin.line}}}};
      }
      Write(found.inside + Told(language, violation), location, SeverityOf(violation.severity()),
            violation.rule_id());
    }
  }

  void Finish() override {}

 private:
  void Write(const std::string& message, const Json& location, std::string_view severity,
             std::string_view code) {
    const Json diagnostic = {{"message", message},
                             {"location", location},
                             {"severity", severity},
                             {"source", {{"name", "redline"}}},
                             {"code", {{"value", code}}}};
    out_ << diagnostic.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
  }

  std::ostream& out_;
  const Language wanted_;
};

}  // namespace

std::unique_ptr<Writer> MakeRdjsonLines(std::ostream& out, Language language) {
  return std::make_unique<RdjsonLines>(out, language);
}

}  // namespace redline::service
