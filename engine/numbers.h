// Numbers beside words: where a number stands with a word that it belongs to, within the bounds of
// a condition.
//
//   words [年化], above 5 %, within 8:  "年化收益可达6%" and "6%的年化收益", not "年化。6%"
//
// A number belongs to a word on either side. Behind another number of its measure and a ， it does
// not: in "年化3%，首月奖励8%" the 8 % is another statement. In "年化3%，4%，8%" it is one more of
// the same.
//
// Cost:     n log n in the words that were found, and once the length of each sentence that holds
//           one, whatever the number of conditions.
// Lifetime: refers to the folded text and its source.
// Threads:  a value; keep it to one.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "engine/rule.h"
#include "engine/span.h"
#include "engine/text/fold.h"
#include "engine/text/quantities.h"

namespace redline {

class NumbersBeside {
 public:
  NumbersBeside(const text::FoldedText& folded, std::string_view source);

  // The places at which `condition` is met, each from the word to the number or the other way
  // round: for each number with the nearest word on each side. `words` are those of the condition,
  // in any order.
  std::vector<Range> Find(const NumberCondition& condition, std::vector<Range> words);

 private:
  Range SentenceOf(Range word) const;
  const std::vector<text::Quantity>& QuantitiesOf(Range sentence);

  const text::FoldedText& folded_;
  const std::string_view source_;
  std::vector<std::uint32_t> sentence_ends_;                 // bytes of their marks, rising
  std::map<Range, std::vector<text::Quantity>> quantities_;  // of sentences
};

}  // namespace redline
