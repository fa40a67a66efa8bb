// Expressions: finds rewritten patterns (expression.h) in folded text, sentence by sentence.
//
// Each expression needs certain words, its atoms: (保证|承诺).{0,6}收益 needs 收益 and one of two
// more. The scanner looks for the atoms together with all phrases; an expression is tried only on
// sentences that hold enough of its atoms. No expression crosses the end of a sentence, so nothing
// is missed.
//
// Why not in Hyperscan: docs/decisions/0012.
//
// Errors:   Compile says which expression is refused and why.
// Cost:     linear in the text for each expression that is tried (RE2 never backtracks).
// Threads:  immutable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/result.h"
#include "engine/scanner.h"
#include "engine/text/fold.h"

namespace redline {

class Expressions {
 public:
  struct Error {
    std::size_t id = 0;
    std::string message;
  };

  // An atom that the scanner found, in bytes of folded text.
  struct AtomMatch {
    std::uint32_t atom = 0;
    std::uint32_t begin = 0;
  };

  static Result<std::unique_ptr<const Expressions>, std::vector<Error>> Compile(
      const std::vector<std::string>& expressions);
  ~Expressions();
  Expressions(const Expressions&) = delete;
  Expressions& operator=(const Expressions&) = delete;

  // The words to scan for, in folded text; an atom's id is its index.
  const std::vector<std::string>& atoms() const { return atoms_; }

  // Appends the matches of all expressions: in each sentence leftmost-longest, and those that begin
  // inside another. REQUIRES: atoms holds every place of every atom in the folded text.
  Scanner::Outcome Find(const text::FoldedText& folded, std::vector<AtomMatch> atoms,
                        std::vector<Match>& matches) const;

 private:
  class Filter;
  explicit Expressions(std::unique_ptr<const Filter> filter, std::vector<std::string> atoms);

  const std::unique_ptr<const Filter> filter_;
  const std::vector<std::string> atoms_;
};

}  // namespace redline
