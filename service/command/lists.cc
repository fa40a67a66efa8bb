#include "service/command/lists.h"

#include <algorithm>
#include <filesystem>
#include <tuple>
#include <utility>

#include "rules/profile.h"
#include "service/report/screen.h"

namespace redline::service {
namespace {

std::string NameOf(const std::string& path) {
  if (path.empty()) return "shipped";
  const std::filesystem::path lists = std::filesystem::path(path).lexically_normal();
  const std::filesystem::path last = lists.has_filename() ? lists : lists.parent_path();
  return last.stem().string();
}

Result<rules::LoadedRules, std::vector<RuleError>> Load(const std::string& path,
                                                        const std::string& profile,
                                                        const std::vector<rules::ListFile>& files) {
  if (profile.empty()) return rules::LoadRules(NameOf(path), files);
  // The shipped lists stand beside these in any case.
  return rules::LoadProfile(NameOf(path), profile,
                            path.empty() ? std::vector<rules::ListFile>() : files);
}

// The files that `path` means.
Result<std::vector<rules::ListFile>, std::vector<RuleError>> FilesOf(const std::string& path) {
  if (path.empty()) return rules::ShippedLists();
  return rules::ReadListFiles(path);
}

Result<CompiledLists, std::vector<RuleError>> Compile(
    Result<rules::LoadedRules, std::vector<RuleError>> loaded, std::size_t files) {
  if (!loaded) return Unexpected(std::move(loaded.error()));
  auto ruleset = Ruleset::Compile(std::move(loaded->list));
  if (!ruleset) return Unexpected(std::move(ruleset.error()));
  return CompiledLists{.ruleset = std::move(*ruleset),
                       .samples = std::move(loaded->samples),
                       .words = std::move(loaded->words),
                       .files = files};
}

}  // namespace

Result<rules::LoadedRules, std::vector<RuleError>> LoadLists(const std::string& path,
                                                             const std::string& profile) {
  auto files = FilesOf(path);
  if (!files) return Unexpected(std::move(files.error()));
  return Load(path, profile, *files);
}

Result<CompiledLists, std::vector<RuleError>> CompileLists(const std::string& path,
                                                           const std::string& profile) {
  auto files = FilesOf(path);
  if (!files) return Unexpected(std::move(files.error()));
  return Compile(Load(path, profile, *files), files->size());
}

std::optional<CompiledLists> CompileGoodFiles(const std::string& path,
                                              std::vector<RuleError>& errors) {
  auto files = FilesOf(path);
  if (!files) {
    errors = std::move(files.error());
    return std::nullopt;
  }
  while (!files->empty()) {
    auto compiled = Compile(rules::LoadRules(NameOf(path), *files), files->size());
    if (compiled) return std::move(*compiled);
    errors.insert(errors.end(), compiled.error().begin(), compiled.error().end());
    std::stable_sort(errors.begin(), errors.end(), [](const RuleError& a, const RuleError& b) {
      return std::tie(a.origin.file, a.origin.line, a.origin.column) <
             std::tie(b.origin.file, b.origin.line, b.origin.column);
    });
    // Without a file that others refer to, those have errors in the next round.
    const std::size_t before = files->size();
    std::erase_if(*files, [&](const rules::ListFile& file) {
      return std::any_of(compiled.error().begin(), compiled.error().end(),
                         [&](const RuleError& error) { return error.origin.file == file.path; });
    });
    if (files->size() == before) break;  // an error that no file is to blame for
  }
  return std::nullopt;
}

void Complain(std::ostream& out, const std::vector<RuleError>& errors) {
  for (const RuleError& error : errors) out << Visible(Describe(error)) << "\n";
}

}  // namespace redline::service
