// Callers that stop waiting, and more callers than can be served.

#include <gtest/gtest.h>

#include <future>
#include <thread>
#include <vector>

#include "tests/service/held_review.h"
#include "tests/service/running_server.h"

namespace redline::service {
namespace {

ServerConfig Held(HeldReview& held) {
  ServerConfig config;
  config.review = held.function();
  config.workers = 1;
  return config;
}

v1::ReviewDraftRequest Request() {
  v1::ReviewDraftRequest request;
  *request.mutable_draft() = PlainDraft("好");
  return request;
}

TEST(Patience, ADeadlineEndsTheReview) {
  HeldReview held;
  RunningServer server(Held(held));
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(50));
  v1::ReviewDraftResponse response;
  const grpc::Status status = server.stub().ReviewDraft(&context, Request(), &response);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::DEADLINE_EXCEEDED);
  EXPECT_FALSE(response.has_report());
  if (held.begun() > 0) held.WaitUntilGivenUp(1);  // the worker is free again
}

TEST(Patience, ACancelledCallEndsTheReview) {
  HeldReview held;
  RunningServer server(Held(held));
  grpc::ClientContext context;
  v1::ReviewDraftResponse response;
  auto call = std::async(std::launch::async,
                         [&] { return server.stub().ReviewDraft(&context, Request(), &response); });
  held.WaitUntilBegun(1);
  context.TryCancel();
  EXPECT_EQ(call.get().error_code(), grpc::StatusCode::CANCELLED);
  held.WaitUntilGivenUp(1);
}

TEST(Patience, ABatchEndsWithItsDeadlineAndHasNoVerdicts) {
  HeldReview held;
  RunningServer server(Held(held));
  v1::BatchReviewDraftsRequest request;
  for (int i = 0; i < 3; ++i) *request.add_drafts() = PlainDraft("好");
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(50));
  v1::BatchReviewDraftsResponse response;
  const grpc::Status status = server.stub().BatchReviewDrafts(&context, request, &response);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::DEADLINE_EXCEEDED);
  EXPECT_EQ(response.results_size(), 0);
}

// A call that nobody waits for any more when its turn comes is not reviewed at all.
TEST(Patience, ACallThatGaveUpInTheLineIsNotReviewed) {
  HeldReview held;
  RunningServer server(Held(held));
  auto first =
      std::async(std::launch::async, [&] { return ReviewDraft(server, PlainDraft("好")).status; });
  held.WaitUntilBegun(1);
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(50));
  v1::ReviewDraftResponse response;
  EXPECT_EQ(server.stub().ReviewDraft(&context, Request(), &response).error_code(),
            grpc::StatusCode::DEADLINE_EXCEEDED);
  // The server counts the deadline from the arrival of the call, and so ends it a little later.
  const auto surely_over = std::chrono::system_clock::now() + std::chrono::milliseconds(500);
  while (std::chrono::system_clock::now() < surely_over) Health(server.channel(), "");
  held.Release();
  EXPECT_TRUE(first.get().ok());
  EXPECT_TRUE(server.server().Stop());
  EXPECT_EQ(held.begun(), 1);
}

TEST(Patience, RefusesCallsThatDoNotFitInTheLineAndStaysHealthy) {
  HeldReview held;
  ServerConfig config = Held(held);
  config.waiting_calls = 2;
  RunningServer server(std::move(config));
  const auto review = [&server] { return ReviewDraft(server, PlainDraft("稳赚不赔")); };
  std::vector<std::future<ReviewReply>> calls;
  calls.push_back(std::async(std::launch::async, review));
  held.WaitUntilBegun(1);

  // One is being reviewed, two fit in the line; of five more at least three are refused.
  for (int i = 0; i < 5; ++i) calls.push_back(std::async(std::launch::async, review));
  int refused = 0;
  while (refused < 3) {
    for (auto& call : calls) {
      if (!call.valid() ||
          call.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready) {
        continue;
      }
      const grpc::Status status = call.get().status;
      EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAVAILABLE);
      EXPECT_EQ(ReasonOf(DetailsOf(status)), "OVERLOADED");
      ++refused;
    }
  }
  EXPECT_EQ(Health(server.channel(), ""), "SERVING");

  held.Release();
  int answered = 0;
  for (auto& call : calls) {
    if (!call.valid()) continue;
    const auto [status, response] = call.get();
    EXPECT_TRUE(status.ok()) << status.error_message();
    EXPECT_EQ(response.report().verdict(), v1::VERDICT_BLOCK);
    ++answered;
  }
  EXPECT_EQ(answered, 3);
}

}  // namespace
}  // namespace redline::service
