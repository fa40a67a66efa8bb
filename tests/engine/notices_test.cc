// What an editor should know although no rule speaks of it.
#include "engine/notices.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/review.h"
#include "tests/engine/lists.h"

namespace redline::tests {
namespace {

// "begin-end characters", in bytes.
std::vector<std::string> Notices(const std::string& text, Format format = Format::kPlain) {
  Draft draft = Plain(text);
  draft.passages[0].format = format;
  const Report report = Reviewed(draft, Compile({BanPhrases("r", {"其他"})}));
  EXPECT_EQ(report.verdict, Verdict::kPass);
  std::vector<std::string> notices;
  for (const Notice& notice : report.notices) {
    const bool override = notice.kind == Notice::Kind::kDirectionOverride;
    notices.push_back(std::to_string(notice.span.utf8.begin) + "-" +
                      std::to_string(notice.span.utf8.end) + " " + notice.characters +
                      (override ? " override" : ""));
  }
  return notices;
}

using Expected = std::vector<std::string>;

TEST(Notices, TellOfInvisibleCharactersInsideWords) {
  EXPECT_EQ(Notices("稳\u200B赚"), Expected{"3-6 U+200B"});
  EXPECT_EQ(Notices("稳\u200B\u2060赚ri\u00ADsk"), Expected{"3-9 U+200B U+2060"});
  EXPECT_EQ(Notices("稳\u00AD赚"), Expected{"3-5 U+00AD"});
  EXPECT_EQ(Notices("ri\u200Esk"), Expected{"2-5 U+200E"});
  EXPECT_EQ(Notices("稳\U000E0100赚"), Expected{"0-7 U+E0100"});  // grown to the character it marks
  EXPECT_EQ(Notices("<p>稳&#8203;赚</p>", Format::kHtml), Expected{"6-13 U+200B"});
}

TEST(Notices, TellOfOverrides) {
  EXPECT_EQ(Notices("真的\u202E益收\u202C，\u202D好"),
            (Expected{"6-9 U+202E override", "21-24 U+202D override"}));
}

TEST(Notices, KeepSilentOverHonestText) {
  for (const char* text : {
           "",
           "\uFEFF理财非存款",                            // a byte order mark
           "收益\u200B\n风险",                            // at the end of a line
           "👨\u200D👩\u200D👧 全家 ❤\uFE0F 1\uFE0F\u20E3",  // emoji
           "un\u00ADbe\u00ADliev\u00ADable",              // soft hyphens
           "می\u200Cخواهم",                               // Persian needs its joiners
           "क्\u200Dष",                                    // so does Hindi
           "café naïve Zürich",
       }) {
    EXPECT_EQ(Notices(text), Expected{}) << text;
  }
}

}  // namespace
}  // namespace redline::tests
