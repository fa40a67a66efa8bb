// Vocabulary: what the rules of any file may refer to by a short name: laws, contexts, categories.
//
//   Vocabulary vocabulary(words);
//   for (…each file…) vocabulary.Add(root);
//   const Law* law = vocabulary.FindLaw("广告法");
//
// Errors: a name that is defined twice, in one file or in two, and every wrong entry.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule.h"
#include "rules/category.h"
#include "rules/error_list.h"
#include "rules/map_reader.h"
#include "rules/word_groups.h"

namespace redline::rules {

// A law as a file introduces it; Basis (engine/rule.h) is a rule's use of it.
struct Law {
  std::string name;
  std::string document;
  std::string issuer;
  std::string effective;
  Checked checked = Checked::kUnverified;
  Origin origin;
};

class Vocabulary {
 public:
  // `words`: of all files; contexts refer to them. It must outlive the vocabulary.
  explicit Vocabulary(WordGroups& words) : words_(words) {}

  // Reads `laws`, `contexts` and `categories` of one file.
  void Add(const MapReader& file);

  // Null when no file defines the name.
  const Law* FindLaw(std::string_view name) const;
  const Context* FindContext(std::string_view name) const;
  const Category* FindCategory(std::string_view name) const;

  std::vector<std::string_view> LawNames() const;
  std::vector<std::string_view> ContextNames() const;
  std::vector<std::string_view> CategoryNames() const;

  // In the order in which they were read.
  const std::vector<Context>& contexts() const { return contexts_; }
  // Empty: no file declares any, and rules may write what they like.
  const std::vector<Category>& categories() const { return categories_; }

  // That a file could not be read: a name that is not known may stand there.
  void set_incomplete() { incomplete_ = true; }
  bool incomplete() const { return incomplete_; }

 private:
  void AddLaw(const YamlNode& node, ErrorList& errors);
  void AddContext(const YamlNode& node, ErrorList& errors);
  void AddCategory(const YamlNode& node, ErrorList& errors);

  WordGroups& words_;
  std::map<std::string, Law, std::less<>> laws_;
  std::map<std::string, std::size_t, std::less<>> context_index_;
  std::vector<Context> contexts_;
  std::map<std::string, std::size_t, std::less<>> category_index_;
  std::vector<Category> categories_;
  bool incomplete_ = false;
};

// How far a law or a basis was verified; nothing when `checked` is absent or wrong.
std::optional<Checked> ReadChecked(const MapReader& map);

}  // namespace redline::rules
