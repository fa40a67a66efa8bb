// Alias forms: what is made from one phrase, for authors who want to see it before they ask for it
// (redline lint --aliases).
//
//   零风险:   pinyin "ling feng xian", homophones, no initials, split "零风阝佥"
//   VIP客户:  pinyin "vip ke hu", no homophones, no initials, nothing to split
//
// Threads:  pure.
#pragma once

#include <string>
#include <string_view>

namespace redline {

struct AliasForms {
  std::string pinyin;       // empty: none is looked for
  bool homophones = false;  // whether they are looked for
  std::string initials;     // empty: none are looked for
  std::string split;        // with every character split that has two parts; empty: none has
};

// REQUIRES: phrase is UTF-8.
AliasForms FormsOf(std::string_view phrase);

}  // namespace redline
