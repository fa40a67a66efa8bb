#include "engine/text/utf8.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace redline::text {
namespace {

std::size_t LengthOfLead(unsigned char lead) {
  return lead < 0x80   ? 1
         : lead < 0xC0 ? 0
         : lead < 0xE0 ? 2
         : lead < 0xF0 ? 3
         : lead < 0xF8 ? 4
                       : 0;
}

// By the definition: a sequence is well-formed if it is how its code point is written.
std::optional<std::size_t> FirstInvalidByDefinition(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = LengthOfLead(static_cast<unsigned char>(text[i]));
    if (length == 0 || text.size() - i < length) return i;
    for (std::size_t k = 1; k < length; ++k) {
      if (!IsContinuation(text[i + k])) return i;
    }
    const char32_t c = CodePointAt(text, i);
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return i;
    std::string written;
    AppendUtf8(c, written);
    if (written != text.substr(i, length)) return i;
    i += length;
  }
  return std::nullopt;
}

// Each byte at each place of texts that the fast loops read: the buffer is exactly as long as the
// text, so that a sanitizer sees what is read beyond it.
TEST(Utf8, FindsEachWrongByteAtEachPlace) {
  const std::string texts[] = {
      "plain words of ASCII that fill more than one step",
      "保本保息稳赚不赔零风险高收益第一品牌",
      "a保b本 保息，稳赚é不赔𠮷零risk-free风险\xEF\xBF\xBF\xED\x9F\xBF\xE0\xA0\x80高",
  };
  for (const std::string& text : texts) {
    for (std::size_t length = 0; length <= text.size(); ++length) {
      const std::vector<char> cut(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length));
      const std::string_view view(cut.data(), cut.size());
      ASSERT_EQ(FirstInvalidUtf8(view), FirstInvalidByDefinition(view)) << view;
    }
    for (std::size_t at = 0; at < text.size(); ++at) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string wrong = text;
        wrong[at] = static_cast<char>(byte);
        ASSERT_EQ(FirstInvalidUtf8(wrong), FirstInvalidByDefinition(wrong)) << at << " " << byte;
      }
    }
  }
}

TEST(Utf8, AgreesWithTheDefinitionOnRandomBytes) {
  // Leads and bounds of the table of well-formed sequences, often enough to make long ones.
  constexpr std::string_view kBytes =
      "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC1\xC2\xE0\xE4\xE4\xED\xEF\xF0\xF4\xF5";
  std::mt19937 random(3);
  for (int round = 0; round < 100'000; ++round) {
    std::string text;
    for (auto i = random() % 4; i > 0; --i) text += "保";
    for (auto i = random() % 12; i > 0; --i) text += kBytes[random() % kBytes.size()];
    ASSERT_EQ(FirstInvalidUtf8(text), FirstInvalidByDefinition(text));
  }
}

}  // namespace
}  // namespace redline::text
