#include "engine/resolve.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "engine/applicable.h"
#include "engine/compiled_rules.h"
#include "engine/context_cues.h"
#include "engine/sorted_matches.h"
#include "engine/standing.h"
#include "engine/text/boundary.h"
#include "engine/text/disguise.h"
#include "engine/text/fold_table.h"
#include "engine/text/positions.h"

namespace redline {
namespace {

// The exceptions of one rule, ready to ask whether one of them covers a match.
class Exceptions {
 public:
  // REQUIRES: [first, last) are in order (InOrder) and outlive this.
  Exceptions(const Found* first, const Found* last) : first_(first), last_(last) {
    const Found* farthest = nullptr;
    for (const Found* each = first; each != last; ++each) {
      if (farthest == nullptr || each->range.end > farthest->range.end) farthest = each;
      farthest_.push_back(farthest);
    }
  }

  // Of those that begin at or before the match, the one that ends last, if it covers the match.
  const Found* Covering(Range match) const {
    const Found* behind = std::upper_bound(
        first_, last_, match.begin,
        [](std::uint32_t begin, const Found& each) { return begin < each.range.begin; });
    if (behind == first_) return nullptr;
    const Found* candidate = farthest_[static_cast<std::size_t>(behind - first_) - 1];
    return candidate->range.end >= match.end ? candidate : nullptr;
  }

 private:
  const Found* first_;
  const Found* last_;
  std::vector<const Found*> farthest_;  // for each exception, of it and all before it
};

// What becomes of a match.
struct Judged {
  Found found;
  Severity severity = Severity::kUnspecified;
  std::string context;  // that lowered or dismissed it
  std::optional<Dismissal::Reason> dismissed;
  const Wording* by = nullptr;         // the exception that dismissed it
  const std::string* layer = nullptr;  // the profile of what dismissed it
};

class Resolver {
 public:
  Resolver(const ScannedPassage& passage, const Ruleset& ruleset,
           const std::vector<bool>& applicable, text::Positions& positions, Report& report,
           Evidence& evidence, Explanation* explanation)
      : passage_(passage),
        ruleset_(ruleset),
        applicable_(applicable),
        positions_(positions),
        report_(report),
        evidence_(evidence),
        explanation_(explanation) {}

  void Run();

 private:
  Judged Judge(const Found& ban, const Exceptions& exceptions, const ContextCues& cues) const;
  void TakeWorse(const Found& ban, const Exceptions& exceptions, const ContextCues& cues,
                 Judged& stays) const;
  void ResolveRule(const Found* first, const Found* last, const Exceptions& exceptions,
                   const ContextCues& cues);
  void Tell(const Found& ban, Fate fate, std::string by = {});
  void Tell(const Found& ban, const Judged& judged);
  Span SpanOf(const Found& found);
  std::string QuoteOf(const Span& span) const;
  void Write();

  const ScannedPassage& passage_;
  const Ruleset& ruleset_;
  const std::vector<bool>& applicable_;
  text::Positions& positions_;
  Report& report_;
  Evidence& evidence_;
  Explanation* const explanation_;  // null unless someone asks for an explanation

  std::vector<Judged> judged_;
};

Judged Resolver::Judge(const Found& ban, const Exceptions& exceptions,
                       const ContextCues& cues) const {
  const Rule& rule = ruleset_.rules()[ban.rule];
  Judged judged{ban, rule.severity, {}, {}, nullptr, nullptr};
  if (ban.use.guessed()) {
    judged.severity = std::min(judged.severity, Severity::kReview);
    judged.context = kAliasContext;
  }
  const Found* exception = exceptions.Covering(ban.range);
  if (exception != nullptr &&
      !text::CutsToken(passage_.folded, passage_.visible(), exception->range) &&
      text::ReadsAsWritten(passage_.folded, passage_.visible(), exception->range, ban.range)) {
    judged.dismissed = Dismissal::Reason::kException;
    judged.by = &WordingOf(exception->use, ruleset_.list());
    judged.layer = &judged.by->layer;
    return judged;
  }
  const std::vector<std::uint32_t>& contexts = ruleset_.compiled().contexts_of_rules()[ban.rule];
  for (std::size_t i = 0; i < contexts.size(); ++i) {
    const InContext then = rule.contexts[i].then;
    if (then == InContext::kViolation || !cues.Holds(contexts[i], ban.range)) continue;
    judged.context = rule.contexts[i].context;
    if (then == InContext::kNoViolation) {
      judged.dismissed = Dismissal::Reason::kContext;
      judged.layer = &rule.contexts[i].layer;
      return judged;
    }
    judged.severity = std::min(judged.severity, Severity::kReview);
  }
  return judged;
}

// Whether one of `judged`, which are rising and apart, overlaps `range`.
bool OverlapsOne(const std::vector<Judged>& judged, Range range) {
  const auto behind = std::upper_bound(
      judged.begin(), judged.end(), range.begin,
      [](std::uint32_t begin, const Judged& one) { return begin < one.found.range.end; });
  return behind != judged.end() && behind->found.range.begin < range.end;
}

// A match that overlaps a violation is not counted again, but a milder one does not cover it up.
void Resolver::TakeWorse(const Found& ban, const Exceptions& exceptions, const ContextCues& cues,
                         Judged& stays) const {
  if (stays.severity == ruleset_.rules()[ban.rule].severity) return;
  if (WhyNot(ban, passage_, ruleset_)) return;
  Judged judged = Judge(ban, exceptions, cues);
  if (judged.dismissed || judged.severity <= stays.severity) return;
  stays.severity = judged.severity;
  stays.context = std::move(judged.context);
}

// Leftmost-longest over the matches of one rule: first among violations, then, beside them, among
// guessed ones, then among what was dismissed.
void Resolver::ResolveRule(const Found* first, const Found* last, const Exceptions& exceptions,
                           const ContextCues& cues) {
  std::vector<Judged> violations;
  std::vector<Judged> guessed;
  std::vector<Judged> dismissed;
  std::uint32_t end = 0;
  std::uint32_t dismissed_end = 0;
  bool guessing = false;
  for (const Found* ban = first; ban != last; ++ban) {
    if (passage_.respelling && !TakesRespelling(*ban, passage_)) continue;
    if (ban->use.guessed() && !guessing) {
      guessing = true;
      end = dismissed_end = 0;
    }
    const bool taken = ban->range.begin < end || (guessing && OverlapsOne(violations, ban->range));
    if (taken && !guessing) TakeWorse(*ban, exceptions, cues, violations.back());
    if (const auto fate = taken ? Fate::kOverlaps : WhyNot(*ban, passage_, ruleset_)) {
      Tell(*ban, *fate);
      continue;
    }
    Judged judged = Judge(*ban, exceptions, cues);
    Tell(*ban, judged);
    if (!judged.dismissed) {
      end = ban->range.end;
      (guessing ? guessed : violations).push_back(std::move(judged));
    } else if (ban->range.begin >= dismissed_end) {
      dismissed_end = ban->range.end;
      dismissed.push_back(std::move(judged));
    }
  }
  for (Judged& each : dismissed) {
    const Range range = each.found.range;
    const bool overlaps = OverlapsOne(violations, range) || OverlapsOne(guessed, range);
    if (!overlaps) judged_.push_back(std::move(each));
  }
  std::move(violations.begin(), violations.end(), std::back_inserter(judged_));
  std::move(guessed.begin(), guessed.end(), std::back_inserter(judged_));
}

void Resolver::Tell(const Found& ban, Fate fate, std::string by) {
  if (explanation_ == nullptr) return;
  Span span = SpanOf(ban);
  std::string quote = QuoteOf(span);
  const auto reading = static_cast<std::uint32_t>(explanation_->readings.size() - 1);
  explanation_->matches.push_back({reading, &ruleset_.rules()[ban.rule], span, std::move(quote),
                                   WordingOf(ban.use, ruleset_.list()).text, fate, std::move(by)});
}

void Resolver::Tell(const Found& ban, const Judged& judged) {
  if (!judged.dismissed) return Tell(ban, Fate::kViolation, judged.context);
  if (*judged.dismissed == Dismissal::Reason::kContext) {
    return Tell(ban, Fate::kContext, judged.context);
  }
  Tell(ban, Fate::kException, judged.by->text);
}

Span Resolver::SpanOf(const Found& found) {
  Span span = positions_.SpanOf(passage_.SourceOf(found.range));
  span.passage = passage_.index;
  return span;
}

std::string Resolver::QuoteOf(const Span& span) const {
  return std::string(passage_.source.substr(span.utf8.begin, span.utf8.end - span.utf8.begin));
}

void Resolver::Write() {
  const auto& rules = ruleset_.rules();
  std::sort(judged_.begin(), judged_.end(), [&](const Judged& a, const Judged& b) {
    return std::tuple(a.found.range.begin, ~a.found.range.end,
                      std::string_view(rules[a.found.rule].id)) <
           std::tuple(b.found.range.begin, ~b.found.range.end,
                      std::string_view(rules[b.found.rule].id));
  });
  for (const Judged& each : judged_) {
    const Found& found = each.found;
    const Rule& rule = rules[found.rule];
    const Wording& wording = WordingOf(found.use, ruleset_.list());
    const Span span = SpanOf(found);
    std::string quote = QuoteOf(span);
    if (each.dismissed) {
      report_.dismissals.push_back({&rule, span, std::move(quote), *each.dismissed,
                                    each.by != nullptr ? each.by->text : each.context,
                                    *each.layer});
      continue;
    }
    Violation& violation = report_.violations.emplace_back();
    violation.rule = &rule;
    violation.severity = each.severity;
    violation.span = span;
    violation.quote = std::move(quote);
    // In the author's spelling where a phrase was found: 零风险, risk-free, not 0风险, riskfree.
    violation.folded_quote =
        found.use.pattern
            ? Readable(std::string_view(passage_.folded.text)
                           .substr(found.range.begin, found.range.end - found.range.begin))
            : wording.text;
    violation.disguises = passage_.DisguisesOf(
        found.range, found.use.pattern ? std::string_view() : std::string_view(wording.text));
    if (found.use.alias) {
      if (*found.use.alias == Disguise::kPinyin) {  // whose tones are marks
        std::erase(violation.disguises, Disguise::kCombiningMark);
      }
      violation.disguises.push_back(*found.use.alias);
      std::sort(violation.disguises.begin(), violation.disguises.end());
    }
    violation.wording = wording.text;
    violation.context = each.context;
    if (rule.requirement && passage_.body) evidence_.triggers[PlaceOf(violation)] = found.range;
  }
}

void Resolver::Run() {
  SortedMatches found = SortMatches(passage_, ruleset_, applicable_, evidence_);
  for (const Found& ban : found.not_applied) Tell(ban, Fate::kNotApplied);
  if (found.bans.empty()) return;
  const ContextCues cues(ruleset_.contexts(), std::move(found.cues), passage_.folded,
                         passage_.visible());
  const auto by_rule = [](const Found& one, std::uint32_t rule) { return one.rule < rule; };
  const Found* const bans_end = found.bans.data() + found.bans.size();
  const Found* const exceptions_end = found.exceptions.data() + found.exceptions.size();
  const Found* excepted = found.exceptions.data();
  for (const Found* first = found.bans.data(); first != bans_end;) {
    const std::uint32_t rule = first->rule;
    const Found* const last = std::lower_bound(first, bans_end, rule + 1, by_rule);
    excepted = std::lower_bound(excepted, exceptions_end, rule, by_rule);
    const Found* const excepted_end = std::lower_bound(excepted, exceptions_end, rule + 1, by_rule);
    if (LooksAt(ruleset_.rules()[rule], passage_.name)) {
      ResolveRule(first, last, Exceptions(excepted, excepted_end), cues);
    } else {
      std::for_each(first, last, [&](const Found& ban) { Tell(ban, Fate::kOtherPassage); });
    }
    first = last;
  }
  Write();
}

}  // namespace

void Resolve(const ScannedPassage& passage, const Ruleset& ruleset,
             const std::vector<bool>& applicable, text::Positions& positions, Report& report,
             Evidence& evidence, Explanation* explanation) {
  Resolver(passage, ruleset, applicable, positions, report, evidence, explanation).Run();
}

std::string Readable(std::string_view folded) {
  std::string out(folded);
  std::replace(out.begin(), out.end(), text::kListMark, ',');
  std::replace(out.begin(), out.end(), text::kClauseMark, ',');
  std::replace(out.begin(), out.end(), text::kSentenceMark, '.');
  return out;
}

}  // namespace redline
