// fmt: `redline fmt` brings list files into the house form (rules/house_form.h).
#pragma once

#include <CLI/CLI.hpp>

namespace redline::service {

// Adds the subcommand to `app`; when it runs it sets `exit_code`.
void AddFmt(CLI::App& app, int& exit_code);

}  // namespace redline::service
