// Notices: what an editor should know of a text although no rule speaks of it: characters that
// nobody sees inside words, and overrides of the direction of writing.
//
//   "稳\u200B赚"   →  invisible, U+200B
//   "\u202E益收"   →  direction_override, U+202E
//
// Threads:  pure functions.
#pragma once

#include <vector>

#include "engine/report.h"
#include "engine/scanned_passage.h"
#include "engine/text/positions.h"

namespace redline {

// The notices of one reading of a passage, by begin. `positions` counts in its source.
std::vector<Notice> NoticesIn(const ScannedPassage& passage, text::Positions& positions);

}  // namespace redline
