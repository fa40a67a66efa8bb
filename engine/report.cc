#include "engine/report.h"

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
  }
  return "";
}

}  // namespace redline
