#include "rules/near_reader.h"

#include <string>
#include <utility>

namespace redline::rules {
namespace {

constexpr std::size_t kWordsShown = 3;  // of a group

// "(本金|本息) … 无忧": what was looked for, as a report shows it.
std::string Shown(const std::vector<std::vector<Wording>>& groups) {
  std::string shown;
  for (const auto& group : groups) shown += (shown.empty() ? "" : " … ") + ShownWords(group);
  return shown;
}

std::vector<std::vector<Wording>> ReadGroups(const MapReader& entry, WordGroups& words) {
  const YamlNode* list = entry.Require("words", "`words: [[本金], [无忧, 安全]]`");
  if (list == nullptr || !ExpectList(*list, "words", 2, entry.errors())) return {};
  if (list->items.size() > kMaxNearGroups) {
    entry.errors().Add(list->origin, "`words` has " + std::to_string(list->items.size()) +
                                         " groups: more than " + std::to_string(kMaxNearGroups) +
                                         " cannot be looked for together");
    return {};
  }
  std::vector<std::vector<Wording>> groups;
  for (const YamlNode& group : list->items) {
    if (group.kind != YamlNode::Kind::kList) {
      entry.errors().Add(group.origin,
                         "each group of `words` is a list of its own: write for example "
                         "`words: [[本金], [无忧, 安全]]`");
      return {};
    }
    groups.push_back(words.ReadList(group, "words", 1, entry.errors()));
  }
  return groups;
}

}  // namespace

std::string ShownWords(const std::vector<Wording>& group) {
  std::string words;
  for (std::size_t i = 0; i < group.size(); ++i) {
    words += (i == 0 ? "" : "|") + (i < kWordsShown ? group[i].text : "…");
    if (i == kWordsShown) break;
  }
  return group.size() > 1 ? "(" + words + ")" : words;
}

std::vector<Near> ReadNear(const MapReader& rule, WordGroups& words) {
  const YamlNode* list = rule.Find("near");
  if (list == nullptr || !ExpectList(*list, "near", 1, rule.errors())) return {};
  std::vector<Near> entries;
  for (const YamlNode& node : list->items) {
    const MapReader entry(node, kNearKeys, "an entry of `near`", rule.errors());
    if (!entry.is_map()) continue;
    Near near;
    near.words = ReadGroups(entry, words);
    if (const YamlNode* within = entry.Find("within")) {
      const auto count = ReadCount(*within, "within", kMaxDistance, rule.errors());
      if (count) near.within = static_cast<std::uint32_t>(*count);
    }
    near.in_order = entry.Word("order", kOrderWords) == 0u;
    near.shown = {Shown(near.words), node.origin};
    if (near.words.size() > 1) entries.push_back(std::move(near));
  }
  return entries;
}

}  // namespace redline::rules
