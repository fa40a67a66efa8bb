#include "rules/text_form.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "engine/text/utf8.h"

namespace redline::rules {
namespace {

// What YAML 1.1 or 1.2 reads as something else than text, in lower case.
constexpr std::array<std::string_view, 9> kTyped = {"null", "true", "false", "yes", "no",
                                                    "on",   "off",  "y",     "n"};

bool LooksTyped(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  if (std::ranges::find(kTyped, lower) != kTyped.end()) return true;
  // 12, 1.5, 0x1f, 1e6, 2026-11-24
  const bool begins = lower.front() >= '0' && lower.front() <= '9';
  return begins && lower.find_first_not_of("0123456789abcdefox._-") == std::string::npos;
}

}  // namespace

bool IsPlainText(std::string_view text) {
  if (text.empty() || text::FirstInvalidUtf8(text) || LooksTyped(text)) return false;
  bool edge = true;  // a sign cannot stand here
  for (std::size_t at = 0; at < text.size(); at += text::SequenceLength(text[at])) {
    const char32_t c = text::CodePointAt(text, at);
    // Han of the basic block.
    const bool word = (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') ||
                      (c >= U'A' && c <= U'Z') || (c >= 0x4E00 && c <= 0x9FFF);
    const bool sign = c == U' ' || c == U'-' || c == U'.' || c == U'_';
    if (!word && (!sign || edge)) return false;
    edge = !word;
  }
  return !edge;
}

std::string InSingleQuotes(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'";
}

std::string WrittenText(std::string_view text) {
  return IsPlainText(text) ? std::string(text) : InSingleQuotes(text);
}

}  // namespace redline::rules
