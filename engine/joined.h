// Joined: phrases that run over the end of a passage into the next one.
//
//   title "稳赚", body "不赔的好产品"  →  one violation of 稳赚不赔: span in the title, related in
//   the body
//
// Passages are read in order, as a reader meets them. Innocent words meet at seams too (环保 |
// 本行), so only phrases of four characters and more count here, patterns never, and a person
// decides: the severity is at most review and the context says "joined".
//
// Threads:  pure.
#pragma once

#include <optional>
#include <vector>

#include "engine/draft.h"
#include "engine/report.h"
#include "engine/ruleset.h"
#include "engine/scanned_passage.h"

namespace redline {

inline constexpr std::string_view kJoinedContext = "joined";
inline constexpr std::uint32_t kMinJoinedCharacters = 4;

// Appends the violations to `report`, in no order.
Scanner::Outcome ResolveJoined(const std::vector<ScannedPassage>& passages, const Ruleset& ruleset,
                               const std::vector<bool>& applicable, Report& report);

}  // namespace redline
