#include "service/command/lists.h"

#include <filesystem>
#include <utility>

#include "service/report/screen.h"

namespace redline::service {
namespace {

std::string NameOf(const std::string& path) {
  if (path.empty()) return "shipped";
  const std::filesystem::path lists = std::filesystem::path(path).lexically_normal();
  const std::filesystem::path last = lists.has_filename() ? lists : lists.parent_path();
  return last.stem().string();
}

// The files that `path` means.
Result<std::vector<rules::ListFile>, std::vector<RuleError>> FilesOf(const std::string& path) {
  if (path.empty()) return rules::ShippedLists();
  return rules::ReadListFiles(path);
}

}  // namespace

Result<rules::LoadedRules, std::vector<RuleError>> LoadLists(const std::string& path) {
  auto files = FilesOf(path);
  if (!files) return Unexpected(std::move(files.error()));
  return rules::LoadRules(NameOf(path), *files);
}

Result<CompiledLists, std::vector<RuleError>> CompileLists(const std::string& path) {
  auto files = FilesOf(path);
  if (!files) return Unexpected(std::move(files.error()));
  auto loaded = rules::LoadRules(NameOf(path), *files);
  if (!loaded) return Unexpected(std::move(loaded.error()));
  auto ruleset = Ruleset::Compile(std::move(loaded->list));
  if (!ruleset) return Unexpected(std::move(ruleset.error()));
  return CompiledLists{.ruleset = std::move(*ruleset),
                       .samples = std::move(loaded->samples),
                       .files = files->size()};
}

void Complain(std::ostream& out, const std::vector<RuleError>& errors) {
  for (const RuleError& error : errors) out << Visible(Describe(error)) << "\n";
}

}  // namespace redline::service
