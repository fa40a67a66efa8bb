// The review of plain text against a matcher that knows nothing of Hyperscan.
//
// Input: letters of a small alphabet, one a byte; bytes from 0xFC on begin the next phrase, the
// next exception, the next rule, and the draft.
#include <string>
#include <vector>

#include "engine/review.h"
#include "engine/text/positions.h"
#include "tests/engine/naive_matcher.h"
#include "tests/fuzz/drawn_text.h"
#include "tests/fuzz/require.h"

namespace redline::fuzz {
namespace {

using tests::NaiveMatcher;

// What the naive matcher knows: tests/engine/oracle_test.cc draws from the same letters.
constexpr std::u32string_view kLetters =
    U"保本不环第一1十百5.%abAbａ\u0430\u0431證证 -*“”，、。\n\u200B(）💰";
constexpr Date kToday = Date{std::chrono::year(2026) / 11 / 24};
constexpr std::size_t kMaxBytes = 160;  // the naive matcher looks at every pair of places

struct Input {
  std::vector<Rule> rules;
  std::string draft;
};

Rule NextRule(std::size_t number) {
  Rule rule;
  rule.id = "rule-" + std::to_string(number);
  rule.severity = Severity::kBlock;
  return rule;
}

Input Read(std::string_view bytes) {
  Input input;
  input.rules.push_back(NextRule(0));
  input.rules.back().phrases.emplace_back();
  std::string* text = &input.rules.back().phrases.back().text;
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (byte < 0xFC || text == &input.draft) {
      AppendLetter(byte, kLetters, *text);
    } else if (byte == 0xFF) {
      text = &input.draft;
    } else {
      if (byte == 0xFE) input.rules.push_back(NextRule(input.rules.size()));
      Rule& rule = input.rules.back();
      std::vector<Wording>& wordings = byte == 0xFD ? rule.exceptions : rule.phrases;
      text = &wordings.emplace_back().text;
    }
  }
  return input;
}

void Check(std::string_view bytes) {
  const Input input = Read(bytes);
  const auto ruleset = Ruleset::Compile({"fuzz", "1", {}, input.rules});
  if (!ruleset) {
    Require(!ruleset.error().empty(), "a refusal says why");
    return;
  }
  Draft draft;
  draft.passages = {{"body", Format::kPlain, input.draft}};
  const auto report = Review(draft, *ruleset, {.as_of = kToday, .cancelled = {}});
  Require(report.has_value(), "a short draft is reviewed");

  std::vector<NaiveMatcher::Hit> got;
  for (const Violation& violation : report->violations) {
    const Range range = violation.span.utf8;
    Require(violation.quote == input.draft.substr(range.begin, range.end - range.begin),
            "a quote is what stands at its span");
    got.push_back({violation.rule->id, range.begin, range.end});
  }
  if (tests::IsRespelled(*report)) return;
  std::vector<NaiveMatcher::Hit> want = NaiveMatcher(input.draft).Hits(input.rules);
  for (NaiveMatcher::Hit& hit : want) {
    const Range whole = text::WholeCharacters(input.draft, {hit.begin, hit.end});
    hit.begin = whole.begin;
    hit.end = whole.end;
  }
  Require(got == want, "the engine and the naive matcher agree");
  Require(report->verdict == (want.empty() ? Verdict::kPass : Verdict::kBlock),
          "the verdict follows");
}

}  // namespace
}  // namespace redline::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > redline::fuzz::kMaxBytes) return 0;
  redline::fuzz::Check(redline::fuzz::View(data, size));
  return 0;
}
