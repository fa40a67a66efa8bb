// Drawn text: well-formed UTF-8 made of a fuzzer's bytes.
//
// Threads:  pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/text/utf8.h"

namespace redline::fuzz {

// The bytes without those that do not belong to a well-formed sequence.
inline std::string WellFormed(std::string_view bytes) {
  std::string text;
  while (const auto bad = text::FirstInvalidUtf8(bytes)) {
    text.append(bytes, 0, *bad);
    bytes.remove_prefix(*bad + 1);
  }
  return text.append(bytes);
}

inline std::string_view View(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Bytes as letters of an alphabet, one each, so that texts of few letters are drawn often.
inline void AppendLetter(std::uint8_t byte, std::u32string_view alphabet, std::string& text) {
  text::AppendUtf8(alphabet[byte % alphabet.size()], text);
}

}  // namespace redline::fuzz
