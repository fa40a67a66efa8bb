// Line diff: how one text differs from another, as `diff -u` shows it.
//
//   WriteLineDiff(std::cout, "bank.yaml", old_text, new_text);
//
//   --- bank.yaml
//   +++ bank.yaml
//   @@ -4,3 +4,3 @@
//    pack: my-bank
//   -version:  2026-11-24
//   +version: 2026-11-24
//
// Nothing is written when the texts are equal. Between the first and the last line that differ,
// more than kMaxCompared pairs of lines are not compared: all of them are removed and added.
//
// Threads:  one.
#pragma once

#include <cstddef>
#include <ostream>
#include <string_view>

namespace redline::service {

inline constexpr std::size_t kMaxCompared = 4 << 20;  // 2,000 lines and 2,000 lines

void WriteLineDiff(std::ostream& out, std::string_view name, std::string_view from,
                   std::string_view to);

}  // namespace redline::service
