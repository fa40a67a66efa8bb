// RunningServer: a real server in this process, on a free port of the loopback, and a stub for it.
#pragma once

#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "redline/v1/review_service.grpc.pb.h"
#include "service/server/server.h"

namespace redline::service {

// One rule for each severity: 稳赚不赔 blocks, 独家 is reviewed, 立即抢购 is advice.
std::shared_ptr<const Ruleset> SmallRuleset(std::string version = "2026-11-24",
                                            std::string profile = "");

class RunningServer {
 public:
  // `config` as given, but on a free port, and with SmallRuleset unless it has a ruleset.
  explicit RunningServer(ServerConfig config = {});

  Server& server() { return *server_; }
  std::shared_ptr<grpc::Channel> channel() { return channel_; }
  v1::ReviewService::Stub& stub() { return *stub_; }
  std::string address() const;

 private:
  std::unique_ptr<Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::ReviewService::Stub> stub_;
};

v1::Draft PlainDraft(std::string text, std::string id = "draft-1");

struct ReviewReply {
  grpc::Status status;
  v1::ReviewDraftResponse response;
};
ReviewReply ReviewDraft(RunningServer& server, const v1::Draft& draft);

struct BatchReply {
  grpc::Status status;
  v1::BatchReviewDraftsResponse response;
};
BatchReply ReviewBatch(RunningServer& server, const v1::BatchReviewDraftsRequest& request);

// Sends bytes as they are to "/redline.v1.ReviewService/ReviewDraft" and the like.
struct RawReply {
  grpc::Status status;
  std::string bytes;
};
RawReply CallRaw(const std::shared_ptr<grpc::Channel>& channel, const std::string& method,
                 std::string_view bytes, grpc::ClientContext* context = nullptr);

// "SERVING", "NOT_SERVING", or the name of the error, from grpc.health.v1.
std::string Health(const std::shared_ptr<grpc::Channel>& channel, const std::string& service);

// The details of a failed call.
google::rpc::Status DetailsOf(const grpc::Status& status);
std::string ReasonOf(const google::rpc::Status& details);
std::string OffsetOf(const google::rpc::Status& details);
std::string FieldOf(const google::rpc::Status& details);

}  // namespace redline::service
