#include "engine/text/charset.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/text/utf8.h"
#include "tests/engine/icu_converter.h"
#include "tests/engine/random_text.h"

namespace redline::text {
namespace {

using std::string_literals::operator""s;
using tests::IcuConverter;

Result<DecodedText, Undecodable> DecodeAs(std::string_view name, std::string_view sent) {
  const Charset* charset = FindCharset(name);
  if (charset == nullptr) {
    ADD_FAILURE() << name;
    return Unexpected(Undecodable{});
  }
  return Decode(sent, *charset);
}

struct Set {
  const char* name;
  const char* icu;
  const char* wider;  // the private use area is not read
};

constexpr Set kSets[] = {
    {"gbk", "windows-936", "gb18030"},     {"gb18030", "gb18030", ""},
    {"big5", "windows-950", "big5-hkscs"}, {"big5-hkscs", "ibm-1375", "utf-8"},
    {"utf-16le", "UTF-16LE", ""},          {"utf-16be", "UTF-16BE", ""},
};

bool IsPrivate(UChar32 c) { return c >= 0xE000 && c <= 0xF8FF; }

TEST(Charset, IsFoundByItsNamesInAnyCase) {
  const struct {
    const char* name;
    const char* found;
  } cases[] = {
      {"", "utf-8"},        {"utf-8", "utf-8"},       {"UTF8", "utf-8"},
      {"GBK", "gbk"},       {"gb2312", "gbk"},        {"GB2312", "gbk"},
      {"cp936", "gbk"},     {"Windows-936", "gbk"},   {"GB18030", "gb18030"},
      {"Big5", "big5"},     {"CP950", "big5"},        {"Big5-HKSCS", "big5-hkscs"},
      {"UTF-16", "utf-16"}, {"utf-16LE", "utf-16le"}, {"UTF-16BE", "utf-16be"},
  };
  for (const auto& [name, found] : cases) {
    ASSERT_NE(FindCharset(name), nullptr) << name;
    EXPECT_STREQ(FindCharset(name)->name, found) << name;
  }
  for (const char* name : {"latin-1", "iso-2022-cn", "hz-gb-2312", "utf-7", "utf-32", "utf", " gbk",
                           "gbk ", "gb", "gbkk", "shift_jis"}) {
    EXPECT_EQ(FindCharset(name), nullptr) << name;
  }
}

TEST(Charset, NamesInMessagesAreFound) {
  std::string names(kCharsetNames);
  while (!names.empty()) {
    const std::size_t end = names.find_first_of(", ");
    const std::string name = names.substr(0, end);
    if (!name.empty() && name != "or") {
      EXPECT_NE(FindCharset(name), nullptr) << name;
    }
    names.erase(0, end == std::string::npos ? end : end + 1);
  }
}

TEST(Charset, AConverterThatIsNotInIcuIsARefusal) {
  const auto text = Decode("a", Charset{.name = "gbk", .converter = "no-such-converter"});
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().message,
            "the ICU of this build does not have no-such-converter, which reads gbk: send the text "
            "as UTF-8");
}

TEST(Charset, ReadsWhatWasSent) {
  const struct {
    const char* charset;
    std::string sent;
    std::string text;
  } cases[] = {
      {"utf-8", "保本", "保本"},
      {"gbk", "\xB1\xA3\xB1\xBE a", "保本 a"},
      {"gbk", "\x80", "€"},
      {"gb2312", "\xE9\x46", "镕"},          // is in GBK only
      {"gb2312", "\xA1\xA4\xA1\xAA", "·—"},  // as in GBK, not U+30FB and U+2015
      {"gb18030", "\xB1\xA3\xB1\xBE", "保本"},
      {"gb18030", "\x95\x34\xB2\x35", "𠮷"},
      {"gb18030", "\xA2\xE3", "€"},
      {"gb18030", "\x81\x30\x84\x34", "\u00A2"},
      {"gb18030", "\x84\x31\xA4\x37", "\uFFFD"},  // sent, not put in
      {"gb18030", "\xE3\x32\x9A\x35", "\U0010FFFF"},
      {"gb18030", "\xAA\xA1", "\uE000"},               // names a private-use code point
      {"big5", "\xA5\x5C\xB3\x5C\xBB\x5C", "功許蓋"},  // the second byte is a backslash
      {"big5", "\xA5\x5C\x5C", "功\\"},
      {"big5-hkscs", "\x9D\xF6\xAB\xD7 \x9D\xCF", "喺度 嘢"},
      {"big5-hkscs", "\xC6\xA1", "①"},
      {"utf-16le", "\xDD\x4F\x2C\x67"s, "保本"},
      {"utf-16be", "\x4F\xDD\x67\x2C"s, "保本"},
      {"utf-16le", "\x3D\xD8\xB0\xDC"s, "💰"},
      {"utf-16be", "\xD8\x3D\xDC\xB0"s, "💰"},
      {"utf-16le", "a\0\0\0"s, "a\0"s},
      {"utf-16", "\xFF\xFE\xDD\x4F"s, "\uFEFF保"},  // a byte order mark stays in the text
      {"utf-16", "\xFE\xFF\x4F\xDD"s, "\uFEFF保"},
      {"utf-16le", "\xFF\xFE\xDD\x4F"s, "\uFEFF保"},
      {"utf-16be", "\xFE\xFF\x4F\xDD"s, "\uFEFF保"},
      {"utf-16be", "\x4F\xDD\xFF\xFE"s, "保\uFFFE"},  // no mark inside
      {"gbk", "", ""},
      {"utf-16", "", ""},
  };
  for (const auto& [charset, sent, text] : cases) {
    const auto decoded = DecodeAs(charset, sent);
    ASSERT_TRUE(decoded) << charset << ": " << decoded.error().message;
    EXPECT_EQ(decoded->text(), text) << charset;
  }
}

TEST(Charset, RefusesAtTheFirstBadSequence) {
  const struct {
    const char* charset;
    std::string sent;
    std::size_t offset;
  } cases[] = {
      {"utf-8", "ab\xB1\xA3", 2},
      {"gbk", "ab\xB1", 2},
      {"gbk", "\xB1\xA3\xB1\x20", 2},
      {"gbk", "\xB1\xA3\xFF", 2},
      {"gbk", "\xB1\xA3\xAA\xA1", 2},   // left to vendors
      {"gbk", "\xB1\xA3\xFE\x50", 2},   // read by gb18030
      {"gbk", "a\x81\x30\x84\x32", 1},  // four bytes are GB18030
      {"gb2312", "a\xA2\xE3", 1},
      {"gb18030", "a\x80", 1},
      {"gb18030", "a\xFF", 1},
      {"gb18030", "a\x81", 1},
      {"gb18030", "a\x81\x30", 1},
      {"gb18030", "a\x81\x30\x84", 1},
      {"gb18030", "a\x81\x30\x84\x20", 1},
      {"gb18030", "a\x81\x30\x20\x20", 1},
      {"gb18030", "a\xE3\x32\x9A\x36", 1},  // above U+10FFFF
      {"big5", "\xA5\x5C\xA5", 2},
      {"big5", "\xA5\x5C\xA5\x20", 2},
      {"big5", "\xA5\x5C\x80", 2},
      {"big5", "\xA5\x5C\xFF", 2},
      {"big5", "\xA5\x5C\xC6\xA1", 2},  // read by big5-hkscs
      {"big5", "\xA5\x5C\x9D\xCF", 2},
      {"big5-hkscs", "a\xFF", 1},
      {"big5-hkscs", "a\x81\x40", 1},
      {"utf-16", "a\0"s, 0},  // which order?
      {"utf-16", "a", 0},
      {"utf-16", "\xFF\xFE\x61"s, 2},
      {"utf-16", "\xFE\xFF\xD8\x3D"s, 2},
      {"utf-16le", "\xFE\xFF\x4F\xDD"s, 0},  // the mark says the other order
      {"utf-16be", "\xFF\xFE\xDD\x4F"s, 0},
      {"utf-16le", "a\0\x3D\xD8"s, 2},  // half a pair at the end
      {"utf-16le", "a\0\x3D\xD8\x61"s, 2},
      {"utf-16le", "a\0\x3D\xD8\xB0"s, 2},
      {"utf-16le",
       "a\0\x3D\xD8"
       "b\0"s,
       2},  // and before a letter
      {"utf-16le", "a\0\x3D\xD8\x3D\xD8\xB0\xDC"s, 2},
      {"utf-16le",
       "a\0\xB0\xDC"
       "b\0"s,
       2},  // the other half alone
      {"utf-16be", "\0a\xDC\xB0"s, 2},
      {"utf-16be", "\0a\xD8\x3D\0b"s, 2},
      {"utf-16be", "\0a\0"s, 2},
  };
  for (const auto& [charset, sent, offset] : cases) {
    const auto decoded = DecodeAs(charset, sent);
    SCOPED_TRACE(charset + (": " + testing::PrintToString(sent)));
    ASSERT_FALSE(decoded);
    EXPECT_EQ(decoded.error().offset, offset) << decoded.error().message;
    EXPECT_NE(decoded.error().message.find("from byte " + std::to_string(offset) + " on"),
              std::string::npos);
  }
}

// A second opinion that asks ICU for one character after the other. `begins` are where they begin
// as sent, and the end of the last one.
struct Read {
  std::string text;
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> text_begins;
  bool complete = true;
};

Read ReadOneByOne(IcuConverter& icu, const Set& set, std::string_view sent) {
  Read read;
  const char* at = sent.data();
  const char* const end = at + sent.size();
  while (true) {
    read.begins.push_back(static_cast<std::uint32_t>(at - sent.data()));
    read.text_begins.push_back(static_cast<std::uint32_t>(read.text.size()));
    if (at == end) return read;
    const UChar32 c = icu.Next(&at, end);
    const bool vendors = *set.wider != '\0' && (IsPrivate(c) || (c >= 0x80 && c < 0xA0));
    if (c < 0 || vendors) {
      read.complete = false;
      return read;
    }
    AppendUtf8(static_cast<char32_t>(c), read.text);
  }
}

void ExpectAgrees(const Set& set, IcuConverter& icu, std::string_view sent) {
  SCOPED_TRACE(std::string(set.name) + ": " + testing::PrintToString(std::string(sent)));
  const Read read = ReadOneByOne(icu, set, sent);
  const auto decoded = DecodeAs(set.name, sent);
  ASSERT_EQ(decoded.has_value(), read.complete);
  if (!decoded) {
    ASSERT_EQ(decoded.error().offset, read.begins.back());
    return;
  }
  ASSERT_EQ(decoded->text(), read.text);
  for (std::size_t i = 0; i < read.begins.size(); ++i) {
    const std::size_t j = i / 2;
    ASSERT_EQ(decoded->map.SentOf({read.text_begins[j], read.text_begins[i]}),
              (Range{read.begins[j], read.begins[i]}));
  }
}

TEST(Charset, AgreesWithOneByOneOnEveryPairOfBytes) {
  for (const Set& set : kSets) {
    IcuConverter icu(set.icu);
    const bool utf16 = std::string_view(set.name).starts_with("utf-16");
    for (int pair = 0; pair < 0x10000; ++pair) {
      std::string sent = utf16 ? "" : "a";
      sent += {static_cast<char>(pair >> 8), static_cast<char>(pair)};
      if (utf16 && (sent == "\xFE\xFF" || sent == "\xFF\xFE")) continue;  // see the tables
      ExpectAgrees(set, icu, sent);
      if (testing::Test::HasFatalFailure()) return;
    }
  }
}

TEST(Charset, KeepsAscii) {
  for (const Set& set : kSets) {
    if (std::string_view(set.name).starts_with("utf-16")) continue;
    std::string ascii;
    for (char c = 0; c >= 0 && c < 0x7F; ++c) ascii += c;
    const auto decoded = DecodeAs(set.name, ascii);
    ASSERT_TRUE(decoded) << set.name;
    EXPECT_EQ(decoded->text(), ascii) << set.name;
  }
}

// Random text in a set: as sent, and the bytes of each of its characters.
std::vector<std::string> Letters(tests::RandomText& random, IcuConverter& icu, const Set& set) {
  std::vector<std::string> letters;
  for (std::uint32_t i = random.Below(24); i > 0; --i) {
    const char32_t c = random.Character();
    if (*set.wider != '\0' && IsPrivate(static_cast<UChar32>(c))) continue;
    if (std::string bytes = icu.Encode(c); !bytes.empty()) letters.push_back(std::move(bytes));
  }
  return letters;
}

TEST(Charset, LeadsBackToTheBytesOfEveryStretch) {
  tests::RandomText random(14);
  for (const Set& set : kSets) {
    IcuConverter icu(set.icu);
    for (int i = 0; i < 2'000; ++i) {
      std::string sent;
      for (const std::string& letter : Letters(random, icu, set)) sent += letter;
      const auto decoded = DecodeAs(set.name, sent);
      ASSERT_TRUE(decoded) << set.name << ": " << decoded.error().message;
      const std::string_view text = decoded->text();
      for (std::uint32_t begin = 0; begin < text.size(); ++begin) {
        if (IsContinuation(text[begin])) continue;
        const std::uint32_t size = static_cast<std::uint32_t>(text.size()) - begin;
        std::uint32_t end = begin + 1 + random.Below(size);
        while (end < text.size() && IsContinuation(text[end])) ++end;
        const Range slice = decoded->map.SentOf({begin, end});
        const auto again =
            DecodeAs(set.name, std::string_view(sent).substr(slice.begin, slice.end - slice.begin));
        ASSERT_TRUE(again) << set.name;
        ASSERT_EQ(again->text(), text.substr(begin, end - begin)) << set.name;
      }
    }
  }
}

TEST(Charset, RefusesEveryCutAtTheCharacterThatIsCut) {
  tests::RandomText random(15);
  for (const Set& set : kSets) {
    IcuConverter icu(set.icu);
    for (int i = 0; i < 300; ++i) {
      std::string before;
      for (const std::string& letter : Letters(random, icu, set)) {
        for (std::size_t cut = 1; cut < letter.size(); ++cut) {
          const auto decoded = DecodeAs(set.name, before + letter.substr(0, cut));
          ASSERT_FALSE(decoded) << set.name << " " << cut << " of " << letter.size();
          ASSERT_EQ(decoded.error().offset, before.size()) << set.name;
        }
        before += letter;
      }
    }
  }
}

TEST(Charset, RefusesABadByteBetweenAnyCharactersWhereItStands) {
  tests::RandomText random(16);
  for (const Set& set : kSets) {
    IcuConverter icu(set.icu);
    const std::string name = set.name;
    const std::string bad = name == "utf-16le"   ? "\xB0\xDC"
                            : name == "utf-16be" ? "\xDC\xB0"
                                                 : "\xFF";
    for (int i = 0; i < 300; ++i) {
      const std::vector<std::string> letters = Letters(random, icu, set);
      for (std::size_t place = 0; place <= letters.size(); ++place) {
        std::string sent;
        std::size_t offset = 0;
        for (std::size_t j = 0; j <= letters.size(); ++j) {
          if (j == place) {
            offset = sent.size();
            sent += bad;
          }
          if (j < letters.size()) sent += letters[j];
        }
        const auto decoded = DecodeAs(name, sent);
        ASSERT_FALSE(decoded) << name;
        ASSERT_EQ(decoded.error().offset, offset) << name;
      }
    }
  }
}

TEST(Charset, AgreesWithOneByOneOnRandomBytes) {
  tests::RandomText random(17);
  for (const Set& set : kSets) {
    IcuConverter icu(set.icu);
    for (int i = 0; i < 20'000; ++i) {
      std::string sent = std::string_view(set.name).ends_with("be") ? "\0a"s : "a\0"s;
      for (std::uint32_t j = random.Below(12); j > 0; --j) {
        // Mostly what leads, trails and pairs are made of.
        static constexpr std::string_view kBytes = "\x30\x39\x5C\x81\xA1\xB1\xC6\xD8\xDC\xE3\xFE";
        sent += random.Below(4) == 0
                    ? static_cast<char>(random.Below(256))
                    : kBytes[random.Below(static_cast<std::uint32_t>(kBytes.size()))];
      }
      ExpectAgrees(set, icu, sent);
      if (testing::Test::HasFatalFailure()) return;
    }
  }
}

}  // namespace
}  // namespace redline::text
