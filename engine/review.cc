#include "engine/review.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "engine/applicable.h"
#include "engine/compiled_rules.h"
#include "engine/decode.h"
#include "engine/digest.h"
#include "engine/joined.h"
#include "engine/resolve.h"
#include "engine/split_aliases.h"
#include "engine/text/fold.h"
#include "engine/version.h"

namespace redline {
namespace {

using Kind = ReviewError::Kind;

// Stands where a format does in the digest, in front of a declared charset.
constexpr std::uint64_t kDeclared = ~std::uint64_t{0};

// Binds the report to exactly this content: format, charset and bytes of every passage, in order.
std::string DigestOf(const Draft& draft) {
  Digest digest;
  digest.Add("redline draft 1");
  for (const Passage& passage : draft.passages) {
    const text::Charset& charset = *text::FindCharset(passage.charset);
    if (!charset.is_utf8()) digest.Add(kDeclared).Add(charset.name);
    digest.Add(static_cast<std::uint64_t>(passage.format)).Add(passage.text);
  }
  return digest.Finish();
}

std::optional<ReviewError> Unless(Scanner::Outcome outcome, const std::string& field) {
  switch (outcome) {
    case Scanner::Outcome::kComplete:
      return std::nullopt;
    case Scanner::Outcome::kTooManyMatches:
      return ReviewError{
          Kind::kTooManyMatches, field, "more matches than can be resolved: split the passage", {}};
    case Scanner::Outcome::kFailed:
      break;
  }
  return ReviewError{Kind::kScanFailed, field, "the scan did not finish: try again", {}};
}

std::optional<ReviewError> UnlessTooMany(const Report& report, const std::string& field) {
  if (report.violations.size() <= kMaxViolations) return std::nullopt;
  return ReviewError{
      Kind::kTooManyMatches,
      field,
      "more than " + std::to_string(kMaxViolations) + " violations: mend the worst, then ask again",
      {}};
}

// The ways to read a passage, each folded, the body first. Empty when its markup could not be read.
std::vector<ScannedPassage> Read(const Passage& passage, const text::DecodedText& decoded,
                                 std::uint32_t index) {
  const std::string_view source = decoded.text();
  std::vector<ScannedPassage> readings;
  const auto add = [&](std::optional<text::VisibleText> reading) {
    ScannedPassage& scanned = readings.emplace_back();
    scanned.index = index;
    scanned.name = passage.name;
    scanned.source = source;
    scanned.sent = &decoded.map;
    scanned.reading = std::move(reading);
    scanned.folded = text::Fold(scanned.visible());
  };
  if (passage.format == Format::kPlain) {
    add(std::nullopt);
    return readings;
  }
  const bool html = passage.format == Format::kHtml;
  for (text::VisibleText& reading : html ? text::ReadHtml(source) : text::ReadMarkdown(source)) {
    add(std::move(reading));
  }
  return readings;
}

// Finds everything that the ruleset looks for in a reading of a passage.
std::optional<ReviewError> Scan(const CompiledRules& compiled, const std::vector<Rule>& rules,
                                ScannedPassage& passage, const std::string& field) {
  if (auto error = Unless(compiled.scanner().Scan(passage.folded.text, passage.literals), field)) {
    return error;
  }
  std::vector<Expressions::AtomMatch> atoms;
  for (const Match& match : passage.literals) {
    const std::uint32_t atom = compiled.AtomOfLiteral(match.id);
    if (atom != CompiledRules::kNoAtom) atoms.push_back({atom, match.begin});
  }
  if (auto error =
          Unless(compiled.expressions().Find(passage.folded, std::move(atoms), passage.expressions),
                 field)) {
    return error;
  }
  if (compiled.sounds() != nullptr) {
    if (auto error = Unless(
            compiled.sounds()->Find(passage.folded, passage.visible(), passage.aliases), field)) {
      return error;
    }
  }
  if (!compiled.splits()) return std::nullopt;
  return Unless(FindSplit(compiled, rules, passage.folded, passage.visible(), passage.aliases),
                field);
}

// The order of violations, and of dismissals, in a report.
constexpr auto Precedes = [](const auto& a, const auto& b) {
  const auto key = [](const auto& entry) {
    return std::tuple(entry.span.passage, entry.span.utf8.begin, ~entry.span.utf8.end,
                      std::string_view(entry.rule->id));
  };
  return key(a) < key(b);
};

// A body that hides something is read twice: what both readings hold is one violation. What one of
// them dismisses and the other does not is a violation.
void MergeReadings(Report& report) {
  const auto same = [](const auto& a, const auto& b) {
    return a.rule == b.rule && a.span == b.span;
  };
  std::stable_sort(report.violations.begin(), report.violations.end(), Precedes);
  report.violations.erase(std::unique(report.violations.begin(), report.violations.end(), same),
                          report.violations.end());
  std::stable_sort(report.dismissals.begin(), report.dismissals.end(), Precedes);
  report.dismissals.erase(std::unique(report.dismissals.begin(), report.dismissals.end(), same),
                          report.dismissals.end());
  std::erase_if(report.dismissals, [&](const Dismissal& dismissal) {
    return std::any_of(report.violations.begin(), report.violations.end(),
                       [&](const Violation& violation) { return same(violation, dismissal); });
  });
}

Verdict Judge(const std::vector<Violation>& violations) {
  Severity worst = Severity::kUnspecified;
  for (const Violation& violation : violations) worst = std::max(worst, violation.severity);
  switch (worst) {
    case Severity::kUnspecified:
    case Severity::kAdvise:
      return Verdict::kPass;
    case Severity::kReview:
      return Verdict::kReview;
    case Severity::kBlock:
      break;
  }
  return Verdict::kBlock;
}

}  // namespace

Result<Report, ReviewError> Review(const Draft& draft, std::shared_ptr<const Ruleset> ruleset,
                                   const ReviewOptions& options) {
  const auto texts = Decode(draft);
  if (!texts) return Unexpected(ReviewError(texts.error()));

  Applicable applicable = FindApplicable(*ruleset, draft, options.as_of);
  Report report;
  std::vector<ScannedPassage> passages;
  for (std::uint32_t i = 0; i < draft.passages.size(); ++i) {
    if (options.cancelled && options.cancelled()) {
      return Unexpected(ReviewError{Kind::kCancelled, "", "the review was given up", {}});
    }
    const text::DecodedText& decoded = (*texts)[i];
    const std::string field = "passages[" + std::to_string(i) + "].text";
    std::vector<ScannedPassage> readings = Read(draft.passages[i], decoded, i);
    if (readings.empty()) {
      return Unexpected(ReviewError{
          Kind::kScanFailed, field, "the markup was not read: its elements are too entangled", {}});
    }
    text::Positions positions(decoded.text(), &decoded.map);
    for (ScannedPassage& reading : readings) {
      if (auto error = Scan(ruleset->compiled(), ruleset->rules(), reading, field)) {
        return Unexpected(*std::move(error));
      }
      Resolve(reading, *ruleset, applicable.rules, positions, report);
      if (auto error = UnlessTooMany(report, field)) return Unexpected(*std::move(error));
    }
    if (readings.size() > 1) MergeReadings(report);
    passages.push_back(std::move(readings.front()));
  }
  if (passages.size() > 1) {
    const auto outcome = ResolveJoined(passages, *ruleset, applicable.rules, report);
    if (auto error = Unless(outcome, "passages")) return Unexpected(*std::move(error));
    if (auto error = UnlessTooMany(report, "passages")) return Unexpected(*std::move(error));
    std::stable_sort(report.violations.begin(), report.violations.end(), Precedes);
  }

  report.draft_id = draft.id;
  report.not_applied = std::move(applicable.not_applied);
  report.as_of = options.as_of;
  report.engine_version = kEngineVersion;
  report.content_digest = DigestOf(draft);
  report.verdict = Judge(report.violations);
  report.ruleset = std::move(ruleset);
  return report;
}

}  // namespace redline
