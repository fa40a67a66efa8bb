#include "engine/text/spoken_text.h"

#include <algorithm>

#include "engine/text/pinyin.h"
#include "engine/text/utf8.h"

namespace redline::text {
namespace {

constexpr char kBarrier = ' ';
constexpr std::u32string_view kDigits = U"零一二三四五六七八九";

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

// The fold writes 一 as 1.
std::string_view SoundOf(char32_t c) { return SyllableOf(IsDigit(c) ? kDigits[c - U'0'] : c); }

}  // namespace

std::size_t SpokenText::BeginningAt(std::uint32_t spoken) const {
  const auto found = std::lower_bound(
      characters.begin(), characters.end(), spoken,
      [](const Character& each, std::uint32_t offset) { return each.spoken < offset; });
  const bool begins = found != characters.end() && found->spoken == spoken;
  return static_cast<std::size_t>((begins ? found : characters.end()) - characters.begin());
}

SpokenText Speak(std::string_view folded) {
  SpokenText spoken;
  spoken.text.reserve(folded.size() + folded.size() / 4);
  spoken.characters.reserve(folded.size() / 3 + 1);
  for (std::size_t at = 0; at < folded.size(); at += SequenceLength(folded[at])) {
    spoken.characters.push_back(
        {static_cast<std::uint32_t>(spoken.text.size()), static_cast<std::uint32_t>(at)});
    const char32_t c = CodePointAt(folded, at);
    const bool letter = c >= U'a' && c <= U'z';
    const std::string_view sound = letter ? std::string_view() : SoundOf(c);
    const std::size_t begin = spoken.text.size();
    if (letter) {
      spoken.text.push_back(static_cast<char>(c));
    } else if (sound.empty()) {
      spoken.text.push_back(kBarrier);
    } else {
      spoken.text += sound;
    }
    for (std::size_t i = begin; i < spoken.text.size(); ++i) {
      const bool behind_l_or_n = i > 0 && (spoken.text[i - 1] == 'l' || spoken.text[i - 1] == 'n');
      if (spoken.text[i] == 'v' && behind_l_or_n) spoken.text[i] = 'u';
    }
  }
  spoken.characters.push_back(
      {static_cast<std::uint32_t>(spoken.text.size()), static_cast<std::uint32_t>(folded.size())});
  return spoken;
}

bool IsSyllable(char32_t c) { return !SoundOf(c).empty(); }

}  // namespace redline::text
