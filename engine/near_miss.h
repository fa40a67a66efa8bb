// Near miss: the place in a draft that comes nearest to a statement that it should hold, and what
// it lacks.
//
//   "过往业绩不代表未来表现" in "过往的业绩不代表未来。"   →  过往的业绩不代表未来, lacking 表现
//
// Threads:  pure functions.
#pragma once

#include <optional>
#include <vector>

#include "engine/report.h"
#include "engine/rule.h"
#include "engine/scanned_passage.h"

namespace redline {

// A sentence that holds less of a statement than this share is no near miss.
inline constexpr double kNearMissShare = 0.6;
// Only the first sentences of a draft are looked at, this many characters of folded text in all,
// and of each sentence no more than this many: a statement is shorter, and the search is quadratic.
inline constexpr std::size_t kMaxNearMissCharacters = 5'000;
inline constexpr std::size_t kMaxNearMissSentence = 200;

// The nearest to any of `statements` in the bodies of a draft.
std::optional<NearMiss> FindNearMiss(const std::vector<Wording>& statements,
                                     const std::vector<ScannedPassage>& bodies);

}  // namespace redline
