// Fold: text with width, case, script variant, invisible characters, separators and look-alikes
// taken away, plus the map from each folded byte back to the text.
//
//   FoldedText folded = Fold("Ｚ*ｅ*ｒ*ｏ 風險，保证");   // "zero风险" + clause mark + "保证"
//   Range source = folded.map.SourceOf({0, 4}, text);    // the whole of Ｚ*ｅ*ｒ*ｏ
//
// What a reader would still read as one word is one word: blanks, hyphens, quotes, brackets,
// symbols and emoji are skipped and leave a gap in the map. What ends a clause or a sentence
// becomes a mark, which no phrase crosses. Kept because they carry meaning: %
// after a digit, currency signs and # before a digit, the point between digits.
//
// Rules about neighbours, in the order of fold.cc:
//   ． .      between digits a point; before a blank and a capital or Han the end of a sentence
//   , ; : ! ? a mark when a blank or an edge is beside it, or between Han that are no single
//   letters;
//             else a separator (保,本 and risk,free are one word; 第一,品牌 is two)
//   '         inside a Latin word nothing (can't is cant), else a separator
//   newline   a separator; a blank line ends a sentence
//   ( )       a reading after Han, as 保(bǎo)本 and 保(bao)本, is skipped without a gap
//   🇨🇳        flags are a separator; regional indicators that make no flag are letters
//
// Letters of other scripts become the Latin letter that they look like (Cyrillic а is a). Whether a
// match made of them is a disguise or just another language is decided where there is a match.
//
// The same fold goes over the rules' phrases. It is idempotent: folding folded text changes
// nothing.
//
// Units:    bytes of UTF-8.  REQUIRES: text is well-formed UTF-8 (FirstInvalidUtf8).
// Cost:     one pass, linear.
// Source:   Unicode 15 by ICU 72; see fold_table.h.
#pragma once

#include <string>
#include <string_view>

#include "engine/text/source_map.h"

namespace redline::text {

struct FoldedText {
  std::string text;
  SourceMap map;
};

FoldedText Fold(std::string_view text);

// A phrase as it is looked for: folded, without the marks at its edges, which would tie it to the
// end of a clause.
std::string FoldPhrase(std::string_view phrase);

}  // namespace redline::text
