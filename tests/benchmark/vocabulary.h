// Vocabulary: the characters and words that the benchmarks' texts are made of.
//
// Frequent characters and everyday words; the sentences made of them mean nothing. Chinese numerals
// are kept out, so that no wording depends on how numerals are folded.
//
// Threads:  constants.
#pragma once

#include <span>
#include <string_view>

namespace redline::benchmarks {

// Frequent Han, simplified, most frequent first; each once.
std::u32string_view FrequentHan();

// The traditional form of a simplified character, itself when it has none here. Only pairs that
// fold back alone, without context, are known.
char32_t Traditional(char32_t simplified);

// English words in lower case, most frequent first.
std::span<const std::string_view> EnglishWords();

}  // namespace redline::benchmarks
