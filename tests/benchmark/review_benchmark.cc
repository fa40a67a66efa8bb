// How fast drafts are reviewed from first to last, by size of list and of draft.
#include <benchmark/benchmark.h>

#include <vector>

#include "tests/benchmark/lists.h"
#include "tests/benchmark/prose.h"
#include "tests/benchmark/scene.h"
#include "tests/benchmark/tally.h"

namespace redline::benchmarks {
namespace {

void BM_Review(benchmark::State& state, TextKind kind) {
  const auto phrases = static_cast<std::size_t>(state.range(0));
  const auto expressions = static_cast<std::size_t>(state.range(1));
  const std::vector<Piece> pieces =
      ProseOf(kind).Pieces(static_cast<std::size_t>(state.range(2)), kDrafts);
  const std::vector<Draft> drafts = MakeDrafts(pieces);
  const auto ruleset = RulesetOf(kind, phrases, expressions);
  const std::size_t found = CountPhraseViolations(drafts, ruleset);
  if (found != PlantedOf(kind).In(pieces)) return state.SkipWithError("wrong number of violations");

  std::size_t next = 0;
  Tally tally(state);
  for (auto _ : state) {
    const Draft& draft = drafts[next++ % drafts.size()];
    benchmark::DoNotOptimize(Review(draft, ruleset, {.as_of = kToday, .cancelled = {}}));
    tally.Add(draft.passages[0].text.size());
  }
  state.counters["violations"] = static_cast<double>(found) / static_cast<double>(drafts.size());
}

BENCHMARK_CAPTURE(BM_Review, prose, TextKind::kProse)
    ->ArgNames({"phrases", "expressions", "bytes"})
    ->ArgsProduct({{100, 1'000, 10'000}, {0}, {200, 2'000, 20'000, 200'000}})
    ->Args({1'000, 50, 2'000})
    ->Args({10'000, 500, 2'000});
BENCHMARK_CAPTURE(BM_Review, disguised, TextKind::kDisguised)
    ->ArgNames({"phrases", "expressions", "bytes"})
    ->Args({1'000, 0, 2'000});
BENCHMARK_CAPTURE(BM_Review, english, TextKind::kEnglish)
    ->ArgNames({"phrases", "expressions", "bytes"})
    ->Args({1'000, 0, 2'000});

}  // namespace
}  // namespace redline::benchmarks
