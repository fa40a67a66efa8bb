// check: `redline check [FILE…|-]` reviews drafts and shows what is wrong with them.
#pragma once

#include <CLI/CLI.hpp>

namespace redline::service {

// Adds the subcommand to `app`; when it runs it sets `exit_code`.
void AddCheck(CLI::App& app, int& exit_code);

}  // namespace redline::service
