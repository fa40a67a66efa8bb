#include "service/command/test.h"

#include <iostream>
#include <memory>
#include <string>

#include "service/command/exit_code.h"
#include "service/command/lists.h"
#include "service/command/samples.h"

namespace redline::service {
namespace {

int Test(const std::string& path) {
  const auto lists = CompileLists(path);
  if (!lists) {
    Complain(std::cout, lists.error());
    return kExitNotReviewed;
  }
  const SamplesOutcome outcome = RunSamples(lists->ruleset, lists->samples);
  Complain(std::cout, outcome.failures);
  std::cout << (outcome.failures.empty() ? "ok: " : "failed: ") << outcome.rules << " rules, "
            << outcome.samples() << " samples (" << outcome.flags << " flags, " << outcome.passes
            << " passes, " << outcome.known_gaps << " known gaps), " << outcome.failures.size()
            << " failed\n";
  return outcome.failures.empty() ? kExitClean : kExitFound;
}

}  // namespace

void AddTest(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("test", "Run the samples that stand beside each rule");
  const auto path = std::make_shared<std::string>();
  command->add_option("PATH", *path, "A list file or a folder of lists (default: shipped lists)")
      ->type_name("");
  command->footer(
      "`flags` must be flagged by their own rule, `passes` must not, `known_gaps` are still\n"
      "missed. Failures are printed as `file:line:column: rule id: what`.\n"
      "\n"
      "Example:\n"
      "  redline test my/lists\n"
      "\n"
      "Exit code: 0 all samples hold, 1 some do not, 2 the lists are not good.");
  command->callback([path, &exit_code] { exit_code = Test(*path); });
}

}  // namespace redline::service
