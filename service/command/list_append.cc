#include "service/command/list_append.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "engine/ruleset.h"
#include "rules/lint.h"
#include "service/command/replaced_file.h"
#include "service/command/samples.h"
#include "service/today.h"

namespace redline::service {
namespace {

namespace fs = std::filesystem;

std::vector<RuleError> Only(const std::string& file, std::string message) {
  return {{{file, 0, 0}, "", std::move(message)}};
}

// Where the last line that begins with the end mark begins. Every list has one.
std::size_t EndMarkOf(const std::string& text) {
  const std::size_t behind_line = text.rfind("\n...");
  return behind_line == std::string::npos ? 0 : behind_line + 1;
}

}  // namespace

Result<ListAppend, std::vector<RuleError>> ListAppend::Open(const std::string& file,
                                                            const std::string& folder) {
  ListAppend list;
  auto files = rules::ReadListFiles(folder.empty() ? file : folder);
  if (!files) return Unexpected(std::move(files.error()));
  list.files_ = std::move(*files);
  std::error_code failure;
  list.path_ = fs::canonical(file, failure);
  if (failure || !fs::is_regular_file(list.path_)) {
    return Unexpected(Only(file, "this is no list file: give a .yaml file that is there"));
  }
  // Given by itself, the list stands beside the word files that it names.
  const fs::path beside = folder.empty() ? fs::path(file).parent_path() : fs::path(folder);
  const auto found = std::ranges::find_if(list.files_, [&](const rules::ListFile& one) {
    return fs::equivalent(beside / one.path, list.path_, failure);
  });
  if (found == list.files_.end()) {
    return Unexpected(Only(file, "this file is not in " + folder + ": give the folder it is in"));
  }
  list.at_ = static_cast<std::size_t>(found - list.files_.begin());
  auto loaded = rules::LoadRules("new", list.files_);
  if (!loaded) return Unexpected(std::move(loaded.error()));
  list.loaded_ = std::move(*loaded);
  return list;
}

bool ListAppend::HasRule(const std::string& id) const {
  return std::ranges::any_of(loaded_.list.rules, [&](const Rule& rule) { return rule.id == id; });
}

std::string ListAppend::With(const rules::NewRule& rule) const {
  const rules::ListFile& file = files_[at_];
  const std::string line_end = file.text.find("\r\n") == std::string::npos ? "\n" : "\r\n";
  std::size_t indent = 2;
  bool has_rules = false;
  for (const Rule& known : loaded_.list.rules) {
    if (known.origin.file != file.path) continue;
    has_rules = true;
    // A rule's place is that of its first key, which stands behind a dash and a blank.
    indent = static_cast<std::size_t>(std::max(3, known.origin.column)) - 3;
  }
  std::string text = file.text;
  text.insert(EndMarkOf(text),
              (has_rules ? "" : "rules:" + line_end) + rules::RuleText(rule, indent, line_end));
  return text;
}

std::vector<RuleError> ListAppend::Try(const std::string& text, const std::string& id) const {
  std::vector<rules::ListFile> files = files_;
  files[at_].text = text;
  auto loaded = rules::LoadRules("new", files);
  if (!loaded) return std::move(loaded.error());
  auto ruleset = Ruleset::Compile(std::move(loaded->list));
  if (!ruleset) return std::move(ruleset.error());
  if ((*ruleset)->rules().size() != loaded_.list.rules.size() + 1) {
    return Only(files[at_].path,
                "the rule does not become one more rule of this file: put `rules` last");
  }
  std::vector<RuleError> errors;
  for (const RuleOutcome& rule : RunSamples(*ruleset, loaded->samples, Disguised::kNo).rules) {
    if (rule.rule->id == id) errors = rule.failures;
  }
  for (const rules::Finding& finding :
       rules::Lint(*ruleset, loaded->samples, loaded->words, Today())) {
    if (finding.at.rule_id != id) continue;
    errors.push_back(finding.at);
    errors.back().message += " [" + std::string(finding.code->code) + "]";
  }
  return errors;
}

std::string ListAppend::Write(const std::string& text) const { return ReplaceFile(path_, text); }

}  // namespace redline::service
