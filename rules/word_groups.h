// WordGroups: words that are written once and used in many lists.
//
//   words:
//     - id: promise-verbs
//       list: [保证, 承诺, 确保]
//   rules:
//     - phrases: [稳赚不赔, { words: promise-verbs }, { file: names.txt }]
//
//   WordGroups words(files);
//   for (…each list file…) words.Add(root);
//   rule.phrases = words.Read(rule_map, "phrases", 0);
//
// Each word keeps the place where it is written, in the group or in the word file (word_file.h).
// A list holds the words of its own first, then those that it refers to.
//
// Errors:   a name that nothing defines or that is defined twice, a group in a group, and every
//           wrong entry; those of a word file once, for the rule that names it first.
// Bounds:   kMaxBroughtIn words over all lists.
// Lifetime: `files` must outlive it.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/rule.h"
#include "rules/error_list.h"
#include "rules/map_reader.h"
#include "rules/rule_list.h"

namespace redline::rules {

class WordGroups {
 public:
  // A word of a group counts once for each list that refers to it. Each takes some 100 bytes.
  static constexpr std::size_t kMaxBroughtIn = 1'000'000;

  // Keeps those of `files` that are word files.
  explicit WordGroups(const std::vector<ListFile>& files);

  // Reads `words` of one list file.
  void Add(const MapReader& file);

  // A list of literal wordings, of which at least `least` stand there: texts, `{ words: id }` and
  // `{ file: name }`. REQUIRES: every file was added.
  std::vector<Wording> Read(const MapReader& map, std::string_view key, std::size_t least);
  std::vector<Wording> ReadList(const YamlNode& list, std::string_view key, std::size_t least,
                                ErrorList& errors);

  // That a file could not be read: a name that is not known may stand there.
  void set_incomplete() { incomplete_ = true; }

  // Leaves nothing behind that a list could refer to.
  SharedWords Take();

 private:
  enum class Place { kList, kGroup };
  // A word file, read when it is named first.
  struct File {
    const ListFile* file = nullptr;
    bool read = false;
    std::vector<Wording> words;
  };

  void AddGroup(const YamlNode& node, ErrorList& errors);
  std::vector<Wording> ReadEntries(const YamlNode& list, std::string_view key, std::size_t least,
                                   Place place, ErrorList& errors);
  const std::vector<Wording>* Referred(const YamlNode& item, Place place, ErrorList& errors);
  const std::vector<Wording>* WordsOf(const YamlNode& name, ErrorList& errors);
  const std::vector<Wording>* WordsInFile(const YamlNode& name, ErrorList& errors);

  std::map<std::string, File, std::less<>> files_;  // by their paths
  std::map<std::string, std::size_t, std::less<>> index_;
  std::vector<WordGroup> groups_;
  std::size_t brought_in_ = 0;
  bool incomplete_ = false;
};

// Where literal wordings are written: file, line, column.
using WordPlaces = std::set<std::tuple<std::string_view, int, int>>;

// Adds the places of all literal wordings, those of groups where the groups are written.
void AddWordPlaces(const Rule& rule, WordPlaces& places);
void AddWordPlaces(const Context& context, WordPlaces& places);
void AddWordPlaces(const std::vector<Wording>& wordings, WordPlaces& places);

// Whether one of the places is that of a word of the group, or stands in the word file.
bool IsUsed(const WordGroup& group, const WordPlaces& places);
bool IsUsed(const std::string& word_file, const WordPlaces& places);

}  // namespace redline::rules
