#include "tests/benchmark/wordings.h"

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <unordered_set>

#include "engine/text/utf8.h"

namespace redline::benchmarks {
namespace {

std::vector<std::string> Letters(std::string_view text) {
  std::vector<std::string> letters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = text::SequenceLength(text[at]);
    letters.emplace_back(text.substr(at, length));
    at += length;
  }
  return letters;
}

// The words of English, the letters of Chinese: what a phrase is cut from.
std::vector<std::string> Units(const Prose& prose, std::string_view sentence) {
  if (prose.kind() != TextKind::kEnglish) return Letters(sentence);
  std::vector<std::string> words;
  std::string word;
  for (const char c : sentence) {
    if (c >= 'a' && c <= 'z') {
      word += c;
    } else {
      if (!word.empty()) words.push_back(word);
      word.clear();
      if (c != ' ') words.push_back({});
    }
  }
  return words;
}

// A word of some length, or a Han character: no mark, no digit.
bool IsWord(const std::string& unit, bool english) {
  return english ? unit.size() >= 3 : unit >= "\u4E00" && unit <= "\u9FFF";
}

bool EndsWith(std::string_view text, std::size_t end, std::string_view suffix) {
  return end >= suffix.size() && text.substr(end - suffix.size(), suffix.size()) == suffix;
}

bool IsSentenceMark(std::string_view letter) {
  return letter == "。" || letter == "！" || letter == "？" || letter == "；";
}

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

std::vector<std::string> MakePhrases(const Prose& prose, std::size_t count) {
  const bool english = prose.kind() == TextKind::kEnglish;
  std::unordered_set<std::string> seams;
  std::vector<std::string> units;
  for (std::size_t i = 0; i < prose.size(); ++i) {
    std::vector<std::string> of_sentence = Units(prose, prose.Sentence(i));
    for (std::size_t k = 0; k + 1 < of_sentence.size(); ++k) {
      seams.insert(of_sentence[k] + " " + of_sentence[k + 1]);
    }
    if (units.size() < 200'000) units.insert(units.end(), of_sentence.begin(), of_sentence.end());
  }
  // How many of a hundred phrases have 2, 3 … 8 letters; English ones have two to four words.
  static constexpr std::array<std::size_t, 7> kLengths = {10, 20, 35, 12, 12, 5, 6};
  std::vector<std::string> phrases = prose.planted();
  std::set<std::string> taken(phrases.begin(), phrases.end());
  std::mt19937 random(7);
  while (phrases.size() < count) {
    std::size_t length = 2;
    for (std::size_t roll = random() % 100; roll >= kLengths[length - 2]; ++length) {
      roll -= kLengths[length - 2];
    }
    if (english) length = 2 + length % 3;
    const std::size_t before = 1 + random() % (length - 1);
    const std::size_t one = random() % (units.size() - length);
    const std::size_t other = random() % (units.size() - length);
    if (seams.contains(units[one + before - 1] + " " + units[other])) continue;
    std::string phrase;
    bool usable = true;
    for (std::size_t i = 0; i < length; ++i) {
      const std::string& unit = i < before ? units[one + i] : units[other + i - before];
      usable = usable && IsWord(unit, english);
      phrase += (english && i > 0 ? " " : "") + unit;
    }
    if (usable && taken.insert(phrase).second) phrases.push_back(phrase);
  }
  phrases.resize(count);
  return phrases;
}

std::string GapExpression::Pattern() const {
  const auto either = [](const std::vector<std::string>& words) {
    std::string group = "(" + words.front();
    for (std::size_t i = 1; i < words.size(); ++i) group.append("|").append(words[i]);
    return group + ")";
  };
  std::string pattern = either(left);
  pattern.append("[^。！？]{0,").append(std::to_string(gap)).append("}").append(either(right));
  return pattern;
}

std::vector<GapExpression> MakeExpressions(const Prose& prose, std::size_t count) {
  std::mt19937 random(11);
  const std::vector<std::string>& words = prose.words();
  // Every tenth begins with a single character; the rest with words of two and more.
  const auto word = [&](bool single) -> const std::string& {
    while (true) {
      // The lower of three: frequent words more often, so that expressions match now and then.
      const std::size_t rank =
          std::min({random() % words.size(), random() % words.size(), random() % words.size()});
      const std::string& candidate = words[rank];
      if ((candidate.size() == 3) == single) return candidate;
    }
  };
  std::vector<GapExpression> expressions;
  for (std::size_t i = 0; i < count; ++i) {
    GapExpression expression;
    expression.gap = 1 + random() % 10;
    expression.left = {word(i % 10 == 9)};
    expression.right = {word(false)};
    if (i % 3 == 0) {
      expression.left.push_back(word(false));
      expression.right.push_back(word(false));
    }
    expressions.push_back(std::move(expression));
  }
  return expressions;
}

Counts Counts::OfPlanted(const Prose& prose) {
  const bool english = prose.kind() == TextKind::kEnglish;
  Counts counts;
  for (std::size_t i = 0; i < prose.size(); ++i) {
    const std::string_view sentence = prose.Sentence(i);
    std::size_t found = 0;
    for (const std::string& phrase : prose.planted()) {
      for (std::size_t at = sentence.find(phrase); at != std::string_view::npos;
           at = sentence.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        const bool cuts = english && ((at > 0 && IsLetter(sentence[at - 1])) ||
                                      (end < sentence.size() && IsLetter(sentence[end])));
        found += cuts ? 0 : 1;
      }
    }
    counts.sums_.push_back(counts.sums_.back() + found);
  }
  return counts;
}

Counts Counts::OfBegins(const Prose& prose, const std::vector<GapExpression>& expressions) {
  return OfGaps(prose, expressions, true);
}

Counts Counts::OfEnds(const Prose& prose, const std::vector<GapExpression>& expressions) {
  return OfGaps(prose, expressions, false);
}

Counts Counts::OfGaps(const Prose& prose, const std::vector<GapExpression>& expressions,
                      bool begins) {
  Counts counts;
  for (std::size_t i = 0; i < prose.size(); ++i) {
    const std::string_view sentence = prose.Sentence(i);
    std::size_t found = 0;
    for (const GapExpression& expression : expressions) {
      std::set<std::size_t> places;
      for (const std::string& right : expression.right) {
        for (std::size_t at = sentence.find(right); at != std::string_view::npos;
             at = sentence.find(right, at + 1)) {
          std::size_t gap_begin = at;
          for (std::size_t gap = 0; gap <= expression.gap; ++gap) {
            for (const std::string& left : expression.left) {
              if (!EndsWith(sentence, gap_begin, left)) continue;
              places.insert(begins ? gap_begin - left.size() : at + right.size());
            }
            if (gap_begin == 0) break;
            const std::size_t before = text::PreviousBoundary(sentence, gap_begin);
            if (IsSentenceMark(sentence.substr(before, gap_begin - before))) break;
            gap_begin = before;
          }
        }
      }
      found += places.size();
    }
    counts.sums_.push_back(counts.sums_.back() + found);
  }
  return counts;
}

std::size_t Counts::In(const std::vector<Piece>& pieces) const {
  std::size_t sum = 0;
  for (const Piece& piece : pieces) sum += In(piece);
  return sum;
}

}  // namespace redline::benchmarks
