// Reviews one draft with the installed engine. Exit code 0 when the violation is where it must be.
#include <chrono>
#include <iostream>

#include "engine/review.h"
#include "engine/version.h"

int main() {
  redline::Rule rule;
  rule.id = "outside.sure-win";
  rule.severity = redline::Severity::kBlock;
  rule.phrases.push_back({.text = "稳赚不赔", .origin = {}});
  redline::NegativeList list;
  list.name = "outside";
  list.version = "2026-11-24";
  list.rules.push_back(rule);
  const auto ruleset = redline::Ruleset::Compile(list);
  if (!ruleset) {
    for (const redline::RuleError& error : ruleset.error()) {
      std::cerr << redline::Describe(error) << "\n";
    }
    return 2;
  }

  redline::Draft draft;
  draft.passages.push_back(
      {.name = "title", .format = redline::Format::kPlain, .text = "💰稳*赚不赔！"});
  using std::chrono::November;
  const auto report = redline::Review(
      draft, *ruleset,
      {.as_of = redline::Date(std::chrono::year(2026) / November / 24), .cancelled = nullptr});
  if (!report) {
    std::cerr << report.error().message << "\n";
    return 2;
  }
  std::cout << "engine " << redline::kEngineVersion << ": " << report->violations.size()
            << " violation\n";
  const bool right = report->verdict == redline::Verdict::kBlock &&
                     report->violations.size() == 1 && report->violations[0].quote == "稳*赚不赔" &&
                     report->violations[0].span.utf16 == redline::Range{2, 7};
  return right ? 0 : 1;
}
