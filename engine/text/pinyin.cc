#include "engine/text/pinyin.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace redline::text {
namespace {

struct Syllable {
  std::string_view name;
  std::u32string_view characters;
};

constexpr Syllable kSyllables[] = {
#include "engine/text/pinyin.inc"
};

class Syllables {
 public:
  Syllables() : ids_(0x10000) {
    for (std::size_t i = 0; i < std::size(kSyllables); ++i) {
      for (const char32_t c : kSyllables[i].characters) {
        ids_[c] = static_cast<std::uint16_t>(i + 1);
      }
    }
  }
  std::string_view Of(char32_t c) const {
    return c < ids_.size() && ids_[c] != 0 ? kSyllables[ids_[c] - 1].name : std::string_view();
  }

 private:
  std::vector<std::uint16_t> ids_;  // by code point: 0 for none, else index into kSyllables + 1
};

}  // namespace

std::string_view SyllableOf(char32_t c) {
  static const Syllables syllables;
  return syllables.Of(c);
}

}  // namespace redline::text
