// ASCII block: 64 bytes of text, read at once: which of them are plain and which are blanks.
//
//   "no risk. Free, 5% "     as a reader sees it, first byte first
//    11.11111.11111.11.      plain
//    ..1.....1.....1..1      blank
//
// A byte is plain when it becomes one folded byte in its place, whatever stands further off:
// a letter or digit; % after a digit; , ! ? before a blank; the point between a letter, a blank and
// a capital. These are the most common cases of the rules in fold.h, not all of them: a byte that
// is neither plain nor a blank is for Neighbours.
//
// Only where SSE2 is: it needs no more than every x86-64 has.
#pragma once

#if defined(__SSE2__)
#include <emmintrin.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/text/fold_table.h"

namespace redline::text {

class AsciiBlock {
 public:
  static constexpr std::size_t kSize = 64;
  static constexpr std::size_t kStep = 16;  // bytes that Fold reads and writes

  // Whether a block can be read at `at`, one byte before it and kStep behind it, where Fold goes
  // when the last byte of a block begins a word, and begins with enough ASCII to be worth it.
  static bool IsAt(std::string_view text, std::size_t at) {
    return at >= 1 && at + kSize + kStep <= text.size() &&
           _mm_movemask_epi8(Load(text.data() + at)) == 0;
  }

  // REQUIRES: IsAt(text, at), where from is the byte at `at`.
  explicit AsciiBlock(const char* from) {
    for (std::size_t i = 0; i < kSize; i += kStep) {
      plain_ |= Bits(Plain(from + i)) << i;
      blank_ |= Bits(Is(Load(from + i), ' ')) << i;
    }
  }

  // Bit i stands for byte i.
  std::uint64_t plain() const { return plain_; }
  std::uint64_t blank() const { return blank_; }

  // Reads kStep bytes and writes what the plain ones become; for others, anything.
  static void Fold(const char* from, char* to) {
    const __m128i bytes = Load(from);
    // Lower-casing by setting bit 0x20 leaves digits and marks, which have it, as they are.
    __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    const auto replace = [&](char from_mark, char to_mark) {
      const __m128i less = _mm_set1_epi8(static_cast<char>(from_mark - to_mark));
      folded = _mm_sub_epi8(folded, _mm_and_si128(Is(bytes, from_mark), less));
    };
    replace(',', kClauseMark);
    replace('.', kSentenceMark);
    replace('!', kSentenceMark);
    replace('?', kSentenceMark);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), folded);
  }

 private:
  static __m128i Load(const char* from) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  }
  static std::uint64_t Bits(__m128i bytes) {
    return static_cast<std::uint64_t>(_mm_movemask_epi8(bytes));
  }
  static __m128i Is(__m128i bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); }
  // Which bytes are in [first, first + count): the range is moved to the bottom of the signed
  // bytes, so that one comparison will do.
  static __m128i In(__m128i bytes, char first, int count) {
    return _mm_cmplt_epi8(_mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(0x80 - first))),
                          _mm_set1_epi8(static_cast<char>(0x80 + count)));
  }
  static __m128i IsLetter(__m128i bytes) {
    return In(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 26);
  }
  static __m128i IsDigit(__m128i bytes) { return In(bytes, '0', 10); }

  static __m128i Plain(const char* from) {
    const __m128i bytes = Load(from);
    const __m128i before = Load(from - 1);
    const __m128i point =
        _mm_and_si128(_mm_and_si128(IsLetter(before), Is(bytes, '.')), In(Load(from + 2), 'A', 26));
    const __m128i mark = _mm_or_si128(Is(bytes, ','), _mm_or_si128(Is(bytes, '!'), Is(bytes, '?')));
    const __m128i ends = _mm_and_si128(_mm_or_si128(point, mark), Is(Load(from + 1), ' '));
    const __m128i percent = _mm_and_si128(IsDigit(before), Is(bytes, '%'));
    return _mm_or_si128(_mm_or_si128(IsLetter(bytes), IsDigit(bytes)), _mm_or_si128(ends, percent));
  }

  std::uint64_t plain_ = 0;
  std::uint64_t blank_ = 0;
};

}  // namespace redline::text
#endif
