// Near: where words of several groups stand close together.
//
//   words [[本金], [无忧, 安全]], within 4:  "本金绝对安全" is found, "本金。安全" is not
//
// Each group must have a word there; the words do not overlap, no sentence ends between them, and
// from each to the next there are at most `within` characters.
//
// Cost:     n log n in the words that were found, times two to the number of groups.
// Threads:  pure functions.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/rule.h"
#include "engine/span.h"

namespace redline {

// A word of a group that was found, in bytes of folded text.
struct NearWord {
  Range range;
  std::uint32_t group = 0;
};

// The places at which `near` is met, each from its first to its last word: one for each word that
// completes it, with near words before it. By end. `words` are those of its groups, in any order.
std::vector<Range> FindNear(const Near& near, std::vector<NearWord> words, std::string_view folded);

}  // namespace redline
