// L106 and L201: phrases and exceptions of one rule, tried on each other by a review.

#include <algorithm>
#include <set>
#include <string>

#include "engine/explanation.h"
#include "engine/text/fold.h"
#include "rules/lint_findings.h"

namespace redline::rules {
namespace {

// What becomes of the matches of `rule` in `text`, when nothing else is in the draft.
std::set<Fate> FatesIn(const std::string& text, const Rule& rule,
                       const std::shared_ptr<const Ruleset>& ruleset) {
  const Draft draft{.id = "",
                    .passages = {{.name = "", .format = Format::kPlain, .text = text}},
                    .channel = "",
                    .product = "",
                    .audience = "",
                    .locale = "",
                    .labels = {}};
  const Date any_day{std::chrono::year{2026} / std::chrono::January / 1};
  const Date in_force = rule.from ? *rule.from : rule.until.value_or(any_day);
  const auto explanation =
      Explain(draft, ruleset, {.as_of = in_force, .cancelled = nullptr, .rehearsal = true});
  std::set<Fate> fates;
  // A text that cannot be reviewed by itself proves nothing.
  if (!explanation) return {Fate::kViolation, Fate::kException};
  for (const Explanation::Match& match : explanation->matches) {
    if (match.rule->id == rule.id) fates.insert(match.fate);
  }
  return fates;
}

// L106. An exception that covers the phrase in a draft of nothing else covers it in every draft.
void LintPhrasesOf(const Rule& rule, const std::shared_ptr<const Ruleset>& ruleset,
                   Findings& findings) {
  std::set<std::string> exceptions;
  for (const Wording& exception : rule.exceptions) {
    exceptions.insert(text::FoldPhrase(exception.text));
  }
  for (const Wording& phrase : rule.phrases) {
    bool excused = exceptions.contains(text::FoldPhrase(phrase.text));
    if (!excused && !rule.exception_patterns.empty()) {
      const std::set<Fate> fates = FatesIn(phrase.text, rule, ruleset);
      excused = fates.contains(Fate::kException) && !fates.contains(Fate::kViolation);
    }
    if (!excused) continue;
    findings.Add("L106", phrase.origin, rule,
                 "'" + phrase.text +
                     "' is excused by an exception of this rule wherever it stands: delete the "
                     "phrase, or let the exception name the words around it");
  }
}

// L201.
void LintExceptionsOf(const Rule& rule, const std::shared_ptr<const Ruleset>& ruleset,
                      Findings& findings) {
  std::vector<std::string> phrases;
  for (const Wording& phrase : rule.phrases) phrases.push_back(text::FoldPhrase(phrase.text));
  for (const Wording& exception : rule.exceptions) {
    const std::string folded = text::FoldPhrase(exception.text);
    std::set<Fate> fates;
    // Most exceptions show at once which phrase they are about. Latin words may cut it.
    const bool latin = std::any_of(folded.begin(), folded.end(), [](char c) { return c > 0; });
    const bool holds = std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
      return folded.find(phrase) != std::string::npos;
    });
    if (holds && !latin) continue;
    fates = FatesIn(exception.text, rule, ruleset);
    fates.erase(Fate::kCutsToken);
    if (!fates.empty()) continue;
    findings.Add("L201", exception.origin, rule,
                 "the exception '" + exception.text +
                     "' holds nothing that this rule finds, so it excuses nothing: write the "
                     "forbidden words into it, or delete it");
  }
}

}  // namespace

void LintExcuses(const std::shared_ptr<const Ruleset>& ruleset, Findings& findings) {
  for (const Rule& rule : ruleset->rules()) {
    if (rule.status == Status::kRetired) continue;
    LintPhrasesOf(rule, ruleset, findings);
    LintExceptionsOf(rule, ruleset, findings);
  }
}

}  // namespace redline::rules
