// LintCode: what `redline lint` looks for beyond errors, each with a code that never changes.
//
//   const LintCode* code = FindLintCode("L101");
//   Print(code->why);
//
// docs/lint.md lists them in the same words; a test compares the two.
//
// Threads:  constants.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace redline::rules {

enum class LintLevel { kWarning, kError };

struct LintCode {
  std::string_view code;  // "L101"; a code that is given up is never used again
  std::string_view name;  // "phrase-in-phrase"
  LintLevel level = LintLevel::kWarning;
  std::string_view why;  // what is found and what harm it does, in sentences
  std::string_view how;  // how to mend it
  // Keys of a rule that have the fault, and the nearest that do not.
  std::string_view wrong;
  std::string_view right;
};

// In the order of their codes.
std::span<const LintCode> LintCodes();

// Null when there is no such code. Codes and names are both known.
const LintCode* FindLintCode(std::string_view code_or_name);

// "warning", "error".
std::string_view Name(LintLevel level);

// One code as a section of Markdown: its heading, why, how, and both examples.
std::string AsMarkdown(const LintCode& code);

}  // namespace redline::rules
