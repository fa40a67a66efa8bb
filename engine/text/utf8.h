// UTF-8: checking, reading and writing code points.
//
// Units:    bytes. Well-formed is what Unicode 15, table 3-7 says: no overlong forms, no
// surrogates,
//           nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace redline::text {

// The offset of the first byte that does not begin a well-formed sequence, or nothing.
std::optional<std::size_t> FirstInvalidUtf8(std::string_view text);

// Bytes of the sequence that `lead` begins. REQUIRES: lead begins a well-formed sequence.
inline std::size_t SequenceLength(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

inline bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The code point at `offset`. REQUIRES: text is well-formed, offset begins a sequence.
inline char32_t CodePointAt(std::string_view text, std::size_t offset) {
  const auto at = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[offset + i]));
  };
  const char32_t lead = at(0);
  if (lead < 0x80) return lead;
  if (lead < 0xE0) return ((lead & 0x1F) << 6) | (at(1) & 0x3F);
  if (lead < 0xF0) return ((lead & 0x0F) << 12) | ((at(1) & 0x3F) << 6) | (at(2) & 0x3F);
  return ((lead & 0x07) << 18) | ((at(1) & 0x3F) << 12) | ((at(2) & 0x3F) << 6) | (at(3) & 0x3F);
}

// Where the sequence before `offset` begins. REQUIRES: 0 < offset, on a boundary.
inline std::size_t PreviousBoundary(std::string_view text, std::size_t offset) {
  do {
    --offset;
  } while (offset > 0 && IsContinuation(text[offset]));
  return offset;
}

void AppendUtf8(char32_t code_point, std::string& text);

}  // namespace redline::text
