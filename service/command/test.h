// test: `redline test [PATH]` runs the samples of every rule.
#pragma once

#include <CLI/CLI.hpp>

namespace redline::service {

// Adds the subcommand to `app`; when it runs it sets `exit_code`.
void AddTest(CLI::App& app, int& exit_code);

}  // namespace redline::service
