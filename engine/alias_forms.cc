#include "engine/alias_forms.h"

#include "engine/sound_aliases.h"
#include "engine/text/fold.h"
#include "engine/text/split_characters.h"
#include "engine/text/spoken_text.h"
#include "engine/text/utf8.h"

namespace redline {
namespace {

// A blank before each syllable and before what follows one: "vip ke hu".
std::string InSyllables(std::string_view folded) {
  const text::SpokenText spoken = text::Speak(folded);
  std::string syllables;
  bool behind_syllable = false;
  for (std::size_t i = 0; i + 1 < spoken.characters.size(); ++i) {
    const auto& each = spoken.characters[i];
    const bool syllable = text::IsSyllable(text::CodePointAt(folded, each.folded));
    if (i > 0 && (syllable || behind_syllable)) syllables += ' ';
    syllables.append(spoken.text, each.spoken, spoken.characters[i + 1].spoken - each.spoken);
    behind_syllable = syllable;
  }
  return syllables;
}

std::string Split(std::string_view folded) {
  std::string split;
  bool changed = false;
  for (std::size_t at = 0; at < folded.size(); at += text::SequenceLength(folded[at])) {
    const std::string parts = text::PartsOf(text::CodePointAt(folded, at));
    changed = changed || !parts.empty();
    split +=
        parts.empty() ? std::string(folded.substr(at, text::SequenceLength(folded[at]))) : parts;
  }
  return changed ? split : std::string();
}

}  // namespace

AliasForms FormsOf(std::string_view phrase) {
  const std::string folded = text::FoldPhrase(phrase);
  AliasForms forms;
  if (!SoundKey(folded).empty()) {
    forms.pinyin = InSyllables(folded);
    forms.homophones = CountSyllables(folded) >= SoundAliases::kMinHomophoneSyllables;
  }
  forms.initials = Initials(folded);
  forms.split = Split(folded);
  return forms;
}

}  // namespace redline
