// schema: `redline schema` prints the JSON Schema of list files that matches this program.
#pragma once

#include <CLI/CLI.hpp>

namespace redline::service {

// Adds the subcommand to `app`; when it runs it sets `exit_code`.
void AddSchema(CLI::App& app, int& exit_code);

}  // namespace redline::service
