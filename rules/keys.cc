#include "rules/keys.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <vector>

namespace redline::rules {
namespace {

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return IsLower(c) || (c >= 'A' && c <= 'Z'); }

bool IsJoined(std::string_view text, std::string_view joints) {
  if (text.empty() || !IsLower(text.front())) return false;
  bool joint = true;
  for (const char c : text) {
    const bool is_joint = joints.find(c) != std::string_view::npos;
    if (is_joint ? joint : !IsLower(c) && !IsDigit(c)) return false;
    joint = is_joint;
  }
  return !joint;
}

struct MapKeys {
  std::string_view behind;
  Words keys;
};
constexpr MapKeys kMaps[] = {{"", kFileKeys},
                             {"laws", kLawKeys},
                             {"words", kWordGroupKeys},
                             {"contexts", kContextKeys},
                             {"categories", kCategoryKeys},
                             {"defaults", kDefaultsKeys},
                             {"rules", kRuleKeys},
                             {"title", kLanguageKeys},
                             {"applies_to", kScopeKeys},
                             {"effective", kEffectiveKeys},
                             {"near", kNearKeys},
                             {"numbers", kNumberKeys},
                             {"requires", kRequiresKeys},
                             {"aliases", kAliasKeys},
                             {"folds", kFoldsKeys},
                             {"message", kLanguageKeys},
                             {"suggest", kLanguageKeys},
                             {"basis", kBasisKeys}};

// Levenshtein distance.
std::size_t Distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

Words KeysBehind(std::string_view key) {
  const auto* found = std::find_if(std::begin(kMaps), std::end(kMaps),
                                   [key](const MapKeys& map) { return map.behind == key; });
  return found == std::end(kMaps) ? Words() : found->keys;
}

std::string DidYouMean(std::string_view word, Words known) {
  constexpr std::size_t kLongestWord = 64;  // what is longer is a sentence, not a slip
  if (word.size() > kLongestWord) return "";
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  std::string_view best;
  std::size_t best_distance = 0;
  for (const std::string_view candidate : known) {
    const std::size_t distance = Distance(lower, candidate);
    const bool near = distance <= (candidate.size() + 1) / 4 + (candidate.size() > 2 ? 1 : 0);
    if (near && (best.empty() || distance < best_distance)) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best.empty() ? "" : " (did you mean `" + std::string(best) + "`?)";
}

std::string Listed(Words words) {
  std::string text;
  for (const std::string_view word : words) {
    text += (text.empty() ? "`" : ", `") + std::string(word) + "`";
  }
  return text;
}

bool IsRuleId(std::string_view text) { return IsJoined(text, ".-"); }

bool IsWord(std::string_view text) { return IsJoined(text, "-"); }

bool IsScopeName(std::string_view text) { return IsJoined(text, "-_"); }

bool IsLocale(std::string_view text) {
  std::size_t length = 0;
  bool first = true;
  for (const char c : text) {
    if (c == '-') {
      if (length < 2) return false;
      length = 0;
      first = false;
    } else if (first ? !IsLower(c) || ++length > 3 : !(IsLetter(c) || IsDigit(c)) || ++length > 8) {
      return false;
    }
  }
  return length >= 2;
}

}  // namespace redline::rules
