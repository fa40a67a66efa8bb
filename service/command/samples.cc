#include "service/command/samples.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/explanation.h"
#include "service/command/sample_disguises.h"

namespace redline::service {
namespace {

// The day that a list says it was changed last: "2026-11-24". Another version, or none, gives the
// first day of that scheme's year, so that samples still run on a fixed day.
Date DayOf(const std::string& version) {
  int number[3] = {2026, 1, 1};
  if (version.size() >= 10 && version[4] == '-' && version[7] == '-') {
    const auto digits = [&](std::size_t begin, std::size_t length) {
      int value = 0;
      for (const char c : version.substr(begin, length)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
      }
      return value;
    };
    number[0] = digits(0, 4);
    number[1] = digits(5, 2);
    number[2] = digits(8, 2);
  }
  const Date day{std::chrono::year{number[0]}, std::chrono::month(static_cast<unsigned>(number[1])),
                 std::chrono::day(static_cast<unsigned>(number[2]))};
  return day.ok() ? day : Date{std::chrono::year{2026} / std::chrono::January / 1};
}

Date InForce(const Rule& rule, Date day) {
  if (rule.from && day < *rule.from) day = *rule.from;
  if (rule.until && day > *rule.until) day = *rule.until;
  return day;
}

// Where a wording is written: a word of a group stands at one place for all of its rules.
using Place = std::tuple<std::string_view, int, int>;

Place PlaceOf(const Wording& wording) {
  return {wording.origin.file, wording.origin.line, wording.origin.column};
}

// Everything of a rule that a sample can make fire, as reports call it.
std::vector<const Wording*> WordingsOf(const Rule& rule) {
  std::vector<const Wording*> wordings;
  const auto add = [&](const Wording& wording) { wordings.push_back(&wording); };
  std::ranges::for_each(rule.phrases, add);
  std::ranges::for_each(rule.patterns, add);
  for (const Near& near : rule.near) add(near.shown);
  for (const NumberCondition& condition : rule.numbers) add(condition.shown);
  std::ranges::for_each(rule.aliases.written, add);
  return wordings;
}

class Run {
 public:
  Run(std::shared_ptr<const Ruleset> ruleset, Disguised disguised)
      : day_(DayOf(ruleset->version())), disguised_(disguised) {
    for (const Rule& rule : ruleset->rules()) rules_.emplace(rule.id, &rule);
    outcome_.ruleset = std::move(ruleset);
  }

  void Add(const rules::Samples& samples) {
    const auto entry = rules_.find(samples.rule_id);
    if (entry == rules_.end() || entry->second->status == Status::kRetired) return;
    rule_ = entry->second;
    if (!rule_->off_by.empty()) return;  // nothing can make it fire
    of_rule_ = RuleOutcome{.rule = rule_,
                           .flags = samples.flags.size(),
                           .passes = samples.passes.size(),
                           .known_gaps = samples.known_gaps.size(),
                           .disguised = 0,
                           .failures = {},
                           .wordings = 0,
                           .not_covered = {}};
    std::set<std::string> fired;
    for (const Wording& sample : samples.flags) ExpectFlagged(sample, fired);
    for (const Wording& sample : samples.passes) {
      ExpectPass(sample, "must pass and is flagged");
    }
    for (const Wording& sample : samples.known_gaps) {
      ExpectPass(sample, "no longer a gap, move it to flags");
    }
    for (const Wording* wording : WordingsOf(*rule_)) {
      if (fired.contains(wording->text)) fired_.insert(PlaceOf(*wording));
    }
    outcome_.rules.push_back(std::move(of_rule_));
  }

  SamplesOutcome Take() {
    std::set<Place> counted;
    for (RuleOutcome& rule : outcome_.rules) {
      for (const Wording* wording : WordingsOf(*rule.rule)) {
        if (!counted.insert(PlaceOf(*wording)).second) continue;
        ++rule.wordings;
        if (!fired_.contains(PlaceOf(*wording))) rule.not_covered.push_back(*wording);
      }
    }
    return std::move(outcome_);
  }

 private:
  Result<Explanation, ReviewError> Explained(const std::string& text) const {
    const Draft draft{.id = rule_->id,
                      .passages = {{.name = "", .format = Format::kPlain, .text = text}},
                      .channel = "",
                      .product = "",
                      .audience = "",
                      .locale = "",
                      .labels = {}};
    return Explain(draft, outcome_.ruleset,
                   {.as_of = InForce(*rule_, day_), .cancelled = nullptr, .rehearsal = true});
  }

  // The first violation of the rule; null when there is none.
  const Violation* Find(const Report& report) const {
    const auto found = std::ranges::find_if(
        report.violations, [&](const Violation& v) { return v.rule->id == rule_->id; });
    return found == report.violations.end() ? nullptr : &*found;
  }

  // Adds to `fired` the wordings that the sample makes fire.
  void ExpectFlagged(const Wording& sample, std::set<std::string>& fired) {
    const auto explained = Explained(sample.text);
    if (!explained) return Fail(sample, "cannot be reviewed: " + explained.error().message);
    const Violation* violation = Find(explained->report);
    if (violation == nullptr) return Fail(sample, "must be flagged and is not: " + sample.text);
    for (const Explanation::Match& match : explained->matches) {
      const bool counts = match.fate == Fate::kViolation || match.fate == Fate::kOverlaps;
      if (match.rule->id == rule_->id && counts) fired.insert(match.wording);
    }
    if (disguised_ == Disguised::kNo) return;
    for (const DisguisedSample& made : DisguiseQuote(sample.text, violation->span.utf8)) {
      const std::vector<Disguise>& without = rule_->folds.without;
      if (std::ranges::find(without, made.disguise) != without.end()) continue;
      ++of_rule_.disguised;
      const auto review = Explained(made.text);
      if (review && Find(review->report) != nullptr) continue;
      Fail(sample, "is not flagged any more in disguise (" + std::string(Name(made.disguise)) +
                       "): " + made.text);
    }
  }

  void ExpectPass(const Wording& sample, const std::string& complaint) {
    const auto explained = Explained(sample.text);
    if (!explained) return Fail(sample, "cannot be reviewed: " + explained.error().message);
    const Violation* violation = Find(explained->report);
    if (violation == nullptr) return;
    Fail(sample, complaint + " at \"" + violation->quote + "\": " + sample.text);
  }

  void Fail(const Wording& sample, std::string message) {
    of_rule_.failures.push_back(
        {.origin = sample.origin, .rule_id = rule_->id, .message = std::move(message)});
  }

  const Date day_;
  const Disguised disguised_;
  std::map<std::string_view, const Rule*> rules_;
  const Rule* rule_ = nullptr;  // whose samples are run now
  RuleOutcome of_rule_;
  std::set<Place> fired_;  // in the rules so far
  SamplesOutcome outcome_;
};

}  // namespace

std::size_t SamplesOutcome::Sum(std::size_t RuleOutcome::*count) const {
  std::size_t sum = 0;
  for (const RuleOutcome& rule : rules) sum += rule.*count;
  return sum;
}

std::size_t SamplesOutcome::samples() const {
  return Sum(&RuleOutcome::flags) + Sum(&RuleOutcome::passes) + Sum(&RuleOutcome::known_gaps);
}

std::size_t SamplesOutcome::failures() const {
  std::size_t sum = 0;
  for (const RuleOutcome& rule : rules) sum += rule.failures.size();
  return sum;
}

std::size_t SamplesOutcome::covered() const {
  std::size_t sum = 0;
  for (const RuleOutcome& rule : rules) sum += rule.covered();
  return sum;
}

std::size_t PercentOf(std::size_t part, std::size_t whole) {
  return whole == 0 ? 100 : part * 100 / whole;
}

SamplesOutcome RunSamples(std::shared_ptr<const Ruleset> ruleset,
                          const std::vector<rules::Samples>& samples, Disguised disguised) {
  Run run(std::move(ruleset), disguised);
  for (const rules::Samples& of_rule : samples) run.Add(of_rule);
  return run.Take();
}

}  // namespace redline::service
