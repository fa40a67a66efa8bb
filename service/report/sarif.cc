#include "service/report/sarif.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "service/report/escape.h"
#include "service/report/fingerprint.h"
#include "service/report/location.h"
#include "service/report/sentences.h"
#include "service/report/words.h"

namespace redline::service {
namespace {

using Json = nlohmann::ordered_json;

std::string_view LevelOf(v1::Severity severity) {
  return BySeverity(severity, "error", "warning", "note");
}

std::string_view MediaTypeOf(v1::Format format) {
  switch (format) {
    case v1::FORMAT_HTML:
      return "text/html";
    case v1::FORMAT_MARKDOWN:
      return "text/markdown";
    default:
      return "text/plain";
  }
}

Json Message(const std::string& text) { return {{"text", text}}; }

Json RuleOf(Language language, const v1::Violation& violation) {
  Json laws = Json::array();
  std::string help = In(language, violation.message());
  for (const v1::Basis& basis : violation.basis()) {
    laws.push_back(Citation(language, basis));
    help += "\n" + Citation(language, basis);
  }
  if (const std::string& better = In(language, violation.suggestion()); !better.empty()) {
    help += "\n" + better;
  }
  return {{"id", violation.rule_id()},
          {"shortDescription", Message(In(language, violation.title()))},
          {"fullDescription", Message(In(language, violation.message()))},
          {"help", Message(help)},
          {"properties",
           {{"category", violation.category()},
            {"pack", violation.pack()},
            {"laws", laws},
            {"tags", {violation.category()}}}}};
}

// SARIF 2.1.0, 3.35: external, for it stands outside of the draft.
Json Suppression(const v1::Waiver& waiver) {
  return {{"kind", "external"},
          {"status", "accepted"},
          {"justification", waiver.reason()},
          {"properties",
           {{"waiver", waiver.id()},
            {"approver", waiver.approver()},
            {"ticket", waiver.ticket()},
            {"approved", waiver.approved()},
            {"until", waiver.until()}}}};
}

class Sarif : public Writer {
 public:
  Sarif(std::ostream& out, Language language) : out_(out), wanted_(language) {}

  void Add(const ReviewedDraft& reviewed) override {
    const Json artifact = {{"uri", UriOf(reviewed.file)}, {"index", ArtifactOf(reviewed)}};
    const Language language = LanguageFor(wanted_, reviewed.draft);
    if (!reviewed.result.has_report()) {
      Json place = {{"artifactLocation", artifact}};
      if (reviewed.line > 0) place["region"] = {{"startLine", reviewed.line}};
      notifications_.push_back(
          {{"level", "error"},
           {"message", Message(NotReviewed(language, reviewed.result.error().message()))},
           {"locations", {{{"physicalLocation", place}}}}});
      return;
    }
    hidden_ += reviewed.hidden;
    const v1::Report& report = reviewed.result.report();
    driver_["version"] = report.engine_version();
    ruleset_ = {{"name", report.ruleset().name()},
                {"version", report.ruleset().version()},
                {"digest", report.ruleset().digest()},
                {"asOf", report.as_of()}};
    const Locations locations(reviewed);
    const auto result = [&](const v1::Violation& violation) {
      const Location location = locations.Of(violation);
      Json place = {{"artifactLocation", artifact}};
      if (const Json region = Region(reviewed, violation, location); !region.empty()) {
        place["region"] = region;
      }
      return Json{
          {"ruleId", violation.rule_id()},
          {"ruleIndex", RuleIndex(language, violation)},
          {"level", LevelOf(violation.severity())},
          {"message", Message(location.inside + Told(language, violation))},
          {"locations", {{{"physicalLocation", place}}}},
          {"partialFingerprints", {{"redline/v1", fingerprints_.Next(reviewed, violation)}}},
          {"properties",
           {{"draft", reviewed.name()},
            {"passage", violation.span().passage()},
            {"quote", violation.quote()},
            {"foldedQuote", violation.folded_quote()}}}};
    };
    for (const v1::Violation& violation : report.violations()) {
      results_.push_back(result(violation));
    }
    for (const v1::WaivedViolation& waived : report.waived()) {
      Json suppressed = result(waived.violation());
      suppressed["suppressions"] = Json::array({Suppression(waived.waiver())});
      results_.push_back(suppressed);
    }
    for (const v1::Violation& violation : report.shadowed()) {
      Json shadowed = result(violation);
      shadowed["level"] = "note";
      shadowed["properties"]["shadow"] = true;
      results_.push_back(shadowed);
    }
  }

  void Finish() override {
    driver_["rules"] = rules_;
    Json properties = {{"hiddenByBaseline", hidden_}};
    if (!ruleset_.empty()) properties["ruleset"] = ruleset_;
    const Json run = {{"tool", {{"driver", driver_}}},
                      {"invocations",
                       {{{"executionSuccessful", notifications_.empty()},
                         {"toolExecutionNotifications", notifications_}}}},
                      {"artifacts", artifacts_},
                      {"columnKind", "utf16CodeUnits"},
                      {"newlineSequences", {"\r\n", "\n", "\r"}},
                      {"results", results_},
                      {"properties", properties}};
    const Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                      {"version", "2.1.0"},
                      {"runs", Json::array({run})}};
    out_ << log.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
  }

 private:
  // Empty for a draft in a JSON file: its places are none of the file.
  static Json Region(const ReviewedDraft& reviewed, const v1::Violation& violation,
                     const Location& location) {
    if (!location.exact) {
      return reviewed.line > 0 ? Json{{"startLine", location.begin.line}} : Json();
    }
    const v1::Range& sent = violation.span().sent();
    return {{"startLine", location.begin.line},
            {"startColumn", location.begin.utf16_column},
            {"endLine", location.end.line},
            {"endColumn", location.end.utf16_column},
            {"charOffset", location.characters.begin()},
            {"charLength", location.characters.end() - location.characters.begin()},
            {"byteOffset", sent.begin()},
            {"byteLength", sent.end() - sent.begin()},
            {"snippet", Message(violation.quote())}};
  }

  std::size_t ArtifactOf(const ReviewedDraft& reviewed) {
    const auto [known, fresh] = artifact_index_.try_emplace(reviewed.file, artifacts_.size());
    if (fresh) {
      Json artifact = {{"location", {{"uri", UriOf(reviewed.file)}}},
                       {"roles", {"analysisTarget"}}};
      if (!reviewed.verbatim) artifact["mimeType"] = "application/json";
      if (reviewed.verbatim && reviewed.draft.passages_size() == 1) {
        artifact["mimeType"] = MediaTypeOf(reviewed.draft.passages(0).format());
      }
      artifacts_.push_back(artifact);
    }
    return known->second;
  }

  std::size_t RuleIndex(Language language, const v1::Violation& violation) {
    const auto [known, fresh] = rule_index_.try_emplace(violation.rule_id(), rules_.size());
    if (fresh) rules_.push_back(RuleOf(language, violation));
    return known->second;
  }

  std::ostream& out_;
  const Language wanted_;
  Json driver_ = {{"name", "Redline"}};
  Json ruleset_ = Json::object();
  Json rules_ = Json::array();
  Json artifacts_ = Json::array();
  Json results_ = Json::array();
  Json notifications_ = Json::array();
  std::map<std::string, std::size_t> rule_index_;
  std::map<std::string, std::size_t> artifact_index_;
  std::size_t hidden_ = 0;
  Fingerprints fingerprints_;
};

}  // namespace

std::unique_ptr<Writer> MakeSarif(std::ostream& out, Language language) {
  return std::make_unique<Sarif>(out, language);
}

}  // namespace redline::service
