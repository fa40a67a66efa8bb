#include "engine/applicable.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace redline {
namespace {

bool Holds(const std::vector<std::string>& scope, std::string_view stated) {
  return scope.empty() || stated.empty() ||
         std::find(scope.begin(), scope.end(), stated) != scope.end();
}

// "zh" in a scope covers "zh-CN" (BCP 47: a prefix that ends at a hyphen).
bool HoldsLocale(const std::vector<std::string>& scope, const std::string& stated) {
  if (scope.empty() || stated.empty()) return true;
  return std::any_of(scope.begin(), scope.end(), [&](const std::string& locale) {
    return stated.compare(0, locale.size(), locale) == 0 &&
           (stated.size() == locale.size() || stated[locale.size()] == '-');
  });
}

std::optional<NotApplied::Reason> WhyNot(const Rule& rule, const Draft& draft, Date as_of,
                                         bool rehearsal) {
  using Reason = NotApplied::Reason;
  if (rule.status == Status::kRetired) return Reason::kRetired;
  if (rule.status == Status::kDraft && !rehearsal) return Reason::kDraft;
  if (!rule.off_by.empty()) return Reason::kSwitchedOff;
  const Scope& scope = rule.applies_to;
  if (!Holds(scope.channels, draft.channel)) return Reason::kChannel;
  if (!Holds(scope.products, draft.product)) return Reason::kProduct;
  if (!Holds(scope.audiences, draft.audience)) return Reason::kAudience;
  if (!HoldsLocale(scope.locales, draft.locale)) return Reason::kLocale;
  if (rule.from && as_of < *rule.from) return Reason::kNotYetEffective;
  if (rule.until && as_of > *rule.until) return Reason::kExpired;
  const bool looked_at =
      std::any_of(draft.passages.begin(), draft.passages.end(),
                  [&](const Passage& passage) { return LooksAt(rule, passage.name); });
  if (!looked_at) return Reason::kPassage;
  return std::nullopt;
}

}  // namespace

bool LooksAt(const Rule& rule, std::string_view passage) {
  return Holds(rule.applies_to.passages, passage);
}

Applicable FindApplicable(const Ruleset& ruleset, const Draft& draft, Date as_of, bool rehearsal) {
  Applicable applicable;
  applicable.rules.assign(ruleset.rules().size(), true);
  for (const std::uint32_t i : ruleset.limited_rules()) {
    const Rule& rule = ruleset.rules()[i];
    if (const auto reason = WhyNot(rule, draft, as_of, rehearsal)) {
      applicable.rules[i] = false;
      applicable.not_applied.push_back({&rule, *reason});
    }
  }
  std::sort(applicable.not_applied.begin(), applicable.not_applied.end(),
            [](const NotApplied& a, const NotApplied& b) { return a.rule->id < b.rule->id; });
  return applicable;
}

}  // namespace redline
