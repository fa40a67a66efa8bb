// Requirements: statements that must stand in a draft, and whether they do.
//
//   rule: phrases [年化收益], requires one of [过往业绩不代表未来表现]
//   "年化收益 3%。过往业绩不代表未来表现。"   nothing is missing
//   "年化收益 3%。过往业绩不代表未来。"       a violation at 年化收益; the nearest is told, and
//   that 表现 lacks
//
// While passages are resolved, what asks for a statement is a violation like any other. When all
// are, those that are satisfied are taken away, and of the others one for each place that lacks it
// stays.
//
// Threads:  pure functions.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "engine/place.h"
#include "engine/report.h"
#include "engine/ruleset.h"
#include "engine/scanned_passage.h"
#include "engine/span.h"

namespace redline {

// What the bodies of passages hold for requirements, in bytes of folded text.
struct Evidence {
  // Statements that were found, by rule (index into Ruleset::rules()) and passage.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Range>> statements;
  std::map<Place, Range> triggers;  // where what asks stands in a body
};

// `bodies` are the first readings of all passages, in order.
void ResolveRequirements(const Ruleset& ruleset, const std::vector<bool>& applicable,
                         const std::vector<ScannedPassage>& bodies, Evidence evidence,
                         Report& report);

}  // namespace redline
