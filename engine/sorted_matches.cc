#include "engine/sorted_matches.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "engine/applicable.h"
#include "engine/compiled_rules.h"
#include "engine/near.h"
#include "engine/numbers.h"
#include "engine/text/boundary.h"

namespace redline {
namespace {

// By rule, what was guessed last, then leftmost, then longest, then phrases before patterns.
bool InOrder(const Found& a, const Found& b) {
  const auto key = [](const Found& found) {
    return std::tuple(found.rule, found.use.guessed(), found.range.begin, ~found.range.end,
                      found.use.pattern, found.use.wording, found.use.alias);
  };
  return key(a) < key(b);
}

class Sorter {
 public:
  Sorter(const ScannedPassage& passage, const Ruleset& ruleset, const std::vector<bool>& applicable,
         Evidence& evidence)
      : passage_(passage), ruleset_(ruleset), applicable_(applicable), evidence_(evidence) {}

  SortedMatches Run() &&;

 private:
  void Sort(const std::vector<Match>& matches, bool literals);
  void AddNear(Range range, const Use& use);
  void AddNumberWord(Range range, const Use& use);
  void JoinNear();
  void JoinNumbers();
  void AddStatement(Range range, const Use& use);

  const ScannedPassage& passage_;
  const Ruleset& ruleset_;
  const std::vector<bool>& applicable_;
  Evidence& evidence_;
  SortedMatches sorted_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<NearWord>> near_;  // of rules
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Range>> number_words_;
};

// Hands each match to what it is for.
void Sorter::Sort(const std::vector<Match>& matches, bool literals) {
  using Role = Use::Role;
  const CompiledRules& compiled = ruleset_.compiled();
  for (const Match& match : matches) {
    const Range range{match.begin, match.end};
    for (const Use& use :
         literals ? compiled.OfLiteral(match.id) : compiled.OfExpression(match.id)) {
      switch (use.role) {
        case Role::kBan:
          (applicable_[use.owner] ? sorted_.bans : sorted_.not_applied)
              .push_back({use.owner, range, use});
          break;
        case Role::kNear:
          AddNear(range, use);
          break;
        case Role::kNumber:
          AddNumberWord(range, use);
          break;
        case Role::kStatement:
          AddStatement(range, use);
          break;
        case Role::kException:
          if (applicable_[use.owner]) sorted_.exceptions.push_back({use.owner, range, use});
          break;
        case Role::kBefore:
          sorted_.cues.push_back({use.owner, Cue::Side::kBefore, range});
          break;
        case Role::kAfter:
          sorted_.cues.push_back({use.owner, Cue::Side::kAfter, range});
          break;
        case Role::kContextException:
          sorted_.cues.push_back({use.owner, Cue::Side::kException, range});
          break;
      }
    }
  }
}

void Sorter::AddNear(Range range, const Use& use) {
  if (!applicable_[use.owner] || text::CutsToken(passage_.folded, passage_.visible(), range))
    return;
  near_[{use.owner, use.wording}].push_back({range, use.group});
}

void Sorter::AddNumberWord(Range range, const Use& use) {
  if (!applicable_[use.owner] || text::CutsToken(passage_.folded, passage_.visible(), range))
    return;
  number_words_[{use.owner, use.wording}].push_back(range);
}

// What is hidden, or stands beside the body, is not said to the reader.
void Sorter::AddStatement(Range range, const Use& use) {
  const Rule& rule = ruleset_.rules()[use.owner];
  if (!passage_.body || !applicable_[use.owner] || !LooksAt(rule, passage_.name) ||
      text::CutsToken(passage_.folded, passage_.visible(), range)) {
    return;
  }
  evidence_.statements[{use.owner, passage_.index}].push_back(range);
}

// Words that stand near each other become matches.
void Sorter::JoinNear() {
  for (auto& [which, words] : near_) {
    const auto& [rule, index] = which;
    const Near& near = ruleset_.rules()[rule].near[index];
    for (const Range place : FindNear(near, std::move(words), passage_.folded.text)) {
      sorted_.bans.push_back({rule, place, {Use::Role::kNear, true, rule, index}});
    }
  }
}

// Words with a number that they forbid become matches.
void Sorter::JoinNumbers() {
  if (number_words_.empty()) return;
  NumbersBeside numbers(passage_.folded, passage_.visible());
  for (auto& [which, words] : number_words_) {
    const auto& [rule, index] = which;
    const NumberCondition& condition = ruleset_.rules()[rule].numbers[index];
    for (const Range place : numbers.Find(condition, std::move(words))) {
      sorted_.bans.push_back({rule, place, {Use::Role::kNumber, true, rule, index}});
    }
  }
}

SortedMatches Sorter::Run() && {
  Sort(passage_.literals, true);
  Sort(passage_.expressions, false);
  for (const AliasMatch& match : passage_.aliases) {
    const Use use{Use::Role::kBan, false, match.rule, match.phrase, match.disguise};
    (applicable_[match.rule] ? sorted_.bans : sorted_.not_applied)
        .push_back({match.rule, match.range, use});
  }
  JoinNear();
  JoinNumbers();
  std::sort(sorted_.bans.begin(), sorted_.bans.end(), InOrder);
  std::sort(sorted_.exceptions.begin(), sorted_.exceptions.end(), InOrder);
  return std::move(sorted_);
}

}  // namespace

SortedMatches SortMatches(const ScannedPassage& passage, const Ruleset& ruleset,
                          const std::vector<bool>& applicable, Evidence& evidence) {
  return Sorter(passage, ruleset, applicable, evidence).Run();
}

}  // namespace redline
