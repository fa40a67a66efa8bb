// Sentences: the parts of a report as sentences for a copywriter, in Chinese and English.
//
//   Quote(Language::kEnglish, violation, 40)   // “保*本” read as “保本” (separators inside the
//   word)
//
// Threads: pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "redline/v1/explanation.pb.h"
#include "redline/v1/report.pb.h"
#include "service/report/words.h"

namespace redline::service {

// 「…」 or “…”.
std::string Quoted(Language language, std::string_view text);

// The words as written, shortened to `columns`, and how they were read when disguised.
std::string Quote(Language language, const v1::Violation& violation, int columns);

// Law, article, document, and a mark when it was not read in the text of the law.
std::string Citation(Language language, const v1::Basis& basis);

// Why the severity is lower than the rule's. Empty when it is not.
std::string LoweredBy(Language language, const std::string& context);

// The code of a draft that was not reviewed, where a violation would have its rule.
inline constexpr std::string_view kNotReviewedId = "not-reviewed";

// A violation in one paragraph, for the formats of other tools: the words, why they are wrong, by
// which law, and what to write instead. Safe to show.
std::string Told(Language language, const v1::Violation& violation);

// How many drafts got which verdict; VERDICT_UNSPECIFIED counts those that were not reviewed.
class Tally {
 public:
  void Count(v1::Verdict verdict) { ++verdicts_[verdict]; }
  int of(v1::Verdict verdict) const { return verdicts_[verdict]; }
  int drafts() const;

 private:
  int verdicts_[v1::Verdict_ARRAYSIZE] = {};
};

// "3 drafts: 1 pass, 0 review, 1 block, 1 not reviewed"
std::string InWords(Language language, const Tally& tally);

// How many violations the baseline hides, which the verdict counts all the same. Empty when none.
std::string Hidden(Language language, std::size_t count);

// Why a draft has no report. Safe to show.
std::string NotReviewed(Language language, std::string_view reason);

// The verdict, and how many violations of each severity. No verdict is never a pass.
std::string InWords(Language language, const v1::Report& report);

// What an editor should know of. Empty when there is nothing.
std::string Noticed(Language language, const v1::Report& report);

// What became of a match, and by what.
std::string Became(Language language, const v1::Match& match);

// The statements of which one must stand in the draft. Empty when none is asked for.
std::string Statements(Language language, const v1::Violation& violation);

// What comes nearest to one of them, its quote shortened to `columns`, and what it lacks.
std::string Nearest(Language language, const v1::NearMiss& near_miss, int columns);

// A violation that is waived: its words, its rule, and by what.
std::string WaivedBy(Language language, const v1::WaivedViolation& waived);

// A waiver that ends soon or is over.
std::string Warned(Language language, const v1::WaiverWarning& warning);

// What rules on trial find, by rule. Empty when they find nothing.
std::string Shadowed(Language language, const v1::Report& report);

// Matches that are no violation. Empty when there are none.
std::string Excused(Language language, const v1::Report& report);

// How many rules were not applied, by reason. Empty when there are none.
std::string NotApplied(Language language, const v1::Report& report);

// Which of them a profile switched off, which one, and why. Empty when there are none.
std::string SwitchedOff(Language language, const v1::Report& report);

// The profile that set the severity. Empty when it is that of the rule's own list.
std::string SetBy(Language language, const v1::Violation& violation);

// A ruleset by name, profile, version and contents.
std::string NameOf(Language language, const v1::RulesetRef& ruleset);

// Which ruleset judged, and by which day.
std::string Judge(Language language, const v1::Report& report);

}  // namespace redline::service
