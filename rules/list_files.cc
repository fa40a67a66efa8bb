// ReadListFiles: list files and word files from the file system.

#include <algorithm>
#include <fstream>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "rules/rule_list.h"
#include "rules/source_text.h"
#include "rules/word_file.h"
#include "rules/yaml_tree.h"

namespace redline::rules {
namespace {

namespace fs = std::filesystem;

using Errors = std::vector<RuleError>;

void Add(Errors& errors, const std::string& path, std::string message) {
  errors.push_back({{path, 0, 0}, "", std::move(message)});
}

std::string Lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return text;
}

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Whether a name was very likely meant to be read, but would not be.
bool IsMisnamed(const std::string& name) {
  const std::string lower = Lower(name);
  return EndsWith(lower, ".yml") || (EndsWith(lower, ".yaml") && !EndsWith(name, ".yaml")) ||
         EndsWith(lower, ".yaml.txt") || EndsWith(lower, ".yml.txt");
}

void ReadFile(const fs::path& path, const std::string& name, std::vector<ListFile>& files,
              Errors& errors) {
  std::error_code failure;
  if (!fs::is_regular_file(path, failure)) {
    Add(errors, name, "this is no regular file: give a .yaml file or a folder of them");
    return;
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    Add(errors, name, "the file cannot be opened: check that it may be read");
    return;
  }
  // One byte more than is allowed, so that a file that grows while it is read is noticed.
  std::string text(SourceText::kMaxBytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) {
    Add(errors, name, "the file cannot be read to its end");
    return;
  }
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > SourceText::kMaxBytes) {
    Add(errors, name,
        "the file is larger than 4 MiB: split it into several files of the same folder");
    return;
  }
  text.shrink_to_fit();
  files.push_back({name, std::move(text)});
}

// Adds the names of word files that `node` refers to.
void AddWordFileNames(const YamlNode& node, std::set<std::string>& names) {
  const YamlNode* file = node.in_brackets ? node.Find("file") : nullptr;
  if (file != nullptr && IsWordFileName(file->text)) names.insert(file->text);
  for (const YamlNode& item : node.items) AddWordFileNames(item, names);
}

// One list and the word files that it names. Those that are not there are for LoadRules to tell, at
// the place where they are named.
void ReadList(const fs::path& path, std::vector<ListFile>& files, Errors& errors) {
  if (IsWordFile(path.filename().generic_string())) {
    Add(errors, path.generic_string(), "this is a word file: give the .yaml file that names it");
    return;
  }
  ReadFile(path, path.filename().generic_string(), files, errors);
  if (files.empty()) return;
  ErrorList told_by_load_rules;
  const auto root = ReadYaml(files.front(), told_by_load_rules);
  std::set<std::string> names;
  if (root) AddWordFileNames(*root, names);
  for (const std::string& name : names) {
    std::error_code failure;
    const fs::path word_file = path.parent_path() / name;
    if (fs::exists(word_file, failure)) ReadFile(word_file, name, files, errors);
  }
}

// Names that begin with a dot are left out: editors and mounted volumes keep copies there.
void ReadFolder(const fs::path& folder, std::vector<ListFile>& files, Errors& errors) {
  std::error_code failure;
  fs::recursive_directory_iterator entry(folder, failure);
  for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
    const std::string name = entry->path().filename().string();
    if (name.front() == '.') {
      entry.disable_recursion_pending();
      continue;
    }
    const std::string relative = entry->path().lexically_relative(folder).generic_string();
    std::error_code unknown;
    if (entry->is_directory(unknown)) {
      if (entry->is_symlink(unknown)) {
        Add(errors, relative, "this folder is a link: put the folder itself here");
      }
      continue;
    }
    if (IsMisnamed(name)) {
      Add(errors, relative, "only files that end in .yaml are read: rename this one");
    } else if (EndsWith(name, ".yaml") || IsWordFile(name)) {
      ReadFile(entry->path(), relative, files, errors);
    }
  }
  const bool has_list = std::any_of(files.begin(), files.end(),
                                    [](const ListFile& file) { return !IsWordFile(file.path); });
  if (failure) {
    Add(errors, folder.generic_string(), "the folder cannot be read: " + failure.message());
  } else if (!has_list && errors.empty()) {
    Add(errors, folder.generic_string(),
        "no .yaml file is in this folder: give the folder that "
        "holds the lists");
  }
}

}  // namespace

Result<std::vector<ListFile>, std::vector<RuleError>> ReadListFiles(const fs::path& path) {
  std::vector<ListFile> files;
  Errors errors;
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  if (!fs::exists(status)) {
    Add(errors, path.generic_string(), "there is no such file or folder: check the path");
  } else if (fs::is_directory(status)) {
    ReadFolder(path, files, errors);
  } else {
    ReadList(path, files, errors);
  }
  std::sort(files.begin(), files.end(),
            [](const ListFile& a, const ListFile& b) { return a.path < b.path; });
  std::sort(errors.begin(), errors.end(),
            [](const RuleError& a, const RuleError& b) { return a.origin.file < b.origin.file; });
  if (!errors.empty()) return Unexpected(std::move(errors));
  return files;
}

}  // namespace redline::rules
