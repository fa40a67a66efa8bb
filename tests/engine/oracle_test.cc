// Scan and resolve against a matcher that knows nothing of them, on random rules and drafts.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/review.h"
#include "engine/text/positions.h"
#include "tests/engine/lists.h"
#include "tests/engine/naive_matcher.h"
#include "tests/engine/random_text.h"

namespace redline {
namespace {

using tests::NaiveMatcher;

// Few letters, so that rules, exceptions and drafts meet all the time; with the marks, disguises
// and token edges that the engine must mind.
std::string Compose(tests::RandomText& random, std::uint32_t most) {
  static constexpr std::u32string_view kLetters =
      U"保本保本保本不环第一1十百5.%abAbａ\u0430\u0431本證证 -*“”，、。\n\u200B(）💰";
  std::string text;
  for (std::uint32_t i = 1 + random.Below(most); i > 0; --i) {
    text::AppendUtf8(kLetters[random.Below(static_cast<std::uint32_t>(kLetters.size()))], text);
  }
  return text;
}

std::vector<Rule> ComposeRules(tests::RandomText& random) {
  std::vector<Rule> rules;
  for (std::uint32_t i = 1 + random.Below(3); i > 0; --i) {
    Rule rule = tests::BanPhrases("r" + std::to_string(i), {});
    for (std::uint32_t k = 1 + random.Below(4); k > 0; --k) {
      rule.phrases.push_back({Compose(random, 3), {}});
    }
    for (std::uint32_t k = random.Below(3); k > 0; --k) {
      rule.exceptions.push_back({Compose(random, 5), {}});
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

TEST(Oracle, AgreesOnRandomRulesAndDrafts) {
  tests::RandomText random(20261124);
  int pairs = 0;
  std::size_t hits = 0;
  for (int round = 0; pairs < 120'000; ++round) {
    const std::vector<Rule> rules = ComposeRules(random);
    const auto ruleset = Ruleset::Compile({"random", "1", {}, rules});
    if (!ruleset) continue;  // a phrase of nothing but marks
    for (int i = 0; i < 20; ++i) {
      const std::string text = Compose(random, 24);
      const Report report = tests::Reviewed(tests::Plain(text), *ruleset);
      if (tests::IsRespelled(report)) continue;
      ++pairs;
      const std::vector<NaiveMatcher::Hit> want = NaiveMatcher(text).Hits(rules);
      std::vector<NaiveMatcher::Hit> got;
      for (const Violation& violation : report.violations) {
        // Spans are grown to whole characters; the oracle speaks of letters.
        Range range = violation.span.utf8;
        got.push_back({violation.rule->id, range.begin, range.end});
      }
      std::vector<NaiveMatcher::Hit> grown = want;
      for (NaiveMatcher::Hit& hit : grown) {
        const Range whole = text::WholeCharacters(text, {hit.begin, hit.end});
        hit.begin = whole.begin;
        hit.end = whole.end;
      }
      hits += want.size();
      if (got == grown) continue;
      std::string shown = "draft: " + text;
      for (const Rule& rule : rules) {
        shown += "\n" + rule.id + ":";
        for (const Wording& phrase : rule.phrases) shown += " [" + phrase.text + "]";
        shown += " unless";
        for (const Wording& phrase : rule.exceptions) shown += " [" + phrase.text + "]";
      }
      for (const auto& hit : grown) {
        shown +=
            "\nwant " + hit.rule + " " + std::to_string(hit.begin) + "-" + std::to_string(hit.end);
      }
      for (const auto& hit : got) {
        shown +=
            "\ngot  " + hit.rule + " " + std::to_string(hit.begin) + "-" + std::to_string(hit.end);
      }
      FAIL() << shown;
    }
  }
  EXPECT_GT(hits, 100'000u) << "the pairs must meet, or they prove nothing";
}

}  // namespace
}  // namespace redline
