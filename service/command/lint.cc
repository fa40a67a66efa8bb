#include "service/command/lint.h"

#include <iostream>
#include <memory>
#include <string>

#include "service/command/exit_code.h"
#include "service/command/lists.h"

namespace redline::service {
namespace {

int Lint(const std::string& path) {
  const auto lists = CompileLists(path);
  if (!lists) {
    Complain(std::cout, lists.error());
    std::cout << lists.error().size() << (lists.error().size() == 1 ? " error" : " errors")
              << "; nothing was loaded\n";
    return kExitNotReviewed;
  }
  const Ruleset& ruleset = *lists->ruleset;
  std::cout << "ok: " << lists->files << (lists->files == 1 ? " file, " : " files, ")
            << ruleset.rules().size() << " rules, " << ruleset.contexts().size()
            << " contexts; version " << ruleset.version() << ", " << ruleset.digest() << "\n";
  return kExitClean;
}

}  // namespace

void AddLint(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("lint", "Check lists without reviewing anything");
  const auto path = std::make_shared<std::string>();
  command->add_option("PATH", *path, "A list file or a folder of lists (default: shipped lists)")
      ->type_name("");
  command->footer(
      "Prints every error as `file:line:column: rule id: what and what to do`.\n"
      "\n"
      "Example:\n"
      "  redline lint my/lists\n"
      "\n"
      "Exit code: 0 the lists are good, 2 they are not.");
  command->callback([path, &exit_code] { exit_code = Lint(*path); });
}

}  // namespace redline::service
