// Positions as Java's strings count them (Slices.java). JavaScript and Python check theirs through
// the API in tests/service.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "tests/engine/lists.h"
#include "tests/engine/random_text.h"

namespace redline {
namespace {

std::string Base64(const std::string& bytes) {
  static constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      three = three << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      out.push_back(i + k > bytes.size() ? '=' : kDigits[three >> (18 - 6 * k) & 63]);
    }
  }
  return out;
}

TEST(Slices, AgreeInJava) {
  const auto ruleset =
      tests::Compile({tests::BanPhrases("r", {"保本", "稳", "risk", "高收益", "1"})});
  tests::RandomText random(20261124);
  const std::string path = testing::TempDir() + "/redline-slices.txt";
  std::ofstream places(path, std::ios::binary);
  std::size_t written = 0;
  for (const Format format : {Format::kPlain, Format::kHtml, Format::kMarkdown}) {
    for (int i = 0; i < 500; ++i) {
      Draft draft = tests::Plain("💰稳" + random.Text(60) + "保\u200B本é" + random.Text(20));
      draft.passages[0].format = format;
      const std::string& text = draft.passages[0].text;
      for (const Violation& violation : tests::Reviewed(draft, ruleset).violations) {
        const Span& span = violation.span;
        places << Base64(text) << ' ' << Base64(violation.quote);
        for (const Range& range : {span.utf8, span.utf16, span.code_point}) {
          places << ' ' << range.begin << ' ' << range.end;
        }
        places << '\n';
        ++written;
      }
    }
  }
  places.close();
  ASSERT_GT(written, 1'000u);
  const std::string command =
      "java '" REDLINE_SOURCE_DIR "/tests/engine/Slices.java' '" + path + "'";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

}  // namespace
}  // namespace redline
