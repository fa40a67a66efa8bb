// Diff sentences: the parts of a comparison of two lists, in Chinese and English.
//
//   SampleLine(Language::kEnglish, sample, 40)   // + post-7 [title]  年年“稳赚不赔”，快来  block
//
// Threads: pure functions.
#pragma once

#include <string>

#include "redline/v1/diff.pb.h"
#include "service/report/words.h"

namespace redline::service {

// How many drafts were compared, and how many change.
std::string Compared(Language language, const v1::ListDiff& diff);

// "pass → block".
std::string Step(Language language, const v1::VerdictChange& change);

// What became of a rule: new, gone, another severity or status, or changed in another way.
std::string Became(Language language, const v1::RuleDiff& rule);

// Whether a draft is judged differently because of the rule.
bool IsFelt(const v1::RuleDiff& rule);

// How many violations were added, removed and changed, in how many drafts.
std::string Counted(Language language, const v1::RuleDiff& rule);

// One violation with the words around it, on one line that is safe to show. + is added, - removed,
// ~ changed. The quote is shortened to `columns`.
std::string SampleLine(Language language, const v1::ViolationSample& sample, int columns);

// The rules that differ and are not felt, by id. Empty when there are none.
std::string NotFelt(Language language, const v1::ListDiff& diff);

// How many drafts could not be compared. Empty when all could.
std::string NotCompared(Language language, const v1::ListDiff& diff);

// One of them, safe to show.
std::string NotComparedLine(const v1::NotCompared& draft);

}  // namespace redline::service
