#include "engine/joined.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "engine/applicable.h"
#include "engine/compiled_rules.h"
#include "engine/text/boundary.h"
#include "engine/text/disguise.h"
#include "engine/text/positions.h"

namespace redline {
namespace {

// The folded texts of all passages behind one another, and the way back.
class Seams {
 public:
  explicit Seams(const std::vector<ScannedPassage>& passages) : passages_(passages) {
    for (const ScannedPassage& passage : passages) {
      begins_.push_back(static_cast<std::uint32_t>(text_.size()));
      text_ += passage.folded.text;
    }
  }

  const std::string& text() const { return text_; }

  // The parts of `range` that lie in one passage each: its index and bytes of its folded text.
  std::vector<std::pair<std::size_t, Range>> PartsOf(Range range) const {
    std::vector<std::pair<std::size_t, Range>> parts;
    std::size_t i = static_cast<std::size_t>(
        std::upper_bound(begins_.begin(), begins_.end(), range.begin) - begins_.begin() - 1);
    for (; i < begins_.size() && begins_[i] < range.end; ++i) {
      const auto size = static_cast<std::uint32_t>(passages_[i].folded.text.size());
      const Range part{std::max(range.begin, begins_[i]) - begins_[i],
                       std::min(range.end, begins_[i] + size) - begins_[i]};
      if (part.begin < part.end) parts.emplace_back(i, part);
    }
    return parts;
  }

 private:
  const std::vector<ScannedPassage>& passages_;
  std::string text_;
  std::vector<std::uint32_t> begins_;
};

Span SpanOf(const ScannedPassage& passage, Range folded) {
  Span span = text::Positions(passage.source, passage.sent).SpanOf(passage.SourceOf(folded));
  span.passage = passage.index;
  return span;
}

// Each part is a part of a phrase, which tells nothing of how the phrase writes it.
std::set<Disguise> DisguisesOf(const std::vector<ScannedPassage>& passages,
                               const std::vector<std::pair<std::size_t, Range>>& parts) {
  std::set<Disguise> disguises;
  for (const auto& [index, part] : parts) {
    const std::vector<Disguise> found = passages[index].DisguisesOf(part, {});
    disguises.insert(found.begin(), found.end());
  }
  return disguises;
}

}  // namespace

Scanner::Outcome ResolveJoined(const std::vector<ScannedPassage>& passages, const Ruleset& ruleset,
                               const std::vector<bool>& applicable, Report& report) {
  const Seams seams(passages);
  std::vector<Match> matches;
  const Scanner::Outcome outcome = ruleset.compiled().scanner().Scan(seams.text(), matches);
  if (outcome != Scanner::Outcome::kComplete) return outcome;

  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return std::tuple(a.begin, ~a.end) < std::tuple(b.begin, ~b.end);
  });
  std::vector<std::uint32_t> ends(ruleset.rules().size());  // leftmost-longest for each rule
  for (const Match& match : matches) {
    const Range range{match.begin, match.end};
    const auto parts = seams.PartsOf(range);
    if (parts.size() < 2 || text::CountCharacters(seams.text(), range) < kMinJoinedCharacters) {
      continue;
    }
    const bool cut = std::any_of(parts.begin(), parts.end(), [&](const auto& part) {
      const ScannedPassage& passage = passages[part.first];
      return text::CutsToken(passage.folded, passage.visible(), part.second);
    });
    if (cut) continue;
    for (const Use& use : ruleset.compiled().OfLiteral(match.id)) {
      if (use.role != Use::Role::kBan || use.alias || !applicable[use.owner] ||
          match.begin < ends[use.owner]) {
        continue;
      }
      const Rule& rule = ruleset.rules()[use.owner];
      if (rule.requirement) continue;  // what asks for a statement is no violation by itself
      const bool looked_at = std::all_of(parts.begin(), parts.end(), [&](const auto& part) {
        return LooksAt(rule, passages[part.first].name);
      });
      if (!looked_at) continue;
      const std::set<Disguise> disguises = DisguisesOf(passages, parts);
      const auto& without = rule.folds.without;
      if (std::any_of(without.begin(), without.end(),
                      [&](Disguise each) { return disguises.count(each) > 0; })) {
        continue;
      }
      ends[use.owner] = match.end;
      Violation& violation = report.violations.emplace_back();
      violation.rule = &rule;
      violation.severity = std::min(rule.severity, Severity::kReview);
      const ScannedPassage& first = passages[parts[0].first];
      violation.span = SpanOf(first, parts[0].second);
      violation.quote = first.source.substr(violation.span.utf8.begin,
                                            violation.span.utf8.end - violation.span.utf8.begin);
      for (std::size_t i = 1; i < parts.size(); ++i) {
        violation.related.push_back(SpanOf(passages[parts[i].first], parts[i].second));
      }
      violation.disguises.assign(disguises.begin(), disguises.end());
      violation.wording = WordingOf(use, ruleset.list()).text;
      violation.folded_quote = violation.wording;
      violation.context = kJoinedContext;
    }
  }
  return outcome;
}

}  // namespace redline
