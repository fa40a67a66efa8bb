#include "engine/near_miss.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "engine/text/fold.h"
#include "engine/text/fold_table.h"
#include "engine/text/positions.h"
#include "engine/text/utf8.h"

namespace redline {
namespace {

// The characters of a folded text with the byte at which each begins.
struct Letters {
  std::u32string text;
  std::vector<std::uint32_t> at;  // one more: the end
};

Letters LettersOf(std::string_view folded, std::uint32_t begin, std::uint32_t end) {
  Letters letters;
  for (std::uint32_t i = begin; i < end && letters.text.size() < kMaxNearMissSentence;) {
    letters.at.push_back(i);
    letters.text.push_back(text::CodePointAt(folded, i));
    i += static_cast<std::uint32_t>(text::SequenceLength(folded[i]));
    if (i >= end || letters.text.size() == kMaxNearMissSentence) letters.at.push_back(i);
  }
  return letters;
}

// Which characters of `wanted` and of `given` make up their longest common subsequence.
struct Common {
  std::vector<bool> wanted;
  std::vector<bool> given;
  std::size_t length = 0;
};

Common LongestCommon(const std::u32string& wanted, const std::u32string& given) {
  std::vector<std::vector<std::uint16_t>> best(wanted.size() + 1,
                                               std::vector<std::uint16_t>(given.size() + 1));
  for (std::size_t i = wanted.size(); i-- > 0;) {
    for (std::size_t j = given.size(); j-- > 0;) {
      best[i][j] = wanted[i] == given[j] ? static_cast<std::uint16_t>(best[i + 1][j + 1] + 1)
                                         : std::max(best[i + 1][j], best[i][j + 1]);
    }
  }
  Common common{std::vector<bool>(wanted.size()), std::vector<bool>(given.size()), best[0][0]};
  for (std::size_t i = 0, j = 0; i < wanted.size() && j < given.size();) {
    if (wanted[i] == given[j]) {
      common.wanted[i++] = common.given[j++] = true;
    } else {
      (best[i + 1][j] >= best[i][j + 1] ? i : j) += 1;
    }
  }
  return common;
}

// The parts of a statement that are not there, in the author's spelling.
std::vector<std::string> Lacking(const Wording& statement, const text::FoldedText& folded,
                                 const Letters& letters, const std::vector<bool>& there) {
  std::vector<std::string> lacking;
  for (std::size_t i = 0; i < there.size();) {
    if (there[i]) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < there.size() && !there[end]) ++end;
    const Range source = folded.map.SourceOf({letters.at[i], letters.at[end]}, statement.text);
    lacking.push_back(statement.text.substr(source.begin, source.end - source.begin));
    i = end;
  }
  return lacking;
}

struct Candidate {
  double share = 0;
  const ScannedPassage* body = nullptr;
  Range folded;
  std::vector<std::string> lacking;
};

void Try(const Wording& statement, const text::FoldedText& folded, const Letters& wanted,
         const ScannedPassage& body, const Letters& given, Candidate& best) {
  const Common common = LongestCommon(wanted.text, given.text);
  const double share = static_cast<double>(common.length) / static_cast<double>(wanted.text.size());
  if (share < kNearMissShare || share <= best.share) return;
  const auto first = std::find(common.given.begin(), common.given.end(), true);
  const auto last = std::find(common.given.rbegin(), common.given.rend(), true);
  const auto begin = static_cast<std::size_t>(first - common.given.begin());
  const auto end = static_cast<std::size_t>(common.given.rend() - last);
  best = {share,
          &body,
          {given.at[begin], given.at[end]},
          Lacking(statement, folded, wanted, common.wanted)};
}

}  // namespace

std::optional<NearMiss> FindNearMiss(const std::vector<Wording>& statements,
                                     const std::vector<ScannedPassage>& bodies) {
  Candidate best;
  for (const Wording& statement : statements) {
    const text::FoldedText folded = text::Fold(statement.text);
    const Letters wanted =
        LettersOf(folded.text, 0, static_cast<std::uint32_t>(folded.text.size()));
    if (wanted.text.empty()) continue;
    std::size_t looked_at = 0;
    for (const ScannedPassage& body : bodies) {
      const std::string& text = body.folded.text;
      for (std::size_t begin = 0; begin < text.size() && looked_at < kMaxNearMissCharacters;) {
        const std::size_t end = std::min(text.find(text::kSentenceMark, begin), text.size());
        const Letters given =
            LettersOf(text, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
        looked_at += given.text.size();
        if (!given.text.empty()) Try(statement, folded, wanted, body, given, best);
        begin = end + 1;
      }
    }
  }
  if (best.body == nullptr) return std::nullopt;
  NearMiss miss;
  text::Positions positions(best.body->source, best.body->sent);
  miss.span = positions.SpanOf(best.body->SourceOf(best.folded));
  miss.span.passage = best.body->index;
  miss.quote =
      best.body->source.substr(miss.span.utf8.begin, miss.span.utf8.end - miss.span.utf8.begin);
  miss.lacking = std::move(best.lacking);
  return miss;
}

}  // namespace redline
