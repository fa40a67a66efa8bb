// Sentences: a violation, a match and a tally as sentences for a copywriter, in Chinese and
// English.
//
//   Quote(Language::kEnglish, violation, 40)
//       // “保*本” read as “保本” (separators inside the word)
//
// What a report says as a whole: report_sentences.h.
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

// What became of a match, and by what.
std::string Became(Language language, const v1::Match& match);

// The statements of which one must stand in the draft. Empty when none is asked for.
std::string Statements(Language language, const v1::Violation& violation);

// What comes nearest to one of them, its quote shortened to `columns`, and what it lacks.
std::string Nearest(Language language, const v1::NearMiss& near_miss, int columns);

// The profile that set the severity. Empty when it is that of the rule's own list.
std::string SetBy(Language language, const v1::Violation& violation);

}  // namespace redline::service
