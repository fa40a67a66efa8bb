// Sorted matches: what the scan found in a passage, handed to what it is for: wording that a rule
// bans, exceptions, cues of contexts, words near each other (which become one match), statements
// that are required.
//
// Threads:  pure.
#pragma once

#include <vector>

#include "engine/context_cues.h"
#include "engine/requirements.h"
#include "engine/ruleset.h"
#include "engine/scanned_passage.h"
#include "engine/standing.h"

namespace redline {

struct SortedMatches {
  // By rule, what was guessed last, then leftmost, then longest, then phrases before patterns.
  std::vector<Found> bans;
  std::vector<Found> exceptions;   // of rules that apply, in the same order
  std::vector<Found> not_applied;  // bans of rules that do not apply; in no order
  std::vector<Cue> cues;
};

// Statements are added to `evidence`.
SortedMatches SortMatches(const ScannedPassage& passage, const Ruleset& ruleset,
                          const std::vector<bool>& applicable, Evidence& evidence);

}  // namespace redline
