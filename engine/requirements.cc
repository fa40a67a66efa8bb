#include "engine/requirements.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "engine/applicable.h"
#include "engine/compiled_rules.h"
#include "engine/near_miss.h"
#include "engine/text/boundary.h"
#include "engine/text/positions.h"
#include "engine/text/utf8.h"

namespace redline {
namespace {

// Characters between two ranges of a folded text; 0 when they touch or overlap.
std::uint32_t Distance(std::string_view folded, Range a, Range b) {
  if (b.begin < a.begin) std::swap(a, b);
  return b.begin <= a.end ? 0 : text::CountCharacters(folded, {a.end, b.begin});
}

class Requirements {
 public:
  Requirements(const Ruleset& ruleset, const std::vector<ScannedPassage>& bodies,
               const Evidence& evidence, Report& report)
      : ruleset_(ruleset), bodies_(bodies), evidence_(evidence), report_(report) {}

  void Resolve(std::uint32_t index) {
    const Rule& rule = ruleset_.rules()[index];
    if (rule.phrases.empty() && rule.patterns.empty() && rule.near.empty()) {
      Demand(index, rule);
    } else {
      Sift(index, rule);
    }
  }

 private:
  bool IsSaid(std::uint32_t rule, std::optional<std::uint32_t> passage) const {
    return std::any_of(evidence_.statements.begin(), evidence_.statements.end(),
                       [&](const Evidence::Statement& statement) {
                         return statement.rule == rule &&
                                (!passage || statement.passage == *passage);
                       });
  }

  bool IsSaidNear(std::uint32_t rule, const Violation& trigger, std::uint32_t within) const {
    const auto place = evidence_.triggers.find(PlaceOf(trigger));
    if (place == evidence_.triggers.end()) return IsSaid(rule, trigger.span.passage);
    const std::string_view folded = bodies_[trigger.span.passage].folded.text;
    return std::any_of(evidence_.statements.begin(), evidence_.statements.end(),
                       [&](const Evidence::Statement& statement) {
                         return statement.rule == rule &&
                                statement.passage == trigger.span.passage &&
                                Distance(folded, place->second, statement.folded) <= within;
                       });
  }

  bool IsSatisfied(std::uint32_t index, const Violation& trigger) const {
    const Requirement& requirement = *trigger.rule->requirement;
    if (requirement.within) return IsSaidNear(index, trigger, *requirement.within);
    return requirement.where == Requirement::Where::kDraft ? IsSaid(index, std::nullopt)
                                                           : IsSaid(index, trigger.span.passage);
  }

  // Takes away what is satisfied, and all but the first that asks in one draft or passage.
  void Sift(std::uint32_t index, const Rule& rule) {
    const Requirement& requirement = *rule.requirement;
    std::set<std::uint32_t> told;
    std::erase_if(report_.violations, [&](Violation& violation) {
      if (violation.rule != &rule) return false;
      if (IsSatisfied(index, violation)) return true;
      const bool draft = requirement.where == Requirement::Where::kDraft && !requirement.within;
      if (!requirement.within && !told.insert(draft ? 0 : violation.span.passage).second) {
        return true;
      }
      Explain(rule, violation);
      return false;
    });
  }

  // Of a rule that always asks: a violation at the beginning of the draft, or of each passage.
  void Demand(std::uint32_t index, const Rule& rule) {
    const bool draft = rule.requirement->where == Requirement::Where::kDraft;
    if (draft && IsSaid(index, std::nullopt)) return;
    for (const ScannedPassage& body : bodies_) {
      if (!LooksAt(rule, body.name)) continue;
      if (!draft && IsSaid(index, body.index)) continue;
      Violation& violation = report_.violations.emplace_back();
      violation.rule = &rule;
      violation.severity = rule.severity;
      const auto first = static_cast<std::uint32_t>(
          body.source.empty() ? 0 : text::SequenceLength(body.source.front()));
      text::Positions positions(body.source, body.sent);
      violation.span = positions.SpanOf({0, first});
      violation.span.passage = body.index;
      violation.quote = body.source.substr(0, violation.span.utf8.end);
      Explain(rule, violation);
      if (draft) return;
    }
  }

  void Explain(const Rule& rule, Violation& violation) const {
    for (const auto* statements : {&rule.requirement->one_of, &rule.requirement->one_of_patterns}) {
      for (const Wording& statement : *statements) violation.missing.push_back(statement.text);
    }
    violation.near_miss = FindNearMiss(rule.requirement->one_of, bodies_);
  }

  const Ruleset& ruleset_;
  const std::vector<ScannedPassage>& bodies_;
  const Evidence& evidence_;
  Report& report_;
};

}  // namespace

void ResolveRequirements(const Ruleset& ruleset, const std::vector<bool>& applicable,
                         const std::vector<ScannedPassage>& bodies, const Evidence& evidence,
                         Report& report) {
  Requirements requirements(ruleset, bodies, evidence, report);
  for (const std::uint32_t rule : ruleset.compiled().requiring_rules()) {
    if (applicable[rule]) requirements.Resolve(rule);
  }
}

}  // namespace redline
