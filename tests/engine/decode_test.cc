#include "engine/decode.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

#include "engine/text/utf8.h"
#include "tests/engine/lists.h"

namespace redline {
namespace {

using Kind = ReviewError::Kind;
using tests::Plain;

// Why a draft cannot be reviewed; nothing when it can.
std::optional<ReviewError> Refuse(const Draft& draft) {
  auto texts = Decode(draft);
  if (texts) return std::nullopt;
  return std::move(texts.error());
}

Draft Declared(std::string charset, std::string bytes) {
  Draft draft = Plain(std::move(bytes));
  draft.passages[0].charset = std::move(charset);
  return draft;
}

std::string Times(std::size_t count, std::string_view what) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += what;
  return text;
}

TEST(Refuse, NamesTheFirstByteThatIsNoUtf8) {
  struct Case {
    const char* name;
    std::string bad;
  };
  const std::vector<Case> cases = {
      {"lone continuation", "\x80"},
      {"overlong slash", "\xC0\xAF"},
      {"overlong of two", "\xC1\xBF"},
      {"overlong of three", "\xE0\x80\xAF"},
      {"overlong of three, high", "\xE0\x9F\xBF"},
      {"overlong of four", "\xF0\x80\x80\xAF"},
      {"overlong of four, high", "\xF0\x8F\xBF\xBF"},
      {"surrogate", "\xED\xA0\x80"},
      {"last surrogate", "\xED\xBF\xBF"},
      {"above U+10FFFF", "\xF4\x90\x80\x80"},
      {"five bytes", "\xF8\x88\x80\x80\x80"},
      {"six bytes", "\xFC\x84\x80\x80\x80\x80"},
      {"fe", "\xFE"},
      {"ff", "\xFF"},
      {"cut after one of two", "\xC3"},
      {"cut after two of three", "\xE4\xBF"},
      {"cut after three of four", "\xF0\x9F\x92"},
      {"lead then ascii", "\xE4x"},
      {"lead then lead", "\xE4\xE4\xBF\x9D"},
      {"gbk", "\xB1\xA3\xB1\xBE"},
  };
  for (const Case& c : cases) {
    for (const auto& [before, after] : {std::pair<std::string, std::string>{"", ""},
                                        {"", "保本"},
                                        {"保本 abcdefghij", ""},
                                        {"保本", "稳赚"},
                                        {"0123456789abcdef", "x"}}) {
      SCOPED_TRACE(c.name);
      const auto error = Refuse(Plain(before + c.bad + after));
      ASSERT_TRUE(error);
      EXPECT_EQ(error->kind, Kind::kInvalidDraft);
      EXPECT_EQ(error->field, "passages[0].text");
      EXPECT_EQ(error->offset, before.size());
    }
  }
}

TEST(Refuse, TakesEveryScalarValue) {
  std::string text;
  for (char32_t c = 0; c < 0x11000; ++c) {
    if (c < 0xD800 || c >= 0xE000) text::AppendUtf8(c, text);
  }
  text::AppendUtf8(0x10FFFF, text);
  EXPECT_FALSE(Refuse(Plain(text)));
}

TEST(Refuse, HoldsTheBoundsOnThePointAndOnePast) {
  EXPECT_FALSE(Refuse(Plain(std::string(kMaxPassageBytes, 'a'))));
  EXPECT_EQ(Refuse(Plain(std::string(kMaxPassageBytes + 1, 'a')))->kind, Kind::kTooLarge);

  Draft draft;
  for (std::size_t i = 0; i < kMaxPassages; ++i) draft.passages.push_back({"", Format::kPlain, ""});
  EXPECT_FALSE(Refuse(draft));
  draft.passages.push_back({"", Format::kPlain, ""});
  EXPECT_EQ(Refuse(draft)->kind, Kind::kTooLarge);

  Draft full;
  for (int i = 0; i < 4; ++i) {
    full.passages.push_back({"", Format::kPlain, std::string(kMaxPassageBytes, 'a')});
  }
  EXPECT_FALSE(Refuse(full));
  full.passages.push_back({"", Format::kPlain, "a"});
  EXPECT_EQ(Refuse(full)->kind, Kind::kTooLarge);
  EXPECT_EQ(Refuse(full)->field, "passages");

  Draft named = Plain("a");
  named.id = std::string(kMaxNameBytes, 'a');
  EXPECT_FALSE(Refuse(named));
  named.id += 'a';
  EXPECT_EQ(Refuse(named)->field, "id");
  Draft labelled = Plain("a");
  for (std::size_t i = 0; i < kMaxLabels; ++i) labelled.labels[std::to_string(i)] = "x";
  EXPECT_FALSE(Refuse(labelled));
  labelled.labels["more"] = "x";
  EXPECT_EQ(Refuse(labelled)->field, "labels");
}

// Both as sent and as UTF-8: a Han character is two bytes of GBK and three of UTF-8, a letter two
// bytes of UTF-16 and one of UTF-8.
TEST(Refuse, HoldsTheBoundsOfDeclaredCharsetsTwice) {
  static_assert(kMaxPassageBytes % 3 == 1);
  const std::string han = Times(kMaxPassageBytes / 3, "\xB1\xA3");
  EXPECT_FALSE(Refuse(Declared("gbk", han + "a")));
  const auto large = Refuse(Declared("gbk", han + "ab"));
  ASSERT_TRUE(large);
  EXPECT_EQ(large->kind, Kind::kTooLarge);
  EXPECT_EQ(large->field, "passages[0].text");
  EXPECT_EQ(large->message,
            "the passage has 1048577 bytes of UTF-8, at most 1048576 are reviewed: split it");

  const std::string letters = Times(kMaxPassageBytes / 2, std::string_view("a\0", 2));
  EXPECT_FALSE(Refuse(Declared("utf-16le", letters)));
  EXPECT_EQ(Refuse(Declared("utf-16le", letters + '\0'))->kind, Kind::kTooLarge);

  const auto sent_four_times = [](const char* charset, const std::string& bytes) {
    Draft draft;
    for (int i = 0; i < 4; ++i) draft.passages.push_back({"", Format::kPlain, bytes, charset});
    return draft;
  };
  for (Draft full : {sent_four_times("gbk", han + "a"), sent_four_times("utf-16le", letters)}) {
    EXPECT_FALSE(Refuse(full));
    full.passages.push_back({"", Format::kPlain, "a"});
    const auto more = Refuse(full);
    ASSERT_TRUE(more);
    EXPECT_EQ(more->kind, Kind::kTooLarge);
    EXPECT_EQ(more->field, "passages");
  }
}

TEST(Refuse, NamesWhatIsWrongWithADeclaredCharset) {
  Draft draft = Plain("好");
  draft.passages.push_back({"second", Format::kPlain, "ab\xB1", "GBK"});
  const auto cut = Refuse(draft);
  ASSERT_TRUE(cut);
  EXPECT_EQ(cut->kind, Kind::kInvalidDraft);
  EXPECT_EQ(cut->field, "passages[1].text");
  EXPECT_EQ(cut->offset, 2U);
  draft.passages[1].charset = "latin-1";
  const auto unknown = Refuse(draft);
  ASSERT_TRUE(unknown);
  EXPECT_EQ(unknown->kind, Kind::kInvalidDraft);
  EXPECT_EQ(unknown->field, "passages[1].charset");
  EXPECT_FALSE(unknown->offset);
  EXPECT_NE(unknown->message.find("gb18030"), std::string::npos);
}

TEST(Decode, DoesNotCopyUtf8) {
  for (const char* charset : {"", "UTF-8"}) {
    const Draft draft = Declared(charset, "稳赚不赔，一段不短的文字，不在字符串自身之内");
    const auto texts = Decode(draft);
    ASSERT_TRUE(texts);
    EXPECT_EQ((*texts)[0].text().data(), draft.passages[0].text.data());
  }
}

TEST(Refuse, WantsPassagesAndAFormatThatItReads) {
  EXPECT_EQ(Refuse(Draft{})->field, "passages");
  Draft draft = Plain("a");
  draft.passages.push_back({"second", Format::kUnspecified, "b"});
  EXPECT_EQ(Refuse(draft)->field, "passages[1].format");
  for (const Format format : {Format::kPlain, Format::kHtml, Format::kMarkdown}) {
    draft.passages[1].format = format;
    EXPECT_FALSE(Refuse(draft));
  }
}

}  // namespace
}  // namespace redline
