// What a report says as a whole, as sentences for a copywriter, in Chinese and English: the
// verdict, what it does not count and why, and which ruleset judged.
//
//   InWords(Language::kEnglish, report)    // ✗ BLOCK: must not be published (2 block)
//
// Threads: pure functions.
#pragma once

#include <string>

#include "redline/v1/report.pb.h"
#include "service/report/words.h"

namespace redline::service {

// The verdict, and how many violations of each severity. No verdict is never a pass.
std::string InWords(Language language, const v1::Report& report);

// What an editor should know of. Empty when there is nothing.
std::string Noticed(Language language, const v1::Report& report);

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

// A ruleset by name, profile, version and contents.
std::string NameOf(Language language, const v1::RulesetRef& ruleset);

// Which ruleset judged, and by which day.
std::string Judge(Language language, const v1::Report& report);

}  // namespace redline::service
