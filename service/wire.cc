#include "service/wire.h"

#include <cstddef>
#include <optional>
#include <utility>

#include "google/rpc/error_details.pb.h"

namespace redline::service {
namespace {

// The canonical codes of gRPC (google.rpc.Code) that a review can end with.
constexpr int kCancelled = 1;
constexpr int kInvalidArgument = 3;
constexpr int kResourceExhausted = 8;
constexpr int kInternal = 13;

struct WireError {
  int code;
  std::string_view reason;  // of ErrorInfo: UPPER_SNAKE, stable for ever
};

WireError ToWire(ReviewError::Kind kind) {
  switch (kind) {
    case ReviewError::Kind::kInvalidDraft:
      return {kInvalidArgument, "INVALID_DRAFT"};
    case ReviewError::Kind::kTooLarge:
      return {kInvalidArgument, "DRAFT_TOO_LARGE"};
    case ReviewError::Kind::kTooManyMatches:
      return {kResourceExhausted, "TOO_MANY_MATCHES"};
    case ReviewError::Kind::kCancelled:
      return {kCancelled, "CANCELLED"};
    case ReviewError::Kind::kScanFailed:
      return {kInternal, "SCAN_FAILED"};
  }
  return {kInternal, "SCAN_FAILED"};
}

Unexpected<ReviewError> Invalid(std::string field, std::string message) {
  return Unexpected(ReviewError{.kind = ReviewError::Kind::kInvalidDraft,
                                .field = std::move(field),
                                .message = std::move(message),
                                .offset = std::nullopt});
}

// Nothing when the number is no format at all: proto3 keeps enum numbers that it does not know.
std::optional<Format> FormatFromWire(v1::Format format) {
  switch (format) {
    case v1::FORMAT_UNSPECIFIED:
      return Format::kUnspecified;
    case v1::FORMAT_PLAIN:
      return Format::kPlain;
    case v1::FORMAT_HTML:
      return Format::kHtml;
    case v1::FORMAT_MARKDOWN:
      return Format::kMarkdown;
    case v1::Format_INT_MIN_SENTINEL_DO_NOT_USE_:
    case v1::Format_INT_MAX_SENTINEL_DO_NOT_USE_:
      break;
  }
  return std::nullopt;
}

Result<Passage, ReviewError> PassageFromWire(const v1::Passage& message, const std::string& field) {
  const std::optional<Format> format = FormatFromWire(message.format());
  if (!format) {
    return Invalid(field + ".format", "format " + std::to_string(int{message.format()}) +
                                          " is not known to this server; use FORMAT_PLAIN");
  }
  if (*format == Format::kUnspecified) {
    return Invalid(field + ".format", "the format is not stated; use FORMAT_PLAIN for plain text");
  }
  switch (message.content_case()) {
    case v1::Passage::kText:
      return Passage{.name = message.name(), .format = *format, .text = message.text()};
    case v1::Passage::kEncoded:
      if (message.encoded().charset().empty()) {
        return Invalid(field + ".encoded.charset",
                       "the charset is not stated; use utf-8 for UTF-8");
      }
      return Passage{.name = message.name(),
                     .format = *format,
                     .text = message.encoded().data(),
                     .charset = message.encoded().charset()};
    case v1::Passage::CONTENT_NOT_SET:
      break;
  }
  return Invalid(field + ".text", "the passage has no text; set text, which may be empty");
}

// The field of an error as the caller wrote it: DraftFromWire names whole paths, the engine names
// them from the draft on.
std::string CallerField(const ReviewError& error, std::string_view field) {
  if (field.empty() || error.field == field) return error.field;
  const std::string prefix = std::string(field) + ".";
  if (error.field.starts_with(prefix)) return error.field;
  return error.field.empty() ? std::string(field) : prefix + error.field;
}

}  // namespace

Result<Draft, ReviewError> DraftFromWire(const v1::Draft& message, std::string_view field) {
  // Before the texts are copied; the engine refuses the rest of what is too large.
  if (message.passages_size() > static_cast<int>(kMaxPassages)) {
    return Unexpected(ReviewError{.kind = ReviewError::Kind::kTooLarge,
                                  .field = std::string(field) + ".passages",
                                  .message = std::to_string(message.passages_size()) +
                                             " passages; at most " + std::to_string(kMaxPassages) +
                                             " are allowed",
                                  .offset = std::nullopt});
  }
  Draft draft;
  draft.id = message.id();
  for (int index = 0; index < message.passages_size(); ++index) {
    auto passage = PassageFromWire(message.passages(index),
                                   std::string(field) + ".passages[" + std::to_string(index) + "]");
    if (!passage) return Unexpected(std::move(passage.error()));
    draft.passages.push_back(std::move(*passage));
  }
  draft.channel = message.channel();
  draft.product = message.product();
  draft.audience = message.audience();
  draft.locale = message.locale();
  draft.labels = {message.labels().begin(), message.labels().end()};
  return draft;
}

Result<Date, ReviewError> AsOfFromWire(std::string_view text, Date today) {
  if (text.empty()) return today;
  const auto number = [text](std::size_t begin, std::size_t length) -> std::optional<int> {
    int value = 0;
    for (char digit : text.substr(begin, length)) {
      if (digit < '0' || digit > '9') return std::nullopt;
      value = value * 10 + (digit - '0');
    }
    return value;
  };
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    const std::optional<int> year = number(0, 4);
    const std::optional<int> month = number(5, 2);
    const std::optional<int> day = number(8, 2);
    if (year && month && day) {
      const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                      std::chrono::day{static_cast<unsigned>(*day)}};
      if (date.ok()) return date;
    }
  }
  return Invalid("as_of", "not a day of the calendar; write it as YYYY-MM-DD");
}

ReviewError InWireTerms(ReviewError error, const v1::Draft& message) {
  for (int index = 0; index < message.passages_size(); ++index) {
    if (!message.passages(index).has_encoded()) continue;
    const std::string passage = "passages[" + std::to_string(index) + "].";
    if (error.field == passage + "text") error.field = passage + "encoded.data";
    if (error.field == passage + "charset") error.field = passage + "encoded.charset";
  }
  return error;
}

google::rpc::Status ErrorToWire(const ReviewError& error, std::string_view field) {
  const WireError wire = ToWire(error.kind);
  const std::string path = CallerField(error, field);

  google::rpc::Status status;
  status.set_code(wire.code);
  status.set_message(path.empty() ? error.message : path + ": " + error.message);

  google::rpc::ErrorInfo info;
  info.set_reason(std::string(wire.reason));
  info.set_domain(std::string(kErrorDomain));
  if (error.offset) (*info.mutable_metadata())["offset"] = std::to_string(*error.offset);
  status.add_details()->PackFrom(info);

  if (wire.code == kInvalidArgument && !path.empty()) {
    google::rpc::BadRequest request;
    google::rpc::BadRequest::FieldViolation* violation = request.add_field_violations();
    violation->set_field(path);
    violation->set_description(error.message);
    status.add_details()->PackFrom(request);
  }
  return status;
}

}  // namespace redline::service
