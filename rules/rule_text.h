// RuleText: a new rule as the lines of a list file.
//
//   NewRule rule;
//   rule.id = "my-bank.sure-win"; …
//   std::string lines = RuleText(rule, 2, "\n");    // "  - id: my-bank.sure-win\n    title: …"
//
// Texts are written as text_form.h says. What a rule must have is not checked here: the reader does
// that.
//
// Threads:  a pure function.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/rule.h"

namespace redline::rules {

// A rule with the keys that a new rule needs.
struct NewRule {
  std::string id;
  Localized title;
  std::string category;
  std::string severity;
  std::vector<std::string> phrases;
  std::vector<std::string> patterns;
  std::vector<std::string> unless;
  Localized message;
  Localized suggest;
  std::string law;
  std::string article;
  std::string checked;
  std::vector<std::string> flags;
  std::vector<std::string> passes;
};

// `indent`: blanks before the dash. Lines end with `line_end`.
std::string RuleText(const NewRule& rule, std::size_t indent, std::string_view line_end);

}  // namespace redline::rules
