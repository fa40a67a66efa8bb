#include "engine/text/split_characters.h"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <unordered_map>

#include "engine/text/fold.h"
#include "engine/text/utf8.h"

namespace redline::text {
namespace {

// A left part, a right part and the whole, one behind the other.
constexpr std::u32string_view kTriples =
#include "engine/text/split_characters.inc"
    ;
static_assert(kTriples.size() % 3 == 0);

std::string Folded(char32_t c) {
  std::string text;
  AppendUtf8(c, text);
  return Fold(text).text;
}

class Wholes {
 public:
  Wholes() {
    for (std::size_t i = 0; i < kTriples.size(); i += 3) {
      const std::string left = Folded(kTriples[i]);
      const std::string right = Folded(kTriples[i + 1]);
      const std::string whole = Folded(kTriples[i + 2]);
      const std::uint32_t pair = Pair(CodePointAt(left, 0), CodePointAt(right, 0));
      left_.set(pair >> 16);
      right_.set(pair & kBasic);
      // Two wholes may have the same parts once these are folded; the first one stays.
      if (wholes_.emplace(pair, whole).second) {
        parts_.emplace(CodePointAt(whole, 0), left + right);
      }
    }
  }

  // What the two make, or nothing.
  std::string_view Of(char32_t left, char32_t right) const {
    if (left > kBasic || right > kBasic || !left_[left] || !right_[right]) return {};
    const auto found = wholes_.find(Pair(left, right));
    return found == wholes_.end() ? std::string_view() : std::string_view(found->second);
  }
  std::string PartsOf(char32_t whole) const {
    const auto found = parts_.find(whole);
    return found == parts_.end() ? std::string() : found->second;
  }

 private:
  static constexpr char32_t kBasic = 0xFFFF;  // all parts are of the basic plane
  static std::uint32_t Pair(char32_t left, char32_t right) { return left << 16 | right; }

  std::bitset<kBasic + 1> left_;  // few characters are parts at all
  std::bitset<kBasic + 1> right_;
  std::unordered_map<std::uint32_t, std::string> wholes_;  // by their two parts
  std::unordered_map<char32_t, std::string> parts_;
};

const Wholes& Table() {
  static const Wholes table;
  return table;
}

}  // namespace

JoinedText JoinSplit(std::string_view folded) {
  const Wholes& wholes = Table();
  JoinedText out;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t next = at + SequenceLength(folded[at]);
    if (next >= folded.size()) break;
    const std::size_t after = next + SequenceLength(folded[next]);
    const std::string_view whole = wholes.Of(CodePointAt(folded, at), CodePointAt(folded, next));
    if (whole.empty()) {
      at = next;
      continue;
    }
    out.text.append(folded, copied, at - copied);
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += whole;
    out.joins.push_back({{begin, static_cast<std::uint32_t>(out.text.size())},
                         {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(after)}});
    copied = at = after;
  }
  if (!out.joins.empty()) out.text.append(folded, copied);
  return out;
}

Range JoinedText::FoldedOf(Range range) const {
  const auto at = [&](std::uint32_t offset) {
    const auto behind =
        std::upper_bound(joins.begin(), joins.end(), offset,
                         [](std::uint32_t o, const Join& join) { return o < join.joined.end; });
    if (behind == joins.begin()) return offset;
    const Join& before = *std::prev(behind);
    return before.folded.end + (offset - before.joined.end);
  };
  return {at(range.begin), at(range.end)};
}

std::vector<JoinedText::Join> JoinedText::JoinsIn(Range range) const {
  std::vector<Join> within;
  const auto first = std::lower_bound(
      joins.begin(), joins.end(), range.begin,
      [](const Join& join, std::uint32_t offset) { return join.joined.begin < offset; });
  for (auto join = first; join != joins.end() && join->joined.end <= range.end; ++join) {
    within.push_back(*join);
  }
  return within;
}

std::string PartsOf(char32_t c) { return Table().PartsOf(c); }

}  // namespace redline::text
