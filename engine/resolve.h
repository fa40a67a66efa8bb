// Resolve: what was found in a passage becomes violations and dismissals.
//
// In this order: rules that do not apply are passed over; a match must begin and end at the edges
// of words and numbers; a match that an exception of its rule covers is dismissed; a match that
// stands in a context is dismissed or lowered, as the rule says; of what remains, leftmost-longest
// for each rule. Overlaps of different rules are kept.
//
// Threads:  pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/draft.h"
#include "engine/report.h"
#include "engine/ruleset.h"
#include "engine/scanner.h"
#include "engine/sound_aliases.h"
#include "engine/text/fold.h"
#include "engine/text/positions.h"
#include "engine/text/visible_text.h"

namespace redline {

// One reading of a passage after the scan. Matches are in bytes of the folded text.
struct ScannedPassage {
  std::uint32_t index = 0;
  std::string_view name;
  std::string_view source;              // the passage's text
  const text::SentMap* sent = nullptr;  // from there to the bytes that were sent
  std::optional<text::VisibleText>
      reading;              // what is shown of it; plain text is shown as it stands
  text::FoldedText folded;  // of visible()
  std::vector<Match> literals;
  std::vector<Match> expressions;
  std::vector<AliasMatch> aliases;

  std::string_view visible() const { return reading ? std::string_view(reading->text()) : source; }

  // Bytes of the passage from the first to the last character that makes up `range` of the folded
  // text.
  Range SourceOf(Range range) const;
};

// The context of a match in a spelling that was made from a phrase; a person must look at it.
inline constexpr std::string_view kAliasContext = "alias";

// Appends the violations and dismissals of `passage` to `report`, ordered by span. `positions`
// counts in its source, and is kept from reading to reading.
void Resolve(const ScannedPassage& passage, const Ruleset& ruleset,
             const std::vector<bool>& applicable, text::Positions& positions, Report& report);

// Folded text as people read it: with , and . for the marks.
std::string Readable(std::string_view folded);

}  // namespace redline
