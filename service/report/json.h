// Json: messages of the API as proto3 JSON, the one schema of service, command and logs.
//
// Every field is written, also those that hold their default, so that a reader never has to guess
// (utf8.begin of a span is 0, not missing).
//
// Errors:   ReadJson says why a text is no such message; unknown fields are errors.
// Threads:  pure functions.
#pragma once

#include <google/protobuf/message.h>

#include <optional>
#include <string>
#include <string_view>

namespace redline::service {

enum class Layout { kIndented, kOneLine };

// REQUIRES: the strings of `message` are UTF-8.
std::string WriteJson(const google::protobuf::Message& message, Layout layout);

// Fills `message` from `text`. Returns what is wrong with the text, or nothing.
std::optional<std::string> ReadJson(std::string_view text, google::protobuf::Message& message);

}  // namespace redline::service
