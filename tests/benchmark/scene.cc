#include "tests/benchmark/scene.h"

#include <map>
#include <tuple>

#include "tests/benchmark/lists.h"

namespace redline::benchmarks {

const Prose& ProseOf(TextKind kind) {
  static std::map<TextKind, Prose> proses;
  return proses.try_emplace(kind, kind, std::size_t{8} << 20).first->second;
}

const Counts& PlantedOf(TextKind kind) {
  static std::map<TextKind, Counts> counts;
  const auto known = counts.find(kind);
  if (known != counts.end()) return known->second;
  return counts.emplace(kind, Counts::OfPlanted(ProseOf(kind))).first->second;
}

const std::vector<std::string>& PhrasesOf(TextKind kind, std::size_t count) {
  static std::map<std::pair<TextKind, std::size_t>, std::vector<std::string>> phrases;
  std::vector<std::string>& made = phrases[{kind, count}];
  if (made.empty()) made = MakePhrases(ProseOf(kind), count);
  return made;
}

std::shared_ptr<const Ruleset> RulesetOf(TextKind kind, std::size_t phrases,
                                         std::size_t expressions) {
  static std::map<std::tuple<TextKind, std::size_t, std::size_t>, std::shared_ptr<const Ruleset>>
      rulesets;
  std::shared_ptr<const Ruleset>& ruleset = rulesets[{kind, phrases, expressions}];
  if (ruleset == nullptr) {
    ruleset = CompileOrExit(
        MakeList(PhrasesOf(kind, phrases), MakeExpressions(ProseOf(kind), expressions)));
  }
  return ruleset;
}

}  // namespace redline::benchmarks
