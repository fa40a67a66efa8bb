#include "engine/split_aliases.h"

#include <algorithm>

#include "engine/text/split_characters.h"
#include "engine/text/word_break.h"

namespace redline {

Scanner::Outcome FindSplit(const CompiledRules& compiled, const std::vector<Rule>& rules,
                           const text::FoldedText& folded, std::string_view source,
                           std::vector<AliasMatch>& matches) {
  const text::JoinedText joined = text::JoinSplit(folded.text);
  std::vector<Match> found;
  const Scanner::Outcome outcome = compiled.scanner().Scan(joined.text, found);
  if (outcome != Scanner::Outcome::kComplete) return outcome;
  for (const Match& match : found) {
    const Range range{match.begin, match.end};
    const auto joins = joined.JoinsIn(range);
    if (joins.empty()) continue;
    for (const Use& use : compiled.OfLiteral(match.id)) {
      if (use.role != Use::Role::kBan || use.alias || !rules[use.owner].aliases.split) continue;
      const bool word = std::any_of(joins.begin(), joins.end(), [&](const auto& join) {
        return text::IsWord(folded, source, join.folded);
      });
      if (word) break;
      matches.push_back(
          {use.owner, use.wording, joined.FoldedOf(range), Disguise::kSplitCharacter});
    }
  }
  return outcome;
}

}  // namespace redline
