#include "service/report/json.h"

#include <google/protobuf/util/json_util.h>

#include <cstdlib>

namespace redline::service {

std::string WriteJson(const google::protobuf::Message& message, Layout layout) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = layout == Layout::kIndented;
  options.always_print_primitive_fields = true;
  std::string text;
  // A message that cannot be written is a bug of ours, and half of one must never be read.
  if (!google::protobuf::util::MessageToJsonString(message, &text, options).ok()) std::abort();
  while (text.ends_with('\n')) text.pop_back();
  return text + "\n";
}

std::optional<std::string> ReadJson(std::string_view text, google::protobuf::Message& message) {
  const auto status = google::protobuf::util::JsonStringToMessage(
      google::protobuf::StringPiece(text.data(), text.size()), &message);
  if (status.ok()) return std::nullopt;
  // The parser adds the line in question and a pointer below it; the first line says it all.
  const std::string reason(status.message().data(), status.message().size());
  return reason.substr(0, reason.find('\n'));
}

}  // namespace redline::service
