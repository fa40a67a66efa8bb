#include "engine/sound_aliases.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "engine/text/boundary.h"
#include "engine/text/fold_table.h"
#include "engine/text/utf8.h"
#include "engine/text/word_break.h"

namespace redline {
namespace {

bool IsSmallLetter(char32_t c) { return c >= U'a' && c <= U'z'; }

// Whether every character of a folded phrase has a sound or is a Latin letter.
bool IsSpeakable(std::string_view folded) {
  for (std::size_t at = 0; at < folded.size(); at += text::SequenceLength(folded[at])) {
    const char32_t c = text::CodePointAt(folded, at);
    if (!text::IsSyllable(c) && !IsSmallLetter(c)) return false;
  }
  return true;
}

}  // namespace

struct SoundAliases::Writing {
  std::size_t syllables = 0;  // of the phrase
  std::size_t spelled = 0;    // of them, written in Latin letters
  std::size_t letters = 0;    // that spell them
  std::size_t toned = 0;      // of the spelled ones, with a tone mark
  bool capital = false;       // one of the letters is
  bool parted = false;        // something stands between two characters
  std::vector<Range> others;  // Han characters that are not those of the phrase

  bool Read(const Phrase& phrase, const text::FoldedText& folded, std::string_view source,
            const text::SpokenText& spoken, Match match);
  bool Stands(const Phrase& phrase, const text::FoldedText& folded, std::string_view source) const;
  Range range() const { return range_; }

 private:
  bool StandsAsPinyin() const;
  bool StandsAmongWords(const text::FoldedText& folded, std::string_view source, Range range) const;

  Range range_;
};

// Reads what was found, character by character, along the phrase; false when it is not spoken in
// the phrase's syllables.
bool SoundAliases::Writing::Read(const Phrase& phrase, const text::FoldedText& folded,
                                 std::string_view source, const text::SpokenText& spoken,
                                 Match match) {
  const std::size_t first = spoken.BeginningAt(match.begin);
  const std::size_t last = spoken.BeginningAt(match.end);
  if (first == spoken.characters.size() || last == spoken.characters.size()) return false;
  const auto& units = phrase.spoken.characters;
  std::size_t unit = 0;
  bool toned_here = false;
  for (std::size_t i = first; i < last; ++i) {
    const std::uint32_t at = spoken.characters[i].folded;
    const std::uint32_t next = spoken.characters[i + 1].folded;
    const std::uint32_t offset = spoken.characters[i].spoken - match.begin;
    while (units[unit + 1].spoken <= offset) ++unit;
    const bool begins = units[unit].spoken == offset;
    const char32_t meant = text::CodePointAt(phrase.folded, units[unit].folded);
    const char32_t read = text::CodePointAt(folded.text, at);
    const bool gap = i > first && folded.map.GapBefore(at);
    parted = parted || gap;
    if (text::IsSyllable(read)) {
      const std::uint32_t end = spoken.characters[i + 1].spoken - match.begin;
      if (!begins || end != units[unit + 1].spoken || !text::IsSyllable(meant)) return false;
      if (read != meant) others.push_back({at, next});
      continue;
    }
    if (gap && !begins) return false;
    if (!text::IsSyllable(meant)) continue;
    const char32_t written =
        text::CodePointAt(source, folded.map.SourceOf({at, next}, source).begin);
    if (begins) {
      ++spelled;
      toned_here = false;
    }
    ++letters;
    if (written >= 0x80 && !toned_here) {
      ++toned;
      toned_here = true;
    }
    capital = capital || (written >= U'A' && written <= U'Z');
  }
  syllables = CountSyllables(phrase.folded);
  range_ = {spoken.characters[first].folded, spoken.characters[last].folded};
  return true;
}

bool SoundAliases::Writing::StandsAsPinyin() const {
  if (spelled == syllables && toned < spelled && letters < kMinPinyinWord) return false;
  if (syllables > 2) return true;
  if (spelled == syllables) return toned == spelled || !parted;
  return !parted && !capital;
}

bool SoundAliases::Writing::StandsAmongWords(const text::FoldedText& folded,
                                             std::string_view source, Range range) const {
  if (text::CutsWord(folded, source, range)) return false;
  for (std::size_t i = 1; i < others.size(); ++i) {
    const bool adjacent = others[i - 1].end == others[i].begin;
    if (adjacent && text::IsWord(folded, source, {others[i - 1].begin, others[i].end}))
      return false;
  }
  if (others.size() > 1) return true;
  const Range other = others.front();
  const bool first = other.begin == range.begin;
  if (!first && other.end != range.end) return true;
  return !text::IsWord(folded, source,
                       first ? Range{other.end, range.end} : Range{range.begin, other.begin});
}

bool SoundAliases::Writing::Stands(const Phrase& phrase, const text::FoldedText& folded,
                                   std::string_view source) const {
  if (spelled == 0 && others.empty()) return false;  // the phrase itself
  if (spelled > 0 && !(phrase.pinyin && StandsAsPinyin())) return false;
  if (text::CutsToken(folded, source, range_)) return false;
  if (others.empty()) return true;
  return phrase.homophones && syllables >= kMinHomophoneSyllables &&
         others.size() * 2 <= syllables && StandsAmongWords(folded, source, range_);
}

Result<std::unique_ptr<const SoundAliases>, std::vector<RuleError>> SoundAliases::Compile(
    const std::vector<Rule>& rules) {
  std::unordered_map<std::string, std::size_t> ids;
  std::vector<std::string> keys;
  std::unique_ptr<SoundAliases> compiled(new SoundAliases);
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    const Aliases& aliases = rules[i].aliases;
    if (rules[i].status == Status::kRetired) continue;
    if (!aliases.pinyin && !aliases.homophones) continue;
    for (std::uint32_t k = 0; k < rules[i].phrases.size(); ++k) {
      const std::string folded = text::FoldPhrase(rules[i].phrases[k].text);
      const std::string key = SoundKey(folded);
      if (key.empty()) continue;
      const bool homophones =
          aliases.homophones && CountSyllables(folded) >= kMinHomophoneSyllables;
      if (!homophones && !aliases.pinyin) continue;
      const auto [id, added] = ids.try_emplace(key, keys.size());
      if (added) {
        keys.push_back(key);
        compiled->phrases_.emplace_back();
      }
      compiled->phrases_[id->second].push_back(
          {i, k, aliases.pinyin, homophones, folded, text::Speak(folded)});
    }
  }
  if (keys.empty()) return std::unique_ptr<const SoundAliases>();
  std::vector<RuleError> errors;
  const auto blame = [&](std::size_t id, const std::string& message) {
    const Phrase& phrase = compiled->phrases_[id].front();
    const Rule& rule = rules[phrase.rule];
    errors.push_back({rule.phrases[phrase.index].origin, rule.id, message});
  };
  auto scanner = Scanner::Compile(keys);
  if (!scanner) {
    for (const ScannerError& error : scanner.error()) {
      blame(error.id, "the sound of the phrase cannot be compiled: " + error.message);
    }
    return Unexpected(std::move(errors));
  }
  for (const std::size_t id : NotFound(**scanner, keys)) {
    blame(id, "the scanner does not find the sound '" + keys[id] +
                  "' in itself: do not use this list on this machine");
  }
  if (!errors.empty()) return Unexpected(std::move(errors));
  compiled->scanner_ = std::move(*scanner);
  return std::unique_ptr<const SoundAliases>(std::move(compiled));
}

Scanner::Outcome SoundAliases::Find(const text::FoldedText& folded, std::string_view source,
                                    std::vector<AliasMatch>& matches) const {
  const text::SpokenText spoken = text::Speak(folded.text);
  std::vector<Match> sounds;
  const Scanner::Outcome outcome = scanner_->Scan(spoken.text, sounds);
  if (outcome != Scanner::Outcome::kComplete) return outcome;
  for (const Match& match : sounds) {
    for (const Phrase& phrase : phrases_[match.id]) {
      Writing writing;
      if (!writing.Read(phrase, folded, source, spoken, match)) continue;
      if (!writing.Stands(phrase, folded, source)) continue;
      matches.push_back({phrase.rule, phrase.index, writing.range(),
                         writing.others.empty() ? Disguise::kPinyin : Disguise::kHomophone});
    }
  }
  return outcome;
}

std::size_t CountSyllables(std::string_view folded) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < folded.size(); at += text::SequenceLength(folded[at])) {
    if (text::IsSyllable(text::CodePointAt(folded, at))) ++count;
  }
  return count;
}

std::string SoundKey(std::string_view folded) {
  if (!IsSpeakable(folded) || CountSyllables(folded) < 2) return "";
  return text::Speak(folded).text;
}

std::string Initials(std::string_view folded) {
  const text::SpokenText spoken = text::Speak(folded);
  const std::size_t count = spoken.characters.size() - 1;
  if (count < kMinInitials || CountSyllables(folded) != count) return "";
  std::string initials;
  for (std::size_t i = 0; i < count; ++i) {
    initials.push_back(spoken.text[spoken.characters[i].spoken]);
  }
  return initials;
}

}  // namespace redline
