// The review of plain text against a matcher that knows nothing of Hyperscan.
//
// Input: letters of a small alphabet, one a byte; bytes from 0xFC on begin the next phrase, the
// next exception, the next rule, and the draft. One rule more looks for numbers beside 保.
#include <string>
#include <vector>

#include "engine/review.h"
#include "engine/text/fold.h"
#include "engine/text/positions.h"
#include "engine/text/quantities.h"
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
constexpr std::string_view kNumbers = "numbers";  // the id of the rule that looks for them
constexpr std::size_t kMaxBytes = 160;            // the naive matcher looks at every pair of places

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

// Advice, so that the verdict is that of the other rules.
Rule AdviseNumbers() {
  Rule rule;
  rule.id = kNumbers;
  rule.severity = Severity::kAdvise;
  NumberCondition condition;
  condition.words = {{"保", {}}};
  condition.least = NumberCondition::Bound{Decimal::Of(1, 0), false};
  condition.shown = {"保 > 1 %", {}};
  rule.numbers = {std::move(condition)};
  return rule;
}

// Such a violation holds its word and a number of the draft.
void CheckNumber(const Violation& violation, std::string_view draft) {
  if (!violation.disguises.empty() && violation.disguises.back() >= Disguise::kLeet) return;
  Require(violation.quote.find("保") != std::string::npos, "a number stands with its word");
  const text::FoldedText folded = text::Fold(draft);
  const Range all{0, static_cast<std::uint32_t>(folded.text.size())};
  bool number = false;
  for (const text::Quantity& quantity : text::QuantitiesIn(folded, draft, all)) {
    const Range from = folded.map.SourceOf(quantity.range, draft);
    number =
        number || (from.begin >= violation.span.utf8.begin && from.end <= violation.span.utf8.end &&
                   quantity.greatest > Decimal::Of(1, 0));
  }
  Require(number, "a word stands with a number");
}

void Check(std::string_view bytes) {
  const Input input = Read(bytes);
  std::vector<Rule> rules = input.rules;
  rules.push_back(AdviseNumbers());
  const auto ruleset = Ruleset::Compile({"fuzz", "1", {}, std::move(rules)});
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
    if (violation.rule->id == kNumbers) {
      CheckNumber(violation, input.draft);
      continue;
    }
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
