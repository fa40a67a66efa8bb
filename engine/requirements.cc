#include "engine/requirements.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "engine/applicable.h"
#include "engine/compiled_rules.h"
#include "engine/near_miss.h"
#include "engine/text/positions.h"
#include "engine/text/utf8.h"

namespace redline {
namespace {

// `range` and `count` characters of folded text on both sides of it.
Range Widened(std::string_view folded, Range range, std::uint32_t count) {
  for (std::uint32_t i = 0; i < count && range.begin > 0; ++i) {
    range.begin = static_cast<std::uint32_t>(text::PreviousBoundary(folded, range.begin));
  }
  for (std::uint32_t i = 0; i < count && range.end < folded.size(); ++i) {
    range.end += static_cast<std::uint32_t>(text::SequenceLength(folded[range.end]));
  }
  return range;
}

// The statements of one rule in one passage, ready to ask whether one stands near a place.
class Statements {
 public:
  explicit Statements(std::vector<Range> ranges) : ranges_(std::move(ranges)) {
    std::sort(ranges_.begin(), ranges_.end());
    std::uint32_t farthest = 0;
    for (const Range range : ranges_) {
      farthest = std::max(farthest, range.end);
      farthest_.push_back(farthest);
    }
  }

  // Whether one of them touches `place`.
  bool Touch(Range place) const {
    const auto behind = std::upper_bound(ranges_.begin(), ranges_.end(), Range{place.end, ~0u});
    return behind != ranges_.begin() &&
           farthest_[static_cast<std::size_t>(behind - ranges_.begin()) - 1] >= place.begin;
  }

 private:
  std::vector<Range> ranges_;            // by begin
  std::vector<std::uint32_t> farthest_;  // for each range, the greatest end of it and all before it
};

class Requirements {
 public:
  Requirements(const Ruleset& ruleset, const std::vector<ScannedPassage>& bodies, Evidence evidence,
               Report& report)
      : ruleset_(ruleset),
        bodies_(bodies),
        triggers_(std::move(evidence.triggers)),
        report_(report) {
    for (auto& [where, ranges] : evidence.statements) {
      statements_.emplace(where, Statements(std::move(ranges)));
    }
  }

  void Resolve(std::uint32_t index) {
    const Rule& rule = ruleset_.rules()[index];
    if (rule.phrases.empty() && rule.patterns.empty() && rule.near.empty() &&
        rule.numbers.empty()) {
      Demand(index, rule);
    } else {
      Sift(index, rule);
    }
  }

 private:
  bool IsSaid(std::uint32_t rule) const {
    const auto first = statements_.lower_bound({rule, 0});
    return first != statements_.end() && first->first.first == rule;
  }
  bool IsSaid(std::uint32_t rule, std::uint32_t passage) const {
    return statements_.count({rule, passage}) > 0;
  }
  bool IsSaidNear(std::uint32_t rule, const Violation& trigger, std::uint32_t within) const {
    const std::uint32_t passage = trigger.span.passage;
    const auto said = statements_.find({rule, passage});
    if (said == statements_.end()) return false;
    const auto place = triggers_.find(PlaceOf(trigger));
    return place == triggers_.end() ||  // not in the body: nothing to measure from
           said->second.Touch(Widened(bodies_[passage].folded.text, place->second, within));
  }

  bool IsSatisfied(std::uint32_t index, const Violation& trigger) const {
    const Requirement& requirement = *trigger.rule->requirement;
    if (requirement.within) return IsSaidNear(index, trigger, *requirement.within);
    return requirement.where == Requirement::Where::kDraft ? IsSaid(index)
                                                           : IsSaid(index, trigger.span.passage);
  }

  // Takes away what is satisfied, and all but the first that asks in one draft or passage, which
  // then counts as much as the worst of them.
  void Sift(std::uint32_t index, const Rule& rule) {
    const Requirement& requirement = *rule.requirement;
    std::map<std::uint32_t, Violation*> told;
    std::vector<Violation> kept;
    kept.reserve(report_.violations.size());
    for (Violation& violation : report_.violations) {
      if (violation.rule != &rule) {
        kept.push_back(std::move(violation));
        continue;
      }
      if (IsSatisfied(index, violation)) continue;
      const bool draft = requirement.where == Requirement::Where::kDraft;
      if (!requirement.within) {
        Violation*& first = told[draft ? 0 : violation.span.passage];
        if (first != nullptr) {
          TakeWorse(violation, *first);
          continue;
        }
        first = &kept.emplace_back(std::move(violation));
      } else {
        kept.push_back(std::move(violation));
      }
      Explain(rule, kept.back());
    }
    report_.violations = std::move(kept);
  }

  // Of a rule that always asks: a violation at the beginning of the draft, or of each passage.
  void Demand(std::uint32_t index, const Rule& rule) {
    const bool draft = rule.requirement->where == Requirement::Where::kDraft;
    if (draft && IsSaid(index)) return;
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

  void Explain(const Rule& rule, Violation& violation) {
    for (const auto* statements : {&rule.requirement->one_of, &rule.requirement->one_of_patterns}) {
      for (const Wording& statement : *statements) violation.missing.push_back(statement.text);
    }
    const auto [nearest, is_new] = nearest_.try_emplace(&rule);
    if (is_new) nearest->second = FindNearMiss(rule.requirement->one_of, bodies_);
    violation.near_miss = nearest->second;
  }

  const Ruleset& ruleset_;
  const std::vector<ScannedPassage>& bodies_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Statements> statements_;
  const std::map<Place, Range> triggers_;
  std::map<const Rule*, std::optional<NearMiss>> nearest_;  // searched for once
  Report& report_;
};

}  // namespace

void ResolveRequirements(const Ruleset& ruleset, const std::vector<bool>& applicable,
                         const std::vector<ScannedPassage>& bodies, Evidence evidence,
                         Report& report) {
  Requirements requirements(ruleset, bodies, std::move(evidence), report);
  for (const std::uint32_t rule : ruleset.compiled().requiring_rules()) {
    if (applicable[rule]) requirements.Resolve(rule);
  }
}

}  // namespace redline
