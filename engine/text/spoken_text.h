// Spoken text: folded text by its sounds, for matches that sound like a phrase.
//
//   folded "买0feng险," + clause mark   spoken "mai" "ling" "feng" "xian" and a barrier
//
// A Han character or a digit becomes its syllable, a Latin letter stays, anything else is a
// barrier, which no sound holds. ü is u, however it was written: lv, lü and lu sound alike here.
//
// Cost:     linear; about three bytes and eight more for each Han character.
// Threads:  a value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace redline::text {

struct SpokenText {
  struct Character {
    std::uint32_t spoken = 0;  // where it begins in `text`
    std::uint32_t folded = 0;  // and in the folded text
  };
  std::string text;
  std::vector<Character> characters;  // rising; behind the last one stands the end of both texts

  // The index of the character that begins at `spoken`; characters.size() when none does.
  std::size_t BeginningAt(std::uint32_t spoken) const;
};

SpokenText Speak(std::string_view folded);

// Whether `c` is spoken as a syllable: a Han character that has one, or a digit.
bool IsSyllable(char32_t c);

}  // namespace redline::text
