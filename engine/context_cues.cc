#include "engine/context_cues.h"

#include <algorithm>

#include "engine/text/boundary.h"
#include "engine/text/disguise.h"
#include "engine/text/fold_table.h"
#include "engine/text/utf8.h"

namespace redline {
namespace {

bool Covers(Range outer, Range inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

}  // namespace

ContextCues::ContextCues(const std::vector<Context>& contexts, std::vector<Cue> cues,
                         const text::FoldedText& folded, std::string_view source)
    : contexts_(contexts), folded_(folded), source_(source), places_(contexts.size()) {
  std::vector<std::vector<Range>> exceptions(contexts.size());
  for (const Cue& cue : cues) {
    if (cue.side == Cue::Side::kException) exceptions[cue.context].push_back(cue.range);
  }
  for (std::vector<Range>& ranges : exceptions) std::sort(ranges.begin(), ranges.end());
  for (const Cue& cue : cues) {
    if (cue.side == Cue::Side::kException) continue;
    // Exceptions of a context are few and short: those that could cover begin at most this far off.
    const std::vector<Range>& ranges = exceptions[cue.context];
    auto candidate = std::upper_bound(ranges.begin(), ranges.end(), Range{cue.range.begin, ~0u});
    bool excused = false;
    for (int looked = 0; candidate != ranges.begin() && looked < 8 && !excused; ++looked) {
      excused = Covers(*--candidate, cue.range);
    }
    if (excused || text::CutsToken(folded, source, cue.range) ||
        !text::ReadsAsWritten(folded, source, cue.range, {0, 0})) {
      continue;
    }
    Places& places = places_[cue.context];
    (cue.side == Cue::Side::kBefore ? places.before : places.after).push_back(cue.range);
  }
  for (Places& places : places_) {
    std::sort(places.before.begin(), places.before.end(),
              [](Range a, Range b) { return a.end < b.end; });
    std::sort(places.after.begin(), places.after.end());
  }
}

// How far the context reaches from a folded byte: `reach` characters, or the nearest mark.
std::uint32_t ContextCues::Reach(const Context& context, std::uint32_t from, bool backwards) const {
  const std::string_view text = folded_.text;
  const auto stops = [&](char c) {
    return c == text::kSentenceMark ||
           (c == text::kClauseMark && context.stops_at == Context::Stop::kClause);
  };
  std::size_t at = from;
  for (int i = 0; i < context.reach; ++i) {
    if (backwards) {
      if (at == 0) break;
      const std::size_t previous = text::PreviousBoundary(text, at);
      if (stops(text[previous])) break;
      at = previous;
    } else {
      if (at >= text.size() || stops(text[at])) break;
      at += text::SequenceLength(text[at]);
    }
  }
  return static_cast<std::uint32_t>(at);
}

bool ContextCues::Holds(std::uint32_t index, Range match) const {
  const Context& context = contexts_[index];
  const Places& places = places_[index];
  if (!places.before.empty()) {
    const auto behind =
        std::upper_bound(places.before.begin(), places.before.end(), match.begin,
                         [](std::uint32_t begin, Range cue) { return begin < cue.end; });
    if (behind != places.before.begin() &&
        std::prev(behind)->end >= Reach(context, match.begin, true)) {
      return true;
    }
  }
  if (!places.after.empty()) {
    const auto ahead =
        std::lower_bound(places.after.begin(), places.after.end(), Range{match.end, 0});
    if (ahead != places.after.end() && ahead->begin <= Reach(context, match.end, false))
      return true;
  }
  return false;
}

}  // namespace redline
