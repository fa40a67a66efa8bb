// new: `redline new LIST` writes a rule into a list file, from flags or from answers.
#pragma once

#include <CLI/CLI.hpp>

namespace redline::service {

// Adds the subcommand to `app`; when it runs it sets `exit_code`.
void AddNew(CLI::App& app, int& exit_code);

}  // namespace redline::service
