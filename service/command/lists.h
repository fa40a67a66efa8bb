// Lists: the negative list that a command was told to use, loaded and compiled.
//
//   auto lists = CompileLists("");            // the shipped lists
//   auto lists = CompileLists("my/lists");    // one file, or all below a folder
//   auto lists = CompileLists("", "cn-insurer");   // as this profile makes them
//   if (!lists) Complain(std::cerr, lists.error());
//
// Errors:   every error of every file at once, sorted.
// Threads:  reads the file system; no state.
#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "engine/result.h"
#include "engine/rule.h"
#include "engine/ruleset.h"
#include "rules/rule_list.h"

namespace redline::service {

struct CompiledLists {
  std::shared_ptr<const Ruleset> ruleset;
  std::vector<rules::Samples> samples;  // one for each rule
  rules::SharedWords words;
  std::size_t files = 0;
};

// An empty path means the lists that ship with Redline. The ruleset is named after the path, or
// "shipped". With a profile (rules/profile.h) the path's lists and profiles stand beside the
// shipped ones; an empty one means the path's lists as they are.
Result<CompiledLists, std::vector<RuleError>> CompileLists(const std::string& path,
                                                           const std::string& profile = "");

// The same, not compiled.
Result<rules::LoadedRules, std::vector<RuleError>> LoadLists(const std::string& path,
                                                             const std::string& profile = "");

// The files of a list that load and compile without those that have errors, for looking at their
// rules only: a review is never done with a part of a list. Nothing when none do. `errors` receives
// the errors of all files, sorted; when it stays empty, the lists are whole.
std::optional<CompiledLists> CompileGoodFiles(const std::string& path,
                                              std::vector<RuleError>& errors);

// Writes one line for each error: `file:line:column: rule id: message`. Characters that a terminal
// would obey or hide are shown by their code points.
void Complain(std::ostream& out, const std::vector<RuleError>& errors);

}  // namespace redline::service
