#include "service/report/lint_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "service/report/screen.h"

namespace redline::service {
namespace {

using Json = nlohmann::ordered_json;
using rules::LintLevel;

// The codes of rules/lint_code.h begin with it.
constexpr std::string_view kNotAList = "L001";

std::string Counted(std::size_t count, const std::string& one) {
  return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

void WriteFinding(std::ostream& out, const rules::Finding& finding) {
  RuleError line = finding.at;
  if (finding.code->code != kNotAList) {
    line.message = std::string(rules::Name(finding.code->level)) + ": " + line.message + " [" +
                   std::string(finding.code->code) + "]";
  }
  out << Visible(Describe(line)) << "\n";
}

}  // namespace

std::size_t LintReport::Count(LintLevel level) const {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const rules::Finding& finding) { return finding.code->level == level; }));
}

std::vector<rules::Finding> AsFindings(const std::vector<RuleError>& errors) {
  std::vector<rules::Finding> findings;
  for (const RuleError& error : errors) findings.push_back({rules::FindLintCode(kNotAList), error});
  return findings;
}

void WriteLintText(std::ostream& out, const LintReport& report) {
  for (const rules::Finding& finding : report.findings) WriteFinding(out, finding);
  const std::string errors = Counted(report.Count(LintLevel::kError), "error");
  if (report.ruleset == nullptr) {
    out << errors << "; nothing was loaded\n";
    return;
  }
  if (!report.findings.empty()) {
    out << errors << ", " << Counted(report.Count(LintLevel::kWarning), "warning")
        << "; `redline lint --explain CODE` tells more\n";
  }
  const Ruleset& ruleset = *report.ruleset;
  out << (report.Count(LintLevel::kError) > 0 ? "loaded: " : "ok: ")
      << Counted(report.files, "file") << ", " << ruleset.rules().size() << " rules, "
      << ruleset.contexts().size() << " contexts; version " << ruleset.version() << ", "
      << ruleset.digest() << "\n";
}

void WriteLintJson(std::ostream& out, const LintReport& report) {
  Json json;
  json["loaded"] = report.ruleset != nullptr;
  json["files"] = report.files;
  json["rules"] = report.ruleset == nullptr ? 0 : report.ruleset->rules().size();
  json["version"] = report.ruleset == nullptr ? "" : report.ruleset->version();
  json["digest"] = report.ruleset == nullptr ? "" : report.ruleset->digest();
  json["errors"] = report.Count(LintLevel::kError);
  json["warnings"] = report.Count(LintLevel::kWarning);
  json["findings"] = Json::array();
  for (const rules::Finding& finding : report.findings) {
    const Origin& origin = finding.at.origin;
    json["findings"].push_back({{"code", finding.code->code},
                                {"name", finding.code->name},
                                {"level", rules::Name(finding.code->level)},
                                {"file", origin.file},
                                {"line", origin.line},
                                {"column", origin.column},
                                {"rule", finding.at.rule_id},
                                {"message", finding.at.message}});
  }
  // A path may hold bytes that are no UTF-8.
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

}  // namespace redline::service
