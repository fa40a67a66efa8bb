// Charset: the character sets in which a passage may be sent, and the text behind the bytes.
//
//   const Charset* gbk = FindCharset("GB2312");        // its name is "gbk"
//   Result<DecodedText, Undecodable> text = Decode("\xB1\xA3\xB1\xBE", *gbk);
//   text->text()              // "保本" in UTF-8
//   text->map.SentOf({3, 6})  // {2, 4}
//
// Never guessed, never mended: the declared character set alone decides, and bytes that it gives no
// character to are refused. U+FFFD stands in a text only if it was sent.
//
//   name         read by ICU as        also named
//   utf-8        (not converted)       utf8
//   gbk          windows-936-2000      cp936, ms936, windows-936, csgbk, gb2312, csgb2312, euc-cn
//   gb18030      gb18030               csgb18030
//   big5         windows-950-2000      csbig5, cp950, ms950, windows-950
//   big5-hkscs   ibm-1375_P100-2008    big5hkscs, csbig5hkscs
//   utf-16       (by its mark)         csutf16
//   utf-16le     UTF-16LE              csutf16le
//   utf-16be     UTF-16BE              csutf16be
//
// Names do not depend on case. Source: the IANA registry of character sets (RFC 2978), and names
// that editors show. docs/decisions/0014 says why gb2312 is read as GBK, which bytes of GBK and
// Big5 are refused although ICU has private-use code points for them, and what a byte order mark
// does.
//
// Units:    bytes.
// Cost:     linear; while it decodes, six bytes of memory for each byte sent.
// Threads:  pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/result.h"
#include "engine/text/sent_map.h"

namespace redline::text {

struct Charset {
  // What a byte order mark at the begin means.
  enum class Marks { kNothing, kDecides, kAgrees };

  const char* name = "";       // "gbk"
  const char* converter = "";  // ICU's name; empty for UTF-8 and where a mark decides
  Marks marks = Marks::kNothing;
  // The set that gives a character to the areas which this one leaves to vendors; empty when there
  // are none.
  const char* wider = "";

  bool is_utf8() const { return std::string_view(name) == "utf-8"; }
};

// The names above, for messages.
inline constexpr std::string_view kCharsetNames =
    "utf-8, gbk, gb2312, gb18030, big5, big5-hkscs, utf-16, utf-16le or utf-16be";

// Null when a set of this name is not read. An empty name is UTF-8.
const Charset* FindCharset(std::string_view name);

// A text in UTF-8 and where it came from. What was sent as UTF-8 is not copied.
struct DecodedText {
  std::string_view sent;
  std::string converted;  // empty when `sent` is UTF-8
  SentMap map;            // empty then too

  std::string_view text() const { return map.empty() ? sent : std::string_view(converted); }
};

// Why there is no text.
struct Undecodable {
  std::optional<std::size_t> offset;  // of the first byte of the first bad sequence
  std::string message;                // what is wrong and what to do, lower case, no full stop
};

// `sent` has to outlive the text. REQUIRES: sent is below 2^31 bytes.
Result<DecodedText, Undecodable> Decode(std::string_view sent, const Charset& charset);

}  // namespace redline::text
