// Lists: rules and drafts for the benchmarks, in the shape of real ones.
//
// A planted wording has a rule of its own, so that each occurrence is one violation; the other
// phrases stand twenty to a rule.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "engine/review.h"
#include "tests/benchmark/prose.h"
#include "tests/benchmark/wordings.h"

namespace redline::benchmarks {

inline constexpr Date kToday = Date{std::chrono::year(2026) / 11 / 24};

// Phrases as of MakePhrases. Rules of expressions have ids that begin with "expression".
NegativeList MakeList(const std::vector<std::string>& phrases,
                      const std::vector<GapExpression>& expressions);

// The same list (phrases only) as a YAML file.
std::string WriteYaml(const std::vector<std::string>& phrases);

// Ends the program when the list does not compile.
std::shared_ptr<const Ruleset> CompileOrExit(NegativeList list);

std::vector<Draft> MakeDrafts(const std::vector<Piece>& pieces);

// The same as HTML bodies of a publishing system: each sentence a paragraph with attributes and a
// span, now and then a picture, a link or a comment. They hold the same matches.
std::vector<Draft> MakeHtmlDrafts(const std::vector<Piece>& pieces);

// Violations of all drafts, without those of expressions and aliases. Ends the program when a review
// fails.
std::size_t CountPhraseViolations(const std::vector<Draft>& drafts,
                                  const std::shared_ptr<const Ruleset>& ruleset);

}  // namespace redline::benchmarks
