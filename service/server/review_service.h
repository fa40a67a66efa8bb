// ReviewService: answers ReviewDraft and BatchReviewDrafts.
//
// Requests arrive as bytes (wire_text.h), are judged on the threads of a WorkerPool, and leave as a
// complete report or as an error status; nothing else. Texts of drafts are never logged.
//
// Errors:   as listed in proto/redline/v1/review_service.proto.
// Threads:  called by gRPC from any thread.
// Lifetime: outlives the grpc::Server that it is registered with.
#pragma once

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

#include "engine/review.h"
#include "redline/v1/review_service.grpc.pb.h"
#include "service/server/in_flight.h"
#include "service/server/live_ruleset.h"
#include "service/server/worker_pool.h"

namespace redline::service {

inline constexpr int kMaxBatchDrafts = 500;

// The engine's Review, or something that stands for it.
using ReviewFunction = std::function<Result<Report, ReviewError>(
    const Draft&, std::shared_ptr<const Ruleset>, const ReviewOptions&)>;

class ReviewService final
    : public v1::ReviewService::WithRawCallbackMethod_ReviewDraft<
          v1::ReviewService::WithRawCallbackMethod_BatchReviewDrafts<v1::ReviewService::Service>> {
 public:
  struct Config {
    ReviewFunction review = Review;
    std::function<Date()> today;
    WorkerPool::Bounds workers;
    std::size_t max_reply_bytes = 64 << 20;
    std::shared_ptr<const Waivers> waivers = nullptr;  // null: none
  };

  // `live` outlives the service.
  ReviewService(Config config, const LiveRuleset* live);

  grpc::ServerUnaryReactor* ReviewDraft(grpc::CallbackServerContext* context,
                                        const grpc::ByteBuffer* request,
                                        grpc::ByteBuffer* reply) override;
  grpc::ServerUnaryReactor* BatchReviewDrafts(grpc::CallbackServerContext* context,
                                              const grpc::ByteBuffer* request,
                                              grpc::ByteBuffer* reply) override;

  // Answers new calls with UNAVAILABLE and waits for those in flight, then for callers to notice.
  // False when `patience` ended before the last call in flight did.
  bool Drain(std::chrono::milliseconds patience);

 private:
  // One call's ruleset, day and caller.
  struct Terms;
  using Answer = Result<grpc::ByteBuffer, google::rpc::Status>;
  using Method = Answer (ReviewService::*)(const grpc::CallbackServerContext&,
                                           const grpc::ByteBuffer&) const;

  grpc::ServerUnaryReactor* Start(Method method, grpc::CallbackServerContext* context,
                                  const grpc::ByteBuffer* request, grpc::ByteBuffer* reply);
  Answer AnswerReviewDraft(const grpc::CallbackServerContext& context,
                           const grpc::ByteBuffer& request) const;
  Answer AnswerBatchReviewDrafts(const grpc::CallbackServerContext& context,
                                 const grpc::ByteBuffer& request) const;

  Result<Terms, google::rpc::Status> MakeTerms(const grpc::CallbackServerContext& context,
                                               std::string_view as_of,
                                               std::string_view profile) const;
  Result<v1::Report, google::rpc::Status> ReviewWire(const v1::Draft& message,
                                                     std::string_view field,
                                                     const Terms& terms) const;
  Answer Pack(const google::protobuf::Message& reply) const;

  const Config config_;
  const LiveRuleset* const live_;
  InFlight in_flight_;
  WorkerPool workers_;  // last: its threads use the rest
};

}  // namespace redline::service
