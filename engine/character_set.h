// Character set: what may stand in the brackets of an expression, and single characters in a form
// that means themselves in it.
//
//   CharacterSet set;
//   set.Add(U'0', U'9');
//   set.Add(U'十');
//   "[" + set.Print() + "]"   // [0-9十]
//
// Threads:  a value.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/text/utf8.h"

namespace redline {

// A set of code points as ranges, printed as the inside of brackets.
class CharacterSet {
 public:
  void Add(char32_t c) { Add(c, c); }
  void Add(char32_t from, char32_t to) { ranges_.emplace_back(from, to); }
  bool empty() const { return ranges_.empty(); }

  std::string Print() const {
    auto ranges = ranges_;
    std::sort(ranges.begin(), ranges.end());
    std::string out;
    for (std::size_t i = 0; i < ranges.size();) {
      auto [from, to] = ranges[i++];
      while (i < ranges.size() && ranges[i].first <= to + 1) to = std::max(to, ranges[i++].second);
      Append(from, out);
      if (to > from) {
        if (to > from + 1) out.push_back('-');
        Append(to, out);
      }
    }
    return out;
  }

  // One character, in a form that means itself in and out of brackets.
  static void Append(char32_t c, std::string& out) {
    static constexpr char kHex[] = "0123456789abcdef";
    const bool plain = c >= 0x80 || (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z');
    if (plain) {
      text::AppendUtf8(c, out);
    } else {
      out += {'\\', 'x', kHex[c >> 4], kHex[c & 15]};
    }
  }

 private:
  std::vector<std::pair<char32_t, char32_t>> ranges_;
};

}  // namespace redline
