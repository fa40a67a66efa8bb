// Code point fold: what ICU makes of one code point, seen alone. The fold table asks it about each
// code point once.
//
// The sources, in this order, repeated until nothing changes: NFKC_Casefold; NFD, with the marks
// dropped that stand on letters of any script; the transliterator Traditional-Simplified; the
// common forms of Han variants (han_variants.h); CLDR's spell-out rules for Chinese numerals;
// decimal digits and enclosed numbers by their numeric value; letters that Unicode names after
// Latin ones (named_letters.h); look-alike letters by the skeletons of UTS #39.
//
// Threads:  immutable once made.
#pragma once

#include <memory>
#include <string>

namespace redline::text {

// A blank, mark, symbol, control or a code point that no script uses: no part of a word.
bool IsSeparator(char32_t c);

class CodePointFold {
 public:
  CodePointFold();
  ~CodePointFold();

  std::u32string Fold(char32_t c) const;

 private:
  class Sources;
  const std::unique_ptr<const Sources> sources_;
};

}  // namespace redline::text
