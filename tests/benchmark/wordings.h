// Wordings: phrases and expressions to look for in a Prose, and how many of them stand there.
//
// The planted wordings of the prose are among the phrases; all others are crossovers: two pieces of
// the text with a seam that occurs nowhere in it. They look like the text and never match, so the
// number of matches is known without a matcher.
//
// Threads:  immutable once made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/benchmark/prose.h"

namespace redline::benchmarks {

// Prose::kPlanted planted wordings, then crossovers, `count` in all, no two alike.
// REQUIRES: count >= Prose::kPlanted.
std::vector<std::string> MakePhrases(const Prose& prose, std::size_t count);

// (left|left)[^。！？]{0,gap}(right|right)
struct GapExpression {
  std::vector<std::string> left;
  std::vector<std::string> right;
  std::size_t gap = 0;  // in characters

  std::string Pattern() const;
};
std::vector<GapExpression> MakeExpressions(const Prose& prose, std::size_t count);

// How often things stand in each piece of a prose, counted by looking at every place.
class Counts {
 public:
  // Of the planted wordings; the other phrases stand nowhere.
  static Counts OfPlanted(const Prose& prose);
  // Of the places where a match of an expression begins, or ends: several ways to begin at the
  // same place, or to end there, count once.
  static Counts OfBegins(const Prose& prose, const std::vector<GapExpression>& expressions);
  static Counts OfEnds(const Prose& prose, const std::vector<GapExpression>& expressions);

  std::size_t In(const Piece& piece) const { return sums_[piece.last] - sums_[piece.first]; }
  std::size_t In(const std::vector<Piece>& pieces) const;

 private:
  static Counts OfGaps(const Prose& prose, const std::vector<GapExpression>& expressions,
                       bool begins);

  std::vector<std::size_t> sums_ = {0};  // over the sentences before
};

}  // namespace redline::benchmarks
