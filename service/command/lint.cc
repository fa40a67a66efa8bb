#include "service/command/lint.h"

#include <iostream>
#include <memory>
#include <string>

#include "engine/alias_forms.h"
#include "service/command/exit_code.h"
#include "service/command/lists.h"
#include "service/report/screen.h"

namespace redline::service {
namespace {

// What is made from each phrase when its rule asks for it.
void ShowAliases(const Ruleset& ruleset) {
  for (const Rule& rule : ruleset.rules()) {
    for (const Wording& phrase : rule.phrases) {
      const AliasForms forms = FormsOf(phrase.text);
      std::string shown;
      if (!forms.pinyin.empty()) {
        shown += (forms.homophones ? "  pinyin, homophones: " : "  pinyin: ") + forms.pinyin;
      }
      if (!forms.initials.empty()) shown += "  initials: " + forms.initials;
      if (!forms.split.empty()) shown += "  split: " + forms.split;
      if (!shown.empty()) std::cout << rule.id << ": " << Visible(phrase.text) << shown << "\n";
    }
  }
}

int Lint(const std::string& path, bool aliases) {
  const auto lists = CompileLists(path);
  if (!lists) {
    Complain(std::cout, lists.error());
    std::cout << lists.error().size() << (lists.error().size() == 1 ? " error" : " errors")
              << "; nothing was loaded\n";
    return kExitNotReviewed;
  }
  const Ruleset& ruleset = *lists->ruleset;
  if (aliases) ShowAliases(ruleset);
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
  const auto aliases = std::make_shared<bool>(false);
  command->add_flag("--aliases", *aliases,
                    "Show what `aliases: { generate: … }` would make from each phrase");
  command->footer(
      "Prints every error as `file:line:column: rule id: what and what to do`.\n"
      "\n"
      "Example:\n"
      "  redline lint my/lists\n"
      "\n"
      "Exit code: 0 the lists are good, 2 they are not.");
  command->callback([path, aliases, &exit_code] { exit_code = Lint(*path, *aliases); });
}

}  // namespace redline::service
