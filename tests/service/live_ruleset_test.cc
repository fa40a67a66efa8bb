// Many calls at once while the ruleset changes under them: no report mixes two rulesets.

#include "service/server/live_ruleset.h"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "tests/service/running_server.h"

namespace redline::service {
namespace {

TEST(LiveRuleset, KeepsAReplacedRulesetForWhoTookIt) {
  LiveRuleset live;
  EXPECT_EQ(live.Get(), nullptr);
  live.Replace(SmallRuleset("1"));
  const auto taken = live.Get();
  live.Replace(SmallRuleset("2"));
  EXPECT_EQ(taken->version(), "1");
  EXPECT_EQ(live.Get()->version(), "2");
}

TEST(LiveRuleset, HoldsOneRulesetForEachProfileTheDefaultFirst) {
  LiveRuleset live;
  EXPECT_TRUE(live.Profiles().empty());
  live.Replace({SmallRuleset("1", "retail"), SmallRuleset("2", "lender")});
  EXPECT_EQ(live.Profiles(), (std::vector<std::string>{"retail", "lender"}));
  EXPECT_EQ(live.Get()->version(), "1");
  EXPECT_EQ(live.Get("retail")->version(), "1");
  EXPECT_EQ(live.Get("lender")->version(), "2");
  EXPECT_EQ(live.Get("lend"), nullptr);
  live.Replace(SmallRuleset("3"));
  EXPECT_EQ(live.Get("retail"), nullptr);
  EXPECT_EQ(live.Get()->version(), "3");
}

TEST(LiveRuleset, NoCallSeesTwoRulesets) {
  RunningServer server;
  const auto first = SmallRuleset("1");
  const auto second = SmallRuleset("2");
  const std::set<std::string> known = {first->digest(), second->digest()};
  ASSERT_EQ(known.size(), 2U);
  server.server().Activate(first);

  std::atomic<bool> done = false;
  std::thread swaps([&] {
    for (int i = 0; !done; ++i) server.server().Activate(i % 2 == 0 ? second : first);
  });
  std::vector<std::thread> callers;
  for (int caller = 0; caller < 4; ++caller) {
    callers.emplace_back([&, caller] {
      v1::BatchReviewDraftsRequest request;
      for (int i = 0; i < 5; ++i) *request.add_drafts() = PlainDraft("稳赚不赔，独家");
      for (int call = 0; call < 20; ++call) {
        if (caller % 2 == 0) {
          const auto [status, response] = ReviewDraft(server, PlainDraft("稳赚不赔，独家"));
          ASSERT_TRUE(status.ok()) << status.error_message();
          EXPECT_EQ(response.report().violations_size(), 2);
          EXPECT_TRUE(known.contains(response.report().ruleset().digest()));
          continue;
        }
        const auto [status, response] = ReviewBatch(server, request);
        ASSERT_TRUE(status.ok()) << status.error_message();
        ASSERT_EQ(response.results_size(), 5);
        for (const v1::ReviewResult& result : response.results()) {
          EXPECT_EQ(result.report().ruleset().digest(), response.ruleset().digest());
          EXPECT_EQ(result.report().violations_size(), 2);
        }
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  done = true;
  swaps.join();
}

TEST(LiveRuleset, EqualDraftsGetEqualReports) {
  RunningServer server;
  const auto once = ReviewDraft(server, PlainDraft("💰稳赚不赔，独家"));
  ASSERT_TRUE(once.status.ok());
  for (int i = 0; i < 10; ++i) {
    const auto again = ReviewDraft(server, PlainDraft("💰稳赚不赔，独家"));
    EXPECT_EQ(again.response.SerializeAsString(), once.response.SerializeAsString());
  }
}

}  // namespace
}  // namespace redline::service
