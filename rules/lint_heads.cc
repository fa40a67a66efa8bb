// L401–L405: what stands around the wordings of a rule.

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "engine/draft.h"
#include "rules/date.h"
#include "rules/lint_findings.h"

namespace redline::rules {
namespace {

bool HoldsHan(const Wording& wording) {
  // UTF-8 of U+3400 to U+9FFF begins with E3 90 to E9; that is near enough to tell a language.
  return std::any_of(wording.text.begin(), wording.text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE3 && byte <= 0xE9;
  });
}

bool IsForEnglishOnly(const Scope& scope) {
  return !scope.locales.empty() &&
         std::all_of(scope.locales.begin(), scope.locales.end(), [](const std::string& locale) {
           return locale == "en" || locale.starts_with("en-");
         });
}

void LintScope(const Rule& rule, Findings& findings) {
  const Scope& scope = rule.applies_to;
  for (const auto* part :
       {&scope.channels, &scope.products, &scope.audiences, &scope.locales, &scope.passages}) {
    for (const std::string& name : *part) {
      if (name.size() <= kMaxNameBytes) continue;
      findings.Add("L404", rule.origin, rule,
                   "the scope names something of more than " + std::to_string(kMaxNameBytes) +
                       " bytes, which no draft may state: shorten it as the drafts do");
    }
  }
  const bool chinese = rule.near.empty() && rule.numbers.empty() && !rule.requirement &&
                       std::all_of(rule.phrases.begin(), rule.phrases.end(), HoldsHan) &&
                       std::all_of(rule.patterns.begin(), rule.patterns.end(), HoldsHan);
  if (chinese && IsForEnglishOnly(scope)) {
    findings.Add("L404", rule.origin, rule,
                 "the rule is for English drafts only, and all of its wording is Chinese: correct "
                 "`locales`");
  }
}

// "private-fund", "private_fund" and "private funds" are one word to most people.
std::string Plain(std::string_view word) {
  std::string plain;
  for (const char c : word) {
    if (c != '-' && c != '_') plain += c;
  }
  if (plain.size() > 3 && plain.back() == 's') plain.pop_back();
  return plain;
}

// Whether two words differ by one letter that was changed, added, left out, or by two that were
// swapped.
bool IsOneSlipAway(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() < 5 || b.size() - a.size() > 1) return false;
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin());
  const std::string_view rest_a = a.substr(static_cast<std::size_t>(in_a - a.begin()));
  const std::string_view rest_b = b.substr(static_cast<std::size_t>(in_b - b.begin()));
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.empty() || rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

// What rules call one kind of thing, and the rules that do.
class Vocabulary {
 public:
  explicit Vocabulary(std::string_view kind) : kind_(kind) {}

  void Add(const std::string& word, const Rule& rule) {
    if (!word.empty()) words_[word].push_back(&rule);
  }

  void Lint(Findings& findings) const {
    for (const auto& [word, rules] : words_) {
      if (rules.size() != 1) continue;
      for (const auto& [other, others] : words_) {
        if (others.size() < 2) continue;
        if (Plain(word) != Plain(other) && !IsOneSlipAway(word, other)) continue;
        findings.Add("L405", rules.front()->origin, *rules.front(),
                     "no other rule has the " + std::string(kind_) + " `" + word + "`, but " +
                         std::to_string(others.size()) + " have `" + other +
                         "`: write that if it is meant");
        break;
      }
    }
  }

 private:
  const std::string_view kind_;
  std::map<std::string, std::vector<const Rule*>> words_;
};

}  // namespace

void LintHeads(const NegativeList& list, Date today, Findings& findings) {
  for (const Rule& rule : list.rules) {
    if (rule.suggestion.zh.empty() && rule.suggestion.en.empty()) {
      findings.Add("L401", rule.origin, rule,
                   "the rule does not say what to write instead: add `suggest`");
    }
    if (std::all_of(rule.basis.begin(), rule.basis.end(),
                    [](const Basis& basis) { return basis.checked == Checked::kUnverified; })) {
      findings.Add("L402", rule.origin, rule,
                   "nobody has looked up what the rule stands on: read it and say so with "
                   "`checked`");
    }
    if (rule.until && *rule.until < today) {
      findings.Add("L403", rule.origin, rule,
                   "the rule ended on " + DateText(*rule.until) +
                       ": write a later day, or `status: retired` if it is over");
    }
    LintScope(rule, findings);
  }
}

void LintWords(const NegativeList& list, Findings& findings) {
  Vocabulary categories("category");
  Vocabulary channels("channel");
  Vocabulary products("product");
  Vocabulary audiences("audience");
  for (const Rule& rule : list.rules) {
    categories.Add(rule.category, rule);
    for (const std::string& word : rule.applies_to.channels) channels.Add(word, rule);
    for (const std::string& word : rule.applies_to.products) products.Add(word, rule);
    for (const std::string& word : rule.applies_to.audiences) audiences.Add(word, rule);
  }
  for (const auto* vocabulary : {&categories, &channels, &products, &audiences}) {
    vocabulary->Lint(findings);
  }
}

}  // namespace redline::rules
