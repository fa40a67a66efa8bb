// Each code of Lint is found in the example that its own text calls wrong and not in the one that
// it calls right; docs/lint.md says the same. More neighbours of each follow.

#include "rules/lint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace redline::rules {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr Date kToday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}};

// A rule without a fault, key by key.
const std::vector<std::pair<std::string, std::string>> kGoodRule = {
    {"id", "my-bank.sure-win"},
    {"title", "稳赚"},
    {"category", "high-yield-promise"},
    {"severity", "block"},
    {"status", ""},
    {"applies_to", ""},
    {"effective", ""},
    {"phrases", "[稳赚不赔]"},
    {"patterns", ""},
    {"near", ""},
    {"numbers", ""},
    {"requires", ""},
    {"aliases", ""},
    {"unless", ""},
    {"unless_patterns", ""},
    {"context", ""},
    {"boundary", ""},
    {"folds", ""},
    {"message", "不得承诺收益"},
    {"suggest", "理财有风险"},
    {"basis", "[{ law: 广告法, article: 第二十五条 }]"},
    {"flags", "[这款稳赚不赔, 稳赚不赔啦]"},
    {"passes", "[没有稳赚不赔的投资, 不是稳赚不赔]"}};

// The same rule with the keys of `keys` ("phrases: [稳赚]\n# no `suggest`") instead of its own.
std::string RuleWith(std::string_view keys) {
  auto rule = kGoodRule;
  std::istringstream lines{std::string(keys)};
  for (std::string line; std::getline(lines, line);) {
    for (auto& [key, value] : rule) {
      if (line == "# no `" + key + "`") value.clear();
      if (line.starts_with(key + ": ")) value = line.substr(key.size() + 2);
    }
  }
  std::string text;
  for (const auto& [key, value] : rule) {
    if (!value.empty()) text += (text.empty() ? "  - " : "    ") + key + ": " + value + "\n";
  }
  return text;
}

// What stands behind `mark` on a line of `keys`.
std::string Behind(std::string_view mark, std::string_view keys) {
  const std::size_t at = keys.find(mark);
  if (at == std::string_view::npos) return "";
  const std::string_view rest = keys.substr(at + mark.size());
  return std::string(rest.substr(0, rest.find('\n')));
}

// Two more rules without a fault, which the one in question may quarrel with, and what `keys` says
// of the rest of the list ("# elsewhere: words: […]").
std::string ListWith(std::string_view keys) {
  return "pack: my-bank\nversion: 2026-11-24\n" + Behind("# elsewhere: ", keys) +
         "\n"
         "laws: [{ id: 广告法, name: 中华人民共和国广告法, checked: text }]\n"
         "contexts: [{ id: negated, title: 否定, before: [不承诺], reach: 6 }]\nrules:\n" +
         RuleWith(keys) +
         RuleWith(
             "id: my-bank.lie-down\nphrases: [躺着赚钱]\nflags: [躺着赚钱, 能躺着赚钱]\n"
             "passes: [谁不想躺着赚钱呢, 躺着赚钱是骗局]\n"
             "applies_to: { products: [private_fund] }") +
         RuleWith(
             "id: my-bank.pie\nphrases: [天降馅饼]\nflags: [天降馅饼, 真是天降馅饼]\n"
             "passes: [没有天降馅饼, 馅饼好吃]\napplies_to: { products: [private_fund] }") +
         "...\n";
}

// "L101" for each finding, or L001 when the list does not load. `beside`: the name of a word file.
std::vector<std::string> CodesIn(const std::string& text, const std::string& beside = "") {
  std::vector<ListFile> files = {{"my-bank.yaml", text}};
  if (!beside.empty()) files.push_back({beside, "躺着数钱\n...\n"});
  auto loaded = LoadRules("my-bank", files);
  if (!loaded) return {"L001"};
  auto ruleset = Ruleset::Compile(std::move(loaded->list));
  if (!ruleset) return {"L001"};
  std::vector<std::string> codes;
  for (const Finding& finding : Lint(*ruleset, loaded->samples, loaded->words, kToday)) {
    EXPECT_GT(finding.at.origin.line, 0);
    EXPECT_FALSE(finding.at.message.empty());
    codes.emplace_back(finding.code->code);
  }
  return codes;
}

std::size_t CountIn(std::string_view keys, std::string_view code) {
  const std::vector<std::string> codes =
      CodesIn(ListWith(keys), Behind("# beside the list: ", keys));
  return static_cast<std::size_t>(std::count(codes.begin(), codes.end(), code));
}

NegativeList ListOf(const std::string& text) {
  auto loaded = LoadRules("my-bank", {{"my-bank.yaml", text}});
  EXPECT_TRUE(loaded);
  return loaded ? std::move(loaded->list) : NegativeList();
}

TEST(Lint, FindsNothingInAGoodList) { EXPECT_THAT(CodesIn(ListWith("")), IsEmpty()); }

TEST(Lint, FindsWhatEachCodeCallsWrongAndNotWhatItCallsRight) {
  for (const LintCode& code : LintCodes()) {
    SCOPED_TRACE(code.code);
    if (code.name == "id-vanished") {
      const NegativeList old = ListOf(ListWith(""));
      EXPECT_EQ(VanishedIds(old, ListOf(ListWith(code.wrong))).size(), 1U);
      EXPECT_THAT(VanishedIds(old, ListOf(ListWith(code.right))), IsEmpty());
      continue;
    }
    EXPECT_EQ(CountIn(code.wrong, code.code), 1U);
    EXPECT_EQ(CountIn(code.right, code.code), 0U);
  }
}

TEST(Lint, KnowsTheNeighboursOfAFault) {
  const struct {
    std::string_view code;
    std::string_view keys;
    std::size_t found;
  } kCases[] = {
      // L101: nothing where the longer phrase has work to do.
      {"L101", "phrases: [稳赚, 稳赚不赔]\naliases: { generate: [initials] }", 0},
      {"L101", "phrases: [稳赚, 稳赚不赔]\naliases: { generate: [split] }", 1},
      {"L101", "phrases: [稳赚, 稳赚不赔]\nunless: [不稳赚]", 0},
      {"L101", "phrases: [稳赚, 稳赚不赔]\nboundary: word", 0},
      {"L101", "phrases: [保本, 不承诺保本]\ncontext: { negated: pass }", 0},
      {"L101", "phrases: [保本, 绝对保本]\ncontext: { negated: pass }", 1},
      {"L101", "phrases: [best, bestow]", 0},
      {"L101", "phrases: [best, the best]", 0},  // best alone is too short for leet
      {"L101", "phrases: [the best, the best of all]", 1},
      {"L101", "phrases: [稳赚, 穩 赚不赔, 稳赚到底]", 2},
      // What is not used yet is looked at all the same, what is over is not.
      {"L101", "phrases: [稳赚, 稳赚不赔]\nstatus: draft", 1},
      {"L101", "phrases: [稳赚, 稳赚不赔]\nstatus: retired", 0},
      // L102: the other rule must be about the same thing and be heard at the same time.
      {"L102", "phrases: [躺着赚钱]", 1},  // told once, of the later rule
      {"L102", "phrases: [躺着赚钱不是梦]\ncategory: inducement", 0},
      {"L102", "phrases: [躺着赚钱不是梦]\nbasis: [{ law: 广告法, article: 第九条 }]", 0},
      {"L102", "phrases: [躺着赚钱不是梦]\napplies_to: { products: [loan] }", 0},
      {"L102", "phrases: [躺着赚钱不是梦]\napplies_to: { products: [loan, private_fund] }", 1},
      {"L102", "phrases: [躺着赚钱不是梦]\nseverity: review", 1},
      // L103
      {"L103", "phrases: [BEST BUY, best-buy]", 1},
      {"L103", "phrases: [稳赚不赔, 稳赚不亏]", 0},
      // L104, L105
      {"L104", "phrases: [最]\nunless: [最近]", 0},
      {"L104", "phrases: [最]\nboundary: word", 0},
      {"L105", "phrases: [全国第一]\nunless: [全国第一次]", 0},
      {"L105", "phrases: [全国第一]\nboundary: word", 0},
      {"L105", "phrases: [TOP10]", 1},
      {"L105", "phrases: [独一无二]", 0},
      {"L105", "phrases: [收益8%]", 0},
      // L106
      {"L106", "unless: [稳賺不賠]", 1},
      {"L106", "unless_patterns: ['没有稳赚不赔|稳赚不赔']", 1},
      // L107
      {"L107", "numbers: [{ words: [年化], above: 5 % }, { words: [年-化], above: 5 % }]", 1},
      {"L107", "numbers: [{ words: [年化], above: 5 % }, { words: [年化], at_least: 5 % }]", 1},
      {"L107", "numbers: [{ words: [年化, 月息], above: 5 % }, { words: [年化], above: 5 % }]", 1},
      {"L107", "numbers: [{ words: [年化], above: 5 % }, { words: [年化, 月息], above: 8 % }]", 0},
      {"L107", "numbers: [{ words: [年化], above: 5 % }, { words: [年化], below: 8 % }]", 0},
      {"L107", "numbers: [{ words: [年化], above: 5 % }, { words: [年化], above: 8 元 }]", 0},
      {"L107", "numbers: [{ words: [年化], any: period }, { words: [年化], below: 3天 }]", 1},
      {"L107",
       "numbers: [{ words: [年化], within: 4, above: 5 % }, { words: [年化], within: 8, above: 6 % "
       "}]",
       0},
      {"L107",
       "numbers: [{ words: [年化], order: given, above: 5 % }, { words: [年化], above: 6 % }]", 0},
      // L201
      {"L201", "unless: [没有穩賺不賠]", 0},
      {"L201", "unless: [不稳赚]\npatterns: ['稳(赚|挣)']", 0},
      {"L201", "phrases: [best]\nunless: [bestow]", 1},  // is not found in it anyway
      {"L201", "phrases: [best]\nunless: [best before]", 0},
      {"L201", "phrases: [best]\nunless: [best before]\nstatus: draft", 0},
      {"L201", "unless: [没有赚钱]\nstatus: retired", 0},
      // L202, L301, L302
      {"L202", "unless_patterns: ['.{0,9}不存在稳赚不赔']", 1},
      {"L202", "unless_patterns: ['[没无]有稳赚不赔']", 0},
      {"L202", "patterns: ['保证[^。]{0,9}']", 0},
      {"L301", "unless_patterns: ['没有稳赚不赔']", 1},
      {"L301", "patterns: ['躺赚|稳赚']", 0},
      {"L302", "patterns: ['保证[^。]{0,41}收益']", 1},
      {"L302", "patterns: ['保证[^。]{0,40}收益']", 0},
      {"L302", "patterns: ['保证[^。]收益+']", 0},
      {"L302", "patterns: ['保证[\\]^]{1,9}收益']", 0},
      // L402 to L405
      {"L402",
       "basis: [{ law: 广告法, article: 一, checked: unverified }, { law: 广告法, article: 二 }]",
       0},
      {"L403", "effective: { until: 2026-11-24 }", 0},
      {"L403", "effective: { until: 2026-11-23 }", 1},
      {"L403", "effective: { until: 2026-11-23 }\nstatus: retired", 0},
      {"L404", "applies_to: { locales: [en-GB] }", 1},
      {"L404", "applies_to: { locales: [en, zh] }", 0},
      {"L404", "applies_to: { locales: [en] }\nnumbers: [{ words: [APR], above: 5 % }]", 0},
      {"L404", "applies_to: { locales: [en] }\nphrases: [稳赚不赔, sure win]", 0},
      {"L404", "# no `phrases`\nrequires: { one_of: [投资有风险] }\napplies_to: { locales: [en] }",
       0},
      {"L405", "applies_to: { products: [private-fund] }", 1},
      {"L405", "applies_to: { products: [private_fund] }", 0},
      {"L405", "applies_to: { products: [private_fudn] }", 1},
      {"L405", "applies_to: { products: [trust] }", 0},
      {"L405", "applies_to: { channels: [private-fund] }", 0},
      // L501
      {"L501", "phrases: [risk free]\npasses: [This is risky, Free of charge]", 1},
      {"L501", "phrases: [risk-free]\npasses: [No risk at all, Free of charge]", 0},
      {"L501", "patterns: ['(收益|回报)保证']\npasses: [回家吃饭, 稳赚不是好词]", 0},
      {"L501", "phrases: [最]\npasses: [最近, 天气]", 1},
      {"L501", "requires: { one_of: [投资有风险] }\npasses: [今天, 明天]", 0},
      {"L501", "phrases: [保a本]\npasses: [保本, 谁说保a]", 2},  // beside Latin nothing is beside
      // L701 to L703: used anywhere is used, and a word that stands twice is told once.
      {"L701",
       "# elsewhere: words: [{ id: safe, list: [安心] }]\nunless: [没有稳赚不赔, { words: safe }]",
       0},
      {"L701",
       "# elsewhere: words: [{ id: safe, list: [安心] }]\nnear: [{ words: [[本金], [{ words: safe "
       "}]] }]",
       0},
      {"L701",
       "# elsewhere: words: [{ id: safe, list: [安心] }]\nrequires: { one_of: [{ words: safe }] }",
       0},
      {"L701",
       "# elsewhere: words: [{ id: safe, list: [安心] }]\naliases: { written: [{ words: safe }] }",
       0},
      {"L701", "# elsewhere: words: [{ id: safe, list: [安心, 放心] }, { id: sure, list: [安心] }]",
       2},
      {"L103",
       "# elsewhere: words: [{ id: m, list: [躺着数钱, 躺著數錢] }]\nphrases: [{ words: m }]", 0},
      {"L103",
       "# elsewhere: words: [{ id: m, list: [躺着数钱] }]\nphrases: [躺著數錢, { words: m }]", 1},
      {"L702",
       "# elsewhere: words: [{ id: m, list: [躺着数钱, 躺着花钱] }]\nphrases: [{ words: m }]", 0},
      {"L703", "# beside the list: names.txt\nunless: [没有稳赚不赔, { file: names.txt }]", 0},
      {"L703",
       "# beside the list: names.txt\n# elsewhere: words: [{ id: m, list: [{ file: names.txt }] }]",
       0},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(CountIn(c.keys, "L001"), 0U) << c.keys;
    EXPECT_EQ(CountIn(c.keys, c.code), c.found) << c.code << " in\n" << c.keys;
  }
}

TEST(VanishedIds, AreNoneWhenTheRuleIsRetired) {
  const NegativeList old = ListOf(ListWith(""));
  EXPECT_THAT(VanishedIds(old, ListOf(ListWith("status: retired"))), IsEmpty());
  const std::vector<Finding> gone = VanishedIds(old, ListOf(ListWith("id: my-bank.sure-gain")));
  ASSERT_EQ(gone.size(), 1U);
  EXPECT_THAT(gone[0].at.message, HasSubstr("put it back with `status: retired`"));
}

TEST(Lint, TellsTheLaterOfTwoRulesThatAreAlike) {
  auto loaded = LoadRules("my-bank", {{"my-bank.yaml", ListWith("phrases: [躺着赚钱]")}});
  ASSERT_TRUE(loaded);
  auto ruleset = Ruleset::Compile(std::move(loaded->list));
  ASSERT_TRUE(ruleset);
  const std::vector<Finding> findings = Lint(*ruleset, loaded->samples, loaded->words, kToday);
  const auto told = std::find_if(findings.begin(), findings.end(),
                                 [](const Finding& f) { return f.code->code == "L102"; });
  ASSERT_NE(told, findings.end());
  EXPECT_EQ(told->at.rule_id, "my-bank.lie-down");
  EXPECT_THAT(told->at.message, HasSubstr("my-bank.sure-win"));
}

TEST(Lint, ReportsByPlace) {
  auto loaded = LoadRules(
      "my-bank",
      {{"b.yaml", ListWith("phrases: [稳赚, 稳赚不赔]\nunless: [没有赚钱]\n# no `suggest`")}});
  ASSERT_TRUE(loaded);
  auto ruleset = Ruleset::Compile(std::move(loaded->list));
  ASSERT_TRUE(ruleset);
  int line = 0;
  const std::vector<Finding> findings = Lint(*ruleset, loaded->samples, loaded->words, kToday);
  EXPECT_EQ(findings.size(), 3U);
  for (const Finding& finding : findings) {
    EXPECT_GE(finding.at.origin.line, line);
    line = finding.at.origin.line;
  }
}

TEST(LintCodes, AreInOrderAndSayEverything) {
  std::set<std::string_view> names;
  std::string_view before;
  for (const LintCode& code : LintCodes()) {
    EXPECT_LT(before, code.code);
    before = code.code;
    EXPECT_TRUE(names.insert(code.name).second) << code.name;
    EXPECT_TRUE(code.why.ends_with('.') && code.how.ends_with('.')) << code.code;
    EXPECT_EQ(FindLintCode(code.code), &code);
    EXPECT_EQ(FindLintCode(code.name), &code);
  }
  EXPECT_EQ(FindLintCode("L999"), nullptr);
}

// REDLINE_UPDATE_GOLDEN=1 writes the codes into the document anew.
TEST(LintCodes, AreWhatTheDocumentSays) {
  const std::string path = REDLINE_SOURCE_DIR "/docs/lint.md";
  std::ifstream in(path, std::ios::binary);
  std::stringstream read;
  read << in.rdbuf();
  const std::string document = read.str();
  std::string codes;
  for (const LintCode& code : LintCodes()) codes += "\n" + AsMarkdown(code);
  const std::string head = document.substr(0, document.find("\n## L"));
  if (std::getenv("REDLINE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << head << codes;
    return;
  }
  EXPECT_EQ(document, head + codes);
}

}  // namespace
}  // namespace redline::rules
