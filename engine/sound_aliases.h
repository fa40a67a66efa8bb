// Sound aliases: places that sound like a phrase and are not written like it.
//
//   phrase 零风险:  零疯险 (homophone), 零feng险, ling feng xian, língfēngxiǎn (pinyin)
//
// Only rules that ask for it take part (Rule::aliases). The keys of their phrases, syllables put
// together, are scanned for in spoken text; what is found must then stand these tests, because
// Chinese has some four hundred syllables and innocent words sound like anything:
//
//   - every Han character is one syllable of the phrase, every blank between Latin letters stands
//     between two (fang'an is no fan'gan)
//   - homophones: the phrase has kMinHomophoneSyllables, at most half of its characters are others,
//     no edge cuts a word, no word is made of other characters only (练习老师 is no 联系老师) and
//     no neighbour of a whole word is taken for a part of it (国家|及 is no 国家级)
//   - pinyin of two syllables: tone marks, or one word of kMinPinyinWord letters and more, or one
//     of the two in small letters beside the other's character
//
// docs/decisions/0019 has the figures.
//
// Errors:   as scanner.h.
// Threads:  immutable.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report.h"
#include "engine/result.h"
#include "engine/rule.h"
#include "engine/scanner.h"
#include "engine/span.h"
#include "engine/text/fold.h"
#include "engine/text/spoken_text.h"

namespace redline {

// A place that is read as a phrase, in bytes of folded text.
struct AliasMatch {
  std::uint32_t rule = 0;
  std::uint32_t phrase = 0;  // of rules[rule]
  Range range;
  Disguise disguise = Disguise::kHomophone;
};

class SoundAliases {
 public:
  static constexpr std::size_t kMinHomophoneSyllables = 3;
  static constexpr std::size_t kMinPinyinWord = 6;  // letters

  // Null when no rule asks for it.
  static Result<std::unique_ptr<const SoundAliases>, std::vector<RuleError>> Compile(
      const std::vector<Rule>& rules);

  // Appends the matches, in no order. `source` is what was folded.
  Scanner::Outcome Find(const text::FoldedText& folded, std::string_view source,
                        std::vector<AliasMatch>& matches) const;

 private:
  struct Phrase {
    std::uint32_t rule = 0;
    std::uint32_t index = 0;
    bool pinyin = false;
    bool homophones = false;
    std::string folded;
    text::SpokenText spoken;
  };
  // How one place writes a phrase.
  struct Writing;

  SoundAliases() = default;

  std::unique_ptr<const Scanner> scanner_;
  std::vector<std::vector<Phrase>> phrases_;  // by key
};

// How many Han characters with a sound, and digits, a folded phrase has.
std::size_t CountSyllables(std::string_view folded);

// The sound of a folded phrase, "lingfengxian"; empty when the phrase holds anything but Han,
// digits and Latin letters, or less than two Han characters and digits.
std::string SoundKey(std::string_view folded);

// The initials of a folded phrase, "wzbp"; empty when it is no Chinese one of kMinInitials
// characters and more.
inline constexpr std::size_t kMinInitials = 4;
std::string Initials(std::string_view folded);

}  // namespace redline
