#include "engine/numbers.h"

#include <algorithm>
#include <tuple>

#include "engine/text/boundary.h"
#include "engine/text/fold_table.h"

namespace redline {
namespace {

bool IsMet(const NumberCondition& condition, const text::Quantity& number) {
  const auto& [least, most] = std::tie(condition.least, condition.most);
  if (least &&
      (least->included ? number.greatest < least->value : number.greatest <= least->value)) {
    return false;
  }
  return !most || (most->included ? number.least <= most->value : number.least < most->value);
}

// The words and the numbers of one measure in one sentence.
class Sentence {
 public:
  Sentence(const NumberCondition& condition, std::string_view folded,
           const std::vector<text::Quantity>& quantities)
      : condition_(condition), folded_(folded) {
    std::uint32_t group = 0;
    for (const text::Quantity& quantity : quantities) {
      if (quantity.measure != condition.measure) continue;
      if (!numbers_.empty() && !GoesOn(numbers_.back().range.end, quantity.range.begin)) ++group;
      numbers_.push_back(quantity);
      groups_.push_back(group);
    }
  }

  // `words` are of this sentence.
  void Find(std::vector<Range> words, std::vector<Range>& places) const {
    const auto by_end = [](Range a, Range b) {
      return std::tuple(a.end, ~a.begin) < std::tuple(b.end, ~b.begin);
    };
    std::vector<Range> by_begin = words;
    std::sort(by_begin.begin(), by_begin.end());
    std::sort(words.begin(), words.end(), by_end);
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      if (!IsMet(condition_, numbers_[i])) continue;
      const Range number = numbers_[i].range;
      // The last to end before it, of those the longest.
      const auto behind =
          std::upper_bound(words.begin(), words.end(), number.begin,
                           [](std::uint32_t begin, Range word) { return begin < word.end; });
      if (behind != words.begin()) {
        const Range word = *std::prev(behind);
        if (Reaches(word.end, number.begin) && groups_[FirstBehind(word.end)] == groups_[i]) {
          places.push_back({word.begin, number.end});
        }
      }
      if (condition_.in_order) continue;
      // The first to begin behind it, of those the longest.
      const auto next = std::lower_bound(by_begin.begin(), by_begin.end(), Range{number.end, 0});
      if (next == by_begin.end()) continue;
      const auto longer = std::upper_bound(next, by_begin.end(), Range{next->begin, ~0u});
      const Range word = *std::prev(longer);
      if (Reaches(number.end, word.begin) && groups_[LastBefore(word.begin)] == groups_[i]) {
        places.push_back({number.begin, word.end});
      }
    }
  }

 private:
  // Whether a number that begins at `begin` still tells what one that ends at `end` tells.
  bool GoesOn(std::uint32_t end, std::uint32_t begin) const {
    const std::string_view between = folded_.substr(end, begin - end);
    return between.size() <= 1 || between.find(text::kClauseMark) == between.npos;
  }

  bool Reaches(std::uint32_t end, std::uint32_t begin) const {
    if (!condition_.within) return true;
    // Four bytes are the longest character: farther apart there is nothing to count.
    return begin - end <= *condition_.within * 4 &&
           text::CountCharacters(folded_, {end, begin}) <= *condition_.within;
  }

  // REQUIRES: there is one.
  std::size_t FirstBehind(std::uint32_t end) const {
    const auto found = std::lower_bound(numbers_.begin(), numbers_.end(), end,
                                        [](const text::Quantity& number, std::uint32_t place) {
                                          return number.range.begin < place;
                                        });
    return static_cast<std::size_t>(found - numbers_.begin());
  }
  std::size_t LastBefore(std::uint32_t begin) const {
    const auto found = std::upper_bound(
        numbers_.begin(), numbers_.end(), begin,
        [](std::uint32_t place, const text::Quantity& number) { return place < number.range.end; });
    return static_cast<std::size_t>(found - numbers_.begin()) - 1;
  }

  const NumberCondition& condition_;
  const std::string_view folded_;
  std::vector<text::Quantity> numbers_;  // in order
  std::vector<std::uint32_t> groups_;    // of numbers_: those that go on one another
};

}  // namespace

NumbersBeside::NumbersBeside(const text::FoldedText& folded, std::string_view source)
    : folded_(folded), source_(source) {
  const std::string& text = folded.text;
  for (std::size_t i = text.find(text::kSentenceMark); i != text.npos;
       i = text.find(text::kSentenceMark, i + 1)) {
    sentence_ends_.push_back(static_cast<std::uint32_t>(i));
  }
}

std::vector<Range> NumbersBeside::Find(const NumberCondition& condition, std::vector<Range> words) {
  std::map<Range, std::vector<Range>> sentences;
  for (const Range word : words) sentences[SentenceOf(word)].push_back(word);
  std::vector<Range> places;
  for (auto& [range, inside] : sentences) {
    Sentence(condition, folded_.text, QuantitiesOf(range)).Find(std::move(inside), places);
  }
  return places;
}

Range NumbersBeside::SentenceOf(Range word) const {
  const auto before = std::lower_bound(sentence_ends_.begin(), sentence_ends_.end(), word.begin);
  const auto behind = std::lower_bound(before, sentence_ends_.end(), word.end);
  return {
      before == sentence_ends_.begin() ? 0 : *std::prev(before) + 1,
      behind == sentence_ends_.end() ? static_cast<std::uint32_t>(folded_.text.size()) : *behind};
}

const std::vector<text::Quantity>& NumbersBeside::QuantitiesOf(Range sentence) {
  const auto [entry, is_new] = quantities_.try_emplace(sentence);
  if (is_new) entry->second = text::QuantitiesIn(folded_, source_, sentence);
  return entry->second;
}

}  // namespace redline
