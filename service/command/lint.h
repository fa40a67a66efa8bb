// lint: `redline lint [PATH]` loads and compiles lists and prints every error.
#pragma once

#include <CLI/CLI.hpp>

namespace redline::service {

// Adds the subcommand to `app`; when it runs it sets `exit_code`.
void AddLint(CLI::App& app, int& exit_code);

}  // namespace redline::service
