// diff: `redline diff --from A --to B --drafts FILE` tells what a change of the negative list does
// to drafts.
#pragma once

#include <CLI/CLI.hpp>

namespace redline::service {

// Adds the subcommand to `app`; when it runs it sets `exit_code`.
void AddDiff(CLI::App& app, int& exit_code);

}  // namespace redline::service
