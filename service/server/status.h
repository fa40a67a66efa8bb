// Status: the errors of the server that are no fault of a draft, and the way of any error to gRPC.
//
// Each is a google.rpc.Status with an ErrorInfo, as ErrorToWire (wire.h) makes them.
// Threads:  pure functions.
#pragma once

#include <grpcpp/support/status.h>

#include <string>
#include <string_view>

#include "google/rpc/status.pb.h"

namespace redline::service {

// Nothing was reviewed; the same call may succeed elsewhere or later. `reason` is for ErrorInfo:
// "NO_RULESET", "STOPPING", "OVERLOADED".
google::rpc::Status Unavailable(std::string_view reason, std::string message);

// Nobody waits for the review any more; it was not finished.
google::rpc::Status DeadlineExceeded();
google::rpc::Status Cancelled();

// The reports together are larger than a reply may be.
google::rpc::Status ReplyTooLarge(std::string message);

// With the whole status in grpc-status-details-bin. Never OK.
grpc::Status ToGrpc(const google::rpc::Status& status);

}  // namespace redline::service
