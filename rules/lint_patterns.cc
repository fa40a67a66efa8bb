// L202, L301 and L302: what the signs of a pattern show.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "rules/lint_findings.h"

namespace redline::rules {
namespace {

constexpr std::size_t kWideGap = 40;  // characters

bool IsPlain(std::string_view pattern) {
  return pattern.find_first_of("\\[](){}.*+?|") == std::string_view::npos;
}

// A run of any characters in a pattern: `.` or a negated bracket, repeated.
struct Gap {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<std::size_t> most;  // nothing: any number
};

// Where the bracket that opens at `at` is closed; the last byte when it is not.
std::size_t ClosingBracket(std::string_view pattern, std::size_t at) {
  for (std::size_t i = at + 2; i < pattern.size(); ++i) {  // `]` may come first
    if (pattern[i] == '\\') {
      ++i;
    } else if (pattern[i] == ']') {
      return i;
    }
  }
  return pattern.size() - 1;
}

// The greatest number of a repeat at `at`, which is moved behind it. A single item has no repeat.
std::optional<std::optional<std::size_t>> TakeRepeat(std::string_view pattern, std::size_t& at) {
  if (at >= pattern.size()) return std::nullopt;
  if (pattern[at] == '*' || pattern[at] == '+') {
    ++at;
    return std::optional<std::size_t>();
  }
  if (pattern[at] != '{') return std::nullopt;
  const std::size_t close = pattern.find('}', at);
  if (close == std::string_view::npos) return std::nullopt;
  std::string_view numbers = pattern.substr(at + 1, close - at - 1);
  at = close + 1;
  const std::size_t comma = numbers.find(',');
  if (comma != std::string_view::npos) numbers.remove_prefix(comma + 1);
  if (numbers.empty()) return std::optional<std::size_t>();
  std::size_t most = 0;
  for (const char digit : numbers) most = most * 10 + static_cast<std::size_t>(digit - '0');
  return std::optional<std::size_t>(most);
}

std::vector<Gap> GapsOf(std::string_view pattern) {
  std::vector<Gap> gaps;
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t begin = at;
    bool any = false;
    if (pattern[at] == '\\') {
      at += 2;
    } else if (pattern[at] == '[') {
      any = at + 1 < pattern.size() && pattern[at + 1] == '^';
      at = ClosingBracket(pattern, at) + 1;
    } else {
      any = pattern[at] == '.';
      ++at;
    }
    if (!any) continue;
    if (const auto repeat = TakeRepeat(pattern, at)) gaps.push_back({begin, at, *repeat});
  }
  return gaps;
}

void LintOne(const Wording& wording, bool exception, const Rule& rule, Findings& findings) {
  const std::string& pattern = wording.text;
  const std::string quoted = "'" + pattern + "'";
  if (IsPlain(pattern)) {
    findings.Add(
        "L301", wording.origin, rule,
        quoted + " is no regular expression: move it to " + (exception ? "`unless`" : "`phrases`"));
  }
  const std::vector<Gap> gaps = GapsOf(pattern);
  for (const Gap& gap : gaps) {
    if (gap.most && *gap.most <= kWideGap) continue;
    findings.Add("L302", wording.origin, rule,
                 "the gap " + pattern.substr(gap.begin, gap.end - gap.begin) +
                     " is wider than 40 characters: write a bound such as {0,8}");
    break;
  }
  if (exception && !gaps.empty() &&
      (gaps.front().begin == 0 || gaps.back().end == pattern.size())) {
    findings.Add("L202", wording.origin, rule,
                 "the exception " + quoted +
                     " begins or ends with any characters and excuses what stands there: let it "
                     "begin and end with words");
  }
}

}  // namespace

void LintPatterns(const NegativeList& list, Findings& findings) {
  for (const Rule& rule : list.rules) {
    for (const Wording& pattern : rule.patterns) LintOne(pattern, false, rule, findings);
    for (const Wording& pattern : rule.exception_patterns) LintOne(pattern, true, rule, findings);
  }
}

}  // namespace redline::rules
