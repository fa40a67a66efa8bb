#include "tests/service/running_server.h"

#include <grpcpp/generic/generic_stub.h>

#include <cstdlib>
#include <future>
#include <iostream>
#include <vector>

namespace redline::service {
namespace {

Rule MakeRule(std::string id, Severity severity, std::string phrase) {
  Rule rule;
  rule.id = std::move(id);
  rule.title = {.zh = phrase, .en = rule.id};
  rule.category = "test";
  rule.severity = severity;
  rule.phrases = {{.text = std::move(phrase), .origin = {}}};
  rule.message = {.zh = "不得使用", .en = "not allowed"};
  rule.pack = "test";
  return rule;
}

template <typename Reply>
grpc::ByteBuffer ToBuffer(Reply bytes) {
  const grpc::Slice slice{std::string(bytes)};
  return grpc::ByteBuffer(&slice, 1);
}

std::string ToString(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  std::string bytes;
  if (!buffer.Valid() || !buffer.Dump(&slices).ok()) return bytes;
  for (const grpc::Slice& slice : slices) {
    bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return bytes;
}

// The first detail of this type; an empty one when there is none.
template <typename Detail>
Detail Find(const google::rpc::Status& status) {
  Detail detail;
  for (const auto& any : status.details()) {
    if (any.UnpackTo(&detail)) break;
  }
  return detail;
}

}  // namespace

std::shared_ptr<const Ruleset> SmallRuleset(std::string version, std::string profile) {
  NegativeList list;
  list.name = "small";
  list.version = std::move(version);
  list.profile = std::move(profile);
  list.rules = {MakeRule("test.sure-win", Severity::kBlock, "稳赚不赔"),
                MakeRule("test.exclusive", Severity::kReview, "独家"),
                MakeRule("test.buy-now", Severity::kAdvise, "立即抢购")};
  auto ruleset = Ruleset::Compile(std::move(list));
  if (!ruleset) {
    for (const RuleError& error : ruleset.error()) std::cerr << Describe(error) << '\n';
    std::abort();
  }
  return *ruleset;
}

RunningServer::RunningServer(ServerConfig config) {
  config.listen = "127.0.0.1:0";
  if (config.ruleset == nullptr) config.ruleset = SmallRuleset();
  auto server = Server::Start(std::move(config));
  if (!server) {
    std::cerr << server.error() << '\n';
    std::abort();
  }
  server_ = std::move(*server);
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(-1);
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  channel_ = grpc::CreateCustomChannel(address(), grpc::InsecureChannelCredentials(), arguments);
  stub_ = v1::ReviewService::NewStub(channel_);
}

std::string RunningServer::address() const {
  return "127.0.0.1:" + std::to_string(server_->port());
}

v1::Draft PlainDraft(std::string text, std::string id) {
  v1::Draft draft;
  draft.set_id(std::move(id));
  v1::Passage* passage = draft.add_passages();
  passage->set_name("body");
  passage->set_format(v1::FORMAT_PLAIN);
  passage->set_text(std::move(text));
  return draft;
}

ReviewReply ReviewDraft(RunningServer& server, const v1::Draft& draft) {
  grpc::ClientContext context;
  v1::ReviewDraftRequest request;
  *request.mutable_draft() = draft;
  ReviewReply reply;
  reply.status = server.stub().ReviewDraft(&context, request, &reply.response);
  return reply;
}

BatchReply ReviewBatch(RunningServer& server, const v1::BatchReviewDraftsRequest& request) {
  grpc::ClientContext context;
  BatchReply reply;
  reply.status = server.stub().BatchReviewDrafts(&context, request, &reply.response);
  return reply;
}

RawReply CallRaw(const std::shared_ptr<grpc::Channel>& channel, const std::string& method,
                 std::string_view bytes, grpc::ClientContext* context) {
  grpc::ClientContext own;
  grpc::GenericStub stub(channel);
  const grpc::ByteBuffer request = ToBuffer(bytes);
  grpc::ByteBuffer response;
  std::promise<grpc::Status> done;
  stub.UnaryCall(context != nullptr ? context : &own, method, {}, &request, &response,
                 [&done](grpc::Status status) { done.set_value(std::move(status)); });
  RawReply reply;
  reply.status = done.get_future().get();
  reply.bytes = ToString(response);
  return reply;
}

std::string Health(const std::shared_ptr<grpc::Channel>& channel, const std::string& service) {
  // HealthCheckRequest { string service = 1; }, HealthCheckResponse { ServingStatus status = 1; }
  std::string request;
  if (!service.empty()) {
    request = "\x0A" + std::string(1, static_cast<char>(service.size())) + service;
  }
  const RawReply reply = CallRaw(channel, "/grpc.health.v1.Health/Check", request);
  if (!reply.status.ok()) return "error " + std::to_string(reply.status.error_code());
  if (reply.bytes == "\x08\x01") return "SERVING";
  return reply.bytes == "\x08\x02" ? "NOT_SERVING" : "unknown";
}

google::rpc::Status DetailsOf(const grpc::Status& status) {
  google::rpc::Status details;
  details.ParseFromString(status.error_details());
  return details;
}

std::string ReasonOf(const google::rpc::Status& details) {
  const auto info = Find<google::rpc::ErrorInfo>(details);
  return info.domain() == "redline.dev" ? info.reason() : "no ErrorInfo of redline.dev";
}

std::string OffsetOf(const google::rpc::Status& details) {
  const auto info = Find<google::rpc::ErrorInfo>(details);
  const auto offset = info.metadata().find("offset");
  return offset == info.metadata().end() ? "" : offset->second;
}

std::string FieldOf(const google::rpc::Status& details) {
  const auto request = Find<google::rpc::BadRequest>(details);
  return request.field_violations_size() == 1 ? request.field_violations(0).field() : "";
}

}  // namespace redline::service
