#include "service/command/samples.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "engine/review.h"

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

class Run {
 public:
  explicit Run(std::shared_ptr<const Ruleset> ruleset)
      : ruleset_(std::move(ruleset)), day_(DayOf(ruleset_->version())) {
    for (const Rule& rule : ruleset_->rules()) rules_.emplace(rule.id, &rule);
  }

  void Add(const rules::Samples& samples) {
    const auto entry = rules_.find(samples.rule_id);
    if (entry == rules_.end()) return;
    rule_ = entry->second;
    ++outcome_.rules;
    outcome_.flags += samples.flags.size();
    outcome_.passes += samples.passes.size();
    outcome_.known_gaps += samples.known_gaps.size();
    for (const Wording& sample : samples.flags) {
      Expect(sample, true, "must be flagged and is not");
    }
    for (const Wording& sample : samples.passes) {
      Expect(sample, false, "must pass and is flagged");
    }
    for (const Wording& sample : samples.known_gaps) {
      Expect(sample, false, "no longer a gap, move it to flags");
    }
  }

  SamplesOutcome Take() { return std::move(outcome_); }

 private:
  void Expect(const Wording& sample, bool flagged, std::string_view complaint) {
    const Draft draft{.id = rule_->id,
                      .passages = {{.name = "", .format = Format::kPlain, .text = sample.text}},
                      .channel = "",
                      .product = "",
                      .audience = "",
                      .locale = "",
                      .labels = {}};
    const auto report =
        Review(draft, ruleset_, {.as_of = InForce(*rule_, day_), .cancelled = nullptr});
    if (!report) {
      Fail(sample, "cannot be reviewed: " + report.error().message);
      return;
    }
    const auto violation = std::ranges::find_if(
        report->violations, [&](const Violation& found) { return found.rule->id == rule_->id; });
    const bool found = violation != report->violations.end();
    if (found == flagged) return;
    std::string message(complaint);
    if (found) message += " at \"" + violation->quote + "\"";
    Fail(sample, message + ": " + sample.text);
  }

  void Fail(const Wording& sample, std::string message) {
    outcome_.failures.push_back(
        {.origin = sample.origin, .rule_id = rule_->id, .message = std::move(message)});
  }

  const std::shared_ptr<const Ruleset> ruleset_;
  const Date day_;
  std::map<std::string_view, const Rule*> rules_;
  const Rule* rule_ = nullptr;  // whose samples are run now
  SamplesOutcome outcome_;
};

}  // namespace

SamplesOutcome RunSamples(std::shared_ptr<const Ruleset> ruleset,
                          const std::vector<rules::Samples>& samples) {
  Run run(std::move(ruleset));
  for (const rules::Samples& of_rule : samples) run.Add(of_rule);
  return run.Take();
}

}  // namespace redline::service
