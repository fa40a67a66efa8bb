// MapReader: one map of a list file and its keys, each read as what it must be.
//
//   MapReader rule(node, kRuleKeys, "a rule", errors);
//   if (!rule.is_map()) return;                       // the error has been added
//   out.category = rule.RequireText("category", "`category: guaranteed-return`");
//
// Errors: added to `errors` at the place where they stand; the reader then returns an empty value,
//         so that the caller goes on and finds the other errors too.
// Lifetime: refers to the node and to the list of errors.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule.h"
#include "rules/error_list.h"
#include "rules/keys.h"
#include "rules/yaml_tree.h"

namespace redline::rules {

class MapReader {
 public:
  // `what` names the map in messages: "a rule". Keys that are not `known` are errors.
  MapReader(const YamlNode& node, Words known, std::string_view what, ErrorList& errors);

  bool is_map() const { return node_.kind == YamlNode::Kind::kMap; }
  const Origin& origin() const { return node_.origin; }
  ErrorList& errors() const { return errors_; }

  // The value of `key`; null when it is absent or nothing stands behind it, which is an error.
  const YamlNode* Find(std::string_view key) const;
  // The same; that it is absent is an error too. `example` is a correct line.
  const YamlNode* Require(std::string_view key, std::string_view example) const;

  // One text, as ReadText below.
  std::string Text(std::string_view key) const;
  std::string RequireText(std::string_view key, std::string_view example) const;

  // The position of the text in `words`, or nothing.
  std::optional<std::size_t> Word(std::string_view key, Words words) const;

  std::optional<Date> Day(std::string_view key) const;

  // A text in Chinese, English or both.
  Localized Languages(std::string_view key) const;

  // A list of at least `least` different texts when the key is there.
  std::vector<Wording> Wordings(std::string_view key, std::size_t least) const;

 private:
  const YamlNode& node_;
  const std::string what_;
  ErrorList& errors_;
};

// A text that is not empty and neither begins nor ends with a blank; otherwise adds an error and
// returns an empty text. `key` is what the text stands behind.
std::string ReadText(const YamlNode& node, std::string_view key, ErrorList& errors);

// The position of the text of `node` in `words`; adds an error when it is none of them.
std::optional<std::size_t> ReadWord(const YamlNode& node, std::string_view key, Words words,
                                    ErrorList& errors);

// The texts of a list of at least `least` different ones. `key` is what the list stands behind.
std::vector<Wording> ReadWordings(const YamlNode& list, std::string_view key, std::size_t least,
                                  ErrorList& errors);

inline constexpr int kMaxDistance = 200;  // characters; a sentence of copy is rarely longer

// A number of characters from 0 to `most`; adds an error when the text of `node` is none.
std::optional<int> ReadCount(const YamlNode& node, std::string_view key, int most,
                             ErrorList& errors);

// Adds an error unless `node` is a list of at least `least` entries.
bool ExpectList(const YamlNode& node, std::string_view key, std::size_t least, ErrorList& errors);

}  // namespace redline::rules
