// Fold table: what each code point folds to, seen alone. Built once from ICU, which is the source
// of truth (code_point_fold.h).
//
// The table knows no context: 著 is 着 although 顯著 is 显著 (ICU has 976 such rules). Text and
// rules are folded by this same table, so both change alike.
//
// Threads:  immutable; FoldTable::Get() builds it on first use, once.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace redline::text {

// What the fold does with a code point.
enum class FoldKind : std::uint8_t {
  kSelf,       // stays as it is
  kShort,      // becomes one code point of one to three bytes, held in the entry
  kLong,       // becomes several code points or a longer one, held in the pool
  kDrop,       // invisible: skipped, no gap
  kSeparator,  // blank, mark, symbol, emoji: skipped, leaves a gap
  kList,       // 、 : stands between the items of a list
  kClause,     // ， ： : ends a clause
  kSentence,   // 。 ！ ？ ； : ends a sentence
  kContext,  // depends on its neighbours: fold.cc decides; the entry holds what it becomes if kept
};

// Folded text holds these in the place of marks, so that no phrase crosses them by accident. They
// are controls that no copy uses, and fold to themselves.
inline constexpr char kListMark = '\x1D';      // GROUP SEPARATOR
inline constexpr char kClauseMark = '\x1F';    // UNIT SEPARATOR
inline constexpr char kSentenceMark = '\x1E';  // RECORD SEPARATOR
constexpr bool IsMark(char32_t c) { return c >= 0x1D && c <= 0x1F; }

struct FoldEntry {
  // Bits 0–23: the bytes of one code point, first in the lowest bits (kShort, kContext), or offset
  // into the pool (kLong). Bits 24–25: number of bytes. Bits 28–31: kind.
  std::uint32_t bits = 0;

  FoldKind kind() const { return static_cast<FoldKind>(bits >> 28); }
  std::uint32_t length() const { return (bits >> 24) & 3; }
  std::uint32_t bytes() const { return bits & 0xFFFFFF; }
};

class FoldTable {
 public:
  static const FoldTable& Get();

  FoldEntry Basic(std::uint32_t code_point) const { return basic_[code_point]; }  // below U+10000
  FoldEntry Find(char32_t code_point) const {
    return code_point < 0x10000 ? basic_[code_point]
                                : blocks_[index_[(code_point - 0x10000) >> 8]][code_point & 0xFF];
  }

  // What a kLong entry becomes.
  std::string_view Long(FoldEntry entry) const {
    const char* at = pool_.data() + entry.bytes();
    return {at + 1, static_cast<unsigned char>(*at)};
  }

  // The whole fold of one code point as a string; for kContext, what it becomes if kept.
  std::string Folded(char32_t code_point) const;

 private:
  FoldTable();
  void Add(char32_t code_point, FoldKind kind, std::string_view folded, bool several);

  using Block = std::array<FoldEntry, 256>;
  std::vector<FoldEntry> basic_;
  std::vector<std::uint16_t> index_;
  std::vector<Block> blocks_;
  std::string pool_;
};

}  // namespace redline::text
