// Scene: the texts, phrases and rulesets that benchmarks share, each made once.
//
// Google Benchmark calls a benchmark several times to learn how long it takes; making a list of
// 10,000 phrases each time would take longer than the benchmark.
//
// Threads:  for one thread. Lifetime: until the program ends.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "engine/ruleset.h"
#include "tests/benchmark/prose.h"
#include "tests/benchmark/wordings.h"

namespace redline::benchmarks {

// Drafts of a benchmark: enough that no branch predictor learns them by heart.
inline constexpr std::size_t kDrafts = 1000;

const Prose& ProseOf(TextKind kind);
const Counts& PlantedOf(TextKind kind);
const std::vector<std::string>& PhrasesOf(TextKind kind, std::size_t count);
std::shared_ptr<const Ruleset> RulesetOf(TextKind kind, std::size_t phrases,
                                         std::size_t expressions);

}  // namespace redline::benchmarks
