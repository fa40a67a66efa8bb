#include "engine/explanation.h"

namespace redline {

std::string_view Name(Fate fate) {
  switch (fate) {
    case Fate::kViolation:
      return "violation";
    case Fate::kShadow:
      return "shadow";
    case Fate::kWaived:
      return "waived";
    case Fate::kException:
      return "exception";
    case Fate::kContext:
      return "context";
    case Fate::kCutsToken:
      return "cuts_token";
    case Fate::kCutsWord:
      return "cuts_word";
    case Fate::kForeignWord:
      return "foreign_word";
    case Fate::kDisguise:
      return "disguise";
    case Fate::kNoSign:
      return "no_sign";
    case Fate::kTooShort:
      return "too_short";
    case Fate::kOverlaps:
      return "overlaps";
    case Fate::kSatisfied:
      return "satisfied";
    case Fate::kOtherPassage:
      return "other_passage";
    case Fate::kNotApplied:
      return "not_applied";
  }
  return "";
}

}  // namespace redline
