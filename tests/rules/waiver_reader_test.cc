// What waiver files mean, and what is said of wrong ones. REDLINE_UPDATE_GOLDEN=1 writes the
// messages anew; read the difference as an author of waivers would.

#include "rules/waiver_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "rules/date.h"
#include "rules/waiver_keys.h"

namespace redline::rules {
namespace {

namespace fs = std::filesystem;

using ::testing::ElementsAreArray;
using ::testing::HasSubstr;

const fs::path kFolder = REDLINE_SOURCE_DIR "/tests/rules/waivers";

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string Messages(const std::vector<ListFile>& files, int most_days = kMostWaiverDays) {
  const auto waivers = LoadWaivers(files, most_days);
  if (waivers) return "";
  std::string messages;
  for (const RuleError& error : waivers.error()) messages += Describe(error) + "\n";
  return messages;
}

TEST(WaiverReader, ReadsEveryKey) {
  const auto files = ReadListFiles(kFolder / "good");
  ASSERT_TRUE(files);
  const auto waivers = LoadWaivers(*files, kMostWaiverDays);
  ASSERT_TRUE(waivers) << Describe(waivers.error().front());
  ASSERT_EQ(waivers->size(), 2U);
  const Waiver& first = (*waivers)[0];
  EXPECT_EQ(first.id, "w-2026-1");
  EXPECT_EQ(first.rule_id, "cn.core.sure-win");
  EXPECT_EQ(first.quote, "稳赚不赔");
  EXPECT_EQ(first.content_digest, "");
  EXPECT_EQ(first.reason, "引用书名，不是承诺");
  EXPECT_EQ(first.approver, "王芳，法律合规部");
  EXPECT_EQ(first.ticket, "LEGAL-1234");
  EXPECT_EQ(DateText(first.approved), "2026-11-24");
  EXPECT_EQ(DateText(first.until), "2026-12-24");
  EXPECT_EQ(first.origin.file, "everything.yaml");
  EXPECT_EQ(first.origin.line, 5);
  const Waiver& second = (*waivers)[1];
  EXPECT_EQ(second.id, "17");
  EXPECT_EQ(second.quote, "No risk: #1");
  EXPECT_THAT(second.content_digest, HasSubstr("sha256:0123456789abcdef"));
}

TEST(WaiverReader, ReadsTheExampleOfTheManual) {
  const std::string manual = ReadAll(REDLINE_SOURCE_DIR "/docs/waivers.md");
  const std::size_t begin = manual.find("```yaml\n") + 8;
  const std::string example = manual.substr(begin, manual.find("```", begin) - begin);
  EXPECT_EQ(Messages({{"my-waivers/2026.yaml", example}}), "");
}

TEST(WaiverReader, SaysWhatIsWrongAndWhatToDo) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(kFolder / "bad")) {
    if (entry.path().extension() != ".yaml") continue;
    ++count;
    SCOPED_TRACE(entry.path().filename().string());
    const std::string messages =
        Messages({{entry.path().filename().string(), ReadAll(entry.path())}});
    EXPECT_NE(messages, "");
    const fs::path want = fs::path(entry.path()).replace_extension(".want");
    if (std::getenv("REDLINE_UPDATE_GOLDEN") != nullptr) {
      std::ofstream(want, std::ios::binary) << messages;
    }
    EXPECT_EQ(messages, ReadAll(want));
  }
  EXPECT_GE(count, 25U);
}

TEST(WaiverReader, TellsTheErrorsOfAllFilesAtOnce) {
  const std::string good = ReadAll(kFolder / "good/everything.yaml");
  const std::string bad = ReadAll(kFolder / "bad/ticket-missing.yaml");
  const std::string messages = Messages({{"b.yaml", good}, {"a.yaml", bad}, {"c.yaml", good}});
  EXPECT_THAT(messages, HasSubstr("a.yaml:2:5: w-1: a waiver needs `ticket`"));
  EXPECT_THAT(messages,
              HasSubstr("c.yaml:5:5: w-2026-1: another waiver has this id: b.yaml, line 5"));
  EXPECT_LT(messages.find("a.yaml"), messages.find("c.yaml:5"));
}

// Whoever runs Redline may allow less than the files do, never more.
TEST(WaiverReader, KeepsToTheBoundOfWhoeverRunsIt) {
  const ListFile file{"a.yaml", ReadAll(kFolder / "good/everything.yaml")};
  EXPECT_EQ(Messages({file}, 30), "");
  EXPECT_THAT(Messages({file}, 29), HasSubstr("`max_days` must be a number of days from 1 to 29"));
  std::string usual = file.text;
  usual.erase(usual.find("max_days: 30\n"), 13);
  EXPECT_EQ(Messages({{"a.yaml", usual}}, 30), "");
  EXPECT_THAT(Messages({{"a.yaml", usual}}, 29),
              HasSubstr("w-2026-1: `until` is 30 days after `approved`, and 29 are allowed"));
}

std::vector<std::string> Keys(const YAML::Node& map) {
  std::vector<std::string> keys;
  for (const auto& entry : map) keys.push_back(entry.first.as<std::string>());
  return keys;
}

TEST(WaiverSchema, HasTheKeysAndTheBoundOfTheReader) {
  const YAML::Node schema = YAML::LoadFile(REDLINE_SOURCE_DIR "/rules/waivers.schema.json");
  EXPECT_THAT(Keys(schema["properties"]), ElementsAreArray(kWaiverFileKeys));
  EXPECT_THAT(Keys(schema["definitions"]["waiver"]["properties"]), ElementsAreArray(kWaiverKeys));
  EXPECT_EQ(schema["properties"]["max_days"]["maximum"].as<int>(), kMostWaiverDays);
}

}  // namespace
}  // namespace redline::rules
