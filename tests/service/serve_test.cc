// redline serve as a process: what an operator starts, probes and stops.

#include <gmock/gmock.h>
#include <grpcpp/generic/generic_stub.h>
#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <future>
#include <thread>
#include <vector>

#include "service/command/listen_address.h"
#include "tests/service/child_process.h"
#include "tests/service/running_server.h"
#include "tests/service/scratch.h"

namespace redline::service {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

// `redline serve` on a free port, ready to answer.
struct Served {
  explicit Served(std::vector<std::string> flags = {}) : child(Command(std::move(flags))) {
    const std::string line = child.WaitForLine("on port ");
    const std::string port = line.substr(line.rfind(' ') + 1);
    channel = grpc::CreateChannel("127.0.0.1:" + port, grpc::InsecureChannelCredentials());
    stub = v1::ReviewService::NewStub(channel);
  }

  static std::vector<std::string> Command(std::vector<std::string> flags) {
    std::vector<std::string> command = {REDLINE_COMMAND, "serve", "--listen", "127.0.0.1:0"};
    command.insert(command.end(), flags.begin(), flags.end());
    return command;
  }

  grpc::Status Review(const v1::Draft& draft, v1::ReviewDraftResponse* response) const {
    grpc::ClientContext context;
    v1::ReviewDraftRequest request;
    *request.mutable_draft() = draft;
    return stub->ReviewDraft(&context, request, response);
  }

  ChildProcess child;
  std::shared_ptr<grpc::Channel> channel;
  std::unique_ptr<v1::ReviewService::Stub> stub;
};

int RunServe(std::vector<std::string> flags, std::string* output) {
  std::vector<std::string> command = {REDLINE_COMMAND, "serve"};
  command.insert(command.end(), flags.begin(), flags.end());
  ChildProcess child(command);
  const int exit_code = child.Wait();
  *output = child.output();
  return exit_code;
}

// A line of /proc/<pid>/status, in its own unit.
long ProcessFigure(pid_t pid, const std::string& name) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string word; status >> word;) {
    long figure = 0;
    if (word == name && status >> figure) return figure;
  }
  return -1;
}

TEST(Serve, JudgesByTheShippedListsAndStopsWhenAsked) {
  const Scratch scratch;
  Served served({"--port-file", scratch.Path("port")});
  std::ifstream port_file(scratch.Path("port"));
  int port = 0;
  EXPECT_TRUE(port_file >> port);
  EXPECT_GT(port, 0);
  EXPECT_EQ(Health(served.channel, ""), "SERVING");

  v1::ReviewDraftResponse response;
  const grpc::Status status = served.Review(PlainDraft("本产品保本保息，稳赚不赔"), &response);
  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(response.report().verdict(), v1::VERDICT_BLOCK);
  EXPECT_GE(response.report().violations_size(), 2);
  EXPECT_GE(response.report().ruleset().rules(), 60U);

  served.child.Signal(SIGTERM);
  EXPECT_EQ(served.child.Wait(), 0);
  EXPECT_EQ(served.child.output().find("保本"), std::string::npos);  // no draft in the log
}

TEST(Serve, StopsOnInterrupt) {
  Served served;
  served.child.Signal(SIGINT);
  EXPECT_EQ(served.child.Wait(), 0);
}

TEST(Serve, LosesNoCallInFlightWhenStopped) {
  Served served;
  std::string text;
  while (text.size() < 50'000) text += "理财有风险，投资须谨慎。";
  text += "稳赚不赔";
  std::atomic<int> answered = 0;
  std::atomic<bool> asked_to_stop = false;
  std::vector<std::thread> callers;
  for (int caller = 0; caller < 4; ++caller) {
    callers.emplace_back([&] {
      for (;;) {
        const bool may_end = asked_to_stop;
        v1::ReviewDraftResponse response;
        const grpc::Status status = served.Review(PlainDraft(text), &response);
        if (!status.ok()) {
          // Only a server that was asked to stop may refuse. gRPC cancels a call that reaches it in
          // the very moment of its end; the exit code below says that none was cut off that had
          // begun.
          EXPECT_THAT(status.error_code(),
                      AnyOf(grpc::StatusCode::UNAVAILABLE, grpc::StatusCode::CANCELLED));
          EXPECT_TRUE(may_end || asked_to_stop);
          return;
        }
        EXPECT_EQ(response.report().verdict(), v1::VERDICT_BLOCK);
        if (++answered == 8) {
          asked_to_stop = true;
          served.child.Signal(SIGTERM);
        }
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(served.child.Wait(), 0);
  EXPECT_GE(answered, 8);
}

TEST(Serve, ListsItsServicesByReflection) {
  Served served;
  grpc::GenericStub stub(served.channel);
  grpc::ClientContext context;
  grpc::CompletionQueue queue;
  const auto next = [&queue] {
    void* tag = nullptr;
    bool fine = false;
    return queue.Next(&tag, &fine) && fine;
  };
  const auto stream = stub.PrepareCall(
      &context, "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo", &queue);
  stream->StartCall(nullptr);
  ASSERT_TRUE(next());
  const grpc::Slice list_services(std::string("\x3A\x00", 2));  // list_services = ""
  stream->Write(grpc::ByteBuffer(&list_services, 1), nullptr);
  ASSERT_TRUE(next());
  grpc::ByteBuffer response;
  stream->Read(&response, nullptr);
  ASSERT_TRUE(next());
  grpc::Slice bytes;
  ASSERT_TRUE(response.DumpToSingleSlice(&bytes).ok());
  const std::string text(reinterpret_cast<const char*>(bytes.begin()), bytes.size());
  EXPECT_THAT(text, HasSubstr("redline.v1.ReviewService"));
  EXPECT_THAT(text, HasSubstr("grpc.health.v1.Health"));
  context.TryCancel();
  grpc::Status status;
  stream->Finish(&status, nullptr);
  next();
  queue.Shutdown();
  while (next()) {
  }
}

// 64 MB of zeros in 64 KB: refused before it is unpacked.
TEST(Serve, DoesNotUnpackACompressedRequest) {
  Served served;
  const long before = ProcessFigure(served.child.pid(), "VmHWM:");
  v1::ReviewDraftRequest request;
  *request.mutable_draft() = PlainDraft(std::string(64 << 20, '\0'));
  grpc::ClientContext context;
  context.set_compression_algorithm(GRPC_COMPRESS_GZIP);
  v1::ReviewDraftResponse response;
  EXPECT_EQ(served.stub->ReviewDraft(&context, request, &response).error_code(),
            grpc::StatusCode::UNIMPLEMENTED);
  EXPECT_LT(ProcessFigure(served.child.pid(), "VmHWM:") - before, 32 << 10);  // KiB
}

TEST(Serve, DoesNotGrowThreadsWithCalls) {
  Served served;
  const auto review = [&served] {
    v1::ReviewDraftResponse response;
    return served.Review(PlainDraft("好"), &response).ok();
  };
  EXPECT_TRUE(review());
  std::vector<std::future<bool>> calls;
  for (int i = 0; i < 64; ++i) calls.push_back(std::async(std::launch::async, review));
  for (auto& call : calls) EXPECT_TRUE(call.get());
  EXPECT_LT(ProcessFigure(served.child.pid(), "Threads:"), 40);
}

TEST(Serve, DoesNotStartWithABadList) {
  const Scratch scratch;
  const std::string list = scratch.Write("bad.yaml", "pack: bad\nrulez: []\n...\n");
  std::string output;
  EXPECT_EQ(RunServe({"--listen", "127.0.0.1:0", "--rules", list}, &output), 2);
  EXPECT_THAT(output, HasSubstr("bad.yaml:2:1: "));
  EXPECT_THAT(output, HasSubstr("nothing is served"));
}

TEST(Serve, DoesNotStartWhenItsFlagsContradictEachOther) {
  const Scratch scratch;
  const std::string empty = scratch.Write("empty.pem", "");
  const struct {
    const char* name;
    std::vector<std::string> flags;
    const char* why;
  } cases[] = {
      {"open to the network", {"--listen", "0.0.0.0:0"}, "--insecure-network"},
      {"open to the network, IPv6", {"--listen", "[::]:0"}, "--insecure-network"},
      {"a key without a certificate", {"--tls-key", "key.pem"}, "go together"},
      {"a client authority without keys", {"--tls-client-ca", "ca.pem"}, "--tls-cert"},
      {"a file that is not there",
       {"--tls-cert", scratch.Path("none"), "--tls-key", scratch.Path("none")},
       "cannot read"},
      {"an empty file", {"--tls-cert", empty, "--tls-key", empty}, "cannot read"},
      {"no address at all", {"--listen", "nowhere"}, "nowhere"},
      {"an unknown flag", {"--lisen", "127.0.0.1:0"}, "--lisen"},
  };
  for (const auto& [name, flags, why] : cases) {
    SCOPED_TRACE(name);
    std::string output;
    EXPECT_NE(RunServe(flags, &output), 0);
    EXPECT_THAT(output, HasSubstr(why));
  }
}

TEST(Serve, ShowsHelpWithAnExample) {
  std::string output;
  EXPECT_EQ(RunServe({"--help"}, &output), 0);
  EXPECT_THAT(output, HasSubstr("Example:"));
}

TEST(ListenAddress, KnowsTheLoopback) {
  const struct {
    const char* address;
    bool want;
  } cases[] = {
      {"127.0.0.1:50051", true},     {"127.8.9.1:0", true},         {"localhost:80", true},
      {"[::1]:50051", true},         {"unix:/run/x", true},         {"0.0.0.0:50051", false},
      {"[::]:50051", false},         {"10.0.0.1:1", false},         {"example.com:1", false},
      {"127.0.0.1.nip.io:1", false}, {"127.0.0.1", false},          {"", false},
      {"localhost.evil:1", false},   {"[::ffff:10.0.0.1]:1", false}};
  for (const auto& [address, want] : cases) EXPECT_EQ(IsLoopback(address), want) << address;
}

}  // namespace
}  // namespace redline::service
