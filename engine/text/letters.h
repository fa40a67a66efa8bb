// Letters: folded text as a row of letters, each with how it was written and what was skipped
// before it. What reads numbers needs both: the fold makes 一 of 统一5% a 1, and skips the dash of
// 3-5% and the sign of 5€.
//
// Cost:     linear in the range.
// Lifetime: refers to the source.
// Threads:  a value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/text/fold.h"

namespace redline::text {

struct Letter {
  char32_t read = 0;         // 0 behind the last letter
  char32_t written = 0;      // the character of the source that it was folded from
  Range folded;              // bytes of the folded text
  bool gap = false;          // separators were skipped right before it
  std::string_view skipped;  // the source between the letter before and this one
};

class Letters {
 public:
  // The letters of `range` of the folded text.
  Letters(const FoldedText& folded, std::string_view source, Range range);

  std::size_t size() const { return letters_.size() - 1; }
  // The letter at `at`; one that is nothing behind the end. What is skipped before that stands
  // behind the last one.
  const Letter& operator[](std::size_t at) const {
    return letters_[at < letters_.size() ? at : letters_.size() - 1];
  }

  // Where `word`, in folded letters, ends if it begins at `at`; 0 when it does not. A word of Latin
  // letters begins and ends at the edges of words.
  std::size_t EndOf(std::u32string_view word, std::size_t at) const;

 private:
  std::vector<Letter> letters_;  // the last is nothing
};

// The sign that begins, or ends, what was skipped, blanks aside; 0 when there is none.
char32_t FirstSign(std::string_view skipped);
char32_t LastSign(std::string_view skipped);

// Whether nothing but dashes or tildes, at least one of them, and blanks were skipped.
bool IsDash(std::string_view skipped);

}  // namespace redline::text
