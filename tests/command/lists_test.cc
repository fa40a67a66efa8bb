// The lists that ship with Redline load, compile, and keep every promise of their samples.
#include "service/command/lists.h"

#include <gtest/gtest.h>

#include "service/command/samples.h"

namespace redline::service {
namespace {

TEST(ShippedLists, LoadAndCompile) {
  const auto lists = CompileLists("");
  if (!lists) {
    for (const RuleError& error : lists.error()) ADD_FAILURE() << Describe(error);
    return;
  }
  EXPECT_EQ(lists->ruleset->name(), "shipped");
  EXPECT_GE(lists->ruleset->rules().size(), 60U);
  EXPECT_EQ(lists->samples.size(), lists->ruleset->rules().size());
}

TEST(ShippedLists, EverySampleHolds) {
  const auto lists = CompileLists("");
  ASSERT_TRUE(lists.has_value());
  const SamplesOutcome outcome = RunSamples(lists->ruleset, lists->samples, Disguised::kYes);
  for (const RuleOutcome& rule : outcome.rules) {
    for (const RuleError& failure : rule.failures) ADD_FAILURE() << Describe(failure);
  }
  EXPECT_EQ(outcome.rules.size(), lists->ruleset->rules().size());
  EXPECT_GE(outcome.Sum(&RuleOutcome::flags), 2 * outcome.rules.size());
  EXPECT_GE(outcome.Sum(&RuleOutcome::passes), 2 * outcome.rules.size());
  EXPECT_GE(outcome.Sum(&RuleOutcome::disguised), outcome.Sum(&RuleOutcome::flags));
}

TEST(ShippedLists, EveryRuleHasALawBehindIt) {
  const auto lists = CompileLists("");
  ASSERT_TRUE(lists.has_value());
  for (const Rule& rule : lists->ruleset->rules()) {
    EXPECT_FALSE(rule.basis.empty()) << rule.id;
    for (const Basis& basis : rule.basis) EXPECT_FALSE(basis.law.empty()) << rule.id;
  }
}

TEST(CompileLists, NamesTheRulesetAfterItsPath) {
  const auto lists = CompileLists(REDLINE_SOURCE_DIR "/tests/command/rules.yaml");
  ASSERT_TRUE(lists.has_value());
  EXPECT_EQ(lists->ruleset->name(), "rules");
  EXPECT_EQ(lists->files, 1U);
}

}  // namespace
}  // namespace redline::service
