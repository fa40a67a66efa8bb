// rules: `redline rules list` and `redline rules show ID`: what stands in lists.
#pragma once

#include <CLI/CLI.hpp>

namespace redline::service {

// Adds the subcommand to `app`; when it runs it sets `exit_code`.
void AddRules(CLI::App& app, int& exit_code);

}  // namespace redline::service
