// Each file of tests/rules/bad is wrong; the messages beside it are all that is said about it.
// REDLINE_UPDATE_GOLDEN=1 writes them anew; read the difference as an author of rules would.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_list.h"

namespace redline::rules {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<fs::path> FilesOfKind(std::string_view extension) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(REDLINE_SOURCE_DIR "/tests/rules/bad")) {
    if (entry.path().extension() == extension) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<fs::path> BadLists() { return FilesOfKind(".yaml"); }

std::vector<ListFile> Read(const std::vector<fs::path>& paths) {
  std::vector<ListFile> files;
  for (const fs::path& path : paths) files.push_back({path.filename().string(), ReadAll(path)});
  return files;
}

// Each list stands beside all the word files.
std::string Messages(const fs::path& path) {
  std::vector<ListFile> files = Read(FilesOfKind(".txt"));
  files.push_back({path.filename().string(), ReadAll(path)});
  const auto loaded = LoadRules("bad", files);
  if (loaded) return "loaded without an error\n";
  std::string messages;
  for (const RuleError& error : loaded.error()) messages += Describe(error) + "\n";
  return messages;
}

TEST(BadLists, SayWhatIsWrongAndWhatToDo) {
  const bool update = std::getenv("REDLINE_UPDATE_GOLDEN") != nullptr;
  const std::vector<fs::path> lists = BadLists();
  ASSERT_GE(lists.size(), 70u);
  for (const fs::path& path : lists) {
    SCOPED_TRACE(path.filename().string());
    const std::string messages = Messages(path);
    EXPECT_NE(messages, "loaded without an error\n");
    const fs::path want = fs::path(path).replace_extension(".want");
    if (update) std::ofstream(want, std::ios::binary) << messages;
    EXPECT_EQ(messages, ReadAll(want));
  }
}

TEST(BadLists, AreReportedAllAtOnceInOrder) {
  std::vector<ListFile> files = Read(BadLists());
  std::reverse(files.begin(), files.end());
  const auto loaded = LoadRules("bad", files);
  ASSERT_FALSE(loaded);
  std::vector<std::string> in_error;
  for (const RuleError& error : loaded.error()) in_error.push_back(error.origin.file);
  EXPECT_TRUE(std::is_sorted(in_error.begin(), in_error.end()));
  in_error.erase(std::unique(in_error.begin(), in_error.end()), in_error.end());
  // A name that is not known may stand in a file that could not be read, and what is missing in
  // one file may stand in another: those errors wait.
  EXPECT_GE(in_error.size(), files.size() - 10);
}

}  // namespace
}  // namespace redline::rules
