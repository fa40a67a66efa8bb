// L501: sentences under `passes` that have nothing to do with their rule.

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/text/fold.h"
#include "engine/text/utf8.h"
#include "rules/lint_findings.h"

namespace redline::rules {
namespace {

// Calls visit(character) for each code point of folded text.
template <typename Visit>
void ForEachCharacter(std::string_view folded, const Visit& visit) {
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t length = text::SequenceLength(folded[at]);
    visit(folded.substr(at, length));
    at += length;
  }
}

bool IsLatin(std::string_view character) {
  return character.size() == 1 && character.front() >= 'a' && character.front() <= 'z';
}

// What a sentence and a rule may have in common: pairs of neighbours that are no Latin letters, and
// Latin words of three letters or more.
void AddParts(std::string_view written, std::set<std::string>& parts) {
  std::string word;
  std::string previous;
  const auto end_word = [&] {
    if (word.size() > 2) parts.insert(word);
    word.clear();
  };
  // Folding drops blanks and hyphens; here they keep words apart, as the signs of a pattern do.
  const auto parts_words = [](char c) {
    return c > 0 && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z');
  };
  for (auto begin = written.begin(); begin < written.end();) {
    const auto end = std::find_if(begin, written.end(), parts_words);
    ForEachCharacter(text::Fold({begin, end}).text, [&](std::string_view character) {
      if (IsLatin(character)) {
        word += character;
        previous.clear();
        return;
      }
      end_word();
      if (!previous.empty()) parts.insert(previous + std::string(character));
      previous = character;
    });
    end_word();
    previous.clear();
    begin = end + (end < written.end() ? 1 : 0);
  }
}

// What a rule looks for, in parts.
class LookedFor {
 public:
  explicit LookedFor(const Rule& rule) {
    for (const auto* phrases : {&rule.phrases, &rule.aliases.written}) {
      for (const Wording& phrase : *phrases) AddPhrase(phrase.text);
    }
    for (const Wording& pattern : rule.patterns) AddLoose(pattern.text);
    for (const Near& near : rule.near) {
      for (const std::vector<Wording>& group : near.words) {
        for (const Wording& word : group) AddLoose(word.text);
      }
    }
    for (const NumberCondition& condition : rule.numbers) {
      for (const Wording& word : condition.words) AddLoose(word.text);
    }
  }

  bool SharesWith(std::string_view sentence) const {
    std::set<std::string> parts;
    AddParts(sentence, parts);
    bool shares = std::any_of(parts.begin(), parts.end(),
                              [&](const std::string& part) { return parts_.contains(part); });
    ForEachCharacter(text::Fold(sentence).text, [&](std::string_view character) {
      shares = shares || characters_.contains(std::string(character));
    });
    return shares;
  }

 private:
  void AddPhrase(std::string_view phrase) {
    AddParts(phrase, parts_);
    const std::string folded = text::FoldPhrase(phrase);
    if (folded.size() == text::SequenceLength(folded.front())) characters_.insert(folded);
  }

  // Which characters stand beside each other in a match of a pattern is not worked out: one in
  // common is enough.
  void AddLoose(std::string_view written) {
    AddParts(written, parts_);
    ForEachCharacter(text::Fold(written).text, [&](std::string_view character) {
      if (character.size() > 1) characters_.insert(std::string(character));
    });
  }

  std::set<std::string> parts_;
  std::set<std::string> characters_;
};

}  // namespace

void LintSamples(const NegativeList& list, const std::vector<Samples>& samples,
                 Findings& findings) {
  std::unordered_map<std::string_view, const Rule*> rules;
  for (const Rule& rule : list.rules) rules.emplace(rule.id, &rule);
  for (const Samples& of_rule : samples) {
    const auto entry = rules.find(of_rule.rule_id);
    // What a rule requires must be there: a sentence that passes may hold anything else.
    if (entry == rules.end() || entry->second->requirement) continue;
    const LookedFor looked_for(*entry->second);
    for (const Wording& sample : of_rule.passes) {
      if (looked_for.SharesWith(sample.text)) continue;
      findings.Add("L501", sample.origin, *entry->second,
                   "'" + sample.text +
                       "' has no word of the rule, so that it passes proves nothing: write a "
                       "harmless sentence that holds the same words");
    }
  }
}

}  // namespace redline::rules
