#include "service/command/sample_disguises.h"

#include "engine/text/utf8.h"

namespace redline::service {
namespace {

bool Always(char32_t) { return true; }

// Han, kana and the like begin with the radicals at U+2E80 (Unicode 15).
bool IsEastAsian(char32_t c) { return c >= 0x2E80; }

// A number is read as one only when no sign stands inside of it.
bool IsOfNumber(char32_t c) { return (c >= U'0' && c <= U'9') || c == U'%' || c == U'.'; }

// `quote` with `between` put between its characters, where both are such as `may` says.
std::string Parted(std::string_view quote, std::string_view between, bool (*may)(char32_t)) {
  std::string parted;
  char32_t previous = U'%';
  for (std::size_t at = 0; at < quote.size(); at += text::SequenceLength(quote[at])) {
    const char32_t c = text::CodePointAt(quote, at);
    if (!IsOfNumber(previous) && !IsOfNumber(c) && may(previous) && may(c)) parted += between;
    parted += quote.substr(at, text::SequenceLength(quote[at]));
    previous = c;
  }
  return parted;
}

// The full-width forms of ASCII stand 0xFEE0 above it (Unicode 15, block U+FF00). A comma stays:
// its wide form ends a clause, also between digits.
std::string Wide(std::string_view quote) {
  std::string wide;
  for (const char c : quote) {
    if (c > ' ' && c < 0x7F && c != ',') {
      text::AppendUtf8(static_cast<char32_t>(c) + 0xFEE0, wide);
    } else {
      wide += c;
    }
  }
  return wide;
}

}  // namespace

std::vector<DisguisedSample> DisguiseQuote(std::string_view sample, Range quote) {
  const std::string_view words = sample.substr(quote.begin, quote.end - quote.begin);
  std::vector<DisguisedSample> samples;
  const auto add = [&](Disguise disguise, const std::string& disguised) {
    if (disguised == words) return;
    samples.push_back({disguise, std::string(sample.substr(0, quote.begin)) + disguised +
                                     std::string(sample.substr(quote.end))});
  };
  add(Disguise::kWidth, Wide(words));
  add(Disguise::kInvisible, Parted(words, "\xE2\x80\x8B", Always));  // U+200B
  add(Disguise::kSeparator, Parted(words, "*", IsEastAsian));
  return samples;
}

}  // namespace redline::service
