#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "rules/rule_list.h"

namespace redline::rules {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ListFiles : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "redline-lists-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path Write(const std::string& name, const std::string& text = "x") {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  std::string OnlyError(const fs::path& path) {
    const auto files = ReadListFiles(path);
    if (files) return "read without an error";
    EXPECT_EQ(files.error().size(), 1u);
    return Describe(files.error().front());
  }

  fs::path folder_;
};

TEST_F(ListFiles, AreReadBelowAFolderInTheOrderOfTheirPaths) {
  Write("b/two.yaml", "2");
  Write("b/one.yaml", "1");
  Write("a.yaml", "0");
  Write("b/README.md");
  Write("b/.two.yaml");
  Write(".git/three.yaml");
  const auto files = ReadListFiles(folder_);
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 3u);
  EXPECT_EQ((*files)[0].path, "a.yaml");
  EXPECT_EQ((*files)[1].path, "b/one.yaml");
  EXPECT_EQ((*files)[2].path, "b/two.yaml");
  EXPECT_EQ((*files)[2].text, "2");
}

TEST_F(ListFiles, AreReadOneByOneToo) {
  const auto files = ReadListFiles(Write("b/two.yaml", "2"));
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 1u);
  EXPECT_EQ(files->front().path, "two.yaml");
}

TEST_F(ListFiles, BringTheWordFilesOfTheirFolder) {
  Write("b/two.yaml", "2");
  Write("b/names.txt", "3");
  Write("b/.names.txt");
  const auto files = ReadListFiles(folder_);
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 2u);
  EXPECT_EQ((*files)[0].path, "b/names.txt");
  EXPECT_EQ((*files)[0].text, "3");
}

TEST_F(ListFiles, GivenByThemselvesBringTheWordFilesThatTheyName) {
  Write("b/names.txt", "1");
  Write("b/more/names.txt", "2");
  Write("b/other.txt", "3");
  Write("names.txt", "4");
  const fs::path list = Write(
      "b/two.yaml",
      "rules:\n  - phrases: [{ file: names.txt }, { file: more/names.txt }, { file: none.txt }]\n"
      "    unless: [{ file: ../names.txt }, 'file: other.txt']\n...\n");
  const auto files = ReadListFiles(list);
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 3u);
  EXPECT_EQ((*files)[0].path, "more/names.txt");
  EXPECT_EQ((*files)[1].path, "names.txt");
  EXPECT_EQ((*files)[1].text, "1");
  EXPECT_EQ((*files)[2].path, "two.yaml");
  EXPECT_THAT(OnlyError(folder_ / "names.txt"), HasSubstr("this is a word file"));
}

TEST_F(ListFiles, AreReadThroughALink) {
  fs::create_symlink(Write("two.list", "2"), folder_ / "two.yaml");
  const auto files = ReadListFiles(folder_);
  ASSERT_TRUE(files);
  EXPECT_EQ(files->size(), 1u);
}

TEST_F(ListFiles, AreRefusedWhenNothingIsThere) {
  EXPECT_THAT(OnlyError(folder_), HasSubstr("no .yaml file is in this folder"));
  Write("names.txt");
  EXPECT_THAT(OnlyError(folder_), HasSubstr("no .yaml file is in this folder"));
  EXPECT_THAT(OnlyError(folder_ / "none"), HasSubstr("no such file or folder"));
}

TEST_F(ListFiles, AreNotLeftOutBecauseOfTheirName) {
  Write("a.yaml");
  for (const char* name : {"b.yml", "b.YAML", "b.yaml.txt"}) {
    const fs::path path = Write(name);
    EXPECT_THAT(OnlyError(folder_), HasSubstr("only files that end in .yaml are read"));
    fs::remove(path);
  }
}

TEST_F(ListFiles, AreRegularFiles) {
  ASSERT_EQ(::mkfifo((folder_ / "a.yaml").c_str(), 0600), 0);
  EXPECT_THAT(OnlyError(folder_), HasSubstr("no regular file"));
  EXPECT_THAT(OnlyError(folder_ / "a.yaml"), HasSubstr("no regular file"));
  EXPECT_THAT(OnlyError("/dev/null"), HasSubstr("no regular file"));
}

TEST_F(ListFiles, AreNotLeftOutBehindALinkedFolder) {
  Write("a.yaml");
  Write("elsewhere/b.txt");
  fs::create_directory_symlink(folder_ / "elsewhere", folder_ / "linked");
  EXPECT_THAT(OnlyError(folder_), HasSubstr("this folder is a link"));
}

TEST_F(ListFiles, HaveABound) {
  EXPECT_TRUE(ReadListFiles(Write("a.yaml", std::string(4 << 20, '#'))));
  EXPECT_THAT(OnlyError(Write("a.yaml", std::string((4 << 20) + 1, '#'))),
              HasSubstr("larger than 4 MiB"));
}

// The packs are data that others write; that each rule holds what it promises is tested elsewhere.
TEST(ShippedLists, AreThoseOfTheSourceTree) {
  const auto files = ReadListFiles(REDLINE_SOURCE_DIR "/rules/packs");
  ASSERT_TRUE(files);
  const std::vector<ListFile> shipped = ShippedLists();
  ASSERT_EQ(shipped.size(), files->size());
  for (std::size_t i = 0; i < shipped.size(); ++i) {
    EXPECT_EQ(shipped[i].path, (*files)[i].path);
    EXPECT_EQ(shipped[i].text, (*files)[i].text);
  }
}

TEST(ShippedLists, Load) {
  const auto loaded = LoadRules("shipped", ShippedLists());
  if (!loaded) {
    for (const RuleError& error : loaded.error()) ADD_FAILURE() << Describe(error);
    return;
  }
  EXPECT_EQ(loaded->samples.size(), loaded->list.rules.size());
}

}  // namespace
}  // namespace redline::rules
