#include "engine/ruleset.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/engine/lists.h"

namespace redline {
namespace {

using tests::BanPatterns;
using tests::BanPhrases;

static_assert(!std::is_copy_constructible_v<Ruleset>);
static_assert(!std::is_move_constructible_v<Ruleset>);

TEST(Ruleset, ReturnsEveryErrorInTheOrderOfTheFile) {
  Rule late = BanPatterns("late", {"(a"});
  late.patterns[0].origin = {"list.yaml", 9, 3};
  Rule early = BanPhrases("early", {"\u200B 。"});
  early.phrases[0].origin = {"list.yaml", 2, 5};
  Rule loose = BanPatterns("loose", {".", "a*", "\\d(?=x)"});
  for (int i = 0; i < 3; ++i) loose.patterns[i].origin = {"list.yaml", 5 + i, 1};
  Rule again = BanPhrases("early", {"保本"});
  again.origin = {"list.yaml", 20, 1};
  const auto ruleset = Ruleset::Compile({"test", "1", {}, {late, early, loose, again}});
  ASSERT_FALSE(ruleset);
  const auto& errors = ruleset.error();
  ASSERT_EQ(errors.size(), 5u) << Describe(errors[0]);
  EXPECT_EQ(errors[0].origin.line, 2);
  EXPECT_NE(errors[0].message.find("nothing but marks"), std::string::npos);
  EXPECT_EQ(errors[1].origin.line, 6);
  EXPECT_NE(errors[1].message.find("match nothing at all"), std::string::npos);
  EXPECT_EQ(errors[2].origin.line, 7);
  EXPECT_NE(errors[2].message.find("(?="), std::string::npos);
  EXPECT_EQ(Describe(errors[3]).substr(0, 21), "list.yaml:9:3: late: ");
  EXPECT_EQ(errors[4].origin.line, 20);
  EXPECT_NE(errors[4].message.find("another rule has this id"), std::string::npos);
}

TEST(Ruleset, RefusesAPatternThatMatchesAnyText) {
  for (const char* pattern : {".", ".+", "[^，]", ".{2,5}", "\\S", "[^a]+|保本"}) {
    SCOPED_TRACE(pattern);
    const auto ruleset = Ruleset::Compile({"test", "1", {}, {BanPatterns("any", {pattern})}});
    ASSERT_FALSE(ruleset);
    EXPECT_NE(ruleset.error()[0].message.find("matches any text"), std::string::npos);
  }
}

TEST(Ruleset, RefusesAPatternThatCostsTooMuch) {
  for (const char* pattern : {"([一-龥]{0,100}保){1,20}", "((保.{0,100}){0,100}本){0,100}"}) {
    SCOPED_TRACE(pattern);
    const auto ruleset = Ruleset::Compile({"test", "1", {}, {BanPatterns("dear", {pattern})}});
    ASSERT_FALSE(ruleset);
    const std::string& message = ruleset.error()[0].message;
    EXPECT_TRUE(message.find("costs too much") != std::string::npos ||
                message.find("cannot be compiled") != std::string::npos)
        << message;
  }
}

TEST(Ruleset, RefusesAnUnknownContext) {
  Rule rule = BanPhrases("a", {"保本"});
  rule.contexts = {{"negated", InContext::kReview, {"list.yaml", 3, 4}}};
  const auto ruleset = Ruleset::Compile({"test", "1", {}, {rule}});
  ASSERT_FALSE(ruleset);
  EXPECT_EQ(Describe(ruleset.error()[0]), "list.yaml:3:4: a: no context is called 'negated'");
}

TEST(Ruleset, MayBeEmpty) {
  const auto ruleset = Ruleset::Compile({"test", "1", {}, {}});
  ASSERT_TRUE(ruleset);
  EXPECT_EQ(tests::Reviewed(tests::Plain("保本"), *ruleset).verdict, Verdict::kPass);
}

TEST(Ruleset, ChangesItsDigestWithEverythingThatChangesAReport) {
  const auto digest = [](auto change) {
    Rule rule = BanPhrases("a", {"保本"}, {"环保本行"});
    rule.basis = {{"law", "", "1", "issuer", "2020", Checked::kText}};
    Context context;
    context.id = "negated";
    context.before = tests::Wordings({"不"});
    NegativeList list{"test", "1", {context}, {rule}};
    change(list);
    return (*Ruleset::Compile(std::move(list)))->digest();
  };
  const auto same = [](NegativeList&) {};
  EXPECT_EQ(digest(same), digest(same));
  EXPECT_EQ(digest([](NegativeList& l) { l.rules[0].origin.line = 7; }), digest(same));
  std::set<std::string> digests = {
      digest(same),
      digest([](NegativeList& l) { l.name = "other"; }),
      digest([](NegativeList& l) { l.version = "2"; }),
      digest([](NegativeList& l) { l.rules[0].id = "b"; }),
      digest([](NegativeList& l) { l.rules[0].severity = Severity::kReview; }),
      digest([](NegativeList& l) { l.rules[0].phrases[0].text = "保息"; }),
      digest([](NegativeList& l) { l.rules[0].exceptions[0].text = "环保本"; }),
      digest([](NegativeList& l) { l.rules[0].patterns = tests::Wordings({"保.本"}); }),
      digest([](NegativeList& l) { l.rules[0].exception_patterns = tests::Wordings({"保本"}); }),
      digest([](NegativeList& l) { l.rules[0].applies_to.channels = {"sms"}; }),
      digest([](NegativeList& l) { l.rules[0].applies_to.products = {"sms"}; }),
      digest([](NegativeList& l) { l.rules[0].from = tests::kToday; }),
      digest([](NegativeList& l) { l.rules[0].until = tests::kToday; }),
      digest([](NegativeList& l) { l.rules[0].message.zh = "x"; }),
      digest([](NegativeList& l) { l.rules[0].suggestion.zh = "x"; }),
      digest([](NegativeList& l) { l.rules[0].title.en = "x"; }),
      digest([](NegativeList& l) { l.rules[0].category = "x"; }),
      digest([](NegativeList& l) { l.rules[0].pack = "x"; }),
      digest([](NegativeList& l) { l.rules[0].basis[0].article = "2"; }),
      digest([](NegativeList& l) { l.rules[0].basis[0].checked = Checked::kQuoted; }),
      digest([](NegativeList& l) {
        l.rules[0].contexts = {{"negated", InContext::kReview, {}}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].near = {{{{{"本", {}}}, {{"金", {}}}}, {}, false, {}}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].near = {{{{{"本", {}}}, {{"金", {}}}}, 3, false, {}}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].near = {{{{{"本", {}}}, {{"金", {}}}}, 3, true, {}}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].numbers = {{tests::Wordings({"本"}), {}, false, Measure::kYuan, {}, {}, {}}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].numbers = {{tests::Wordings({"本"}), 3, false, Measure::kYuan, {}, {}, {}}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].numbers = {{tests::Wordings({"本"}), 3, true, Measure::kYuan, {}, {}, {}}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].numbers = {{tests::Wordings({"本"}), 3, true, Measure::kTimes, {}, {}, {}}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].numbers = {{tests::Wordings({"本"}),
                               3,
                               true,
                               Measure::kTimes,
                               NumberCondition::Bound{Decimal::Of(5, 0), false},
                               {},
                               {}}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].numbers = {{tests::Wordings({"本"}),
                               3,
                               true,
                               Measure::kTimes,
                               NumberCondition::Bound{Decimal::Of(6, 0), false},
                               {},
                               {}}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].numbers = {{tests::Wordings({"本"}),
                               3,
                               true,
                               Measure::kTimes,
                               NumberCondition::Bound{Decimal::Of(6, 0), true},
                               {},
                               {}}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].numbers = {{tests::Wordings({"本"}),
                               3,
                               true,
                               Measure::kTimes,
                               {},
                               NumberCondition::Bound{Decimal::Of(6, 0), true},
                               {}}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].requirement = {Requirement::Where::kDraft, {}, tests::Wordings({"说"}), {}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].requirement = {Requirement::Where::kPassage, {}, tests::Wordings({"说"}), {}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].requirement = {Requirement::Where::kPassage, 3, tests::Wordings({"说"}), {}};
      }),
      digest([](NegativeList& l) {
        l.rules[0].requirement = {Requirement::Where::kDraft, {}, {}, tests::Wordings({"说"})};
      }),
      digest([](NegativeList& l) { l.rules[0].boundary = Boundary::kWord; }),
      digest([](NegativeList& l) { l.rules[0].folds.with = {Disguise::kLeet}; }),
      digest([](NegativeList& l) { l.rules[0].folds.without = {Disguise::kLeet}; }),
      digest([](NegativeList& l) { l.rules[0].locked = true; }),
      digest([](NegativeList& l) { l.profile = "bank"; }),
      digest([](NegativeList& l) { l.rules[0].layer = "bank"; }),
      digest([](NegativeList& l) { l.rules[0].off_by = "bank"; }),
      digest([](NegativeList& l) { l.rules[0].off_why = "x"; }),
      digest([](NegativeList& l) { l.rules[0].exceptions[0].layer = "bank"; }),
      digest([](NegativeList& l) {
        l.rules[0].contexts = {{"negated", InContext::kReview, {}, "bank"}};
      }),
      digest([](NegativeList& l) { l.contexts[0].reach = 3; }),
      digest([](NegativeList& l) { l.contexts[0].stops_at = Context::Stop::kSentence; }),
      digest([](NegativeList& l) { l.contexts[0].before[0].text = "非"; }),
  };
  EXPECT_EQ(digests.size(), 49u);
  for (const std::string& each : digests) {
    EXPECT_EQ(each.size(), 7u + 64u);
    EXPECT_EQ(each.substr(0, 7), "sha256:");
  }
}

TEST(Ruleset, DigestOfARuleIsOverTheRuleAndTheContextsThatItUses) {
  const auto digest = [](auto change) {
    Rule rule = BanPhrases("a", {"保本"});
    rule.contexts = {{"negated", InContext::kReview, {}}};
    Context negated;
    negated.id = "negated";
    negated.before = tests::Wordings({"不"});
    Context unused = negated;
    unused.id = "unused";
    NegativeList list{"test", "1", {unused, negated}, {rule}};
    change(list);
    return RuleDigest(list.rules[0], list.contexts);
  };
  const std::string plain = digest([](NegativeList&) {});
  EXPECT_EQ(digest([](NegativeList& l) { l.name = "other"; }), plain);
  EXPECT_EQ(digest([](NegativeList& l) { l.rules[0].origin.line = 7; }), plain);
  EXPECT_EQ(digest([](NegativeList& l) { l.contexts[0].reach = 7; }), plain);
  EXPECT_EQ(digest([](NegativeList& l) { std::swap(l.contexts[0], l.contexts[1]); }), plain);
  EXPECT_NE(digest([](NegativeList& l) { l.contexts[1].reach = 7; }), plain);
  EXPECT_NE(digest([](NegativeList& l) { l.rules[0].contexts[0].then = {}; }), plain);
  EXPECT_NE(digest([](NegativeList& l) { l.rules[0].severity = Severity::kReview; }), plain);
  EXPECT_NE(digest([](NegativeList& l) { l.rules[0].phrases[0].text = "保息"; }), plain);
}

}  // namespace
}  // namespace redline
