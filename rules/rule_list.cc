#include "rules/rule_list.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "rules/date.h"
#include "rules/lifecycle_reader.h"
#include "rules/map_reader.h"
#include "rules/profile.h"
#include "rules/rule_reader.h"
#include "rules/vocabulary.h"
#include "rules/word_file.h"
#include "rules/word_groups.h"
#include "rules/yaml_tree.h"

namespace redline::rules {
namespace {

// Of all files together; a hundred times the longest negative list that we know of.
constexpr std::size_t kMaxRules = 100'000;

// One file on its way: its tree, when it could be read, and its errors.
struct ListReading {
  std::optional<YamlNode> root;
  std::optional<MapReader> file;  // over `root`, when it is a map
  ErrorList errors;
};

std::string FolderName(const std::string& path) {
  return std::filesystem::path(path).parent_path().filename().string();
}

std::string ReadPack(const MapReader& file, const std::string& path) {
  const std::string pack = file.RequireText("pack", "`pack: cn-core`");
  if (pack.empty()) return pack;
  const std::string folder = FolderName(path);
  if (!IsWord(pack)) {
    file.errors().Add(file.Find("pack")->origin,
                      "the name of a pack is one lower-case word with hyphens, such as `cn-core`");
  } else if (!folder.empty() && folder != "." && folder != ".." && folder != pack) {
    file.errors().Add(file.Find("pack")->origin,
                      "`pack` is `" + pack + "`, but the file stands in the folder `" + folder +
                          "`: write the name of the folder, or move the file");
  }
  return pack;
}

std::string ReadVersion(const MapReader& file) {
  file.Require("version", "`version: 2026-11-24`, the day of the last change");
  return file.Day("version") ? file.Find("version")->text : "";
}

void ReadRules(const MapReader& file, const std::string& path, const Vocabulary& vocabulary,
               WordGroups& words, LoadedRules& loaded) {
  RuleReader reader(file, ReadPack(file, path), vocabulary, words);
  loaded.list.version = std::max(loaded.list.version, ReadVersion(file));
  const YamlNode* rules = file.Find("rules");
  if (rules == nullptr || !ExpectList(*rules, "rules", 1, file.errors())) return;
  if (rules->items.size() > kMaxRules - loaded.list.rules.size()) {
    file.errors().Add(rules->origin, "there are more than 100,000 rules: remove some");
    return;
  }
  for (const YamlNode& rule : rules->items) reader.Read(rule, loaded);
}

std::vector<RuleError> Sorted(const std::vector<ListReading>& readings) {
  std::vector<RuleError> errors;
  for (const ListReading& reading : readings) {
    errors.insert(errors.end(), reading.errors.errors().begin(), reading.errors.errors().end());
  }
  std::stable_sort(errors.begin(), errors.end(), [](const RuleError& a, const RuleError& b) {
    return std::tie(a.origin.file, a.origin.line, a.origin.column, a.message) <
           std::tie(b.origin.file, b.origin.line, b.origin.column, b.message);
  });
  // A value that is asked for twice complains twice.
  const auto same = [](const RuleError& a, const RuleError& b) {
    return std::tie(a.origin.file, a.origin.line, a.origin.column, a.message) ==
           std::tie(b.origin.file, b.origin.line, b.origin.column, b.message);
  };
  errors.erase(std::unique(errors.begin(), errors.end(), same), errors.end());
  return errors;
}

// An error for each rule whose id another rule has already.
std::vector<RuleError> CheckIds(const std::vector<Rule>& rules) {
  std::vector<RuleError> errors;
  std::map<std::string_view, const Rule*> first;
  for (const Rule& rule : rules) {
    const auto [known, is_new] = first.emplace(rule.id, &rule);
    if (is_new || rule.id.empty()) continue;
    const Origin& other = known->second->origin;
    errors.push_back({rule.origin, rule.id,
                      "another rule has this id: " + other.file + ", line " +
                          std::to_string(other.line) + "; give one of the two a new id"});
  }
  return errors;
}

// Adds what was found in all files together to the errors of the file where it stands.
void AddToFiles(const std::vector<RuleError>& errors, const std::vector<ListFile>& files,
                std::vector<ListReading>& readings) {
  for (const RuleError& error : errors) {
    const auto file = std::find_if(files.begin(), files.end(), [&](const ListFile& candidate) {
      return candidate.path == error.origin.file;
    });
    ErrorList& of_file = readings[static_cast<std::size_t>(file - files.begin())].errors;
    of_file.set_rule_id(error.rule_id);
    of_file.Add(error.origin, error.message);
  }
}

void CheckPaths(const std::vector<ListFile>& files, std::vector<ListReading>& readings) {
  std::map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (first.emplace(files[i].path, i).second) continue;
    readings[i].errors.Add({files[i].path, 0, 0}, "this file is given twice: give it once");
  }
}

}  // namespace

Result<LoadedRules, std::vector<RuleError>> LoadRules(std::string name,
                                                      const std::vector<ListFile>& files) {
  std::vector<ListReading> readings(files.size());
  CheckPaths(files, readings);
  WordGroups words(files);
  Vocabulary vocabulary(words);
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (IsWordFile(files[i].path) || IsProfile(files[i].path)) continue;
    ListReading& reading = readings[i];
    reading.root = ReadYaml(files[i], reading.errors);
    if (reading.root) reading.file.emplace(*reading.root, kFileKeys, "a list file", reading.errors);
    if (reading.file && reading.file->is_map()) {
      words.Add(*reading.file);
    } else {
      words.set_incomplete();
      vocabulary.set_incomplete();
    }
  }
  for (const ListReading& reading : readings) {
    if (reading.file && reading.file->is_map()) vocabulary.Add(*reading.file);
  }

  LoadedRules loaded;
  loaded.list.name = std::move(name);
  loaded.list.contexts = vocabulary.contexts();
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (readings[i].file && readings[i].file->is_map()) {
      ReadRules(*readings[i].file, files[i].path, vocabulary, words, loaded);
    }
  }
  loaded.categories = vocabulary.categories();
  AddToFiles(CheckIds(loaded.list.rules), files, readings);
  if (!vocabulary.incomplete()) {
    AddToFiles(CheckReplacements(loaded.list.rules), files, readings);
  }

  std::vector<RuleError> errors = Sorted(readings);
  if (errors.empty() && loaded.list.rules.empty()) {
    const auto list = std::find_if(files.begin(), files.end(),
                                   [](const ListFile& file) { return !IsWordFile(file.path); });
    errors.push_back({{list == files.end() ? "" : list->path, 0, 0},
                      "",
                      "there is no rule in any file: a list without rules would let everything "
                      "pass; add a rule under `rules`"});
  }
  if (!errors.empty()) return Unexpected(std::move(errors));
  loaded.words = words.Take();
  return loaded;
}

}  // namespace redline::rules
