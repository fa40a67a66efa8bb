// Code points of UTF-8 text, as far as reading a list file needs them.
//
// Errors: DecodeAt returns a length of 0 for bytes that are not UTF-8 (Unicode 15, table 3-7).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace redline::rules {

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;  // in bytes; 0 when the bytes are not UTF-8
};

CodePoint DecodeAt(std::string_view text, std::size_t offset);

// REQUIRES: `value` is a Unicode scalar value.
void AppendUtf8(char32_t value, std::string& text);

// "U+200B", followed by its common name when it has one that helps.
std::string NameOf(char32_t value);

// Control characters, line and paragraph separators, noncharacters: never part of a list.
bool IsControl(char32_t value);

// Characters that show nothing: zero-width and directional marks, joiners, fillers, selectors
// (Default_Ignorable_Code_Point of Unicode 15).
bool IsInvisible(char32_t value);

// Blanks other than the ordinary one: no-break, ideographic and the typographer's.
bool IsForeignBlank(char32_t value);

bool IsHan(char32_t value);

// Whether any character of `text` is a Han character.
bool HasHan(std::string_view text);

}  // namespace redline::rules
