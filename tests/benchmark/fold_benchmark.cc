// How fast drafts are folded, by kind of text and size of draft.
#include <benchmark/benchmark.h>

#include <vector>

#include "engine/text/fold.h"
#include "tests/benchmark/prose.h"
#include "tests/benchmark/scene.h"
#include "tests/benchmark/tally.h"

namespace redline::benchmarks {
namespace {

void BM_Fold(benchmark::State& state, TextKind kind) {
  const std::vector<Piece> drafts =
      ProseOf(kind).Pieces(static_cast<std::size_t>(state.range(0)), kDrafts);
  for (const Piece& draft : drafts) {
    // English is read with its capitals: they tell where a sentence begins.
    if (kind == TextKind::kEnglish) break;
    if (text::Fold(draft.sent).text != text::Fold(draft.read).text) {
      return state.SkipWithError("the fold left something of a disguise");
    }
  }
  std::size_t next = 0;
  Tally tally(state);
  for (auto _ : state) {
    const std::string_view sent = drafts[next++ % kDrafts].sent;
    benchmark::DoNotOptimize(text::Fold(sent).text.data());
    tally.Add(sent.size());
  }
}

void Sizes(benchmark::internal::Benchmark* family) {
  family->ArgName("bytes")->Arg(200)->Arg(2'000)->Arg(20'000)->Arg(200'000);
}
BENCHMARK_CAPTURE(BM_Fold, copy, TextKind::kCopy)->Apply(Sizes);
BENCHMARK_CAPTURE(BM_Fold, prose, TextKind::kProse)->Apply(Sizes);
BENCHMARK_CAPTURE(BM_Fold, traditional, TextKind::kTraditional)->Apply(Sizes);
BENCHMARK_CAPTURE(BM_Fold, disguised, TextKind::kDisguised)->Apply(Sizes);
BENCHMARK_CAPTURE(BM_Fold, english, TextKind::kEnglish)->Apply(Sizes);

}  // namespace
}  // namespace redline::benchmarks
