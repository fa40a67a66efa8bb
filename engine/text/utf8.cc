#include "engine/text/utf8.h"

#include <bit>
#include <cstring>

namespace redline::text {
namespace {

// Whether the next 8 bytes begin with two characters of three bytes whose second byte may be any
// continuation, as after all leads but E0 and ED: two ideographs. REQUIRES: 8 bytes can be read.
bool BeginsWithTwoOfThree(const unsigned char* bytes) {
  if constexpr (std::endian::native != std::endian::little) return false;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, 8);
  constexpr std::uint32_t kLeads = 0xDFFE;  // bit i: lead 0xE0 + i
  return (word & 0xC0C0F0C0C0F0) == 0x8080E08080E0 && ((kLeads >> (word & 15)) & 1) != 0 &&
         ((kLeads >> ((word >> 24) & 15)) & 1) != 0;
}

}  // namespace

std::optional<std::size_t> FirstInvalidUtf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t size = text.size();
  std::size_t i = 0;
  while (i < size) {
    if (bytes[i] < 0x80) {
      std::uint64_t word = 0;
      while (i + 8 <= size &&
             (std::memcpy(&word, bytes + i, 8), (word & 0x8080808080808080) == 0)) {
        i += 8;
      }
      while (i < size && bytes[i] < 0x80) ++i;
      continue;
    }
    while (i + 8 <= size && BeginsWithTwoOfThree(bytes + i)) i += 6;
    const unsigned char lead = bytes[i];
    if (lead < 0x80) continue;
    std::size_t length = 0;
    unsigned char low = 0x80;  // bounds of the second byte
    unsigned char high = 0xBF;
    if (lead >= 0xE1 && lead <= 0xEC) {
      length = 3;
    } else if (lead >= 0xC2 && lead <= 0xDF) {
      length = 2;
    } else if (lead == 0xE0) {
      length = 3, low = 0xA0;
    } else if (lead == 0xED) {
      length = 3, high = 0x9F;
    } else if (lead == 0xEE || lead == 0xEF) {
      length = 3;
    } else if (lead == 0xF0) {
      length = 4, low = 0x90;
    } else if (lead >= 0xF1 && lead <= 0xF3) {
      length = 4;
    } else if (lead == 0xF4) {
      length = 4, high = 0x8F;
    } else {
      return i;
    }
    if (size - i < length || bytes[i + 1] < low || bytes[i + 1] > high) return i;
    for (std::size_t k = 2; k < length; ++k) {
      if (!IsContinuation(text[i + k])) return i;
    }
    i += length;
  }
  return std::nullopt;
}

void AppendUtf8(char32_t code_point, std::string& text) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

}  // namespace redline::text
