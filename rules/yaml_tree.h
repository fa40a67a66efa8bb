// YamlNode: a list file as a small tree, each part of it with the place where it stands.
//
//   ErrorList errors;
//   if (auto root = ReadYaml(file, errors)) … root->Find("rules") …
//
// Three readers must agree before there is a tree: SourceText (the file as a whole), YamlLines
// (its lines) and yaml-cpp (its structure).
//
// Errors: in `errors`; there is no tree then. Never throws: what yaml-cpp throws ends here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/error_list.h"
#include "rules/rule_list.h"

namespace redline::rules {

struct YamlNode {
  enum class Kind { kNothing, kText, kList, kMap };

  Kind kind = Kind::kNothing;
  Origin origin;
  std::string text;             // of a kText
  bool quoted = false;          // a kText in quotes
  bool in_brackets = false;     // a kList or kMap written [ … ] or { … }
  std::vector<YamlNode> keys;   // of a kMap: kText, each different
  std::vector<YamlNode> items;  // of a kList, or the values of `keys`

  // The value of `key`; null when it is absent.
  const YamlNode* Find(std::string_view key) const;
};

std::optional<YamlNode> ReadYaml(const ListFile& file, ErrorList& errors);

}  // namespace redline::rules
