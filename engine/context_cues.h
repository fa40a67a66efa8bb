// Context cues: where the wordings of contexts stand in one passage, ready to ask whether a match
// stands in one of them.
//
//   "不承诺保本，保本保息": 不承诺 is a cue of "negated"; the first 保本 stands in it, the second
//   does not, because a clause mark lies between.
//
// Threads:  immutable once made.
// Cost:     sorting once; a question costs O(log cues + reach).
#pragma once

#include <string_view>
#include <vector>

#include "engine/ruleset.h"
#include "engine/span.h"
#include "engine/text/fold.h"

namespace redline {

// A wording of a context that was found, in bytes of folded text.
struct Cue {
  enum class Side { kBefore, kAfter, kException };
  std::uint32_t context = 0;
  Side side = Side::kBefore;
  Range range;
};

class ContextCues {
 public:
  // `folded` and `source` must outlive this.
  ContextCues(const std::vector<Context>& contexts, std::vector<Cue> cues,
              const text::FoldedText& folded, std::string_view source);

  // Whether `match`, in folded bytes, stands in the context of this index.
  bool Holds(std::uint32_t context, Range match) const;

 private:
  struct Places {
    std::vector<Range> before;  // by end
    std::vector<Range> after;   // by begin
  };

  std::uint32_t Reach(const Context& context, std::uint32_t from, bool backwards) const;

  const std::vector<Context>& contexts_;
  const text::FoldedText& folded_;
  const std::string_view source_;
  std::vector<Places> places_;  // one for each context
};

}  // namespace redline
