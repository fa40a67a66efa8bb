// Long runs of ASCII are folded in blocks of 64 bytes; nothing but the time shows it.
#include <gtest/gtest.h>

#include <cctype>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/fold.h"
#include "tests/engine/random_text.h"

namespace redline::text {
namespace {

// Something invisible behind each letter changes neither the fold nor its gaps, and leaves no run
// long enough for a block.
TEST(AsciiBlock, IsReadAsItsCharactersAre) {
  constexpr std::string_view kInvisible = "\u200B";
  constexpr std::string_view kWord = "abyzABYZ0189";
  constexpr std::string_view kBetween[] = {" ",   " ",  " ",  "  ", "        ", ", ", ". ",
                                           ".  ", "? ", "! ", "% ", "%",        ",",  ".",
                                           "!",   "-",  "; ", " ,", " . "};
  tests::RandomText random(20261124);
  for (int round = 0; round < 3'000; ++round) {
    std::string text;
    const std::size_t size = random.Below(400);
    while (text.size() < size) {
      for (std::uint32_t i = random.Below(random.Below(8) == 0 ? 150 : 12); i > 0; --i) {
        text += kWord[random.Below(kWord.size())];
      }
      text += kBetween[random.Below(std::size(kBetween))];
    }
    text.resize(size);
    std::string apart;
    std::vector<std::uint32_t> place;  // in text, of each byte of apart
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool letter = std::isalpha(static_cast<unsigned char>(text[i])) != 0;
      apart += text[i];
      if (letter) apart += kInvisible;
      place.resize(apart.size(), static_cast<std::uint32_t>(i));
    }
    // Exactly as long as the text, so that a sanitizer sees what is read beyond it.
    const std::vector<char> exact(text.begin(), text.end());
    const FoldedText blocks = Fold({exact.data(), exact.size()});
    const FoldedText characters = Fold(apart);
    ASSERT_EQ(blocks.text, characters.text) << text;
    for (std::uint32_t i = 0; i < blocks.text.size(); ++i) {
      const Range range = blocks.map.SourceOf({i, i + 1}, text);
      ASSERT_EQ(range.begin, place[characters.map.SourceOf({i, i + 1}, apart).begin]) << text;
      ASSERT_EQ(range.end, range.begin + 1) << text;
      ASSERT_EQ(blocks.map.GapBefore(i), characters.map.GapBefore(i)) << text << "\n" << i;
    }
    const std::vector<Segment>& segments = blocks.map.segments();
    for (std::size_t i = 1; i < segments.size(); ++i) {
      const auto before = segments[i - 1].source() + segments[i].folded - segments[i - 1].folded;
      ASSERT_NE(segments[i].source(), before) << "a segment that only goes on: " << text;
    }
  }
}

// The Cyrillic letters, a segment each for two bytes, fill the map to any extent before a block
// with as many words as it can have.
TEST(AsciiBlock, FindsRoomForEachOfItsWords) {
  for (std::uint32_t letters = 0; letters < 60; ++letters) {
    for (std::uint32_t words = 30; words < 60; ++words) {
      std::string text;
      for (std::uint32_t i = 0; i < letters; ++i) text += "а";
      for (std::uint32_t i = 0; i < words; ++i) text += "a ";
      const FoldedText folded = Fold(text);
      ASSERT_EQ(folded.text, std::string(letters + words, 'a'));
      for (std::uint32_t i = 0; i < letters; ++i) {
        ASSERT_EQ(folded.map.SourceOf({i, i + 1}, text), (Range{2 * i, 2 * i + 2}));
      }
      for (std::uint32_t i = letters; i < letters + words; ++i) {
        ASSERT_EQ(folded.map.SourceOf({i, i + 1}, text), (Range{2 * i, 2 * i + 1}));
      }
    }
  }
}

}  // namespace
}  // namespace redline::text
