// L107: what the bounds of numbers show.

#include <algorithm>
#include <string>
#include <vector>

#include "engine/text/fold.h"
#include "rules/lint_findings.h"

namespace redline::rules {
namespace {

using Bound = NumberCondition::Bound;

bool AllStandIn(const std::vector<Wording>& words, const std::vector<Wording>& others) {
  return std::ranges::all_of(words, [&](const Wording& word) {
    return std::ranges::any_of(others, [&](const Wording& other) {
      return text::FoldPhrase(word.text) == text::FoldPhrase(other.text);
    });
  });
}

bool IsAsLow(const std::optional<Bound>& bound, const std::optional<Bound>& other) {
  if (!bound) return true;
  if (!other || bound->value > other->value) return false;
  return bound->value < other->value || bound->included || !other->included;
}

bool IsAsHigh(const std::optional<Bound>& bound, const std::optional<Bound>& other) {
  if (!bound) return true;
  if (!other || bound->value < other->value) return false;
  return bound->value > other->value || bound->included || !other->included;
}

// Whether `wide` is met wherever `narrow` is.
bool Covers(const NumberCondition& wide, const NumberCondition& narrow) {
  const bool reaches = !wide.within || (narrow.within && *narrow.within <= *wide.within);
  return wide.measure == narrow.measure && reaches && (!wide.in_order || narrow.in_order) &&
         IsAsLow(wide.least, narrow.least) && IsAsHigh(wide.most, narrow.most) &&
         AllStandIn(narrow.words, wide.words);
}

}  // namespace

void LintNumbers(const NegativeList& list, Findings& findings) {
  for (const Rule& rule : list.rules) {
    for (std::size_t i = 0; i < rule.numbers.size(); ++i) {
      for (std::size_t k = 0; k < rule.numbers.size(); ++k) {
        const NumberCondition& one = rule.numbers[i];
        const NumberCondition& other = rule.numbers[k];
        // Of two that mean the same, the second is told.
        if (i == k || !Covers(other, one) || (Covers(one, other) && i < k)) continue;
        findings.Add("L107", one.shown.origin, rule,
                     "'" + one.shown.text + "' finds nothing that '" + other.shown.text +
                         "' of this rule does not find: delete it, or correct its bounds");
        break;
      }
    }
  }
}

}  // namespace redline::rules
