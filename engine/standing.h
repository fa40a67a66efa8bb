// Standing: whether a match counts before anything around it is asked: it must begin and end where
// words do, be written in the language that its phrase is written in, and take no disguise that its
// rule does not see through.
//
// Threads:  pure functions.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/compiled_rules.h"
#include "engine/explanation.h"
#include "engine/ruleset.h"
#include "engine/scanned_passage.h"

namespace redline {

// A match of a rule's wording, or of one of its exceptions.
struct Found {
  std::uint32_t rule = 0;
  Range range;
  Use use;
};

// Why a match does not count; nothing when it does.
std::optional<Fate> WhyNot(const Found& ban, const ScannedPassage& passage, const Ruleset& ruleset);

// Whether a match in a respelling takes a place that was changed. The rest is found in the text
// itself. REQUIRES: passage is respelled.
bool TakesRespelling(const Found& ban, const ScannedPassage& passage);

}  // namespace redline
