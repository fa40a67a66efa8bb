// Bytes in a declared charset: decoded with an exact way back, or refused where the first bad
// sequence begins.
#include <string_view>

#include "engine/text/charset.h"
#include "engine/text/utf8.h"
#include "tests/fuzz/drawn_text.h"
#include "tests/fuzz/require.h"

namespace redline::fuzz {
namespace {

constexpr std::string_view kCharsets[] = {"utf-8",      "gbk",    "gb18030",  "big5",
                                          "big5-hkscs", "utf-16", "utf-16le", "utf-16be"};

// Stretches of the text lead back to bytes that stand for them.
void CheckWayBack(const text::DecodedText& decoded, std::string_view charset) {
  const std::string_view text = decoded.text();
  // A stretch has no byte order mark of its own.
  const std::string_view cut_charset = charset != "utf-16"                    ? charset
                                       : decoded.sent.starts_with("\xFF\xFE") ? "utf-16le"
                                                                              : "utf-16be";
  const auto size = static_cast<std::uint32_t>(text.size());
  Require(
      decoded.map.SentOf({0, size}) == Range{0, static_cast<std::uint32_t>(decoded.sent.size())},
      "the text comes from all that was sent");
  for (std::uint32_t begin = 0; begin < size;) {
    const auto end = begin + static_cast<std::uint32_t>(text::SequenceLength(text[begin]));
    const Range sent = decoded.map.SentOf({begin, end});
    const std::string_view character = text.substr(begin, end - begin);
    if (character != "\uFFFE") {  // alone it would be a byte order mark
      const auto again = text::Decode(decoded.sent.substr(sent.begin, sent.end - sent.begin),
                                      *text::FindCharset(cut_charset));
      Require(again && again->text() == character, "bytes cut out stand for the character");
    }
    begin = end;
  }
}

void Check(std::string_view bytes, std::string_view name) {
  const text::Charset& charset = *text::FindCharset(name);
  const auto decoded = text::Decode(bytes, charset);
  if (decoded) {
    Require(!text::FirstInvalidUtf8(decoded->text()), "what is decoded is UTF-8");
    CheckWayBack(*decoded, name);
    return;
  }
  Require(decoded.error().offset && *decoded.error().offset < bytes.size(),
          "a refusal names a byte");
  Require(text::Decode(bytes.substr(0, *decoded.error().offset), charset).has_value(),
          "all before the bad sequence is decoded");
}

}  // namespace
}  // namespace redline::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const std::string_view charset : redline::fuzz::kCharsets) {
    redline::fuzz::Check(redline::fuzz::View(data, size), charset);
  }
  return 0;
}
