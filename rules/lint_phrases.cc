// L101–L105: what the letters of a phrase show.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/text/boundary.h"
#include "engine/text/fold.h"
#include "engine/text/utf8.h"
#include "rules/lint_findings.h"

namespace redline::rules {
namespace {

// Longer phrases are not looked for in others: nobody writes them twice.
constexpr std::size_t kLongestInner = 64;  // characters

struct Place {
  std::uint32_t rule = 0;
  const Wording* phrase = nullptr;
};

bool AnyHolds(const std::vector<Wording>& wordings, std::string_view folded) {
  return std::any_of(wordings.begin(), wordings.end(), [&](const Wording& wording) {
    return text::FoldPhrase(wording.text).find(folded) != std::string::npos;
  });
}

template <typename Value>
bool Meet(const std::vector<Value>& a, const std::vector<Value>& b) {
  return a.empty() || b.empty() ||
         std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

// Whether one draft can be judged by both rules.
bool ApplyTogether(const Rule& a, const Rule& b) {
  if (a.until && b.from && *a.until < *b.from) return false;
  if (b.until && a.from && *b.until < *a.from) return false;
  return Meet(a.applies_to.channels, b.applies_to.channels) &&
         Meet(a.applies_to.products, b.applies_to.products) &&
         Meet(a.applies_to.audiences, b.applies_to.audiences) &&
         Meet(a.applies_to.locales, b.applies_to.locales) &&
         Meet(a.applies_to.passages, b.applies_to.passages);
}

bool ForTheSameReason(const Rule& a, const Rule& b) {
  return a.category == b.category &&
         std::any_of(a.basis.begin(), a.basis.end(), [&](const Basis& one) {
           return std::any_of(b.basis.begin(), b.basis.end(), [&](const Basis& other) {
             return one.law == other.law && one.article == other.article;
           });
         });
}

// 第一, TOP10. Other Chinese numerals end idioms: 独一无二.
bool EndsWithANumber(std::string_view phrase) {
  const std::string folded = text::FoldPhrase(phrase);
  if (folded.back() < '0' || folded.back() > '9') return false;
  constexpr std::string_view kOrdinal = "第";
  return (phrase.back() >= '0' && phrase.back() <= '9') ||
         (folded.size() > kOrdinal.size() &&
          std::string_view(folded).substr(0, folded.size() - 1).ends_with(kOrdinal));
}

class PhraseLint {
 public:
  PhraseLint(const NegativeList& list, Findings& findings) : list_(list), findings_(findings) {
    for (const Context& context : list.contexts) contexts_.emplace(context.id, &context);
    for (std::uint32_t i = 0; i < list.rules.size(); ++i) {
      for (const Wording& phrase : list.rules[i].phrases) {
        places_[text::FoldPhrase(phrase.text)].push_back({i, &phrase});
      }
    }
  }

  void Run() {
    for (std::uint32_t i = 0; i < list_.rules.size(); ++i) {
      for (const Wording& phrase : list_.rules[i].phrases) Look({i, &phrase});
    }
  }

 private:
  const Rule& RuleOf(const Place& place) const { return list_.rules[place.rule]; }

  void Look(const Place& outer);
  bool LookAt(const Place& outer, const std::string& folded, const Place& inner,
              const std::string& inner_folded);
  void LookAlone(const Place& place, const std::string& folded);
  bool OuterHasWork(const Place& outer, const std::string& folded, const std::string& inner) const;

  const NegativeList& list_;
  Findings& findings_;
  std::unordered_map<std::string_view, const Context*> contexts_;
  std::unordered_map<std::string, std::vector<Place>> places_;  // by folded phrase
};

// Looks for the phrases that stand in `outer`. One is enough for a finding.
void PhraseLint::Look(const Place& outer) {
  const text::FoldedText whole = text::Fold(outer.phrase->text);
  const std::string folded = text::FoldPhrase(outer.phrase->text);
  LookAlone(outer, folded);
  std::vector<std::uint32_t> edges;
  for (std::size_t at = 0; at < folded.size(); at += text::SequenceLength(folded[at])) {
    edges.push_back(static_cast<std::uint32_t>(at));
  }
  edges.push_back(static_cast<std::uint32_t>(folded.size()));
  // FoldPhrase takes marks from the edges of Fold only.
  const auto shift = static_cast<std::uint32_t>(whole.text.find(folded));
  for (std::size_t begin = 0; begin + 1 < edges.size(); ++begin) {
    const std::size_t last = std::min(edges.size() - 1, begin + kLongestInner);
    for (std::size_t end = begin + 1; end <= last; ++end) {
      const auto known = places_.find(folded.substr(edges[begin], edges[end] - edges[begin]));
      if (known == places_.end()) continue;
      const Range range{shift + edges[begin], shift + edges[end]};
      if (text::CutsToken(whole, outer.phrase->text, range)) continue;
      for (const Place& inner : known->second) {
        if (LookAt(outer, folded, inner, known->first)) return;
      }
    }
  }
}

// Whether there was something to say.
bool PhraseLint::LookAt(const Place& outer, const std::string& folded, const Place& inner,
                        const std::string& inner_folded) {
  const Rule& rule = RuleOf(outer);
  const bool same_text = inner_folded.size() == folded.size();
  const bool first =
      inner.rule == outer.rule ? outer.phrase <= inner.phrase : outer.rule < inner.rule;
  if (same_text && first) return false;
  const std::string& quoted = outer.phrase->text;
  if (inner.rule != outer.rule) {
    const Rule& other = RuleOf(inner);
    if (other.boundary == Boundary::kWord || other.severity < rule.severity ||
        !ForTheSameReason(rule, other) || !ApplyTogether(rule, other)) {
      return false;
    }
    findings_.Add("L102", outer.phrase->origin, rule,
                  "'" + quoted + (same_text ? "' is '" : "' holds '") + inner.phrase->text +
                      "' of the rule " + other.id + " for the same reason (" +
                      inner.phrase->origin.file + ", line " +
                      std::to_string(inner.phrase->origin.line) +
                      "): a draft is told twice; keep it in one of the two");
    return true;
  }
  if (same_text) {
    // Two words of one group are told once, whichever rules use it.
    if (findings_.Has("L702", outer.phrase->origin)) return true;
    findings_.Add("L103", outer.phrase->origin, rule,
                  "'" + quoted + "' is read as '" + inner.phrase->text +
                      "' of this rule is: delete one of the two");
    return true;
  }
  if (OuterHasWork(outer, folded, inner_folded)) return false;
  findings_.Add("L101", outer.phrase->origin, rule,
                "'" + quoted + "' holds '" + inner.phrase->text +
                    "' of this rule, which is found anyway: delete '" + quoted + "'");
  return true;
}

// Whether the longer of two phrases can be found where the shorter one is not, or not any more.
bool PhraseLint::OuterHasWork(const Place& outer, const std::string& folded,
                              const std::string& inner) const {
  const Rule& rule = RuleOf(outer);
  const Aliases& aliases = rule.aliases;
  if (aliases.pinyin || aliases.homophones || aliases.initials) return true;
  if (rule.boundary == Boundary::kWord || !rule.folds.without.empty()) return true;
  if (!rule.exception_patterns.empty() || AnyHolds(rule.exceptions, inner)) return true;
  // Leet is seen through in long words only.
  if (inner.size() < kMinLeetLetters && folded.size() >= kMinLeetLetters && inner.front() > 0) {
    return true;
  }
  // A cue may be a part of the longer phrase: 不承诺保本 is no 保本 in a negation.
  return std::any_of(rule.contexts.begin(), rule.contexts.end(), [&](const ContextUse& use) {
    const auto context = contexts_.find(use.context);
    if (context == contexts_.end() || use.then == InContext::kViolation) return false;
    const auto stands_in = [&](const Wording& cue) {
      return folded.find(text::FoldPhrase(cue.text)) != std::string::npos;
    };
    return std::any_of(context->second->before.begin(), context->second->before.end(), stands_in) ||
           std::any_of(context->second->after.begin(), context->second->after.end(), stands_in);
  });
}

void PhraseLint::LookAlone(const Place& place, const std::string& folded) {
  const Rule& rule = RuleOf(place);
  if (rule.boundary == Boundary::kWord || AnyHolds(rule.exceptions, folded)) return;
  const std::string& quoted = place.phrase->text;
  if (folded.size() == text::SequenceLength(folded.front())) {
    findings_.Add("L104", place.phrase->origin, rule,
                  "'" + quoted +
                      "' is one character and stands in many words: write a longer "
                      "phrase, or the harmless words under `unless`");
  } else if (EndsWithANumber(place.phrase->text)) {
    findings_.Add("L105", place.phrase->origin, rule,
                  "'" + quoted +
                      "' ends with a number: say what is counted, or write the harmless "
                      "words under `unless`");
  }
}

}  // namespace

void LintPhrases(const NegativeList& list, Findings& findings) { PhraseLint(list, findings).Run(); }

}  // namespace redline::rules
