// L701–L703: words that are written once, for many lists.

#include <algorithm>
#include <map>
#include <string>

#include "engine/text/fold.h"
#include "rules/lint_findings.h"
#include "rules/word_groups.h"

namespace redline::rules {
namespace {

void LintTwice(const WordGroup& group, Findings& findings) {
  std::map<std::string, const Wording*> first;
  for (const Wording& word : group.words) {
    const auto [other, is_new] = first.emplace(text::FoldPhrase(word.text), &word);
    if (is_new) continue;
    findings.Add("L702", word.origin,
                 "'" + word.text + "' is read as '" + other->second->text +
                     "' of the word group `" + group.id + "` is: delete one of the two");
  }
}

}  // namespace

void LintWordGroups(const NegativeList& list, const SharedWords& words, Findings& findings) {
  WordPlaces places;
  for (const Rule& rule : list.rules) AddWordPlaces(rule, places);
  for (const Context& context : list.contexts) AddWordPlaces(context, places);
  for (const WordGroup& group : words.groups) {
    LintTwice(group, findings);
    if (IsUsed(group, places)) continue;
    findings.Add("L701", group.origin,
                 "no list refers to the word group `" + group.id +
                     "`: write `{ words: " + group.id + " }` where its words belong, or delete it");
  }
  for (const WordGroup& group : words.groups) AddWordPlaces(group.words, places);
  for (const std::string& file : words.files) {
    if (IsUsed(file, places)) continue;
    findings.Add("L703", {file, 1, 1},
                 "no list names this file: write `{ file: … }` where its words belong, or put it "
                 "elsewhere");
  }
}

}  // namespace redline::rules
