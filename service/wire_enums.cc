#include "service/wire_enums.h"

namespace redline::service {

v1::Verdict ToWire(Verdict verdict) {
  switch (verdict) {
    case Verdict::kUnspecified:
      return v1::VERDICT_UNSPECIFIED;
    case Verdict::kPass:
      return v1::VERDICT_PASS;
    case Verdict::kReview:
      return v1::VERDICT_REVIEW;
    case Verdict::kBlock:
      return v1::VERDICT_BLOCK;
  }
  return v1::VERDICT_UNSPECIFIED;
}

v1::Severity ToWire(Severity severity) {
  switch (severity) {
    case Severity::kUnspecified:
      return v1::SEVERITY_UNSPECIFIED;
    case Severity::kAdvise:
      return v1::SEVERITY_ADVISE;
    case Severity::kReview:
      return v1::SEVERITY_REVIEW;
    case Severity::kBlock:
      return v1::SEVERITY_BLOCK;
  }
  return v1::SEVERITY_UNSPECIFIED;
}

v1::RuleStatus ToWire(Status status) {
  switch (status) {
    case Status::kActive:
      return v1::RULE_STATUS_ACTIVE;
    case Status::kDraft:
      return v1::RULE_STATUS_DRAFT;
    case Status::kShadow:
      return v1::RULE_STATUS_SHADOW;
    case Status::kRetired:
      return v1::RULE_STATUS_RETIRED;
  }
  return v1::RULE_STATUS_UNSPECIFIED;
}

v1::NoticeKind ToWire(Notice::Kind kind) {
  switch (kind) {
    case Notice::Kind::kInvisible:
      return v1::NOTICE_KIND_INVISIBLE;
    case Notice::Kind::kDirectionOverride:
      return v1::NOTICE_KIND_DIRECTION_OVERRIDE;
  }
  return v1::NOTICE_KIND_UNSPECIFIED;
}

v1::WaiverWarningKind ToWire(WaiverWarning::Kind kind) {
  switch (kind) {
    case WaiverWarning::Kind::kEndsSoon:
      return v1::WAIVER_WARNING_KIND_ENDS_SOON;
    case WaiverWarning::Kind::kOver:
      return v1::WAIVER_WARNING_KIND_OVER;
  }
  return v1::WAIVER_WARNING_KIND_UNSPECIFIED;
}

v1::Disguise ToWire(Disguise disguise) {
  switch (disguise) {
    case Disguise::kWidth:
      return v1::DISGUISE_WIDTH;
    case Disguise::kLetterForm:
      return v1::DISGUISE_LETTER_FORM;
    case Disguise::kTraditional:
      return v1::DISGUISE_TRADITIONAL;
    case Disguise::kInvisible:
      return v1::DISGUISE_INVISIBLE;
    case Disguise::kCombiningMark:
      return v1::DISGUISE_COMBINING_MARK;
    case Disguise::kSeparator:
      return v1::DISGUISE_SEPARATOR;
    case Disguise::kLookalike:
      return v1::DISGUISE_LOOKALIKE;
    case Disguise::kReading:
      return v1::DISGUISE_READING;
    case Disguise::kNumeral:
      return v1::DISGUISE_NUMERAL;
    case Disguise::kMarkup:
      return v1::DISGUISE_MARKUP;
    case Disguise::kHidden:
      return v1::DISGUISE_HIDDEN;
    case Disguise::kHanVariant:
      return v1::DISGUISE_HAN_VARIANT;
    case Disguise::kLeet:
      return v1::DISGUISE_LEET;
    case Disguise::kStretched:
      return v1::DISGUISE_STRETCHED;
    case Disguise::kReversed:
      return v1::DISGUISE_REVERSED;
    case Disguise::kPinyin:
      return v1::DISGUISE_PINYIN;
    case Disguise::kHomophone:
      return v1::DISGUISE_HOMOPHONE;
    case Disguise::kInitials:
      return v1::DISGUISE_INITIALS;
    case Disguise::kSplitCharacter:
      return v1::DISGUISE_SPLIT_CHARACTER;
    case Disguise::kAlias:
      return v1::DISGUISE_ALIAS;
  }
  return v1::DISGUISE_UNSPECIFIED;
}

v1::Fate ToWire(Fate fate) {
  switch (fate) {
    case Fate::kViolation:
      return v1::FATE_VIOLATION;
    case Fate::kShadow:
      return v1::FATE_SHADOW;
    case Fate::kWaived:
      return v1::FATE_WAIVED;
    case Fate::kException:
      return v1::FATE_EXCEPTION;
    case Fate::kContext:
      return v1::FATE_CONTEXT;
    case Fate::kCutsToken:
      return v1::FATE_CUTS_TOKEN;
    case Fate::kCutsWord:
      return v1::FATE_CUTS_WORD;
    case Fate::kForeignWord:
      return v1::FATE_FOREIGN_WORD;
    case Fate::kDisguise:
      return v1::FATE_DISGUISE;
    case Fate::kNoSign:
      return v1::FATE_NO_SIGN;
    case Fate::kTooShort:
      return v1::FATE_TOO_SHORT;
    case Fate::kOverlaps:
      return v1::FATE_OVERLAPS;
    case Fate::kSatisfied:
      return v1::FATE_SATISFIED;
    case Fate::kOtherPassage:
      return v1::FATE_OTHER_PASSAGE;
    case Fate::kNotApplied:
      return v1::FATE_NOT_APPLIED;
  }
  return v1::FATE_UNSPECIFIED;
}

v1::DismissalReason ToWire(Dismissal::Reason reason) {
  switch (reason) {
    case Dismissal::Reason::kException:
      return v1::DISMISSAL_REASON_EXCEPTION;
    case Dismissal::Reason::kContext:
      return v1::DISMISSAL_REASON_CONTEXT;
  }
  return v1::DISMISSAL_REASON_UNSPECIFIED;
}

v1::NotAppliedReason ToWire(NotApplied::Reason reason) {
  switch (reason) {
    case NotApplied::Reason::kChannel:
      return v1::NOT_APPLIED_REASON_CHANNEL;
    case NotApplied::Reason::kProduct:
      return v1::NOT_APPLIED_REASON_PRODUCT;
    case NotApplied::Reason::kAudience:
      return v1::NOT_APPLIED_REASON_AUDIENCE;
    case NotApplied::Reason::kLocale:
      return v1::NOT_APPLIED_REASON_LOCALE;
    case NotApplied::Reason::kPassage:
      return v1::NOT_APPLIED_REASON_PASSAGE;
    case NotApplied::Reason::kNotYetEffective:
      return v1::NOT_APPLIED_REASON_NOT_YET_EFFECTIVE;
    case NotApplied::Reason::kExpired:
      return v1::NOT_APPLIED_REASON_EXPIRED;
    case NotApplied::Reason::kDraft:
      return v1::NOT_APPLIED_REASON_DRAFT;
    case NotApplied::Reason::kRetired:
      return v1::NOT_APPLIED_REASON_RETIRED;
    case NotApplied::Reason::kSwitchedOff:
      return v1::NOT_APPLIED_REASON_SWITCHED_OFF;
  }
  return v1::NOT_APPLIED_REASON_UNSPECIFIED;
}

v1::Checked ToWire(Checked checked) {
  switch (checked) {
    case Checked::kUnverified:
      return v1::CHECKED_UNVERIFIED;
    case Checked::kSecondary:
      return v1::CHECKED_SECONDARY;
    case Checked::kQuoted:
      return v1::CHECKED_QUOTED;
    case Checked::kText:
      return v1::CHECKED_TEXT;
  }
  return v1::CHECKED_UNSPECIFIED;
}

}  // namespace redline::service
