#include "service/server/status.h"

#include <utility>

#include "google/rpc/error_details.pb.h"
#include "service/wire.h"

namespace redline::service {
namespace {

google::rpc::Status Make(grpc::StatusCode code, std::string_view reason, std::string message) {
  google::rpc::Status status;
  status.set_code(code);
  status.set_message(std::move(message));
  google::rpc::ErrorInfo info;
  info.set_reason(std::string(reason));
  info.set_domain(std::string(kErrorDomain));
  status.add_details()->PackFrom(info);
  return status;
}

}  // namespace

google::rpc::Status Unavailable(std::string_view reason, std::string message) {
  return Make(grpc::StatusCode::UNAVAILABLE, reason, std::move(message));
}

google::rpc::Status DeadlineExceeded() {
  return Make(grpc::StatusCode::DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED",
              "the deadline passed before the review ended; nothing was reviewed");
}

google::rpc::Status Cancelled() {
  return Make(grpc::StatusCode::CANCELLED, "CANCELLED",
              "the caller gave the review up; nothing was reviewed");
}

google::rpc::Status ReplyTooLarge(std::string message) {
  return Make(grpc::StatusCode::RESOURCE_EXHAUSTED, "REPLY_TOO_LARGE", std::move(message));
}

grpc::Status ToGrpc(const google::rpc::Status& status) {
  const auto code = static_cast<grpc::StatusCode>(status.code());
  return {code == grpc::StatusCode::OK ? grpc::StatusCode::INTERNAL : code, status.message(),
          status.SerializeAsString()};
}

}  // namespace redline::service
