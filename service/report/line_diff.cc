#include "service/report/line_diff.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "service/report/screen.h"

namespace redline::service {
namespace {

constexpr std::size_t kContext = 3;  // lines around a change, as `diff -u` has them

using Lines = std::vector<std::string_view>;

Lines LinesOf(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// One line of the outcome: ' ' in both, '-' in the old text, '+' in the new one.
struct Step {
  char kind;
  std::string_view line;
};

// The steps from `a` to `b` that keep the most lines.
void Compare(std::span<const std::string_view> a, std::span<const std::string_view> b,
             std::vector<Step>& steps) {
  std::size_t i = 0;
  std::size_t j = 0;
  if (a.size() * b.size() <= kMaxCompared) {
    // kept[i][j]: how many lines of a[i…] and b[j…] are in both.
    const std::size_t width = b.size() + 1;
    std::vector<std::uint32_t> kept((a.size() + 1) * width, 0);
    for (std::size_t x = a.size(); x-- > 0;) {
      for (std::size_t y = b.size(); y-- > 0;) {
        kept[x * width + y] = a[x] == b[y]
                                  ? kept[(x + 1) * width + y + 1] + 1
                                  : std::max(kept[(x + 1) * width + y], kept[x * width + y + 1]);
      }
    }
    while (i < a.size() && j < b.size()) {
      if (a[i] == b[j]) {
        steps.push_back({' ', a[i]});
        ++i, ++j;
      } else if (kept[(i + 1) * width + j] >= kept[i * width + j + 1]) {
        steps.push_back({'-', a[i++]});
      } else {
        steps.push_back({'+', b[j++]});
      }
    }
  }
  for (; i < a.size(); ++i) steps.push_back({'-', a[i]});
  for (; j < b.size(); ++j) steps.push_back({'+', b[j]});
}

std::vector<Step> StepsBetween(const Lines& a, const Lines& b) {
  const auto [first_a, first_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto begin = static_cast<std::size_t>(first_a - a.begin());
  std::size_t same_behind = 0;
  while (same_behind < std::min(a.size(), b.size()) - begin &&
         a[a.size() - 1 - same_behind] == b[b.size() - 1 - same_behind]) {
    ++same_behind;
  }
  std::vector<Step> steps;
  for (std::size_t i = 0; i < begin; ++i) steps.push_back({' ', a[i]});
  Compare(std::span(a).subspan(begin, a.size() - same_behind - begin),
          std::span(b).subspan(begin, b.size() - same_behind - begin), steps);
  for (std::size_t i = a.size() - same_behind; i < a.size(); ++i) steps.push_back({' ', a[i]});
  return steps;
}

std::string Range(std::size_t before, std::size_t count) {
  // diff names the line before a part without lines.
  return std::to_string(count == 0 ? before : before + 1) + "," + std::to_string(count);
}

}  // namespace

void WriteLineDiff(std::ostream& out, std::string_view name, std::string_view from,
                   std::string_view to) {
  const std::vector<Step> steps = StepsBetween(LinesOf(from), LinesOf(to));
  const auto differs = [&](std::size_t i) { return steps[i].kind != ' '; };
  bool named = false;
  std::size_t old_line = 0;
  std::size_t new_line = 0;
  for (std::size_t i = 0; i < steps.size();) {
    std::size_t next = i;
    while (next < steps.size() && !differs(next)) ++next;
    if (next == steps.size()) return;
    const std::size_t begin = next - std::min(next - i, kContext);
    old_line += begin - i;
    new_line += begin - i;
    // A part ends where more lines than the context of two changes are the same.
    std::size_t last = next;
    for (std::size_t at = next; at < steps.size() && at <= last + 2 * kContext; ++at) {
      if (differs(at)) last = at;
    }
    const std::size_t end = std::min(last + 1 + kContext, steps.size());
    const auto part = std::span(steps).subspan(begin, end - begin);
    const auto count = [&](char without) {
      return static_cast<std::size_t>(
          std::ranges::count_if(part, [&](const Step& step) { return step.kind != without; }));
    };
    if (!named) out << "--- " << Visible(name) << "\n+++ " << Visible(name) << "\n";
    named = true;
    out << "@@ -" << Range(old_line, count('+')) << " +" << Range(new_line, count('-')) << " @@\n";
    for (const Step& step : part) out << step.kind << Visible(step.line) << "\n";
    old_line += count('+');
    new_line += count('-');
    i = end;
  }
}

}  // namespace redline::service
