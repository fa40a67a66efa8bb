#include "engine/review.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "engine/applicable.h"
#include "engine/compiled_rules.h"
#include "engine/decode.h"
#include "engine/digest.h"
#include "engine/explanation.h"
#include "engine/joined.h"
#include "engine/notices.h"
#include "engine/place.h"
#include "engine/requirements.h"
#include "engine/resolve.h"
#include "engine/scanned_passage.h"
#include "engine/split_aliases.h"
#include "engine/version.h"
#include "engine/waive.h"

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

// Where rules were broken.
std::set<Place> PlacesOf(const std::vector<Violation>& violations) {
  std::set<Place> places;
  for (const Violation& violation : violations) places.insert(PlaceOf(violation));
  return places;
}

// Of the violations of one rule that overlap in a passage, read in several ways, the leftmost and
// longest stays, of equal ones the first; it is as bad as the worst of them. What one reading
// dismisses and another does not is a violation.
void MergeReadings(Report& report, std::uint32_t passage) {
  std::stable_sort(report.violations.begin(), report.violations.end(), Precedes);
  std::map<const Rule*, std::size_t> last;  // of each rule in this passage, its index in `merged`
  std::vector<Violation> merged;
  merged.reserve(report.violations.size());
  for (Violation& violation : report.violations) {
    if (violation.span.passage == passage) {
      const auto [place, is_first] = last.try_emplace(violation.rule, merged.size());
      if (!is_first && violation.span.utf8.begin < merged[place->second].span.utf8.end) {
        TakeWorse(violation, merged[place->second]);
        continue;
      }
      place->second = merged.size();
    }
    merged.push_back(std::move(violation));
  }
  report.violations = std::move(merged);
  std::stable_sort(report.dismissals.begin(), report.dismissals.end(), Precedes);
  std::set<Place> taken = PlacesOf(report.violations);
  std::erase_if(report.dismissals, [&](const Dismissal& dismissal) {
    return !taken.insert(PlaceOf(dismissal)).second;
  });
}

// Adds a reading to an explanation; what was found in it comes after.
void Tell(const ScannedPassage& reading, Explanation& explanation) {
  explanation.readings.push_back(
      {reading.index,
       reading.respelling ? std::optional(reading.respelling->disguise) : std::nullopt,
       std::string(reading.visible()), Readable(reading.folded.text)});
}

// Takes out of the violations, in their order, what rules in shadow find.
std::vector<Violation> TakeShadowed(std::vector<Violation>& violations) {
  const auto shadowed = std::stable_partition(
      violations.begin(), violations.end(),
      [](const Violation& violation) { return violation.rule->status != Status::kShadow; });
  std::vector<Violation> taken(std::make_move_iterator(shadowed),
                               std::make_move_iterator(violations.end()));
  violations.erase(shadowed, violations.end());
  return taken;
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

// `explanation` is filled as the review goes, unless it is null.
Result<Report, ReviewError> Review(const Draft& draft, std::shared_ptr<const Ruleset> ruleset,
                                   const ReviewOptions& options, Explanation* explanation) {
  const auto texts = Decode(draft);
  if (!texts) return Unexpected(ReviewError(texts.error()));

  Applicable applicable = FindApplicable(*ruleset, draft, options.as_of, options.rehearsal);
  Report report;
  Evidence evidence;
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
          Kind::kScanFailed, field, "the passage was not read: its markup is too entangled", {}});
    }
    text::Positions positions(decoded.text(), &decoded.map);
    for (Notice& notice : NoticesIn(readings.front(), positions)) {
      report.notices.push_back(std::move(notice));
    }
    for (ScannedPassage& reading : readings) {
      if (auto error = Scan(ruleset->compiled(), ruleset->rules(), reading, field)) {
        return Unexpected(*std::move(error));
      }
      if (explanation != nullptr) Tell(reading, *explanation);
      Resolve(reading, *ruleset, applicable.rules, positions, report, evidence, explanation);
      if (auto error = UnlessTooMany(report, field)) return Unexpected(*std::move(error));
    }
    if (readings.size() > 1) MergeReadings(report, i);
    passages.push_back(std::move(readings.front()));
  }
  ResolveRequirements(*ruleset, applicable.rules, passages, std::move(evidence), report);
  if (passages.size() > 1) {
    const auto outcome = ResolveJoined(passages, *ruleset, applicable.rules, report);
    if (auto error = Unless(outcome, "passages")) return Unexpected(*std::move(error));
  }
  if (auto error = UnlessTooMany(report, "passages")) return Unexpected(*std::move(error));
  std::stable_sort(report.violations.begin(), report.violations.end(), Precedes);

  if (!options.rehearsal) report.shadowed = TakeShadowed(report.violations);
  report.draft_id = draft.id;
  report.not_applied = std::move(applicable.not_applied);
  report.as_of = options.as_of;
  report.engine_version = kEngineVersion;
  report.content_digest = DigestOf(draft);
  if (options.waivers != nullptr) Waive(options.waivers, report);
  report.verdict = Judge(report.violations);
  report.ruleset = std::move(ruleset);
  return report;
}

}  // namespace

Result<Report, ReviewError> Review(const Draft& draft, std::shared_ptr<const Ruleset> ruleset,
                                   const ReviewOptions& options) {
  return Review(draft, std::move(ruleset), options, nullptr);
}

Result<Explanation, ReviewError> Explain(const Draft& draft, std::shared_ptr<const Ruleset> ruleset,
                                         const ReviewOptions& options) {
  Explanation explanation;
  auto report = Review(draft, std::move(ruleset), options, &explanation);
  if (!report) return Unexpected(std::move(report.error()));
  explanation.report = std::move(*report);
  // A violation of one reading may have lost to one of another.
  const std::set<Place> places = PlacesOf(explanation.report.violations);
  const std::set<Place> shadowed = PlacesOf(explanation.report.shadowed);
  std::map<Place, const Waiver*> waived;
  for (const Waived& one : explanation.report.waived) waived[PlaceOf(one.violation)] = one.waiver;
  for (Explanation::Match& match : explanation.matches) {
    if (match.fate != Fate::kViolation || places.contains(PlaceOf(match))) continue;
    if (const auto one = waived.find(PlaceOf(match)); one != waived.end()) {
      match.fate = Fate::kWaived;
      match.by = one->second->id;
      continue;
    }
    match.fate = shadowed.contains(PlaceOf(match)) ? Fate::kShadow
                 : match.rule->requirement         ? Fate::kSatisfied
                                                   : Fate::kOverlaps;
  }
  std::stable_sort(explanation.matches.begin(), explanation.matches.end(),
                   [](const Explanation::Match& a, const Explanation::Match& b) {
                     return a.reading != b.reading ? a.reading < b.reading : Precedes(a, b);
                   });
  return explanation;
}

}  // namespace redline
