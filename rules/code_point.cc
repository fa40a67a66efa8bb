#include "rules/code_point.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace redline::rules {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t n>
bool In(const std::array<Range, n>& ranges, char32_t value) {
  return std::any_of(ranges.begin(), ranges.end(), [value](const Range& range) {
    return range.first <= value && value <= range.last;
  });
}

// Unicode 15, DerivedCoreProperties.txt, Default_Ignorable_Code_Point, and the interlinear marks.
constexpr std::array<Range, 18> kInvisible = {{{0x00AD, 0x00AD},
                                               {0x034F, 0x034F},
                                               {0x061C, 0x061C},
                                               {0x115F, 0x1160},
                                               {0x17B4, 0x17B5},
                                               {0x180B, 0x180F},
                                               {0x200B, 0x200F},
                                               {0x202A, 0x202E},
                                               {0x2060, 0x206F},
                                               {0x2800, 0x2800},
                                               {0x3164, 0x3164},
                                               {0xFE00, 0xFE0F},
                                               {0xFEFF, 0xFEFF},
                                               {0xFFA0, 0xFFA0},
                                               {0xFFF0, 0xFFFB},
                                               {0x1BCA0, 0x1BCA3},
                                               {0x1D173, 0x1D17A},
                                               {0xE0000, 0xE0FFF}}};

constexpr std::array<Range, 6> kForeignBlanks = {{{0x00A0, 0x00A0},
                                                  {0x1680, 0x1680},
                                                  {0x2000, 0x200A},
                                                  {0x202F, 0x202F},
                                                  {0x205F, 0x205F},
                                                  {0x3000, 0x3000}}};

// Unicode 15, Scripts.txt, Script=Han, without radicals.
constexpr std::array<Range, 6> kHan = {{{0x3005, 0x3007},
                                        {0x3400, 0x4DBF},
                                        {0x4E00, 0x9FFF},
                                        {0xF900, 0xFAFF},
                                        {0x20000, 0x2FA1F},
                                        {0x30000, 0x323AF}}};

const char* CommonName(char32_t value) {
  switch (value) {
    case 0x00A0:
      return "no-break blank";
    case 0x00AD:
      return "soft hyphen";
    case 0x200B:
      return "zero-width blank";
    case 0x200C:
      return "zero-width non-joiner";
    case 0x200D:
      return "zero-width joiner";
    case 0x200E:
      return "left-to-right mark";
    case 0x200F:
      return "right-to-left mark";
    case 0x2028:
      return "line separator";
    case 0x2029:
      return "paragraph separator";
    case 0x2060:
      return "word joiner";
    case 0x3000:
      return "full-width blank";
    case 0xFEFF:
      return "byte order mark";
    default:
      return nullptr;
  }
}

}  // namespace

CodePoint DecodeAt(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0u;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return {0, 0};
  char32_t value = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return {0, 0};
    value = (value << 6) | (byte(i) & 0x3Fu);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {0, 0};
  return {value, length};
}

void AppendUtf8(char32_t value, std::string& text) {
  const auto add = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    add(value);
  } else if (value < 0x800) {
    add(0xC0 | (value >> 6));
    add(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    add(0xE0 | (value >> 12));
    add(0x80 | ((value >> 6) & 0x3F));
    add(0x80 | (value & 0x3F));
  } else {
    add(0xF0 | (value >> 18));
    add(0x80 | ((value >> 12) & 0x3F));
    add(0x80 | ((value >> 6) & 0x3F));
    add(0x80 | (value & 0x3F));
  }
}

std::string NameOf(char32_t value) {
  char number[16];
  std::snprintf(number, sizeof number, "U+%04X", static_cast<unsigned>(value));
  const char* name = CommonName(value);
  return name == nullptr ? number : std::string(number) + " (" + name + ")";
}

bool IsControl(char32_t value) {
  return value < 0x20 || (value >= 0x7F && value <= 0x9F) || value == 0x2028 || value == 0x2029 ||
         (value & 0xFFFE) == 0xFFFE || (value >= 0xFDD0 && value <= 0xFDEF);
}

bool IsInvisible(char32_t value) { return value >= 0xAD && In(kInvisible, value); }

bool IsForeignBlank(char32_t value) { return value >= 0xA0 && In(kForeignBlanks, value); }

bool IsHan(char32_t value) { return value >= 0x3005 && In(kHan, value); }

bool HasHan(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeAt(text, i);
    if (point.length == 0) return false;
    if (IsHan(point.value)) return true;
    i += point.length;
  }
  return false;
}

}  // namespace redline::rules
