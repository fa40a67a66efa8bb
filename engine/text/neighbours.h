// Neighbours: what a mark is, seen beside what stands around it.
//
//   "5.5%"   '.' is kept          "no risk. Free"  '.' ends a sentence
//   "保.本"  '.' is a separator   "保(bǎo)本"      the bracket is nothing
//
// The rules are listed in fold.h.
//
// Cost:     looks at a bounded number of bytes on either side (blanks apart, which it consumes).
// Threads:  a view; use it while the text lives.
#pragma once

#include <cstddef>
#include <string_view>

#include "engine/text/fold_table.h"

namespace redline::text {

// How a character is read whose fold depends on its neighbours.
struct Reading {
  enum class As {
    kKept,       // as the table folds it
    kNothing,    // skipped without a gap
    kSeparator,  // skipped with a gap
    kClause,     // the end of a clause
    kSentence,   // the end of a sentence
  };
  As as = As::kSeparator;
  std::size_t length = 0;  // source bytes that are read at once, from the character on
};

class Neighbours {
 public:
  explicit Neighbours(std::string_view text) : text_(text) {}

  // REQUIRES: c, of `length` bytes at `at`, is of FoldKind::kContext.
  Reading Read(char32_t c, std::size_t at, std::size_t length, const FoldTable& table) const;

 private:
  struct Beside;

  Beside Before(std::size_t at, const FoldTable& table) const;
  Beside After(std::size_t at, const FoldTable& table) const;
  Reading ReadPoint(std::size_t at, std::size_t length, const FoldTable& table) const;
  Reading ReadMark(char32_t c, std::size_t at, std::size_t length, const FoldTable& table) const;
  Reading ReadBlanks(std::size_t at) const;
  Reading ReadBracket(std::size_t at, std::size_t length, const FoldTable& table) const;
  Reading ReadRegionalIndicators(std::size_t at, const FoldTable& table) const;
  bool StandsAlone(std::size_t at, std::size_t length, const FoldTable& table) const;

  const std::string_view text_;
};

}  // namespace redline::text
