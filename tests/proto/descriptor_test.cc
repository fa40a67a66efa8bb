// The wire contract may grow and never change: contract.txt holds one line for every field, enum
// value and method that clients were ever given.
//
//   REDLINE_UPDATE_GOLDEN=1 descriptor_test   records additions, and refuses to drop a line

#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "google/rpc/error_details.pb.h"
#include "redline/v1/diff.pb.h"
#include "redline/v1/review_service.pb.h"

namespace redline {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;

constexpr char kGolden[] = REDLINE_SOURCE_DIR "/tests/proto/contract.txt";

std::string TypeOf(const FieldDescriptor& field) {
  if (field.message_type() != nullptr) return field.message_type()->full_name();
  if (field.enum_type() != nullptr) return field.enum_type()->full_name();
  return field.type_name();
}

void Describe(const Descriptor& message, std::vector<std::string>& lines) {
  for (int i = 0; i < message.field_count(); ++i) {
    const FieldDescriptor& field = *message.field(i);
    std::string line = "field " + field.full_name() + " = " + std::to_string(field.number()) + ": ";
    if (field.is_repeated()) line += "repeated ";
    line += TypeOf(field) + ", JSON " + field.json_name();
    if (const auto* oneof = field.real_containing_oneof()) line += ", one of " + oneof->name();
    lines.push_back(line);
  }
  for (int i = 0; i < message.nested_type_count(); ++i) Describe(*message.nested_type(i), lines);
}

void Describe(const EnumDescriptor& type, std::vector<std::string>& lines) {
  for (int i = 0; i < type.value_count(); ++i) {
    lines.push_back("value " + type.full_name() + "." + type.value(i)->name() + " = " +
                    std::to_string(type.value(i)->number()));
  }
}

void Describe(const ServiceDescriptor& service, std::vector<std::string>& lines) {
  for (int i = 0; i < service.method_count(); ++i) {
    const MethodDescriptor& method = *service.method(i);
    lines.push_back(
        "method " + service.full_name() + "/" + method.name() + ": " +
        (method.client_streaming() ? "stream " : "") + method.input_type()->full_name() + " -> " +
        (method.server_streaming() ? "stream " : "") + method.output_type()->full_name());
  }
}

// `file` and what it imports, sorted.
void Describe(const FileDescriptor& file, std::vector<std::string>& lines) {
  for (int i = 0; i < file.message_type_count(); ++i) Describe(*file.message_type(i), lines);
  for (int i = 0; i < file.enum_type_count(); ++i) Describe(*file.enum_type(i), lines);
  for (int i = 0; i < file.service_count(); ++i) Describe(*file.service(i), lines);
  for (int i = 0; i < file.dependency_count(); ++i) Describe(*file.dependency(i), lines);
}

std::vector<std::string> Contract() {
  std::vector<std::string> lines;
  Describe(*v1::ReviewDraftRequest::descriptor()->file(), lines);
  Describe(*v1::ListDiff::descriptor()->file(), lines);
  Describe(*google::rpc::ErrorInfo::descriptor()->file(), lines);
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

std::vector<std::string> Recorded() {
  std::ifstream file(kGolden);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> Missing(const std::vector<std::string>& from,
                                 const std::vector<std::string>& lines) {
  std::vector<std::string> missing;
  std::set_difference(lines.begin(), lines.end(), from.begin(), from.end(),
                      std::back_inserter(missing));
  return missing;
}

TEST(Contract, GrowsAndNeverChanges) {
  const std::vector<std::string> now = Contract();
  const std::vector<std::string> recorded = Recorded();
  for (const std::string& line : Missing(now, recorded)) {
    ADD_FAILURE() << "clients rely on this, put it back: " << line;
  }
  if (std::getenv("REDLINE_UPDATE_GOLDEN") != nullptr && !HasFailure()) {
    std::ofstream file(kGolden);
    for (const std::string& line : now) file << line << '\n';
    return;
  }
  for (const std::string& line : Missing(recorded, now)) {
    ADD_FAILURE() << "new, record it with REDLINE_UPDATE_GOLDEN=1: " << line;
  }
}

TEST(Contract, ZeroOfEveryEnumIsNoAnswer) {
  const FileDescriptor& file = *v1::Report::descriptor()->file();
  for (int i = 0; i < file.enum_type_count(); ++i) {
    const auto* zero = file.enum_type(i)->FindValueByNumber(0);
    ASSERT_NE(zero, nullptr);
    EXPECT_TRUE(zero->name().ends_with("_UNSPECIFIED")) << zero->name();
  }
}

}  // namespace
}  // namespace redline
