// The clients in examples/clients against real servers, good and bad ones. Whatever is wrong with a
// server, no client says that a draft may be published.

#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <functional>
#include <future>
#include <random>
#include <vector>

#include "tests/service/child_process.h"
#include "tests/service/held_review.h"
#include "tests/service/running_server.h"
#include "tests/service/scratch.h"

namespace redline::service {
namespace {

using ::testing::HasSubstr;

constexpr int kPass = 0;
constexpr int kHeld = 1;
constexpr int kNotReviewed = 2;

const std::string kRoot = REDLINE_SOURCE_DIR;
const std::string kPython = kRoot + "/build/clients/venv/bin/python";
const std::string kNodeClient = kRoot + "/examples/clients/node/redline-gate.js";
const std::string kPythonClient = kRoot + "/examples/clients/python/redline_client.py";

// Stubs made by examples/clients/setup; and nothing of a proxy between us and the loopback.
std::vector<std::string> Environment() {
  return {"PYTHONPATH=" + kRoot + "/build/clients/stubs:" + kRoot + "/examples/clients/python",
          "no_proxy=127.0.0.1", "PYTHONDONTWRITEBYTECODE=1"};
}

struct Client {
  const char* name;
  std::vector<std::string> command;
  std::vector<std::string> impatient;  // flags: give up after 300 ms
};

std::vector<Client> Clients() {
  return {{"C++", {REDLINE_CLIENT}, {"--deadline-ms", "300"}},
          {"Python", {kPython, kPythonClient}, {"--deadline", "0.3"}},
          {"Node", {"node", kNodeClient}, {"--deadline-ms", "300"}}};
}

struct Outcome {
  int exit_code;
  std::string output;
};

std::vector<std::string> CommandOf(const Client& client, const std::string& server,
                                   std::vector<std::string> arguments) {
  std::vector<std::string> command = client.command;
  command.insert(command.end(), {"--server", server});
  command.insert(command.end(), arguments.begin(), arguments.end());
  return command;
}

Outcome RunClient(const Client& client, const std::string& server,
                  std::vector<std::string> arguments) {
  ChildProcess child(CommandOf(client, server, std::move(arguments)), Environment());
  const int exit_code = child.Wait();
  return {exit_code, child.output()};
}

Outcome RunGate(const std::string& server, std::vector<std::string> arguments) {
  return RunClient(Clients()[2], server, std::move(arguments));
}

TEST(Clients, ShowTheViolationsOfADraft) {
  RunningServer server;
  const Scratch scratch;
  const std::string bad = scratch.Write("bad.txt", "💰稳赚不赔，快来！\r\n独家发售");
  const std::string good = scratch.Write("good.txt", "理财有风险，投资须谨慎");
  for (const Client& client : Clients()) {
    SCOPED_TRACE(client.name);
    const Outcome held = RunClient(client, server.address(), {bad});
    EXPECT_EQ(held.exit_code, kHeld) << held.output;
    EXPECT_THAT(held.output, HasSubstr("BLOCK"));
    EXPECT_THAT(held.output, HasSubstr("稳赚不赔"));
    EXPECT_THAT(held.output, HasSubstr("body:1:2"));
    EXPECT_THAT(held.output, HasSubstr("body:2:1"));
    EXPECT_THAT(held.output, HasSubstr("test.exclusive"));
    const Outcome pass = RunClient(client, server.address(), {good});
    EXPECT_EQ(pass.exit_code, kPass) << pass.output;
    EXPECT_EQ(RunClient(client, server.address(), {good, bad}).exit_code, kHeld);
  }
}

TEST(Clients, DoNotPassWhatIsNoDraft) {
  RunningServer server;
  const Scratch scratch;
  const std::string latin = scratch.Write("latin.txt", "caf\xE9");
  for (const Client& client : Clients()) {
    SCOPED_TRACE(client.name);
    EXPECT_EQ(RunClient(client, server.address(), {latin}).exit_code, kNotReviewed);
    EXPECT_EQ(RunClient(client, server.address(), {scratch.Path("none.txt")}).exit_code,
              kNotReviewed);
  }
}

TEST(Clients, DoNotPassWhenTheServerIsDown) {
  std::string address;
  {
    const RunningServer server;
    address = server.address();
  }
  const Scratch scratch;
  const std::string good = scratch.Write("good.txt", "好");
  for (const Client& client : Clients()) {
    SCOPED_TRACE(client.name);
    EXPECT_EQ(RunClient(client, address, {good}).exit_code, kNotReviewed);
  }
}

TEST(Clients, DoNotPassWhenTheServerHangs) {
  HeldReview held;
  ServerConfig config;
  config.review = held.function();
  RunningServer server(std::move(config));
  const Scratch scratch;
  const std::string good = scratch.Write("good.txt", "好");
  for (const Client& client : Clients()) {
    SCOPED_TRACE(client.name);
    std::vector<std::string> arguments = client.impatient;
    arguments.push_back(good);
    EXPECT_EQ(RunClient(client, server.address(), arguments).exit_code, kNotReviewed);
  }
}

TEST(Clients, DoNotPassWhenTheServerEndsInTheMiddle) {
  const Scratch scratch;
  const std::string good = scratch.Write("good.txt", "好");
  for (const Client& client : Clients()) {
    SCOPED_TRACE(client.name);
    HeldReview held;
    ServerConfig config;
    config.review = held.function();
    config.drain = std::chrono::milliseconds(1);
    RunningServer server(std::move(config));
    ChildProcess child(CommandOf(client, server.address(), {good}), Environment());
    held.WaitUntilBegun(1);
    EXPECT_FALSE(server.server().Stop());
    EXPECT_EQ(child.Wait(), kNotReviewed) << child.output();
  }
}

TEST(Clients, DoNotPassWhenTheServerIsKilled) {
  const Scratch scratch;
  const std::string good = scratch.Write("good.txt", "好");
  ChildProcess server({REDLINE_COMMAND, "serve", "--listen", "127.0.0.1:0"});
  const std::string line = server.WaitForLine("on port ");
  const std::string address = "127.0.0.1:" + line.substr(line.rfind(' ') + 1);
  EXPECT_EQ(RunGate(address, {good}).exit_code, kPass);
  server.Signal(SIGKILL);
  EXPECT_EQ(server.Wait(), 128 + SIGKILL);
  for (const Client& client : Clients()) {
    SCOPED_TRACE(client.name);
    EXPECT_EQ(RunClient(client, address, {good}).exit_code, kNotReviewed);
  }
}

// A server that answers as the test says.
class Puppet final : public v1::ReviewService::Service {
 public:
  using Answer = std::function<grpc::Status(int call, v1::ReviewDraftResponse*)>;

  explicit Puppet(Answer answer) : answer_(std::move(answer)) {
    grpc::ServerBuilder builder;
    builder.RegisterService(this);
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    server_ = builder.BuildAndStart();
  }
  ~Puppet() override { server_->Shutdown(); }

  std::string address() const { return "127.0.0.1:" + std::to_string(port_); }
  int calls() const { return calls_; }

  grpc::Status ReviewDraft(grpc::ServerContext*, const v1::ReviewDraftRequest* request,
                           v1::ReviewDraftResponse* response) override {
    v1::Report& report = *response->mutable_report();
    report.set_draft_id(request->draft().id());
    report.set_verdict(v1::VERDICT_PASS);
    report.set_content_digest("sha256:" + std::string(64, 'a'));
    report.mutable_ruleset()->set_digest("sha256:" + std::string(64, 'b'));
    return answer_(++calls_, response);
  }

 private:
  const Answer answer_;
  std::atomic<int> calls_ = 0;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

void AddViolation(v1::Report& report, v1::Severity severity, const std::string& quote) {
  v1::Violation& violation = *report.add_violations();
  violation.set_severity(severity);
  violation.set_quote(quote);
  violation.mutable_span()->mutable_utf16()->set_end(1);
  violation.mutable_span()->mutable_start()->set_line(1);
  violation.mutable_span()->mutable_start()->set_column(1);
  violation.mutable_message()->set_zh("不可");
}

TEST(Gate, OpensOnlyForACompletePass) {
  const Scratch scratch;
  const std::string good = scratch.Write("good.txt", "好");
  using Response = v1::ReviewDraftResponse;
  const struct {
    const char* name;
    std::function<void(Response&)> change;
    int want;
  } cases[] = {
      {"the truth", [](Response&) {}, kPass},
      {"advice", [](Response& r) { AddViolation(*r.mutable_report(), v1::SEVERITY_ADVISE, "好"); },
       kPass},
      {"review", [](Response& r) { r.mutable_report()->set_verdict(v1::VERDICT_REVIEW); }, kHeld},
      {"block", [](Response& r) { r.mutable_report()->set_verdict(v1::VERDICT_BLOCK); }, kHeld},
      {"no report", [](Response& r) { r.clear_report(); }, kNotReviewed},
      {"an empty report", [](Response& r) { r.mutable_report()->Clear(); }, kNotReviewed},
      {"no verdict", [](Response& r) { r.mutable_report()->clear_verdict(); }, kNotReviewed},
      {"a verdict of a later version",
       [](Response& r) { r.mutable_report()->set_verdict(static_cast<v1::Verdict>(4)); },
       kNotReviewed},
      {"another draft", [](Response& r) { r.mutable_report()->set_draft_id("x"); }, kNotReviewed},
      {"no content digest", [](Response& r) { r.mutable_report()->clear_content_digest(); },
       kNotReviewed},
      {"a short content digest",
       [](Response& r) { r.mutable_report()->mutable_content_digest()->pop_back(); }, kNotReviewed},
      {"a long content digest",
       [](Response& r) { r.mutable_report()->mutable_content_digest()->push_back('a'); },
       kNotReviewed},
      {"no ruleset", [](Response& r) { r.mutable_report()->clear_ruleset(); }, kNotReviewed},
      {"a ruleset without digest",
       [](Response& r) { r.mutable_report()->mutable_ruleset()->set_digest("sha256:"); },
       kNotReviewed},
      {"pass in spite of a violation",
       [](Response& r) { AddViolation(*r.mutable_report(), v1::SEVERITY_BLOCK, "好"); },
       kNotReviewed},
      {"a violation without severity",
       [](Response& r) { AddViolation(*r.mutable_report(), v1::SEVERITY_UNSPECIFIED, "好"); },
       kNotReviewed},
      {"a quote from elsewhere",
       [](Response& r) { AddViolation(*r.mutable_report(), v1::SEVERITY_ADVISE, "坏"); },
       kNotReviewed},
  };
  for (const auto& [name, change, want] : cases) {
    SCOPED_TRACE(name);
    const Puppet puppet([&change = change](int, Response* response) {
      change(*response);
      return grpc::Status::OK;
    });
    const Outcome outcome = RunGate(puppet.address(), {good});
    EXPECT_EQ(outcome.exit_code, want) << outcome.output;
    EXPECT_EQ(puppet.calls(), 1);
  }
}

TEST(Gate, RetriesOnlyUnavailableAndNotForEver) {
  const Scratch scratch;
  const std::string good = scratch.Write("good.txt", "好");
  {
    const Puppet puppet([](int call, auto*) {
      return call < 3 ? grpc::Status(grpc::StatusCode::UNAVAILABLE, "busy") : grpc::Status::OK;
    });
    EXPECT_EQ(RunGate(puppet.address(), {good}).exit_code, kPass);
    EXPECT_EQ(puppet.calls(), 3);
  }
  {
    const Puppet puppet(
        [](int, auto*) { return grpc::Status(grpc::StatusCode::UNAVAILABLE, "busy"); });
    EXPECT_EQ(RunGate(puppet.address(), {good}).exit_code, kNotReviewed);
    EXPECT_EQ(puppet.calls(), 3);
  }
  for (int code = grpc::StatusCode::CANCELLED; code <= grpc::StatusCode::UNAUTHENTICATED; ++code) {
    if (code == grpc::StatusCode::UNAVAILABLE) continue;
    SCOPED_TRACE(code);
    const Puppet puppet(
        [code](int, auto*) { return grpc::Status(static_cast<grpc::StatusCode>(code), "no"); });
    EXPECT_EQ(RunGate(puppet.address(), {good}).exit_code, kNotReviewed);
    EXPECT_EQ(puppet.calls(), 1);
  }
}

TEST(Gate, DoesNotPassWhenItIsUsedWrongly) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{},
                                                    {"--deadline-ms", "soon", "x.txt"},
                                                    {"--no-such-flag", "x.txt"}}) {
    EXPECT_EQ(RunGate("127.0.0.1:1", arguments).exit_code, kNotReviewed);
  }
}

// Drafts of Han, emoji families, flags, combining marks, all line ends, and banned wording between
// and inside of them.
v1::BatchReviewDraftsRequest RandomDrafts() {
  const std::vector<std::string> pieces = {"稳赚不赔", "独家",    "立即抢购", "稳\u200B赚不赔",
                                           "穩賺不賠", "独·家",   "理财",     "👨‍👩‍👧",
                                           "🇨🇳",       "e\u0301", "\u0301",   "💰",
                                           "\r\n",     "\r",      "\n",       "\u2028",
                                           "\uFEFF",   "ａｂ",    " ",        "𠮷",
                                           "risk",     "\u0085",  "，",       "❤️"};
  std::minstd_rand engine(20261124);
  const auto random = [&engine](std::size_t below) { return engine() % below; };
  v1::BatchReviewDraftsRequest batch;
  for (int i = 0; i < 300; ++i) {
    v1::Draft& draft = *batch.add_drafts();
    draft.set_id(std::to_string(i));
    for (std::size_t passages = 1 + random(3); passages > 0; --passages) {
      std::string text;
      for (std::size_t length = random(30); length > 0; --length) {
        text += pieces[random(pieces.size())];
      }
      *draft.add_passages() = PlainDraft(text).passages(0);
    }
  }
  return batch;
}

TEST(Positions, PointAtTheQuoteInPythonAndJavaScript) {
  RunningServer server;
  const Scratch scratch;
  std::string json;
  ASSERT_TRUE(google::protobuf::util::MessageToJsonString(RandomDrafts(), &json).ok());
  const std::string drafts = scratch.Write("drafts.json", json);
  const std::string scripts = kRoot + "/tests/service/";
  std::vector<std::string> counts;
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{kPython, scripts + "slices.py", server.address(), drafts},
        {"node", scripts + "slices.js", server.address(), drafts}}) {
    ChildProcess child(command, Environment());
    EXPECT_EQ(child.Wait(), 0) << child.output();
    counts.push_back(child.output());
  }
  EXPECT_EQ(counts[0], counts[1]);
  const std::string checked = counts[0].substr(std::string("checked ").size());
  EXPECT_GT(std::stoi("0" + checked), 1000);
}

}  // namespace
}  // namespace redline::service
