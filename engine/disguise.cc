#include "engine/disguise.h"

namespace redline {

std::string_view Name(Disguise disguise) {
  switch (disguise) {
    case Disguise::kWidth:
      return "width";
    case Disguise::kLetterForm:
      return "letter_form";
    case Disguise::kTraditional:
      return "traditional";
    case Disguise::kInvisible:
      return "invisible";
    case Disguise::kCombiningMark:
      return "combining_mark";
    case Disguise::kSeparator:
      return "separator";
    case Disguise::kLookalike:
      return "lookalike";
    case Disguise::kReading:
      return "reading";
    case Disguise::kNumeral:
      return "numeral";
    case Disguise::kMarkup:
      return "markup";
    case Disguise::kHidden:
      return "hidden";
    case Disguise::kHanVariant:
      return "han_variant";
    case Disguise::kLeet:
      return "leet";
    case Disguise::kStretched:
      return "stretched";
    case Disguise::kReversed:
      return "reversed";
    case Disguise::kPinyin:
      return "pinyin";
    case Disguise::kHomophone:
      return "homophone";
    case Disguise::kInitials:
      return "initials";
    case Disguise::kSplitCharacter:
      return "split_character";
    case Disguise::kAlias:
      return "alias";
  }
  return "";
}

std::optional<Disguise> DisguiseNamed(std::string_view name) {
  for (int value = 0; value <= static_cast<int>(Disguise::kAlias); ++value) {
    const auto disguise = static_cast<Disguise>(value);
    if (Name(disguise) == name) return disguise;
  }
  return std::nullopt;
}

}  // namespace redline
