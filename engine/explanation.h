// Explanation: the way of a draft through its review: how each passage was read, and what became of
// every match, those that are no violation among them.
//
//   Result<Explanation, ReviewError> explanation = Explain(draft, ruleset, {.as_of = today});
//   for (const Explanation::Match& match : explanation->matches) …
//
// The report in it is the one that Review would have made. Everything that Review says about errors
// and threads holds.
//
// Order:    readings by passage, the body first; matches by reading, begin, longest first, rule id.
// Lifetime: `rule` pointers stay valid as long as the report's ruleset, which the report holds.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report.h"
#include "engine/review.h"

namespace redline {

// What became of a match.
enum class Fate {
  kViolation,
  kShadow,        // a violation of a rule in shadow: reported apart, not counted
  kWaived,        // a violation that a waiver lets pass
  kException,     // an exception of its rule covers it
  kContext,       // a context makes it none
  kCutsToken,     // begins or ends inside a Latin word or a number
  kCutsWord,      // begins or ends inside a Chinese word, and the rule asks for whole words
  kForeignWord,   // letters of another script that make a word of their own
  kDisguise,      // takes a disguise that the rule does not see through
  kNoSign,        // a sign (an emoji) that the written alias names is not there
  kTooShort,      // too few letters to be read as leet
  kOverlaps,      // a longer or earlier match of the same rule stands there
  kSatisfied,     // the statement that it asks for stands there, or is missing elsewhere already
  kOtherPassage,  // the rule does not look at passages of this name
  kNotApplied,    // the rule does not apply to this draft: Report::not_applied says why
};
std::string_view Name(Fate fate);  // "violation", "exception" …

struct Explanation {
  struct Reading {
    std::uint32_t passage = 0;          // index into Draft::passages
    std::optional<Disguise> respelled;  // what play with letters was seen through
    std::string visible;                // what is shown there
    std::string folded;                 // how it was read, with , and . for marks
  };
  struct Match {
    std::uint32_t reading = 0;  // index into readings
    const Rule* rule = nullptr;
    Span span;
    std::string quote;    // the passage's bytes of `span`
    std::string wording;  // the phrase or pattern, as written in the list
    Fate fate = Fate::kViolation;
    std::string by;  // the exception as written, or the id of the context or waiver
  };

  Report report;
  std::vector<Reading> readings;
  std::vector<Match> matches;
};

// REQUIRES: ruleset is not null.
Result<Explanation, ReviewError> Explain(const Draft& draft, std::shared_ptr<const Ruleset> ruleset,
                                         const ReviewOptions& options);

}  // namespace redline
