// Waiver flags: which waivers `check`, `explain` and `serve` judge with.
//
//   auto waivers = flags.Load();   // null when none were named
//   if (!waivers) Complain(std::cerr, waivers.error());
//
// Errors:   every error of every file at once, sorted. Waivers that cannot be read whole are none:
//           the command must not go on.
// Threads:  reads the file system.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "engine/result.h"
#include "engine/rule.h"
#include "engine/waiver.h"
#include "rules/waiver_reader.h"

namespace redline::service {

struct WaiverFlags {
  std::string path;
  int most_days = rules::kMostWaiverDays;

  // Adds the options to a command; this must outlive the parsing.
  void AddTo(CLI::App& command);

  Result<std::shared_ptr<const Waivers>, std::vector<RuleError>> Load() const;
};

}  // namespace redline::service
