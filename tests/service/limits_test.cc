// Every bound of the service: what just fits is reviewed, one more is refused.

#include <gtest/gtest.h>

#include "tests/service/running_server.h"

namespace redline::service {
namespace {

std::string Reason(const grpc::Status& status) { return ReasonOf(DetailsOf(status)); }

TEST(Limits, OfAPassage) {
  RunningServer server;
  const std::string full(kMaxPassageBytes, 'a');
  EXPECT_TRUE(ReviewDraft(server, PlainDraft(full)).status.ok());
  const grpc::Status status = ReviewDraft(server, PlainDraft(full + "a")).status;
  EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(Reason(status), "DRAFT_TOO_LARGE");
  EXPECT_EQ(FieldOf(DetailsOf(status)), "draft.passages[0].text");
}

TEST(Limits, OfAllPassagesTogether) {
  RunningServer server;
  v1::Draft draft;
  for (std::size_t i = 0; i < kMaxDraftBytes / kMaxPassageBytes; ++i) {
    *draft.add_passages() = PlainDraft(std::string(kMaxPassageBytes, 'a')).passages(0);
  }
  EXPECT_TRUE(ReviewDraft(server, draft).status.ok());
  *draft.add_passages() = PlainDraft("a").passages(0);
  EXPECT_EQ(Reason(ReviewDraft(server, draft).status), "DRAFT_TOO_LARGE");
}

TEST(Limits, OfThePassagesOfADraft) {
  RunningServer server;
  v1::Draft draft;
  for (std::size_t i = 0; i < kMaxPassages; ++i) {
    *draft.add_passages() = PlainDraft("好").passages(0);
  }
  EXPECT_TRUE(ReviewDraft(server, draft).status.ok());
  *draft.add_passages() = PlainDraft("好").passages(0);
  const grpc::Status status = ReviewDraft(server, draft).status;
  EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(Reason(status), "DRAFT_TOO_LARGE");
  EXPECT_EQ(FieldOf(DetailsOf(status)), "draft.passages");
}

TEST(Limits, OfNamesAndLabels) {
  RunningServer server;
  v1::Draft draft = PlainDraft("好", std::string(kMaxNameBytes, 'i'));
  draft.mutable_passages(0)->set_name(std::string(kMaxNameBytes, 'n'));
  for (std::size_t i = 0; i < kMaxLabels; ++i) (*draft.mutable_labels())[std::to_string(i)] = "x";
  EXPECT_TRUE(ReviewDraft(server, draft).status.ok());

  v1::Draft longer = draft;
  longer.mutable_id()->push_back('i');
  EXPECT_EQ(FieldOf(DetailsOf(ReviewDraft(server, longer).status)), "draft.id");
  longer = draft;
  longer.mutable_passages(0)->mutable_name()->push_back('n');
  EXPECT_EQ(FieldOf(DetailsOf(ReviewDraft(server, longer).status)), "draft.passages[0].name");
  longer = draft;
  (*longer.mutable_labels())["one more"] = "x";
  EXPECT_EQ(FieldOf(DetailsOf(ReviewDraft(server, longer).status)), "draft.labels");
}

TEST(Limits, OfTheViolationsOfADraft) {
  RunningServer server;
  const auto times = [](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "独家。";
    return PlainDraft(text);
  };
  const auto full = ReviewDraft(server, times(kMaxViolations));
  ASSERT_TRUE(full.status.ok()) << full.status.error_message();
  EXPECT_EQ(full.response.report().violations_size(), static_cast<int>(kMaxViolations));
  const auto over = ReviewDraft(server, times(kMaxViolations + 1));
  EXPECT_EQ(over.status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(Reason(over.status), "TOO_MANY_MATCHES");
  EXPECT_FALSE(over.response.has_report());
}

TEST(Limits, OfARequest) {
  ServerConfig config;
  config.max_message_bytes = 4096;
  RunningServer server(std::move(config));
  v1::ReviewDraftRequest request;
  *request.mutable_draft() = PlainDraft("");
  // Lengths are themselves two bytes longer once the text is long: fill up, then measure.
  request.mutable_draft()->mutable_passages(0)->set_text(std::string(4000, 'a'));
  const std::size_t rest = 4096 - request.ByteSizeLong();
  request.mutable_draft()->mutable_passages(0)->mutable_text()->append(rest, 'a');
  ASSERT_EQ(request.ByteSizeLong(), 4096U);
  EXPECT_TRUE(ReviewDraft(server, request.draft()).status.ok());
  request.mutable_draft()->mutable_passages(0)->mutable_text()->append("a");
  EXPECT_EQ(ReviewDraft(server, request.draft()).status.error_code(),
            grpc::StatusCode::RESOURCE_EXHAUSTED);
}

TEST(Limits, OfAReply) {
  ServerConfig config;
  config.max_reply_bytes = 20'000;
  RunningServer server(std::move(config));
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "独家。";
  const auto single = ReviewDraft(server, PlainDraft(text));
  EXPECT_EQ(single.status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(Reason(single.status), "REPLY_TOO_LARGE");

  v1::BatchReviewDraftsRequest request;
  for (int i = 0; i < 100; ++i) *request.add_drafts() = PlainDraft("独家");
  const auto batch = ReviewBatch(server, request);
  EXPECT_EQ(batch.status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(Reason(batch.status), "REPLY_TOO_LARGE");
  EXPECT_EQ(batch.response.results_size(), 0);
}

TEST(Limits, OfMetadata) {
  RunningServer server;
  v1::ReviewDraftRequest request;
  *request.mutable_draft() = PlainDraft("好");
  grpc::ClientContext context;
  context.AddMetadata("x-filler", std::string(20'000, 'a'));
  v1::ReviewDraftResponse response;
  EXPECT_EQ(server.stub().ReviewDraft(&context, request, &response).error_code(),
            grpc::StatusCode::RESOURCE_EXHAUSTED);
}

TEST(Limits, CompressedRequestsAreRefused) {
  RunningServer server;
  for (grpc_compression_algorithm algorithm : {GRPC_COMPRESS_GZIP, GRPC_COMPRESS_DEFLATE}) {
    v1::ReviewDraftRequest request;
    *request.mutable_draft() = PlainDraft(std::string(10'000, 'a'));
    grpc::ClientContext context;
    context.set_compression_algorithm(algorithm);
    v1::ReviewDraftResponse response;
    EXPECT_EQ(server.stub().ReviewDraft(&context, request, &response).error_code(),
              grpc::StatusCode::UNIMPLEMENTED);
    EXPECT_FALSE(response.has_report());
  }
}

}  // namespace
}  // namespace redline::service
