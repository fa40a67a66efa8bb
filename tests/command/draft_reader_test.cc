// How drafts are read from files.
#include "service/command/draft_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace redline::service {
namespace {

using ::testing::HasSubstr;

class DraftReaderTest : public ::testing::Test {
 protected:
  DraftReaderTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "drafts-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~DraftReaderTest() override { std::filesystem::remove_all(folder_); }

  std::string Write(const std::string& name, std::string_view bytes) {
    const std::filesystem::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

  std::filesystem::path folder_;
};

TEST_F(DraftReaderTest, APlainFileIsOnePassageAsItIs) {
  DraftReader reader(Write("a.txt", "\xEF\xBB\xBF保本\r\n"), InputFormat::kAuto);
  const auto read = reader.Next();
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->problem, "");
  ASSERT_EQ(read->draft.passages_size(), 1);
  EXPECT_EQ(read->draft.passages(0).format(), v1::FORMAT_PLAIN);
  EXPECT_EQ(read->draft.passages(0).text(), "\xEF\xBB\xBF保本\r\n");
  EXPECT_FALSE(reader.Next().has_value());
}

TEST_F(DraftReaderTest, BytesInADeclaredCharsetStayAsTheyAre) {
  DraftReader reader(Write("a.html", "\xB1\xA3\r\n"), InputFormat::kAuto, "gbk");
  const auto read = reader.Next();
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->draft.passages_size(), 1);
  EXPECT_EQ(read->draft.passages(0).format(), v1::FORMAT_HTML);
  EXPECT_EQ(read->draft.passages(0).encoded().data(), "\xB1\xA3\r\n");
  EXPECT_EQ(read->draft.passages(0).encoded().charset(), "gbk");
}

TEST_F(DraftReaderTest, ReadsOneDraftALine) {
  DraftReader reader(Write("a.jsonl", "{\"id\":\"a\"}\n{\"id\":\"b\"}"), InputFormat::kAuto);
  EXPECT_EQ(reader.Next()->draft.id(), "a");
  const auto second = reader.Next();
  EXPECT_EQ(second->draft.id(), "b");
  EXPECT_EQ(second->line, 2U);
  EXPECT_FALSE(reader.Next().has_value());
}

TEST_F(DraftReaderTest, EveryBadLineComesBackInItsPlace) {
  DraftReader reader(Write("a.jsonl", "\n{\"id\": 1\n{\"id\":\"\xff\"}\n[]\n{\"idd\":\"x\"}\n{}\n"),
                     InputFormat::kAuto);
  EXPECT_THAT(reader.Next()->problem, HasSubstr("empty"));
  EXPECT_THAT(reader.Next()->problem, HasSubstr("not a draft in JSON"));
  const auto not_utf8 = reader.Next();
  EXPECT_THAT(not_utf8->problem, HasSubstr("byte 7"));
  EXPECT_EQ(not_utf8->offset, 7U);
  EXPECT_THAT(reader.Next()->problem, HasSubstr("not a draft in JSON"));
  EXPECT_THAT(reader.Next()->problem, HasSubstr("idd"));
  EXPECT_EQ(reader.Next()->problem, "");
  EXPECT_FALSE(reader.Next().has_value());
}

TEST_F(DraftReaderTest, ALineOverTheBoundIsRefusedAndTheNextOneFound) {
  std::string lines(kMaxDraftInputBytes + 1, ' ');
  lines += "\n{\"id\":\"next\"}\n";
  DraftReader reader(Write("a.jsonl", lines), InputFormat::kAuto);
  EXPECT_THAT(reader.Next()->problem, HasSubstr("larger than"));
  EXPECT_EQ(reader.Next()->draft.id(), "next");
}

TEST_F(DraftReaderTest, AFileAtTheBoundIsReadAndOnePastItRefused) {
  const std::string text(kMaxDraftInputBytes, 'x');
  DraftReader at(Write("at.txt", text), InputFormat::kAuto);
  EXPECT_EQ(at.Next()->problem, "");
  DraftReader past(Write("past.txt", text + "x"), InputFormat::kAuto);
  EXPECT_THAT(past.Next()->problem, HasSubstr("larger than"));
}

TEST_F(DraftReaderTest, DecidesByTheEnding) {
  struct Case {
    const char* path;
    InputFormat format;
    bool refused;
  };
  const Case cases[] = {
      {"a.txt", InputFormat::kPlain, false},
      {"a.TXT", InputFormat::kPlain, false},
      {"a", InputFormat::kPlain, false},
      {"-", InputFormat::kPlain, false},
      {"a.json", InputFormat::kJson, false},
      {"a.jsonl", InputFormat::kJsonLines, false},
      {"a.ndjson", InputFormat::kJsonLines, false},
      {"a.md", InputFormat::kMarkdown, false},
      {"a.html", InputFormat::kHtml, false},
      {"a.docx", InputFormat::kPlain, true},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(one.path);
    InputFormat format = InputFormat::kAuto;
    EXPECT_EQ(DecideInputFormat(one.path, format).has_value(), one.refused);
    if (!one.refused) {
      EXPECT_EQ(format, one.format);
    }
  }
  InputFormat said = InputFormat::kPlain;
  EXPECT_FALSE(DecideInputFormat("a.md", said).has_value());
}

TEST_F(DraftReaderTest, AFolderAndAMissingFileAreProblems) {
  DraftReader folder(folder_.string(), InputFormat::kPlain);
  EXPECT_THAT(folder.Next()->problem, HasSubstr("folder"));
  EXPECT_FALSE(folder.Next().has_value());
  DraftReader missing((folder_ / "none.txt").string(), InputFormat::kAuto);
  EXPECT_THAT(missing.Next()->problem, HasSubstr("cannot be opened"));
}

TEST_F(DraftReaderTest, EscapedHalvesOfACharacterAreNoText) {
  DraftReader reader(Write("a.json", R"({"passages":[{"format":"FORMAT_PLAIN","text":"\ud83d"}]})"),
                     InputFormat::kAuto);
  EXPECT_NE(reader.Next()->problem, "");
}

}  // namespace
}  // namespace redline::service
