#include "rules/word_groups.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "rules/word_file.h"

namespace redline::rules {
namespace {

using Kind = YamlNode::Kind;

// Whether an entry of a list is meant to refer to words. Text with a colon that was not put in
// quotes is a map too, without brackets.
bool IsReference(const YamlNode& item) {
  return item.kind == Kind::kMap &&
         (item.in_brackets || item.Find("words") != nullptr || item.Find("file") != nullptr);
}

}  // namespace

WordGroups::WordGroups(const std::vector<ListFile>& files) {
  for (const ListFile& file : files) {
    if (IsWordFile(file.path)) files_[file.path].file = &file;
  }
}

void WordGroups::Add(const MapReader& file) {
  const YamlNode* list = file.Find("words");
  if (list == nullptr || !ExpectList(*list, "words", 1, file.errors())) return;
  for (const YamlNode& entry : list->items) AddGroup(entry, file.errors());
}

void WordGroups::AddGroup(const YamlNode& node, ErrorList& errors) {
  const MapReader map(node, kWordGroupKeys, "a word group", errors);
  if (!map.is_map()) return;
  WordGroup group;
  group.id = map.RequireText("id", "`id: promise-verbs`, the name that lists use");
  group.title = map.Languages("title");
  group.origin = node.origin;
  if (const YamlNode* list = map.Require("list", "`list: [保证, 承诺]`")) {
    group.words = ReadEntries(*list, "list", 1, Place::kGroup, errors);
  }
  if (group.id.empty()) return;
  if (!IsWord(group.id)) {
    errors.Add(node.Find("id")->origin,
               "the id of a word group is a lower-case word such as `promise-verbs`");
  }
  const auto [known, is_new] = index_.emplace(group.id, groups_.size());
  if (is_new) {
    groups_.push_back(std::move(group));
    return;
  }
  const Origin& other = groups_[known->second].origin;
  errors.Add(node.origin, "the word group `" + group.id + "` is already defined in " + other.file +
                              ", line " + std::to_string(other.line) + ": delete one of the two");
}

std::vector<Wording> WordGroups::Read(const MapReader& map, std::string_view key,
                                      std::size_t least) {
  const YamlNode* list = map.Find(key);
  return list == nullptr ? std::vector<Wording>() : ReadList(*list, key, least, map.errors());
}

std::vector<Wording> WordGroups::ReadList(const YamlNode& list, std::string_view key,
                                          std::size_t least, ErrorList& errors) {
  return ReadEntries(list, key, least, Place::kList, errors);
}

std::vector<Wording> WordGroups::ReadEntries(const YamlNode& list, std::string_view key,
                                             std::size_t least, Place place, ErrorList& errors) {
  if (list.kind != Kind::kList || std::ranges::none_of(list.items, IsReference)) {
    return ReadWordings(list, key, least, errors);
  }
  YamlNode texts = list;
  std::erase_if(texts.items, IsReference);
  std::vector<Wording> wordings = ReadWordings(texts, key, 0, errors);
  std::vector<const std::vector<Wording>*> seen;
  for (const YamlNode& item : list.items) {
    if (!IsReference(item)) continue;
    const std::vector<Wording>* words = Referred(item, place, errors);
    if (words == nullptr) continue;
    if (std::ranges::find(seen, words) != seen.end()) {
      errors.Add(item.origin,
                 "this stands in `" + std::string(key) + "` twice: delete one of the two");
      continue;
    }
    seen.push_back(words);
    brought_in_ += words->size();
    if (brought_in_ > kMaxBroughtIn) {
      errors.Add(item.origin,
                 "word groups and word files bring more than 1,000,000 words into lists: refer to "
                 "them in fewer rules");
      return wordings;
    }
    wordings.insert(wordings.end(), words->begin(), words->end());
  }
  return wordings;
}

// The words that an entry stands for; null when there are none, which is an error.
const std::vector<Wording>* WordGroups::Referred(const YamlNode& item, Place place,
                                                 ErrorList& errors) {
  if (!item.in_brackets) {
    errors.Add(item.origin, "to use words that are written elsewhere, write `- { " +
                                item.keys.front().text +
                                ": … }`; text with a colon and a blank must stand in quotes");
    return nullptr;
  }
  const MapReader map(item, kWordReferenceKeys, "an entry in { }", errors);
  if (item.keys.size() != 1) {
    errors.Add(item.origin,
               "an entry in { } names one thing: write `{ words: … }` for a word group or `{ file: "
               "… }` for a word file");
    return nullptr;
  }
  const YamlNode* name = map.Find(item.keys.front().text);
  if (name == nullptr) return nullptr;
  if (item.keys.front().text == "file") return WordsInFile(*name, errors);
  if (item.keys.front().text != "words") return nullptr;
  if (place == Place::kGroup) {
    errors.Add(item.origin,
               "a word group cannot hold another one: write the words out, or refer to both groups "
               "where they are used");
    return nullptr;
  }
  return WordsOf(*name, errors);
}

const std::vector<Wording>* WordGroups::WordsOf(const YamlNode& name, ErrorList& errors) {
  const std::string id = ReadText(name, "words", errors);
  if (id.empty()) return nullptr;
  const auto known = index_.find(id);
  if (known != index_.end()) return &groups_[known->second].words;
  if (!incomplete_) {
    std::vector<std::string_view> ids;
    for (const auto& [other, index] : index_) ids.push_back(other);
    errors.Add(name.origin, "no file defines the word group `" + id + "`" + DidYouMean(id, ids) +
                                ": add it to `words`, with its `id` and `list`");
  }
  return nullptr;
}

const std::vector<Wording>* WordGroups::WordsInFile(const YamlNode& name, ErrorList& errors) {
  const std::string text = ReadText(name, "file", errors);
  if (text.empty()) return nullptr;
  if (!IsWordFileName(text)) {
    errors.Add(name.origin,
               "a word file stands in the folder of this list or below it, and its name ends in "
               ".txt: write for example `{ file: names.txt }`");
    return nullptr;
  }
  const std::filesystem::path folder = std::filesystem::path(name.origin.file).parent_path();
  const auto found = files_.find((folder / text).generic_string());
  if (found == files_.end()) {
    errors.Add(name.origin, "there is no file `" + text +
                                "` beside this list: put it there, or correct its name");
    return nullptr;
  }
  File& file = found->second;
  if (!file.read) file.words = ReadWordFile(*file.file, errors);
  file.read = true;
  return &file.words;
}

SharedWords WordGroups::Take() {
  SharedWords words{.groups = std::move(groups_), .files = {}};
  for (const auto& [path, file] : files_) words.files.push_back(path);
  groups_.clear();
  index_.clear();
  files_.clear();
  return words;
}

void AddWordPlaces(const std::vector<Wording>& wordings, WordPlaces& places) {
  for (const Wording& wording : wordings) {
    places.emplace(wording.origin.file, wording.origin.line, wording.origin.column);
  }
}

void AddWordPlaces(const Rule& rule, WordPlaces& places) {
  AddWordPlaces(rule.phrases, places);
  AddWordPlaces(rule.exceptions, places);
  AddWordPlaces(rule.aliases.written, places);
  for (const Near& near : rule.near) {
    for (const std::vector<Wording>& group : near.words) AddWordPlaces(group, places);
  }
  for (const NumberCondition& condition : rule.numbers) AddWordPlaces(condition.words, places);
  if (rule.requirement) AddWordPlaces(rule.requirement->one_of, places);
}

void AddWordPlaces(const Context& context, WordPlaces& places) {
  AddWordPlaces(context.before, places);
  AddWordPlaces(context.after, places);
  AddWordPlaces(context.exceptions, places);
}

bool IsUsed(const WordGroup& group, const WordPlaces& places) {
  return std::ranges::any_of(group.words, [&](const Wording& word) {
    return places.contains({word.origin.file, word.origin.line, word.origin.column});
  });
}

bool IsUsed(const std::string& word_file, const WordPlaces& places) {
  const auto next = places.lower_bound({word_file, 0, 0});
  return next != places.end() && std::get<0>(*next) == word_file;
}

}  // namespace redline::rules
