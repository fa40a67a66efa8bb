// Wire text: reads requests whose text may not be UTF-8, and says where it is not.
//
// protobuf refuses a message with such a text as a whole and without naming the place, and gRPC
// turns that into INTERNAL. So requests arrive as bytes and are parsed here.
//
//   Parse(bytes, &request) -> {.field = "draft.passages[1].text", .offset = 7}
//
// Threads:  pure functions.
#pragma once

#include <google/protobuf/message.h>
#include <grpcpp/support/byte_buffer.h>

#include <optional>

#include "engine/draft.h"

namespace redline::service {

// Reads `bytes` into `message`. Returns the first text that is not UTF-8, in the order of the wire,
// or "not a <message>"; nothing when all is well.
std::optional<ReviewError> Parse(const grpc::ByteBuffer& bytes, google::protobuf::Message* message);

}  // namespace redline::service
