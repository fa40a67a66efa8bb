// explain: `redline explain [FILE…|-]` shows how a draft was read and what became of every match.
#pragma once

#include <CLI/CLI.hpp>

namespace redline::service {

// Adds the subcommand to `app`; when it runs it sets `exit_code`.
void AddExplain(CLI::App& app, int& exit_code);

}  // namespace redline::service
