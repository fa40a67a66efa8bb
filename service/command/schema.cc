#include "service/command/schema.h"

#include <iostream>
#include <memory>

#include "rules/profile.h"
#include "rules/rule_list.h"
#include "service/command/exit_code.h"

namespace redline::service {

void AddSchema(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("schema", "Print the JSON Schema of list files");
  const auto profiles = std::make_shared<bool>(false);
  command->add_flag("--profiles", *profiles, "Print that of profiles");
  command->footer(
      "For editors that know YAML: write it to a file and name that in the first line of a list,\n"
      "  # yaml-language-server: $schema=schema.json\n"
      "\n"
      "Example:\n"
      "  redline schema > my/lists/schema.json");
  command->callback([profiles, &exit_code] {
    std::cout << (*profiles ? rules::ProfileSchema() : rules::Schema());
    exit_code = kExitClean;
  });
}

}  // namespace redline::service
