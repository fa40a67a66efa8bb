// Resolve: what was found in a passage becomes violations and dismissals.
//
// In this order: rules that do not apply are passed over; a match must begin and end at the edges
// of words and numbers; a match that an exception of its rule covers is dismissed; a match that
// stands in a context is dismissed or lowered, as the rule says; of what remains, leftmost-longest
// for each rule. Overlaps of different rules are kept.
//
// Threads:  pure.
#pragma once

#include <string_view>
#include <vector>

#include "engine/explanation.h"
#include "engine/report.h"
#include "engine/requirements.h"
#include "engine/ruleset.h"
#include "engine/scanned_passage.h"
#include "engine/text/positions.h"

namespace redline {

// The context of a match in a spelling that was made from a phrase; a person must look at it.
inline constexpr std::string_view kAliasContext = "alias";

// Appends the violations and dismissals of `passage` to `report`, ordered by span. `positions`
// counts in its source, and is kept from reading to reading. What matters to requirements is added
// to `evidence` (requirements.h). What became of each match is appended
// to `explanation`, whose last reading this is, unless that is null.
void Resolve(const ScannedPassage& passage, const Ruleset& ruleset,
             const std::vector<bool>& applicable, text::Positions& positions, Report& report,
             Evidence& evidence, Explanation* explanation);

// Folded text as people read it: with , and . for the marks.
std::string Readable(std::string_view folded);

}  // namespace redline
