// Stopping: not serving first, nothing in flight lost, nothing new taken.

#include <gtest/gtest.h>

#include <future>
#include <vector>

#include "tests/service/held_review.h"
#include "tests/service/running_server.h"

namespace redline::service {
namespace {

constexpr char kReviews[] = "redline.v1.ReviewService";

// Asks until health is no longer SERVING. Every question is a whole call, so this is no busy loop.
void WaitUntilNotServing(RunningServer& server) {
  while (Health(server.channel(), kReviews) == "SERVING") {
  }
}

TEST(Stop, FinishesWhatIsInFlightAndTakesNothingNew) {
  HeldReview held;
  ServerConfig config;
  config.review = held.function();
  config.workers = 4;
  RunningServer server(std::move(config));
  std::vector<std::future<ReviewReply>> calls;
  for (int i = 0; i < 8; ++i) {  // four begin, four wait in the line
    calls.push_back(std::async(std::launch::async,
                               [&server] { return ReviewDraft(server, PlainDraft("稳赚不赔")); }));
  }
  held.WaitUntilBegun(4);
  EXPECT_EQ(Health(server.channel(), ""), "SERVING");

  auto stopped = std::async(std::launch::async, [&server] { return server.server().Stop(); });
  WaitUntilNotServing(server);
  EXPECT_EQ(Health(server.channel(), ""), "NOT_SERVING");

  // The door closes right after health turned; a call just before is still answered when released.
  auto late = std::async(std::launch::async,
                         [&server] { return ReviewDraft(server, PlainDraft("稳赚不赔")); });
  held.Release();
  EXPECT_TRUE(stopped.get());
  int answered = 0;
  for (auto& call : calls) {
    const auto [status, response] = call.get();
    // Those that had not reached the server before it stopped are told so; none hangs or is cut.
    if (status.ok()) {
      EXPECT_EQ(response.report().verdict(), v1::VERDICT_BLOCK);
      ++answered;
    } else {
      EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAVAILABLE) << status.error_message();
    }
  }
  EXPECT_GE(answered, 4);  // all that had begun
  const grpc::Status status = late.get().status;
  if (!status.ok()) {
    EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAVAILABLE) << status.error_message();
  }
}

TEST(Stop, TellsNewCallersToGoElsewhere) {
  HeldReview held;
  ServerConfig config;
  config.review = held.function();
  RunningServer server(std::move(config));
  auto first =
      std::async(std::launch::async, [&server] { return ReviewDraft(server, PlainDraft("好")); });
  held.WaitUntilBegun(1);
  auto stopped = std::async(std::launch::async, [&server] { return server.server().Stop(); });
  WaitUntilNotServing(server);
  // Reviews are held, so a call that is answered at all is answered by the closed door.
  grpc::Status status;
  do {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(200));
    v1::ReviewDraftRequest request;
    *request.mutable_draft() = PlainDraft("好");
    v1::ReviewDraftResponse response;
    status = server.stub().ReviewDraft(&context, request, &response);
    ASSERT_FALSE(status.ok());
  } while (status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAVAILABLE);
  EXPECT_EQ(ReasonOf(DetailsOf(status)), "STOPPING");
  held.Release();
  EXPECT_TRUE(first.get().status.ok());
  EXPECT_TRUE(stopped.get());
}

TEST(Stop, CutsOffWhatDoesNotEndInTimeAndSaysSo) {
  HeldReview held;
  ServerConfig config;
  config.review = held.function();
  config.drain = std::chrono::milliseconds(1);
  RunningServer server(std::move(config));
  auto call =
      std::async(std::launch::async, [&server] { return ReviewDraft(server, PlainDraft("好")); });
  held.WaitUntilBegun(1);
  EXPECT_FALSE(server.server().Stop());
  const auto [status, response] = call.get();
  EXPECT_FALSE(status.ok());
  EXPECT_FALSE(response.has_report());
}

TEST(Stop, ASecondServerCannotTakeThePort) {
  RunningServer server;
  const auto second = Server::Start({.listen = server.address(), .ruleset = SmallRuleset()});
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().find(server.address()), std::string::npos);
}

}  // namespace
}  // namespace redline::service
