#include "engine/text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "engine/text/utf8.h"

namespace redline::text {
namespace {

using Marks = Charset::Marks;

constexpr Charset kUtf8 = {.name = "utf-8"};
constexpr Charset kGbk = {.name = "gbk", .converter = "windows-936-2000", .wider = "gb18030"};
constexpr Charset kGb18030 = {.name = "gb18030", .converter = "gb18030"};
constexpr Charset kBig5 = {.name = "big5", .converter = "windows-950-2000", .wider = "big5-hkscs"};
constexpr Charset kBig5Hkscs = {
    .name = "big5-hkscs", .converter = "ibm-1375_P100-2008", .wider = "utf-8"};
constexpr Charset kUtf16 = {.name = "utf-16", .marks = Marks::kDecides};
constexpr Charset kUtf16Le = {.name = "utf-16le", .converter = "UTF-16LE", .marks = Marks::kAgrees};
constexpr Charset kUtf16Be = {.name = "utf-16be", .converter = "UTF-16BE", .marks = Marks::kAgrees};

struct Name {
  std::string_view name;  // lower case
  const Charset* charset;
};

constexpr Name kNames[] = {
    {"", &kUtf8},
    {"utf-8", &kUtf8},
    {"utf8", &kUtf8},
    {"gbk", &kGbk},
    {"cp936", &kGbk},
    {"ms936", &kGbk},
    {"windows-936", &kGbk},
    {"csgbk", &kGbk},
    {"gb2312", &kGbk},
    {"csgb2312", &kGbk},
    {"euc-cn", &kGbk},
    {"gb18030", &kGb18030},
    {"csgb18030", &kGb18030},
    {"big5", &kBig5},
    {"csbig5", &kBig5},
    {"cp950", &kBig5},
    {"ms950", &kBig5},
    {"windows-950", &kBig5},
    {"big5-hkscs", &kBig5Hkscs},
    {"big5hkscs", &kBig5Hkscs},
    {"csbig5hkscs", &kBig5Hkscs},
    {"utf-16", &kUtf16},
    {"csutf16", &kUtf16},
    {"utf-16le", &kUtf16Le},
    {"csutf16le", &kUtf16Le},
    {"utf-16be", &kUtf16Be},
    {"csutf16be", &kUtf16Be},
};

constexpr std::string_view kBigEndianMark = "\xFE\xFF";
constexpr std::string_view kLittleEndianMark = "\xFF\xFE";

Unexpected<Undecodable> NotFrom(std::size_t offset, const std::string& name,
                                const std::string& advice) {
  return Unexpected(Undecodable{
      offset, "not " + name + " from byte " + std::to_string(offset) + " on: " + advice});
}

Unexpected<Undecodable> Not(const Charset& charset, std::size_t offset) {
  if (charset.is_utf8()) return NotFrom(offset, "UTF-8", "send the text as UTF-8");
  return NotFrom(offset, charset.name, "mend it, or declare the charset that it is in");
}

// The one that reads these bytes: a byte order mark decides for utf-16, and must not contradict
// utf-16le and utf-16be.
Result<const Charset*, Undecodable> ByMark(std::string_view sent, const Charset& charset) {
  const Charset* marked = sent.starts_with(kBigEndianMark)      ? &kUtf16Be
                          : sent.starts_with(kLittleEndianMark) ? &kUtf16Le
                                                                : nullptr;
  if (charset.marks == Marks::kDecides) {
    if (marked == nullptr && !sent.empty()) {
      return NotFrom(0, charset.name, "it has no byte order mark; declare utf-16le or utf-16be");
    }
    return marked != nullptr ? marked : &kUtf16Be;
  }
  if (charset.marks == Marks::kAgrees && marked != nullptr && marked->name != charset.name) {
    return NotFrom(0, charset.name,
                   std::string("its byte order mark is the one of ") + marked->name);
  }
  return &charset;
}

// Code points that ICU has for bytes without an agreed character: the private use area, and the C1
// controls of single bytes (0x80 in Big5).
bool IsVendors(UChar32 c) { return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0x80 && c <= 0x9F); }

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// By ICU. REQUIRES: sent is not empty, charset names a converter.
Result<DecodedText, Undecodable> Convert(std::string_view sent, const Charset& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> converter(ucnv_open(charset.converter, &status));
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) {
    return Unexpected(Undecodable{
        std::nullopt, std::string("the ICU of this build does not have ") + charset.converter +
                          ", which reads " + charset.name + ": send the text as UTF-8"});
  }
  // None of these sets has a sequence that makes more UTF-16 units than it has bytes.
  const auto units = std::make_unique_for_overwrite<UChar[]>(sent.size());
  const auto begins = std::make_unique_for_overwrite<std::int32_t[]>(sent.size());
  const char* source = sent.data();
  UChar* target = units.get();
  ucnv_toUnicode(converter.get(), &target, target + sent.size(), &source, source + sent.size(),
                 begins.get(), /*flush=*/true, &status);
  std::size_t converted_end = sent.size();
  if (U_FAILURE(status)) {
    char bad[32];  // more than the longest sequence
    auto length = static_cast<std::int8_t>(sizeof(bad));
    UErrorCode none = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter.get(), bad, &length, &none);
    converted_end = static_cast<std::size_t>(source - sent.data() - length);
  }

  DecodedText decoded{.sent = sent, .converted = {}, .map = {}};
  decoded.converted.reserve(sent.size() / 2 * 3);
  const auto count = static_cast<std::size_t>(target - units.get());
  for (std::size_t i = 0; i < count;) {
    const auto begin = static_cast<std::uint32_t>(begins[i]);
    UChar32 c = 0;
    U16_NEXT(units, i, count, c);
    if (*charset.wider != '\0' && IsVendors(c)) {
      return NotFrom(
          begin, charset.name,
          std::string("vendors differ there; declare ") + charset.wider + " if it is that");
    }
    const std::size_t end = i < count ? static_cast<std::size_t>(begins[i]) : converted_end;
    const auto text_begin = static_cast<std::uint32_t>(decoded.converted.size());
    AppendUtf8(static_cast<char32_t>(c), decoded.converted);
    decoded.map.Append({text_begin, static_cast<std::uint32_t>(decoded.converted.size())},
                       {begin, static_cast<std::uint32_t>(end)});
  }
  if (U_FAILURE(status)) return Not(charset, converted_end);
  return decoded;
}

}  // namespace

const Charset* FindCharset(std::string_view name) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  const auto* found = std::find_if(std::begin(kNames), std::end(kNames), [&](const Name& known) {
    return std::equal(name.begin(), name.end(), known.name.begin(), known.name.end(),
                      [&](char a, char b) { return lower(a) == b; });
  });
  return found != std::end(kNames) ? found->charset : nullptr;
}

Result<DecodedText, Undecodable> Decode(std::string_view sent, const Charset& charset) {
  if (charset.is_utf8()) {
    if (const auto offset = FirstInvalidUtf8(sent)) return Not(charset, *offset);
    return DecodedText{.sent = sent, .converted = {}, .map = {}};
  }
  const auto reader = ByMark(sent, charset);
  if (!reader) return Unexpected(Undecodable(reader.error()));
  if (sent.empty()) return DecodedText{.sent = sent, .converted = {}, .map = {}};
  return Convert(sent, **reader);
}

}  // namespace redline::text
