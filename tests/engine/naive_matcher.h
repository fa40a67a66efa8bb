// Naive matcher: the oracle for scan and resolve. Looks for every phrase at every place, character
// by character, and knows nothing of Hyperscan, segments, sorting or binary search. Slow on
// purpose.
//
// It takes what a character folds to and where it came from from the engine's fold, which has tests
// of its own; all else it decides by itself.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/report.h"
#include "engine/rule.h"
#include "engine/text/fold.h"
#include "engine/text/fold_table.h"
#include "engine/text/utf8.h"

namespace redline::tests {

class NaiveMatcher {
 public:
  struct Hit {
    std::string rule;
    std::uint32_t begin = 0;  // bytes of the source
    std::uint32_t end = 0;
    bool operator==(const Hit&) const = default;
  };

  explicit NaiveMatcher(std::string_view source) : letters_(Letters(source)) {}

  // The violations of phrases and literal exceptions, by begin, longest first, rule id.
  std::vector<Hit> Hits(const std::vector<Rule>& rules) const {
    std::vector<Hit> hits;
    for (const Rule& rule : rules) {
      std::size_t from = 0;
      for (std::size_t begin = 0; begin < letters_.size(); ++begin) {
        if (begin < from) continue;
        for (std::size_t end = letters_.size(); end > begin; --end) {  // longest first
          if (!IsBanned(rule, begin, end) || CutsToken(begin, end) ||
              IsExcepted(rule, begin, end)) {
            continue;
          }
          hits.push_back({rule.id, letters_[begin].begin, letters_[end - 1].end});
          from = end;
          break;
        }
      }
    }
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
      return std::tuple(a.begin, ~a.end, a.rule) < std::tuple(b.begin, ~b.end, b.rule);
    });
    return hits;
  }

 private:
  struct Letter {
    char32_t read = 0;
    char32_t written = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool gap = false;     // separators were skipped before it
    std::string skipped;  // what was skipped before it
  };

  static std::vector<Letter> Letters(std::string_view source) {
    const text::FoldedText folded = text::Fold(source);
    std::vector<Letter> letters;
    for (std::uint32_t at = 0; at < folded.text.size();) {
      const auto end = at + static_cast<std::uint32_t>(text::SequenceLength(folded.text[at]));
      const Range from = folded.map.SourceOf({at, end}, source);
      Letter letter{text::CodePointAt(folded.text, at),
                    text::CodePointAt(source, from.begin),
                    from.begin,
                    from.end,
                    folded.map.GapBefore(at),
                    {}};
      const std::uint32_t behind = letters.empty() ? 0 : letters.back().end;
      if (from.begin > behind) letter.skipped = source.substr(behind, from.begin - behind);
      letters.push_back(std::move(letter));
      at = end;
    }
    return letters;
  }

  static bool IsMark(char32_t c) { return c >= 0x1D && c <= 0x1F; }

  // The letters of a phrase, without marks at its edges; folded once for each text of a draft.
  const std::u32string& Wanted(const std::string& phrase) const {
    const auto [entry, added] = wanted_.try_emplace(phrase);
    std::u32string& wanted = entry->second;
    if (added) {
      for (const Letter& letter : Letters(phrase)) wanted.push_back(letter.read);
      while (!wanted.empty() && IsMark(wanted.back())) wanted.pop_back();
      while (!wanted.empty() && IsMark(wanted.front())) wanted.erase(0, 1);
    }
    return wanted;
  }

  bool IsPhrase(const std::vector<Wording>& phrases, std::size_t begin, std::size_t end) const {
    for (const Wording& phrase : phrases) {
      const std::u32string& wanted = Wanted(phrase.text);
      bool same = wanted.size() == end - begin;
      for (std::size_t i = 0; same && i < wanted.size(); ++i) {
        same = wanted[i] == letters_[begin + i].read;
      }
      if (same) return true;
    }
    return false;
  }

  static bool IsWord(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 0xAA && c < 0xE00 && c != 0xD7 && c != 0xF7) ||
           (c >= 0x10A0 && c < 0x1100) || (c >= 0x1E00 && c < 0x2000);
  }
  static bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }
  static bool IsHanDigit(const Letter& l) {
    return IsDigit(l.read) && (l.written == U'〇' || (l.written >= 0x3400 && l.written < 0xA000));
  }

  // Whether a word or number goes on across the place before letter `at`; `inner` is the letter of
  // the match beside that place.
  bool GoesOn(std::size_t at, const Letter& inner, const Letter& outer) const {
    if (letters_[at].gap) return false;
    if (IsWord(inner.read) && IsWord(outer.read)) return true;
    if (IsHanDigit(inner)) return outer.read == U'十' || outer.read == U'百' || outer.read == U'千';
    return IsDigit(inner.read) && IsDigit(outer.read) && !IsHanDigit(outer);
  }

  bool CutsToken(std::size_t begin, std::size_t end) const {
    if (begin > 0) {
      const Letter& inner = letters_[begin];
      if (GoesOn(begin, inner, letters_[begin - 1])) return true;
      if (!inner.gap && IsDigit(inner.read) && !IsHanDigit(inner) &&
          letters_[begin - 1].read == U'.') {
        return true;
      }
    }
    if (end < letters_.size()) {
      const Letter& inner = letters_[end - 1];
      if (GoesOn(end, inner, letters_[end])) return true;
      if (!letters_[end].gap && IsDigit(inner.read) && !IsHanDigit(inner) &&
          letters_[end].read == U'.' && end + 1 < letters_.size() &&
          IsDigit(letters_[end + 1].read)) {
        return true;
      }
    }
    return false;
  }

  // A foreign word is banned only by a phrase that is one too.
  bool IsBanned(const Rule& rule, std::size_t begin, std::size_t end) const {
    std::vector<Wording> phrases = rule.phrases;
    if (IsForeign({letters_.begin() + static_cast<std::ptrdiff_t>(begin),
                   letters_.begin() + static_cast<std::ptrdiff_t>(end)})) {
      std::erase_if(phrases, [](const Wording& w) { return !IsForeign(Letters(w.text)); });
    }
    return IsPhrase(phrases, begin, end);
  }

  // Letters that pass for Latin ones, all from Greek, Cyrillic, Armenian … (tests use no others).
  static bool IsForeign(const std::vector<Letter>& letters) {
    bool foreign = false;
    for (const Letter& l : letters) {
      if (l.read >= 0x2E80) return false;
      if (l.read < 'a' || l.read > 'z') continue;
      if (!(l.written >= 0x370 && l.written < 0x590)) return false;
      foreign = true;
    }
    return foreign;
  }

  // Blanks, quotes and brackets of the tests' alphabet, and dashes between Latin words.
  static bool IsOrdinary(const Letter& before, const Letter& after) {
    const bool wide = before.read >= 0x2E80 || after.read >= 0x2E80;
    for (std::size_t i = 0; i < after.skipped.size(); i += text::SequenceLength(after.skipped[i])) {
      const char32_t c = text::CodePointAt(after.skipped, i);
      static constexpr std::u32string_view kOrdinary = U" \t\n\r\u3000\"'“”’()（）【】";
      static constexpr std::u32string_view kDashes = U"-—/";
      if (kOrdinary.find(c) != std::u32string_view::npos) continue;
      if (!wide && kDashes.find(c) != std::u32string_view::npos) continue;
      return false;
    }
    return true;
  }

  bool IsExcepted(const Rule& rule, std::size_t begin, std::size_t end) const {
    // Of the exceptions that begin at or before the match, the one that reaches farthest decides.
    std::size_t best_begin = 0;
    std::size_t best_end = 0;
    for (std::size_t b = 0; b <= begin; ++b) {
      for (std::size_t e = b + 1; e <= letters_.size(); ++e) {
        if (e > best_end && IsPhrase(rule.exceptions, b, e)) {
          best_begin = b;
          best_end = e;
        }
      }
    }
    if (best_end < end || CutsToken(best_begin, best_end)) return false;
    for (std::size_t i = best_begin + 1; i < best_end; ++i) {
      const bool inside = i > begin && i < end;
      if (!inside && letters_[i].gap && !IsOrdinary(letters_[i - 1], letters_[i])) return false;
    }
    return true;
  }

  std::vector<Letter> letters_;
  mutable std::map<std::string, std::u32string> wanted_;
};

// Whether a play with letters was seen through somewhere: the matcher reads a text as it stands,
// and respelling_test.cc proves the rest.
inline bool IsRespelled(const Report& report) {
  return std::any_of(report.violations.begin(), report.violations.end(), [](const Violation& each) {
    return !each.disguises.empty() && each.disguises.back() >= Disguise::kLeet;
  });
}

}  // namespace redline::tests
