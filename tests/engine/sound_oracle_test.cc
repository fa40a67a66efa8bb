// Sound aliases against a matcher that reads every stretch of a text along every phrase, on random
// rules and texts. It knows nothing of keys, spoken text and scanners; readings of characters and
// edges of words it takes from the engine, which has tests of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "engine/sound_aliases.h"
#include "engine/text/boundary.h"
#include "engine/text/fold.h"
#include "engine/text/pinyin.h"
#include "engine/text/utf8.h"
#include "engine/text/word_break.h"
#include "tests/engine/lists.h"
#include "tests/engine/random_text.h"

namespace redline {
namespace {

// Sounds that lie in one another (xi an and xian, fang an and fan gan), words that ICU knows and
// letters that spell syllables.
constexpr std::u32string_view kHan = U"保宝包本奔险现西安方案反感风疯";
constexpr std::string_view kSpelled[] = {"bao",  "ben", "xian", "xi",  "an",  "fang", "fan", "gan",
                                         "feng", "f",   "eng",  "Bao", "bǎo", "běn",  "n"};
constexpr std::string_view kBetween[] = {" ", " ", " ", "*", "，", "5"};

std::string ComposePhrase(tests::RandomText& random) {
  std::string phrase;
  for (std::uint32_t i = 1 + random.Below(4); i > 0; --i) {
    text::AppendUtf8(kHan[random.Below(static_cast<std::uint32_t>(kHan.size()))], phrase);
  }
  return phrase;
}

std::string ComposeText(tests::RandomText& random) {
  std::string text;
  for (std::uint32_t i = 1 + random.Below(12); i > 0; --i) {
    const std::uint32_t kind = random.Below(8);
    if (kind < 4) {
      text::AppendUtf8(kHan[random.Below(static_cast<std::uint32_t>(kHan.size()))], text);
    } else if (kind < 6) {
      text += kSpelled[random.Below(std::size(kSpelled))];
    } else {
      text += kBetween[random.Below(std::size(kBetween))];
    }
  }
  return text;
}

using Hit = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, Disguise>;

class NaiveSounds {
 public:
  NaiveSounds(const text::FoldedText& folded, std::string_view source)
      : folded_(folded), source_(source) {
    for (std::uint32_t at = 0; at < folded.text.size();) {
      const auto end = at + static_cast<std::uint32_t>(text::SequenceLength(folded.text[at]));
      const Range from = folded.map.SourceOf({at, end}, source);
      letters_.push_back({text::CodePointAt(folded.text, at), text::CodePointAt(source, from.begin),
                          at, end, at > 0 && folded.map.GapBefore(at)});
      at = end;
    }
  }

  // Tries `phrase` at every place.
  void Find(const Rule& rule, std::uint32_t rule_index, std::uint32_t phrase_index,
            std::set<Hit>& hits) const {
    std::u32string phrase;
    const std::string& text = rule.phrases[phrase_index].text;
    for (std::size_t i = 0; i < text.size(); i += text::SequenceLength(text[i])) {
      phrase.push_back(text::CodePointAt(text, i));
    }
    if (phrase.size() < 2) return;
    for (std::size_t begin = 0; begin < letters_.size(); ++begin) {
      Reading reading;
      if (!Read(phrase, begin, reading) || !Counts(rule, phrase.size(), begin, reading)) continue;
      hits.emplace(rule_index, phrase_index, letters_[begin].begin, letters_[reading.end - 1].end,
                   reading.others.empty() ? Disguise::kPinyin : Disguise::kHomophone);
    }
  }

 private:
  struct Letter {
    char32_t read;
    char32_t written;
    std::uint32_t begin;
    std::uint32_t end;
    bool gap;
  };
  struct Reading {
    std::size_t end = 0;
    std::vector<std::size_t> others;  // places of other characters
    std::size_t spelled = 0;
    std::size_t toned = 0;
    std::size_t letters = 0;
    bool capital = false;
  };

  bool Read(const std::u32string& phrase, std::size_t begin, Reading& reading) const {
    std::size_t at = begin;
    for (const char32_t c : phrase) {
      const std::string_view sound = text::SyllableOf(c);
      if (at >= letters_.size()) return false;
      if (!text::SyllableOf(letters_[at].read).empty()) {
        if (text::SyllableOf(letters_[at].read) != sound) return false;
        if (letters_[at].read != c) reading.others.push_back(at);
        ++at;
        continue;
      }
      bool toned = false;
      for (std::size_t i = 0; i < sound.size(); ++i, ++at) {
        if (at >= letters_.size() || letters_[at].read != static_cast<char32_t>(sound[i]) ||
            (i > 0 && letters_[at].gap)) {
          return false;
        }
        toned = toned || letters_[at].written >= 0x80;
        reading.capital |= letters_[at].written >= 'A' && letters_[at].written <= 'Z';
        ++reading.letters;
      }
      ++reading.spelled;
      reading.toned += toned ? 1 : 0;
    }
    reading.end = at;
    return true;
  }

  bool Counts(const Rule& rule, std::size_t size, std::size_t begin, const Reading& reading) const {
    const Range range{letters_[begin].begin, letters_[reading.end - 1].end};
    if (reading.spelled == 0 && reading.others.empty()) return false;
    if (text::CutsToken(folded_, source_, range)) return false;
    bool parted = false;
    for (std::size_t i = begin + 1; i < reading.end; ++i) parted |= letters_[i].gap;
    if (reading.spelled > 0) {
      if (!rule.aliases.pinyin) return false;
      const bool all = reading.spelled == size;
      const bool toned = reading.toned == reading.spelled;
      if (all && !toned && reading.letters < 6) return false;
      if (size == 2 && all && !toned && parted) return false;
      if (size == 2 && !all && (parted || reading.capital)) return false;
    }
    if (reading.others.empty()) return true;
    if (!rule.aliases.homophones || size < 3 || reading.others.size() * 2 > size) return false;
    if (text::CutsWord(folded_, source_, range)) return false;
    for (const std::size_t other : reading.others) {
      const bool next = std::find(reading.others.begin(), reading.others.end(), other + 1) !=
                        reading.others.end();
      if (next && IsWord(other, other + 2)) return false;
    }
    if (reading.others.size() > 1) return true;
    const std::size_t other = reading.others[0];
    if (other == begin) return !IsWord(begin + 1, reading.end);
    if (other + 1 == reading.end) return !IsWord(begin, other);
    return true;
  }

  bool IsWord(std::size_t begin, std::size_t end) const {
    return text::IsWord(folded_, source_, {letters_[begin].begin, letters_[end - 1].end});
  }

  const text::FoldedText& folded_;
  const std::string_view source_;
  std::vector<Letter> letters_;
};

TEST(SoundOracle, AgreesOnRandomPhrasesAndTexts) {
  tests::RandomText random(15);
  std::size_t homophones = 0;
  std::size_t pinyin = 0;
  for (int round = 0; round < 8'000; ++round) {
    std::vector<Rule> rules(2);
    for (Rule& rule : rules) {
      rule.aliases.pinyin = random.Below(4) != 0;
      rule.aliases.homophones = random.Below(4) != 0;
      for (std::uint32_t i = 1 + random.Below(6); i > 0; --i) {
        rule.phrases.push_back({ComposePhrase(random), {}});
      }
    }
    const auto sounds = SoundAliases::Compile(rules);
    ASSERT_TRUE(sounds);
    for (int i = 0; i < 30; ++i) {
      const std::string source = ComposeText(random);
      const text::FoldedText folded = text::Fold(source);
      std::vector<AliasMatch> matches;
      if (*sounds != nullptr) {
        ASSERT_EQ((*sounds)->Find(folded, source, matches), Scanner::Outcome::kComplete);
      }
      std::set<Hit> got;
      for (const AliasMatch& match : matches) {
        got.emplace(match.rule, match.phrase, match.range.begin, match.range.end, match.disguise);
      }
      ASSERT_EQ(got.size(), matches.size()) << "twice in: " << source;
      std::set<Hit> want;
      const NaiveSounds naive(folded, source);
      for (std::uint32_t r = 0; r < rules.size(); ++r) {
        for (std::uint32_t p = 0; p < rules[r].phrases.size(); ++p) {
          naive.Find(rules[r], r, p, want);
        }
      }
      for (const Hit& hit : want) {
        ++(std::get<4>(hit) == Disguise::kPinyin ? pinyin : homophones);
      }
      if (got == want) continue;
      std::string shown = "text: " + source;
      for (const Rule& rule : rules) {
        shown += "\nrule:";
        for (const Wording& phrase : rule.phrases) shown += " " + phrase.text;
      }
      for (const auto* hits : {&want, &got}) {
        shown += hits == &want ? "\nwant" : "\ngot";
        for (const Hit& hit : *hits) {
          shown += " " + std::to_string(std::get<0>(hit)) + "/" + std::to_string(std::get<1>(hit)) +
                   " " + std::to_string(std::get<2>(hit)) + "-" + std::to_string(std::get<3>(hit));
        }
      }
      FAIL() << shown;
    }
  }
  EXPECT_GT(homophones, 400u);
  EXPECT_GT(pinyin, 2'000u);
}

}  // namespace
}  // namespace redline
