#include "engine/text/spoken_text.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/text/fold.h"
#include "engine/text/pinyin.h"
#include "engine/text/utf8.h"
#include "tests/engine/random_text.h"

namespace redline::text {
namespace {

TEST(SpokenText, SpeaksHanAndDigitsAndKeepsLetters) {
  EXPECT_EQ(Speak("买0feng险\x1F高").text, "mailingfengxian gao");
  EXPECT_EQ(Speak("\x1D\x1E%か한").text, "     ");
  EXPECT_EQ(Speak("0123456789").text, "lingyiersansiwuliuqibajiu");
}

TEST(SpokenText, UmlautIsUHoweverItWasWritten) {
  for (const std::string text : {"绿", "lv", "lu", "鲁"}) EXPECT_EQ(Speak(text).text, "lu") << text;
  EXPECT_EQ(Speak("女nv").text, "nunu");
  EXPECT_EQ(Speak("vip").text, "vip");
}

// Every character of the folded text has its place, and between two places stands its sound.
TEST(SpokenText, LeadsBackToWholeCharacters) {
  tests::RandomText random(15);
  for (int round = 0; round < 2000; ++round) {
    const std::string folded = Fold(random.Text(40)).text;
    const SpokenText spoken = Speak(folded);
    ASSERT_EQ(spoken.characters.back().spoken, spoken.text.size());
    ASSERT_EQ(spoken.characters.back().folded, folded.size());
    std::size_t at = 0;
    for (std::size_t i = 0; i + 1 < spoken.characters.size(); ++i) {
      const auto [begin, from] = spoken.characters[i];
      ASSERT_EQ(from, at);
      ASSERT_EQ(spoken.BeginningAt(begin), i);
      const char32_t c = CodePointAt(folded, at);
      std::string sound(SyllableOf(c));
      if (c < 0x80) sound.clear();  // letters and digits: above
      const std::string heard = spoken.text.substr(begin, spoken.characters[i + 1].spoken - begin);
      if (!sound.empty() && sound.find('v') == std::string::npos) {
        ASSERT_EQ(heard, sound);
      }
      for (std::size_t inside = 1; inside < heard.size(); ++inside) {
        const auto place = begin + static_cast<std::uint32_t>(inside);
        ASSERT_EQ(spoken.BeginningAt(place), spoken.characters.size());
      }
      at += SequenceLength(folded[at]);
    }
    ASSERT_EQ(at, folded.size());
  }
}

}  // namespace
}  // namespace redline::text
