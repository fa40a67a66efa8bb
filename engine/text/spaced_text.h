// Spaced text: folded text with one blank in every gap between Latin words or numbers, for regular
// expressions, which would otherwise not know where "guaranteed a return" has words.
//
//   source "Guaranteed 5% 收益"   folded "guaranteed5%收益"   spaced "guaranteed 5%收益"
//
// Threads:  a value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/text/fold.h"

namespace redline::text {

struct SpacedText {
  std::string text;
  std::vector<std::uint32_t> blanks;  // where blanks were put, in bytes of `text`, rising

  // The folded byte at which the spaced byte at `offset` stands; a blank stands before the next
  // byte.
  std::uint32_t ToFolded(std::uint32_t offset) const;
};

SpacedText Space(const FoldedText& folded);

}  // namespace redline::text
