// Pinyin: how a Han character sounds, as it is typed: without a tone.
//
//   SyllableOf(U'险') is "xian", SyllableOf(U'绿') is "lv", SyllableOf(U'a') is ""
//
// One reading for each character, the one that ICU's transliterator Han-Latin gives it alone: 行 is
// always "xing", although a 行长 is a "hangzhang". Only the block CJK Unified Ideographs and 〇.
//
// Threads:  pure.
// Source:   Unihan's kMandarin by ICU's Han-Latin, through pinyin.py. ICU writes ü; v is how
//           keyboards do.
#pragma once

#include <string_view>

namespace redline::text {

// The syllable, a to z only; empty when `c` is no Han character or has no reading. Its first letter
// is the character's initial: 稳赚不赔 is "wzbp".
std::string_view SyllableOf(char32_t c);

}  // namespace redline::text
