// HTML and Markdown of any kind: reviewed to the end, with spans that stand in the passage, the
// same report each time.
#include <memory>
#include <string>

#include "engine/review.h"
#include "engine/text/positions.h"
#include "tests/fuzz/drawn_text.h"
#include "tests/fuzz/require.h"

namespace redline::fuzz {
namespace {

constexpr Date kToday = Date{std::chrono::year(2026) / 11 / 24};

std::shared_ptr<const Ruleset> MakeRuleset() {
  Rule rule;
  rule.id = "fuzz";
  rule.severity = Severity::kBlock;
  rule.phrases = {{"保本", {}}, {"no risk", {}}, {"a", {}}};
  rule.patterns = {{"稳.{0,3}赚", {}}};
  rule.exceptions = {{"不保本", {}}};
  auto ruleset = Ruleset::Compile({"fuzz", "1", {}, {rule}});
  Require(ruleset.has_value(), "the list compiles");
  return *ruleset;
}

void CheckSpan(const std::string& passage, const Span& span, const std::string& quote) {
  const Range range = span.utf8;
  Require(range.begin < range.end && range.end <= passage.size(), "a span stands in the passage");
  Require(text::WholeCharacters(passage, range) == range, "a span is whole characters");
  Require(passage.substr(range.begin, range.end - range.begin) == quote,
          "a quote is what stands at its span");
}

void Check(const std::string& text, Format format) {
  static const std::shared_ptr<const Ruleset> ruleset = MakeRuleset();
  Draft draft;
  draft.passages = {{"body", format, text}, {"button", Format::kPlain, "本"}};
  const auto report = Review(draft, ruleset, {.as_of = kToday, .cancelled = {}});
  Require(report.has_value(), "any text of any markup is reviewed");
  Require(report->verdict != Verdict::kUnspecified, "a report has a verdict");
  for (std::size_t i = 0; i < report->violations.size(); ++i) {
    const Violation& violation = report->violations[i];
    CheckSpan(draft.passages[violation.span.passage].text, violation.span, violation.quote);
    if (i == 0) continue;
    const Span& before = report->violations[i - 1].span;
    Require(
        before.passage < violation.span.passage || (before.passage == violation.span.passage &&
                                                    before.utf8.begin <= violation.span.utf8.begin),
        "violations are in order");
  }
  for (const Dismissal& dismissal : report->dismissals) {
    CheckSpan(draft.passages[dismissal.span.passage].text, dismissal.span, dismissal.quote);
  }
  const auto again = Review(draft, ruleset, {.as_of = kToday, .cancelled = {}});
  Require(again && again->violations.size() == report->violations.size() &&
              again->content_digest == report->content_digest,
          "the same draft has the same report");
}

}  // namespace
}  // namespace redline::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = redline::fuzz::WellFormed(redline::fuzz::View(data, size));
  redline::fuzz::Check(text, redline::Format::kHtml);
  redline::fuzz::Check(text, redline::Format::kMarkdown);
  return 0;
}
