// How fast folded drafts are scanned, by number of phrases or expressions and size of draft.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/expression.h"
#include "engine/expressions.h"
#include "engine/scanner.h"
#include "engine/text/fold.h"
#include "tests/benchmark/prose.h"
#include "tests/benchmark/scene.h"
#include "tests/benchmark/tally.h"
#include "tests/benchmark/wordings.h"

namespace redline::benchmarks {
namespace {

const Prose& Chinese() { return ProseOf(TextKind::kProse); }

void BM_Scan(benchmark::State& state) {
  const std::vector<Piece> pieces =
      Chinese().Pieces(static_cast<std::size_t>(state.range(1)), kDrafts);
  std::vector<std::string> literals;
  for (const std::string& phrase :
       PhrasesOf(TextKind::kProse, static_cast<std::size_t>(state.range(0)))) {
    literals.push_back(text::Fold(phrase).text);
  }
  const auto scanner = Scanner::Compile(literals);
  std::vector<std::string> folded;
  for (const Piece& piece : pieces) folded.push_back(text::Fold(piece.sent).text);

  std::vector<Match> matches;
  std::size_t found = 0;
  for (const std::string& text : folded) {
    matches.clear();
    if ((*scanner)->Scan(text, matches) != Scanner::Outcome::kComplete) {
      return state.SkipWithError("not scanned");
    }
    found += matches.size();
  }
  if (found != PlantedOf(TextKind::kProse).In(pieces))
    return state.SkipWithError("wrong number of matches");

  std::size_t next = 0;
  Tally tally(state);
  for (auto _ : state) {
    const std::string& text = folded[next++ % kDrafts];
    matches.clear();
    benchmark::DoNotOptimize((*scanner)->Scan(text, matches));
    tally.Add(text.size());
  }
  state.counters["matches"] = static_cast<double>(found) / static_cast<double>(kDrafts);
}
BENCHMARK(BM_Scan)
    ->ArgNames({"phrases", "bytes"})
    ->ArgsProduct({{100, 1'000, 10'000}, {200, 2'000, 20'000, 200'000}});

// Atoms of the expressions are scanned for, then the expressions are tried.
void BM_FindExpressions(benchmark::State& state) {
  const std::vector<Piece> pieces =
      Chinese().Pieces(static_cast<std::size_t>(state.range(1)), kDrafts);
  const auto made = MakeExpressions(Chinese(), static_cast<std::size_t>(state.range(0)));
  std::vector<std::string> rewritten;
  for (const GapExpression& expression : made) {
    rewritten.push_back(*RewritePattern(expression.Pattern()));
  }
  const auto expressions = Expressions::Compile(rewritten);
  const auto scanner = Scanner::Compile((*expressions)->atoms());
  std::vector<text::FoldedText> folded;
  for (const Piece& piece : pieces) folded.push_back(text::Fold(piece.sent));

  std::vector<Match> atoms;
  std::vector<Match> matches;
  const auto find = [&](const text::FoldedText& draft) {
    atoms.clear();
    matches.clear();
    if ((*scanner)->Scan(draft.text, atoms) != Scanner::Outcome::kComplete) return false;
    std::vector<Expressions::AtomMatch> found;
    for (const Match& match : atoms) found.push_back({match.id, match.begin});
    return (*expressions)->Find(draft, std::move(found), matches) == Scanner::Outcome::kComplete;
  };
  std::size_t count = 0;
  for (const text::FoldedText& draft : folded) {
    if (!find(draft)) return state.SkipWithError("not scanned");
    count += matches.size();
  }
  if (count != Counts::OfBegins(Chinese(), made).In(pieces)) {
    return state.SkipWithError("wrong number of matches");
  }

  std::size_t next = 0;
  Tally tally(state);
  for (auto _ : state) {
    const text::FoldedText& draft = folded[next++ % kDrafts];
    benchmark::DoNotOptimize(find(draft));
    tally.Add(draft.text.size());
  }
  state.counters["matches"] = static_cast<double>(count) / static_cast<double>(kDrafts);
}
BENCHMARK(BM_FindExpressions)
    ->ArgNames({"expressions", "bytes"})
    ->ArgsProduct({{50, 500}, {2'000, 20'000}});

}  // namespace
}  // namespace redline::benchmarks
