// Rule lists: the negative list as YAML files, read strictly into rules.
//
//   auto files = rules::ReadListFiles("rules/packs");
//   auto loaded = rules::LoadRules("cn-retail-bank", *files);
//   if (!loaded) for (const RuleError& error : loaded.error()) Print(Describe(error));
//
// What a file may hold is told in rules/README.md and rules/schema.json. Word files (word_file.h)
// are among the files; a list names those that it uses.
//
// Errors:   every error of every file at once, sorted by file, line and column (in characters).
//           Nothing is ever skipped: an unknown key, a duplicate, an alias or a file that was cut
//           short is an error, not a smaller list.
// Threads:  pure functions, except ReadListFiles, which reads the file system.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/result.h"
#include "engine/rule.h"
#include "engine/ruleset.h"
#include "rules/category.h"

namespace redline::rules {

// One list file (.yaml) or word file (.txt). `path` is what error messages name:
// "cn-core/guarantee.yaml".
struct ListFile {
  std::string path;
  std::string text;
};

// The sentences that prove a rule, as written beside it.
struct Samples {
  std::string rule_id;
  std::vector<Wording> flags;       // the rule must flag each of these
  std::vector<Wording> passes;      // the rule must not flag any of these
  std::vector<Wording> known_gaps;  // should be flagged and are not yet
};

// Words that are written once and used in many lists; their places are where they are written.
struct WordGroup {
  std::string id;
  Localized title;
  std::vector<Wording> words;
  Origin origin;
};

// All that can be referred to, used or not.
struct SharedWords {
  std::vector<WordGroup> groups;   // in the order in which they were read
  std::vector<std::string> files;  // the paths of word files, sorted
};

struct LoadedRules {
  NegativeList list;
  std::vector<Samples> samples;      // one for each rule, in the order of list.rules
  std::vector<Category> categories;  // as declared; empty when no file declares any
  SharedWords words;
};

// Reads lists into rules, in the order of `files`; profiles among them (profile.h) are not looked at. `name` becomes NegativeList::name; the version
// is the greatest `version` of the files.
Result<LoadedRules, std::vector<RuleError>> LoadRules(std::string name,
                                                      const std::vector<ListFile>& files);

// Reads every *.yaml and *.txt below a folder, or one .yaml file and the word files that it names,
// in the order of their paths. Refuses a folder without lists, a file over 4 MiB and anything that
// is no regular file.
Result<std::vector<ListFile>, std::vector<RuleError>> ReadListFiles(
    const std::filesystem::path& path);

// The lists that ship with Redline, compiled into the program (rules/packs at build time).
std::vector<ListFile> ShippedLists();

// The JSON Schema of list files (rules/schema.json at build time).
std::string Schema();

}  // namespace redline::rules
