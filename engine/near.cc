#include "engine/near.h"

#include <algorithm>
#include <tuple>

#include "engine/text/boundary.h"
#include "engine/text/fold_table.h"

namespace redline {
namespace {

// Grows chains of words: for each set of groups, the places where they have been met so far.
class Chains {
 public:
  Chains(const Near& near, std::uint32_t longest_word, std::string_view folded)
      : near_(near), longest_word_(longest_word), folded_(folded) {
    chains_.resize(std::size_t{1} << near.words.size());
    for (std::size_t i = folded.find(text::kSentenceMark); i != folded.npos;
         i = folded.find(text::kSentenceMark, i + 1)) {
      sentence_ends_.push_back(static_cast<std::uint32_t>(i));
    }
  }

  // REQUIRES: words come by end.
  void Add(const NearWord& word, std::vector<Range>& places) {
    const std::size_t own = std::size_t{1} << word.group;
    for (std::size_t met = 0; met < chains_.size(); ++met) {
      if ((met & own) != 0 || (near_.in_order && met != own - 1)) continue;
      const Range* last = met == 0 ? nullptr : LastBefore(met, word.range.begin);
      if (met != 0 && (last == nullptr || !Follows(last->end, word.range.begin))) continue;
      const Range grown{last == nullptr ? word.range.begin : last->begin, word.range.end};
      if ((met | own) + 1 == chains_.size()) {
        places.push_back(grown);
      } else {
        Keep(met | own, grown);
      }
    }
  }

 private:
  // The chain that ends last, at or before `begin`, and is the shortest of those.
  const Range* LastBefore(std::size_t met, std::uint32_t begin) const {
    const std::vector<Range>& chains = chains_[met];
    const auto behind =
        std::upper_bound(chains.begin(), chains.end(), begin,
                         [](std::uint32_t value, const Range& chain) { return value < chain.end; });
    return behind == chains.begin() ? nullptr : &*std::prev(behind);
  }

  // Whether a word at `begin` may follow one that ends at `end`.
  bool Follows(std::uint32_t end, std::uint32_t begin) const {
    const auto mark = std::lower_bound(sentence_ends_.begin(), sentence_ends_.end(), end);
    if (mark != sentence_ends_.end() && *mark < begin) return false;
    if (!near_.within) return true;
    // Four bytes are the longest character: farther apart there is nothing to count.
    return begin - end <= *near_.within * 4 &&
           text::CountCharacters(folded_, {end, begin}) <= *near_.within;
  }

  // By end, then longest first. Of chains that every later word lies behind, only the last matters.
  void Keep(std::size_t met, Range chain) {
    std::vector<Range>& chains = chains_[met];
    const auto at =
        std::upper_bound(chains.begin(), chains.end(), chain, [](const Range& a, const Range& b) {
          return std::tuple(a.end, a.begin) < std::tuple(b.end, b.begin);
        });
    chains.insert(at, chain);
    const auto useless = [&](std::size_t i) {
      return i + 1 < chains.size() && chains[i + 1].end + longest_word_ <= chain.end;
    };
    std::size_t count = 0;
    while (useless(count)) ++count;
    chains.erase(chains.begin(), chains.begin() + static_cast<std::ptrdiff_t>(count));
  }

  const Near& near_;
  const std::uint32_t longest_word_;
  const std::string_view folded_;
  std::vector<std::uint32_t> sentence_ends_;  // bytes of their marks, rising
  std::vector<std::vector<Range>> chains_;    // by the groups met, a bit for each
};

}  // namespace

std::vector<Range> FindNear(const Near& near, std::vector<NearWord> words,
                            std::string_view folded) {
  std::sort(words.begin(), words.end(), [](const NearWord& a, const NearWord& b) {
    return std::tuple(a.range.end, a.range.begin, a.group) <
           std::tuple(b.range.end, b.range.begin, b.group);
  });
  std::uint32_t longest = 0;
  for (const NearWord& word : words) {
    longest = std::max(longest, word.range.end - word.range.begin);
  }
  Chains chains(near, longest, folded);
  std::vector<Range> places;
  for (const NearWord& word : words) chains.Add(word, places);
  return places;
}

}  // namespace redline
