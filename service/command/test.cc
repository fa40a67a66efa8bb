#include "service/command/test.h"

#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "service/command/choice.h"
#include "service/command/exit_code.h"
#include "service/command/lists.h"
#include "service/command/profile_flag.h"
#include "service/command/samples.h"
#include "service/report/samples_report.h"

namespace redline::service {
namespace {

enum class TestFormat { kText, kJson, kJunit };

struct TestFlags {
  std::string path;
  std::string profile;
  TestFormat format = TestFormat::kText;
  bool coverage = false;
  bool disguises = false;
  std::size_t min_coverage = 0;
};

int RunTest(const TestFlags& flags) {
  SamplesReport report;
  report.min_coverage = flags.min_coverage;
  std::optional<CompiledLists> lists;
  if (flags.profile.empty()) {
    lists = CompileGoodFiles(flags.path, report.errors);
  } else if (auto compiled = CompileLists(flags.path, flags.profile)) {
    lists = std::move(*compiled);
  } else {
    report.errors = std::move(compiled.error());
  }
  if (lists) {
    report.outcome = RunSamples(lists->ruleset, lists->samples,
                                flags.disguises ? Disguised::kYes : Disguised::kNo);
  }
  switch (flags.format) {
    case TestFormat::kText:
      WriteSamplesText(std::cout, report, flags.coverage);
      break;
    case TestFormat::kJson:
      WriteSamplesJson(std::cout, report);
      break;
    case TestFormat::kJunit:
      WriteSamplesJunit(std::cout, report);
      break;
  }
  if (!report.errors.empty()) return kExitNotReviewed;
  return report.Holds() ? kExitClean : kExitFound;
}

}  // namespace

void AddTest(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("test", "Run the samples that stand beside each rule");
  const auto flags = std::make_shared<TestFlags>();
  command
      ->add_option("PATH", flags->path, "A list file or a folder of lists (default: shipped lists)")
      ->type_name("");
  AddProfileFlag(*command, flags->profile);
  command->add_flag("--coverage", flags->coverage,
                    "Show the counts of each rule, and what no sample makes fire");
  command
      ->add_option("--min-coverage", flags->min_coverage,
                   "Fail when samples make fire less of all wordings")
      ->type_name("PERCENT")
      ->check(CLI::Range(0, 100));
  command->add_flag("--disguises", flags->disguises,
                    "Try `flags` also in full width, with invisible characters and separators");
  AddChoice<TestFormat>(
      *command, "--format", flags->format,
      {{"text", TestFormat::kText}, {"json", TestFormat::kJson}, {"junit", TestFormat::kJunit}},
      "How to show the outcome");
  command->footer(
      "`flags` must be flagged by their own rule, `passes` must not, `known_gaps` are still\n"
      "missed. Failures are printed as `file:line:column: rule id: what`. When a file has\n"
      "errors, the rules of the other files are tested all the same.\n"
      "\n"
      "Examples:\n"
      "  redline test my/lists\n"
      "  redline test --coverage --min-coverage 80 my/lists\n"
      "  redline test --format junit my/lists > results.xml\n"
      "\n"
      "Exit code: 0 all samples hold, 1 some do not or too little is covered, 2 a list is not\n"
      "good.");
  command->callback([flags, &exit_code] { exit_code = RunTest(*flags); });
}

}  // namespace redline::service
