#include "service/report/samples_report.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "service/report/escape.h"
#include "service/report/screen.h"

namespace redline::service {
namespace {

using Json = nlohmann::ordered_json;

std::string Share(std::size_t part, std::size_t whole) {
  return std::to_string(part) + " of " + std::to_string(whole) + " (" +
         std::to_string(PercentOf(part, whole)) + "%)";
}

void WriteCoverage(std::ostream& out, const SamplesOutcome& outcome) {
  for (const RuleOutcome& rule : outcome.rules) {
    out << rule.rule->id << ": " << rule.flags << " flags, " << rule.passes << " passes, "
        << rule.known_gaps << " known gaps, " << rule.failures.size() << " failed; "
        << Share(rule.covered(), rule.wordings) << " covered\n";
    for (const Wording& wording : rule.not_covered) {
      const RuleError line{wording.origin, rule.rule->id,
                           "no sample under flags makes this fire: " + wording.text};
      out << Visible(Describe(line)) << "\n";
    }
  }
}

Json ErrorAsJson(const RuleError& error) {
  return {{"file", error.origin.file},
          {"line", error.origin.line},
          {"column", error.origin.column},
          {"rule", error.rule_id},
          {"message", error.message}};
}

std::string Attribute(std::string_view text) { return "\"" + EscapeMarkup(Visible(text)) + "\""; }

void WriteCase(std::ostream& out, const RuleOutcome& rule) {
  out << "    <testcase classname=" << Attribute(rule.rule->pack)
      << " name=" << Attribute(rule.rule->id);
  if (rule.failures.empty()) {
    out << "/>\n";
    return;
  }
  out << ">\n      <failure type=\"sample\" message="
      << Attribute(std::to_string(rule.failures.size()) + " failed") << ">";
  for (const RuleError& failure : rule.failures) {
    out << EscapeMarkup(Visible(Describe(failure))) << "\n";
  }
  out << "</failure>\n    </testcase>\n";
}

}  // namespace

void WriteSamplesText(std::ostream& out, const SamplesReport& report, bool coverage) {
  const SamplesOutcome& outcome = report.outcome;
  for (const RuleError& error : report.errors) out << Visible(Describe(error)) << "\n";
  for (const RuleOutcome& rule : outcome.rules) {
    for (const RuleError& failure : rule.failures) out << Visible(Describe(failure)) << "\n";
  }
  if (coverage) WriteCoverage(out, outcome);
  if (!report.errors.empty()) {
    out << report.errors.size() << (report.errors.size() == 1 ? " error" : " errors")
        << "; the rules of files with errors were not tested\n";
  }
  out << (report.Holds() ? "ok: " : "failed: ") << outcome.rules.size() << " rules, "
      << outcome.samples() << " samples (" << outcome.Sum(&RuleOutcome::flags) << " flags, "
      << outcome.Sum(&RuleOutcome::passes) << " passes, " << outcome.Sum(&RuleOutcome::known_gaps)
      << " known gaps), ";
  const std::size_t disguised = outcome.Sum(&RuleOutcome::disguised);
  if (disguised > 0) out << disguised << " disguised, ";
  out << outcome.failures() << " failed; " << Share(outcome.covered(), outcome.wordings())
      << " wordings covered";
  if (!report.CoversEnough()) out << ", less than " << report.min_coverage << "%";
  out << "\n";
}

void WriteSamplesJson(std::ostream& out, const SamplesReport& report) {
  const SamplesOutcome& outcome = report.outcome;
  Json json;
  json["ok"] = report.Holds();
  json["flags"] = outcome.Sum(&RuleOutcome::flags);
  json["passes"] = outcome.Sum(&RuleOutcome::passes);
  json["knownGaps"] = outcome.Sum(&RuleOutcome::known_gaps);
  json["disguised"] = outcome.Sum(&RuleOutcome::disguised);
  json["failed"] = outcome.failures();
  json["wordings"] = outcome.wordings();
  json["covered"] = outcome.covered();
  json["coveredPercent"] = PercentOf(outcome.covered(), outcome.wordings());
  json["errors"] = Json::array();
  for (const RuleError& error : report.errors) json["errors"].push_back(ErrorAsJson(error));
  json["rules"] = Json::array();
  for (const RuleOutcome& rule : outcome.rules) {
    Json entry = {{"rule", rule.rule->id},       {"flags", rule.flags},
                  {"passes", rule.passes},       {"knownGaps", rule.known_gaps},
                  {"disguised", rule.disguised}, {"wordings", rule.wordings},
                  {"covered", rule.covered()},   {"failures", Json::array()},
                  {"notCovered", Json::array()}};
    for (const RuleError& failure : rule.failures) {
      entry["failures"].push_back(ErrorAsJson(failure));
    }
    for (const Wording& wording : rule.not_covered) entry["notCovered"].push_back(wording.text);
    json["rules"].push_back(std::move(entry));
  }
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

void WriteSamplesJunit(std::ostream& out, const SamplesReport& report) {
  std::map<std::string_view, std::vector<const RuleOutcome*>> suites;
  std::map<std::string_view, std::vector<const RuleError*>> broken;
  for (const RuleOutcome& rule : report.outcome.rules) {
    suites[rule.rule->origin.file].push_back(&rule);
  }
  for (const RuleError& error : report.errors) broken[error.origin.file].push_back(&error);
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"redline test\">\n";
  for (const auto& [file, errors] : broken) {
    out << "  <testsuite name=" << Attribute(file) << " tests=\"1\" failures=\"0\" errors=\"1\">\n"
        << "    <testcase classname=" << Attribute(file) << " name=\"loads\">\n"
        << "      <error type=\"list\" message=\"the file has errors\">";
    for (const RuleError* error : errors) out << EscapeMarkup(Visible(Describe(*error))) << "\n";
    out << "</error>\n    </testcase>\n  </testsuite>\n";
  }
  for (const auto& [file, rules] : suites) {
    std::size_t failed = 0;
    for (const RuleOutcome* rule : rules) failed += rule->failures.empty() ? 0 : 1;
    out << "  <testsuite name=" << Attribute(file) << " tests=\"" << rules.size()
        << "\" failures=\"" << failed << "\" errors=\"0\">\n";
    for (const RuleOutcome* rule : rules) WriteCase(out, *rule);
    out << "  </testsuite>\n";
  }
  if (!report.CoversEnough()) {
    out << "  <testsuite name=\"coverage\" tests=\"1\" failures=\"1\" errors=\"0\">\n"
        << "    <testcase classname=\"coverage\" name=\"wordings\">\n      <failure "
           "type=\"coverage\" "
        << "message=\"" << Share(report.outcome.covered(), report.outcome.wordings())
        << " wordings covered, less than " << report.min_coverage
        << "%\"/>\n    </testcase>\n  </testsuite>\n";
  }
  out << "</testsuites>\n";
}

}  // namespace redline::service
