// Words that are written once: what becomes of them in the rules that use them, and what damage to
// a word file does.

#include "rules/word_groups.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ruleset.h"
#include "rules/rule_list.h"
#include "rules/word_file.h"

namespace redline::rules {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string RuleNamed(std::string_view id, std::string_view phrases) {
  return "  - id: " + std::string(id) +
         "\n    title: 稳赚\n    category: a\n    severity: block\n" +
         "    phrases: " + std::string(phrases) +
         "\n    message: 不得\n    basis: [{ law: 广告法, article: 一 }]\n    flags: [甲, 乙]\n"
         "    passes: [丙, 丁]\n";
}

std::string List(std::string_view rules, std::string_view words = "") {
  return "pack: test\nversion: 2026-11-24\nlaws: [{ id: 广告法, name: 广告法 }]\n" +
         std::string(words) + "rules:\n" + std::string(rules) + "...\n";
}

std::vector<std::string> Phrases(const Rule& rule) {
  std::vector<std::string> texts;
  for (const Wording& phrase : rule.phrases) texts.push_back(phrase.text);
  return texts;
}

std::string FirstError(const std::vector<ListFile>& files) {
  const auto loaded = LoadRules("x", files);
  return loaded ? "loaded without an error" : Describe(loaded.error().front());
}

std::string Digest(const std::vector<ListFile>& files) {
  auto loaded = LoadRules("x", files);
  if (!loaded) return Describe(loaded.error().front());
  const auto ruleset = Ruleset::Compile(std::move(loaded->list));
  return ruleset ? (*ruleset)->digest() : Describe(ruleset.error().front());
}

TEST(WordGroups, AreFoundInAnyFileAndKeepTheirPlaces) {
  const std::vector<ListFile> files = {
      {"a/rules.yaml",
       List(RuleNamed("a", "[{ words: sure }, 稳赚]") + RuleNamed("b", "[{ file: names.txt }]"))},
      {"a/names.txt", "海盈宝\n...\n"},
      {"b/names.txt", "躺赢\n...\n"},
      {"b/words.yaml",
       "pack: b\nversion: 2026-11-24\nwords:\n  - id: sure\n    list: [包赚, { file: names.txt }]\n"
       "...\n"}};
  std::vector<ListFile> folders = files;
  folders[0].text.replace(0, 10, "pack: a");
  const auto loaded = LoadRules("x", folders);
  ASSERT_TRUE(loaded) << Describe(loaded.error().front());
  const Rule& rule = loaded->list.rules[0];
  EXPECT_THAT(Phrases(rule), ElementsAre("稳赚", "包赚", "躺赢"));
  EXPECT_EQ(rule.phrases[1].origin.file, "b/words.yaml");
  EXPECT_EQ(rule.phrases[1].origin.line, 5);
  EXPECT_EQ(rule.phrases[2].origin.file, "b/names.txt");
  EXPECT_THAT(Phrases(loaded->list.rules[1]), ElementsAre("海盈宝"));
  EXPECT_THAT(loaded->words.files, ElementsAre("a/names.txt", "b/names.txt"));
}

// What stands in a report and what digests say does not depend on where a word is written.
TEST(WordGroups, AreAsIfWrittenOut) {
  const std::string out = Digest({{"a.yaml", List(RuleNamed("a", "[稳赚, 包赚, 躺赢]"))}});
  EXPECT_THAT(out, HasSubstr("sha256:"));
  EXPECT_EQ(out, Digest({{"a.yaml", List(RuleNamed("a", "[稳赚, { words: w }]"),
                                         "words: [{ id: w, list: [包赚, 躺赢] }]\n")}}));
  EXPECT_EQ(out, Digest({{"a.yaml", List(RuleNamed("a", "[稳赚, { file: w.txt }]"))},
                         {"w.txt", "包赚\n躺赢\n...\n"}}));
  EXPECT_NE(out, Digest({{"a.yaml", List(RuleNamed("a", "[稳赚, { file: w.txt }]"))},
                         {"w.txt", "包赚\n躺平\n...\n"}}));
}

TEST(WordGroups, AreNamedByTheRuleThatUsesThemWhereTheyAreWritten) {
  EXPECT_THAT(Digest({{"a.yaml", List(RuleNamed("test.one", "[{ words: w }]"),
                                      "words: [{ id: w, list: ['。。'] }]\n")}}),
              HasSubstr("a.yaml:4:25: test.one: the phrase '。。' holds nothing"));
  EXPECT_THAT(FirstError({{"a.yaml", List(RuleNamed("test.one", "[{ file: w.txt }]") +
                                          RuleNamed("test.two", "[{ file: w.txt }]"))},
                          {"w.txt", "包赚\n'躺赢'\n...\n"}}),
              HasSubstr("w.txt:2:1: test.one: "));
}

TEST(WordGroups, WaitForAFileThatCannotBeRead) {
  const std::vector<ListFile> files = {{"a.yaml", List(RuleNamed("a", "[{ words: w }]"))},
                                       {"b.yaml", "pack: 'b\n"}};
  const auto loaded = LoadRules("x", files);
  ASSERT_FALSE(loaded);
  for (const RuleError& error : loaded.error()) EXPECT_EQ(error.origin.file, "b.yaml");
}

TEST(WordGroups, HaveABound) {
  std::string names;
  for (int i = 0; i < 20'000; ++i) names += "w" + std::to_string(i) + "\n";
  std::string rules;
  for (int i = 0; i < 51; ++i) rules += RuleNamed("a" + std::to_string(i), "[{ file: w.txt }]");
  EXPECT_THAT(FirstError({{"a.yaml", List(rules)}, {"w.txt", names + "...\n"}}),
              HasSubstr("a50: word groups and word files bring more than 1,000,000 words"));
}

TEST(WordGroups, AreAsTheManualShows) {
  std::ifstream in(REDLINE_SOURCE_DIR "/docs/rules.md", std::ios::binary);
  std::stringstream read;
  read << in.rdbuf();
  const std::string manual = read.str();
  std::size_t at = manual.find("### words that are written once");
  ASSERT_NE(at, std::string::npos);
  const auto next_block = [&] {
    const std::size_t begin = manual.find('\n', manual.find("```", at)) + 1;
    const std::size_t end = manual.find("```", begin);
    at = end + 3;
    return manual.substr(begin, end - begin);
  };
  const std::string words = next_block();
  std::istringstream keys(next_block());
  std::string rule = RuleNamed("a", "[]");
  std::string more;
  for (std::string line; std::getline(keys, line);) more += "    " + line + "\n";
  rule.replace(rule.find("    phrases: []\n"), 16, more);
  const auto loaded = LoadRules("x", {{"a.yaml", List(rule, words)}, {"names.txt", next_block()}});
  ASSERT_TRUE(loaded) << Describe(loaded.error().front());
  EXPECT_THAT(Phrases(loaded->list.rules[0]), ElementsAre("稳赚不赔", "海盈宝", "稳利来"));
  EXPECT_EQ(loaded->list.rules[0].near[0].words[0].size(), 3u);
}

TEST(WordFile, CutAnywhereDoesNotLoad) {
  const ListFile list{"a.yaml", List(RuleNamed("a", "[{ file: w.txt }]"))};
  const std::string words = "包赚\n# more\n躺赢\n...";
  ASSERT_EQ(FirstError({list, {"w.txt", words}}), "loaded without an error");
  for (std::size_t length = 0; length < words.size(); ++length) {
    EXPECT_NE(FirstError({list, {"w.txt", words.substr(0, length)}}), "loaded without an error")
        << "cut to " << length;
  }
}

TEST(WordFile, NamesStayInTheFolder) {
  for (const char* good : {"a.txt", "a/b.txt", "名单.txt", "a..b.txt"}) {
    EXPECT_TRUE(IsWordFileName(good)) << good;
  }
  for (const char* bad : {"", ".txt", "../a.txt", "a/../b.txt", "./a.txt", "/a.txt", "a//b.txt",
                          "a/", "a.csv", "a\\b.txt", ".a.txt", "a/.b.txt", "..txt"}) {
    EXPECT_FALSE(IsWordFileName(bad)) << bad;
  }
}

}  // namespace
}  // namespace redline::rules
