// RuleReader: the rules of one list file, from its tree.
//
//   RuleReader reader(file, pack, vocabulary, words);
//   reader.Read(node, loaded);      // appends one rule and its samples
//
// Errors: added to `errors` under the rule's id; the rule is appended all the same, for nothing is
//         returned to anybody when there is an error.
#pragma once

#include <string>
#include <vector>

#include "rules/map_reader.h"
#include "rules/rule_list.h"
#include "rules/vocabulary.h"
#include "rules/word_groups.h"

namespace redline::rules {

class RuleReader {
 public:
  // `file` is the root of the list file: its `pack` and `defaults` count for every rule.
  RuleReader(const MapReader& file, std::string pack, const Vocabulary& vocabulary,
             WordGroups& words);

  void Read(const YamlNode& node, LoadedRules& loaded);

 private:
  void ReadHead(const MapReader& map, Rule& rule);
  void ReadCategory(const MapReader& map, Rule& rule);
  void ReadEffective(const MapReader& map, Rule& rule);
  void ReadScope(const MapReader& map, Rule& rule);
  void ReadWordings(const MapReader& map, Rule& rule);
  void ReadBasis(const MapReader& map, Rule& rule);
  void ReadSamples(const MapReader& map, const Rule& rule, Samples& samples);
  std::vector<ContextUse> ReadContextUses(const MapReader& map);
  std::optional<Boundary> ReadBoundary(const MapReader& map);
  void ReadFolds(const MapReader& map, Rule& rule);

  const std::string pack_;
  const Vocabulary& vocabulary_;
  WordGroups& words_;
  ErrorList& errors_;
  Aliases default_aliases_;
  std::vector<ContextUse> default_uses_;
  Boundary default_boundary_ = Boundary::kToken;
};

}  // namespace redline::rules
