#include "service/server/wire_text.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>
#include <grpcpp/support/proto_buffer_reader.h>

#include <map>
#include <string>
#include <utility>

#include "engine/text/utf8.h"

namespace redline::service {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

// One walk over the bytes of one message.
class Walk {
 public:
  explicit Walk(CodedInputStream* in) : in_(in) {}

  // Reads fields up to the end of the message or of the current limit. False when the walk is over:
  // a text was found, or the bytes are no message.
  bool Read(const Descriptor& type, const std::string& path) {
    while (const std::uint32_t tag = in_->ReadTag()) {
      const FieldDescriptor* field = type.FindFieldByNumber(WireFormatLite::GetTagFieldNumber(tag));
      const bool has_length =
          WireFormatLite::GetTagWireType(tag) == WireFormatLite::WIRETYPE_LENGTH_DELIMITED;
      if (field != nullptr && has_length && IsNested(*field)) {
        if (!ReadNested(*field, PathOf(*field, path))) return false;
      } else if (!WireFormatLite::SkipField(in_, tag)) {
        return false;
      }
    }
    return in_->ConsumedEntireMessage();
  }

  std::optional<ReviewError> found;

 private:
  static bool IsNested(const FieldDescriptor& field) {
    return field.type() == FieldDescriptor::TYPE_STRING ||
           field.type() == FieldDescriptor::TYPE_MESSAGE;
  }

  bool ReadNested(const FieldDescriptor& field, const std::string& path) {
    int length = 0;
    if (!in_->ReadVarintSizeAsInt(&length)) return false;
    if (field.type() == FieldDescriptor::TYPE_STRING) {
      std::string text;
      if (!in_->ReadString(&text, length)) return false;
      const std::optional<std::size_t> bad = text::FirstInvalidUtf8(text);
      if (bad) found = NotUtf8(path, *bad);
      return !bad;
    }
    const CodedInputStream::Limit limit = in_->PushLimit(length);
    const bool complete = Read(*field.message_type(), path) && in_->BytesUntilLimit() == 0;
    in_->PopLimit(limit);
    return complete;
  }

  // "draft", "draft.passages[1]"; keys and values of maps go by the name of the map.
  std::string PathOf(const FieldDescriptor& field, const std::string& path) {
    if (field.containing_type()->options().map_entry()) return path;
    std::string name = path.empty() ? field.name() : path + "." + field.name();
    if (!field.is_repeated() || field.is_map()) return name;
    const int index = seen_[name]++;
    return name + "[" + std::to_string(index) + "]";
  }

  static ReviewError NotUtf8(const std::string& path, std::size_t offset) {
    return {
        .kind = ReviewError::Kind::kInvalidDraft,
        .field = path,
        .message = "not UTF-8 from byte " + std::to_string(offset) + " on: send the text as UTF-8",
        .offset = offset};
  }

  CodedInputStream* in_;
  std::map<std::string, int> seen_;  // elements of each repeated field so far
};

}  // namespace

std::optional<ReviewError> Parse(const grpc::ByteBuffer& bytes,
                                 google::protobuf::Message* message) {
  grpc::ByteBuffer shared = bytes;  // the same slices; readers do not take a const buffer
  {
    grpc::ProtoBufferReader reader(&shared);
    if (reader.status().ok() && message->ParseFromZeroCopyStream(&reader)) return std::nullopt;
  }
  grpc::ProtoBufferReader reader(&shared);
  if (reader.status().ok()) {
    CodedInputStream in(&reader);
    Walk walk(&in);
    walk.Read(*message->GetDescriptor(), "");
    if (walk.found) return std::move(walk.found);
  }
  return ReviewError{.kind = ReviewError::Kind::kInvalidDraft,
                     .field = "",
                     .message = "not a " + message->GetDescriptor()->name(),
                     .offset = std::nullopt};
}

}  // namespace redline::service
