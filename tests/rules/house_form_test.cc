// The house form of lists: what it changes, and that it changes nothing else.

#include "rules/house_form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ruleset.h"

namespace redline::rules {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string Formed(const std::string& text) {
  const auto formed = InHouseForm({"a.yaml", text});
  return formed ? *formed : Describe(formed.error().front());
}

TEST(HouseForm, IsAsTheTableSays) {
  const struct {
    const char* name;
    std::string from;
    std::string to;
  } kCases[] = {
      {"keys of every map, and the head of the file stays",
       "# head\nversion: 2026-11-24\n# the pack\npack: x\nrules:\n  - title: { en: Sure, zh: 稳 }\n"
       "    id: x\n    effective:\n      until: 2027-01-01\n      from: 2026-01-01\n...\n",
       "# head\n# the pack\npack: x\nversion: 2026-11-24\nrules:\n  - id: x\n"
       "    title: { zh: 稳, en: Sure }\n    effective:\n      from: 2026-01-01\n"
       "      until: 2027-01-01\n...\n"},
      {"a comment goes with what it stands above or behind",
       "pack: x\nrules:\n  # the rule\n  - phrases:\n      # the first\n      - b  # b's\n"
       "      - a\n      # below a\n    # the id\n    id: x  # x's\n    # at the end\n  # after "
       "it\n"
       "...\n",
       "pack: x\nrules:\n  # the rule\n  # the id\n  - id: x  # x's\n    phrases:\n"
       "      # the first\n      - b  # b's\n      - a\n      # below a\n    # at the end\n"
       "  # after it\n...\n"},
      {"unknown keys last, contexts as they are",
       "rules:\n  - what: 1\n    context: { warned: pass, negated: flag }\n    id: x\n...\n",
       "rules:\n  - id: x\n    context: { warned: pass, negated: flag }\n    what: 1\n...\n"},
      {"indentation",
       "rules:\n-   id: x\n    phrases:\n    - a\n    -   b\n    basis:\n"
       "         - law: y\n           article: z\n...\n",
       "rules:\n  - id: x\n    phrases:\n      - a\n      - b\n    basis:\n      - law: y\n"
       "        article: z\n...\n"},
      {"blanks",
       "pack:   x   \nlaws: [ {id:   y,name: z}  ,{ id: w , name: v} ]  \n"
       "rules:\n  - phrases: [ a ,b,   c, ]\n    context: { }\n    unless: [ ]\n...   \n",
       "pack: x\nlaws: [{ id: y, name: z }, { id: w, name: v }]\nrules:\n"
       "  - phrases: [a, b, c]\n    unless: []\n    context: {}\n...\n"},
      {"quotes",
       "rules:\n  - phrases: ['稳赚', \"sure win\", \"it's\", 'it''s', 'a, b', '12', \"yes\", a "
       "b]\n"
       "    patterns: [\"a'b\", '\\d', x+]\n    suggest: \"a\\u200bb\"\n"
       "    \"message\": \"a\\\\b\"\n...\n",
       "rules:\n  - phrases: [稳赚, sure win, \"it's\", 'it''s', 'a, b', '12', 'yes', a b]\n"
       "    patterns: ['a''b', '\\d', 'x+']\n    message: 'a\\b'\n    suggest: "
       "\"a\\u200bb\"\n...\n"},
      {"line breaks in brackets stay",
       "rules:\n  - phrases: [a,  # a's\n  b,\n         # above c\n"
       "      c,\n\n      d\n    ]\n    unless: [\n      a]\n"
       "    near: [ {words: [[a],\n [b]], within: 4} ]\n...\n",
       "rules:\n  - phrases: [a,  # a's\n      b,\n      # above c\n      c,\n      d\n    ]\n"
       "    near: [{ words: [[a],\n          [b]], within: 4 }]\n    unless: [\n      a]\n...\n"},
      {"a comma at the end only before a bracket on its own line",
       "laws: [\n  { id: a, name: b },\n]\nrules: [{ id: x, }]\n...\n",
       "laws: [\n  { id: a, name: b },\n]\nrules: [{ id: x }]\n...\n"},
      {"a text goes to the line of its key or dash",
       "pack:  # which\n  # really\n  x\nrules:\n  -\n    # the id\n    id:\n      x\n    "
       "phrases:\n"
       "      -  # one\n        a\n      -\n        [b]\n...\n",
       "# which\n# really\npack: x\nrules:\n  # the id\n  - id: x\n    phrases:\n      # one\n"
       "      - a\n      - [b]\n...\n"},
      {"a list of lists",
       "rules:\n  - near:\n      - words:\n          -\n            - a\n"
       "          - [b]\n...\n",
       "rules:\n  - near:\n      - words:\n          -\n            - a\n          - [b]\n...\n"},
      {"blank lines", "\n\npack: x\n\n\nrules:\n\n  - id: x\n\n\n  - id: y\n\n\n...\n\n",
       "pack: x\n\nrules:\n\n  - id: x\n\n  - id: y\n...\n"},
      {"marks", "---  # a list\npack: x\n...  # the end", "# a list\npack: x\n...  # the end\n"},
      {"Windows line ends stay", "pack:  x\r\n...\r\n", "pack: x\r\n...\r\n"},
      {"a byte order mark goes", "\xEF\xBB\xBFpack: x\n...\n", "pack: x\n...\n"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Formed(c.from), c.to) << c.name;
    EXPECT_EQ(Formed(c.to), c.to) << c.name;
  }
}

TEST(HouseForm, IsAsTheManualShows) {
  const std::string manual = ReadAll(REDLINE_SOURCE_DIR "/docs/rules.md");
  const std::size_t section = manual.find("### One form for all lists");
  ASSERT_NE(section, std::string::npos);
  const auto block = [&](std::size_t from) {
    const std::size_t begin = manual.find("```yaml\n", from) + 8;
    return manual.substr(begin, manual.find("```", begin) - begin) + "...\n";
  };
  EXPECT_EQ(Formed(block(section)), block(manual.find("becomes", section)));
}

TEST(HouseForm, IsNotMadeOfWhatCannotBeRead) {
  EXPECT_THAT(Formed("pack: x\n"), HasSubstr("a.yaml:2:1: the last line `...` is missing"));
  EXPECT_THAT(Formed("pack: 'x\n...\n"), HasSubstr("a.yaml:1:7: "));
  EXPECT_THAT(Formed("- a\n...\n"), HasSubstr("is written as keys"));
  // A blank more makes the line too long.
  EXPECT_THAT(Formed("pack: [a,b]  #" + std::string(16'370, '#') + "\n...\n"),
              HasSubstr("without a change of what it says"));
}

// Found in another way than the formatter does: a # that begins a line or stands behind a blank,
// outside of texts in quotes.
std::vector<std::string> Comments(const std::string& text) {
  std::vector<std::string> comments;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    char quote = 0;
    char before = '-';  // the last character that is no blank
    for (std::size_t i = 0; i < line.size(); ++i) {
      const char c = line[i];
      if (quote != 0) {
        if (quote == '"' && c == '\\') ++i;
        if (c == quote) quote = 0;
      } else if ((c == '\'' || c == '"') &&
                 std::string_view("-:[{,").find(before) != std::string_view::npos) {
        quote = c;
      } else if (c == '#' && (i == 0 || line[i - 1] == ' ')) {
        comments.push_back(line.substr(i, line.find_last_not_of(" \r") + 1 - i));
        break;
      }
      if (c != ' ') before = c;
    }
  }
  std::sort(comments.begin(), comments.end());
  return comments;
}

std::string Texts(const std::vector<Wording>& wordings) {
  std::string texts;
  for (const Wording& wording : wordings) texts += wording.text + "\n";
  return texts + "\n";
}

// The digest, and the samples; or the first error without its place.
std::string Meaning(const std::vector<ListFile>& files) {
  auto loaded = LoadRules("x", files);
  if (!loaded) return loaded.error().front().message;
  std::string samples;
  for (const Samples& each : loaded->samples) {
    samples += each.rule_id + Texts(each.flags) + Texts(each.passes) + Texts(each.known_gaps);
  }
  const auto ruleset = Ruleset::Compile(std::move(loaded->list));
  return (ruleset ? (*ruleset)->digest() : ruleset.error().front().message) + samples;
}

// What every list keeps on its way into the house form. Returns that form.
std::string ExpectKept(const ListFile& file) {
  SCOPED_TRACE(file.path);
  const auto formed = InHouseForm(file);
  if (!formed) {
    EXPECT_FALSE(LoadRules("x", {file})) << Describe(formed.error().front());
    return file.text;
  }
  EXPECT_EQ(Formed(*formed), *formed);
  EXPECT_EQ(Comments(*formed), Comments(file.text));
  return *formed;
}

TEST(HouseForm, OfTheShippedListsMakesTheSameRules) {
  std::vector<ListFile> files = ShippedLists();
  const std::string meaning = Meaning(files);
  ASSERT_THAT(meaning, HasSubstr("sha256:"));
  for (ListFile& file : files) {
    if (file.path.ends_with(".yaml")) file.text = ExpectKept(file);
  }
  EXPECT_EQ(Meaning(files), meaning);
}

TEST(HouseForm, OfGoodAndBadListsKeepsWhatTheySay) {
  int formed = 0;
  for (const char* folder : {"good", "bad"}) {
    const fs::path lists = fs::path(REDLINE_SOURCE_DIR "/tests/rules") / folder;
    for (const auto& entry : fs::directory_iterator(lists)) {
      if (entry.path().extension() != ".yaml") continue;
      const ListFile file{entry.path().filename().string(), ReadAll(entry.path())};
      const std::string text = ExpectKept(file);
      formed += InHouseForm(file) ? 1 : 0;
      if (std::string_view(folder) == "bad") continue;
      auto files = ReadListFiles(entry.path());
      ASSERT_TRUE(files);
      const std::string meaning = Meaning(*files);
      for (ListFile& each : *files) {
        if (each.path == file.path) each.text = text;
      }
      EXPECT_EQ(Meaning(*files), meaning);
    }
  }
  EXPECT_GT(formed, 80);  // many bad lists are bad in what they mean only
}

// A good list, changed here and there as authors may leave it.
TEST(HouseForm, OfDamagedListsKeepsWhatTheySay) {
  const std::string good = ReadAll(REDLINE_SOURCE_DIR "/tests/rules/good/everything.yaml");
  constexpr std::string_view kPieces[] = {
      "\n", "\n\n", " ",    "  ", "  # one\n", "\n# two\n", "\n      # three\n",
      ", ", " ,  ", "'",    "\"", "[ ",        " ]",        "{ ",
      " }", "- ",   "\n  ", ":",  ": ",        "x: ",       "\r\n",
      "保", "-\n"};
  std::mt19937 random(20261124);
  const auto below = [&random](std::size_t bound) { return random() % bound; };
  int formed = 0;
  for (int round = 0; round < 1'500; ++round) {
    std::string text = good;
    const std::size_t edits = 1 + below(4);
    for (std::size_t edit = 0; edit < edits; ++edit) {
      // At the edge of a word, where most of them do no harm.
      const std::size_t at = text.find_first_of(" \n", below(text.size()));
      if (at == std::string::npos) continue;
      text.insert(at, kPieces[below(std::size(kPieces))]);
    }
    const ListFile file{"everything.yaml", text};
    const auto form = InHouseForm(file);
    if (!form) {
      ASSERT_EQ(Describe(form.error().front()).find("without a change"), std::string::npos) << text;
      continue;
    }
    ++formed;
    ASSERT_EQ(Formed(*form), *form) << text;
    ASSERT_EQ(Comments(*form), Comments(text)) << text;
    if (formed % 20 == 0) {
      ASSERT_EQ(Meaning({{"everything.yaml", *form}}), Meaning({file})) << text;
    }
  }
  EXPECT_GT(formed, 250) << "the edits leave too few good files to prove anything";
}

}  // namespace
}  // namespace redline::rules
