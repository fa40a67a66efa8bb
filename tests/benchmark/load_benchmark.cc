// How long a list takes from YAML to rules and from rules to a ruleset.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "rules/rule_list.h"
#include "tests/benchmark/lists.h"
#include "tests/benchmark/prose.h"
#include "tests/benchmark/scene.h"
#include "tests/benchmark/tally.h"
#include "tests/benchmark/wordings.h"

namespace redline::benchmarks {
namespace {

constexpr TextKind kKind = TextKind::kProse;

void BM_ReadYaml(benchmark::State& state) {
  const auto& phrases = PhrasesOf(kKind, static_cast<std::size_t>(state.range(0)));
  const std::vector<rules::ListFile> files = {{"benchmark/list.yaml", WriteYaml(phrases)}};
  const auto loaded = rules::LoadRules("benchmark", files);
  if (!loaded) return state.SkipWithError(Describe(loaded.error().front()).c_str());
  if (loaded->list.rules.size() != MakeList(phrases, {}).rules.size()) {
    return state.SkipWithError("wrong number of rules");
  }
  Tally tally(state);
  for (auto _ : state) {
    benchmark::DoNotOptimize(rules::LoadRules("benchmark", files));
    tally.Add(files[0].text.size());
  }
}
BENCHMARK(BM_ReadYaml)
    ->ArgName("phrases")
    ->Arg(100)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Unit(benchmark::kMillisecond);

void BM_Compile(benchmark::State& state) {
  const auto& phrases = PhrasesOf(kKind, static_cast<std::size_t>(state.range(0)));
  const auto expressions =
      MakeExpressions(ProseOf(kKind), static_cast<std::size_t>(state.range(1)));
  const std::vector<Piece> pieces = ProseOf(kKind).Pieces(2'000, 100);
  const std::size_t found =
      CountPhraseViolations(MakeDrafts(pieces), CompileOrExit(MakeList(phrases, expressions)));
  if (found != PlantedOf(kKind).In(pieces)) {
    return state.SkipWithError("wrong number of violations");
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(Ruleset::Compile(MakeList(phrases, expressions)));
  }
}
BENCHMARK(BM_Compile)
    ->ArgNames({"phrases", "expressions"})
    ->Args({100, 0})
    ->Args({1'000, 0})
    ->Args({10'000, 0})
    ->Args({100, 500})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace redline::benchmarks
