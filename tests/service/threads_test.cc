// The parts of the server that many threads share, without gRPC between them.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <thread>
#include <vector>

#include "engine/review.h"
#include "service/server/in_flight.h"
#include "service/server/live_ruleset.h"
#include "service/server/worker_pool.h"
#include "tests/service/running_server.h"

namespace redline::service {
namespace {

using std::chrono::milliseconds;

TEST(WorkerPool, RunsEveryJobThatItTook) {
  std::atomic<int> ran = 0;
  int taken = 0;
  {
    WorkerPool pool({.threads = 3, .waiting_jobs = 1000, .waiting_bytes = 1000});
    for (int i = 0; i < 500; ++i) taken += pool.TrySubmit(1, [&ran] { ++ran; }) ? 1 : 0;
  }
  EXPECT_EQ(taken, 500);
  EXPECT_EQ(ran, 500);
}

TEST(WorkerPool, RefusesWhatDoesNotFitByNumberOrBytes) {
  std::promise<void> begun;
  std::promise<void> release;
  WorkerPool pool({.threads = 1, .waiting_jobs = 2, .waiting_bytes = 100});
  ASSERT_TRUE(pool.TrySubmit(1, [&] {
    begun.set_value();
    release.get_future().wait();
  }));
  begun.get_future().wait();
  EXPECT_TRUE(pool.TrySubmit(1000, [] {}));  // alone in the line: may be of any size
  EXPECT_FALSE(pool.TrySubmit(1, [] {}));    // too many bytes
  release.set_value();
}

TEST(WorkerPool, RefusesOneMoreThanItsLineHolds) {
  std::promise<void> begun;
  std::promise<void> release;
  WorkerPool pool({.threads = 1, .waiting_jobs = 2, .waiting_bytes = 100});
  ASSERT_TRUE(pool.TrySubmit(1, [&] {
    begun.set_value();
    release.get_future().wait();
  }));
  begun.get_future().wait();
  EXPECT_TRUE(pool.TrySubmit(1, [] {}));
  EXPECT_TRUE(pool.TrySubmit(1, [] {}));
  EXPECT_FALSE(pool.TrySubmit(1, [] {}));
  release.set_value();
}

TEST(InFlight, IsEmptyOnceEveryoneLeft) {
  InFlight in_flight;
  EXPECT_TRUE(in_flight.WaitUntilEmpty(milliseconds(0)));
  ASSERT_TRUE(in_flight.Enter());
  ASSERT_TRUE(in_flight.Enter());
  in_flight.Close();
  EXPECT_FALSE(in_flight.Enter());
  EXPECT_FALSE(in_flight.WaitUntilEmpty(milliseconds(0)));
  std::thread leaving([&] {
    in_flight.Leave();
    in_flight.Leave();
  });
  EXPECT_TRUE(in_flight.WaitUntilEmpty(std::chrono::minutes(1)));
  leaving.join();
}

TEST(InFlight, IsQuietOnceNobodyKnocks) {
  InFlight in_flight;
  in_flight.Close();
  const auto begin = std::chrono::steady_clock::now();
  in_flight.WaitUntilQuiet(milliseconds(20), std::chrono::minutes(1));
  EXPECT_GE(std::chrono::steady_clock::now() - begin, milliseconds(19));
  in_flight.WaitUntilQuiet(std::chrono::hours(1), milliseconds(1));  // ends all the same
}

TEST(Threads, ReviewWhileTheRulesetIsReplaced) {
  LiveRuleset live;
  const auto first = SmallRuleset("1");
  const auto second = SmallRuleset("2");
  live.Replace(first);
  std::atomic<int> blocked = 0;
  std::atomic<bool> done = false;
  std::thread swaps([&] {
    for (int i = 0; !done; ++i) live.Replace(i % 2 == 0 ? second : first);
  });
  {
    WorkerPool pool({.threads = 4, .waiting_jobs = 1000});
    for (int i = 0; i < 400; ++i) {
      ASSERT_TRUE(pool.TrySubmit(1, [&] {
        Draft draft;
        draft.passages = {{"body", Format::kPlain, "💰稳赚不赔，独家"}};
        const auto ruleset = live.Get();
        const auto report =
            Review(draft, ruleset, {.as_of = std::chrono::year{2026} / 11 / 24, .cancelled = {}});
        if (report && report->verdict == Verdict::kBlock && report->ruleset == ruleset) ++blocked;
      }));
    }
  }
  done = true;
  swaps.join();
  EXPECT_EQ(blocked, 400);
}

}  // namespace
}  // namespace redline::service
