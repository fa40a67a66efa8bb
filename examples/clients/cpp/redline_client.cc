// A client in C++: sends drafts to a Redline server and prints them with their violations marked.
//
//   redline_client --server 127.0.0.1:50051 --channel wechat body.txt draft.json
//   redline_client --text "稳赚不赔，零风险"
//
// A .json file is a whole Draft in proto3 JSON; any other file is the plain text of one. Exit code:
// 0 all pass, 1 one must be looked at or changed, 2 one was not reviewed.

#include <google/protobuf/util/json_util.h>
#include <grpcpp/grpcpp.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "marked_text.h"
#include "redline/v1/review_service.grpc.pb.h"

namespace v1 = redline::v1;

namespace {

constexpr int kPass = 0;
constexpr int kHeld = 1;
constexpr int kNotReviewed = 2;

struct Options {
  std::string server = "127.0.0.1:50051";
  std::string channel;
  std::string product;
  std::string text;
  std::vector<std::string> files;
  int deadline_ms = 5000;
};

v1::Draft PlainDraft(const std::string& id, std::string text, const Options& options) {
  v1::Draft draft;
  draft.set_id(id);
  draft.set_channel(options.channel);
  draft.set_product(options.product);
  v1::Passage* passage = draft.add_passages();
  passage->set_name("body");
  passage->set_format(v1::FORMAT_PLAIN);
  passage->set_text(std::move(text));
  return draft;
}

std::optional<v1::Draft> ReadDraft(const std::string& path, const Options& options) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) return std::nullopt;
  if (!path.ends_with(".json")) return PlainDraft(path, std::move(text), options);
  v1::Draft draft;
  if (!google::protobuf::util::JsonStringToMessage(text, &draft).ok()) return std::nullopt;
  if (draft.id().empty()) draft.set_id(path);
  return draft;
}

// The report, or nothing with the reason printed.
std::optional<v1::Report> Review(v1::ReviewService::Stub& stub, const v1::Draft& draft,
                                 const Options& options) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() +
                       std::chrono::milliseconds(options.deadline_ms));
  v1::ReviewDraftRequest request;
  *request.mutable_draft() = draft;
  v1::ReviewDraftResponse response;
  const grpc::Status status = stub.ReviewDraft(&context, request, &response);
  if (!status.ok()) {
    std::cerr << Shown(draft.id()) << ": not reviewed, do not publish: " << status.error_message()
              << '\n';
    return std::nullopt;
  }
  if (!response.has_report() || response.report().verdict() == v1::VERDICT_UNSPECIFIED ||
      !v1::Verdict_IsValid(response.report().verdict())) {
    std::cerr << Shown(draft.id()) << ": not reviewed, do not publish: no verdict came back\n";
    return std::nullopt;
  }
  return std::move(*response.mutable_report());
}

const std::string& Either(const v1::LocalizedText& text) {
  return text.zh().empty() ? text.en() : text.zh();
}

std::string Lower(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  });
  return word;
}

void PrintViolation(const v1::Violation& violation) {
  const v1::Span& span = violation.span();
  const std::string severity = v1::Severity_Name(violation.severity()).substr(9);  // SEVERITY_
  std::cout << "  " << Shown(span.passage()) << ':' << span.start().line() << ':'
            << span.start().column() << ' ' << Lower(severity) << " 「" << Shown(violation.quote())
            << "」 " << violation.rule_id() << '\n';
  std::cout << "      " << Either(violation.message()) << '\n';
  for (const v1::Basis& basis : violation.basis()) {
    std::cout << "      《" << basis.law() << "》" << basis.article() << '\n';
  }
  if (!Either(violation.suggestion()).empty()) {
    std::cout << "      → " << Either(violation.suggestion()) << '\n';
  }
}

void Print(const v1::Draft& draft, const v1::Report& report, const Marks& marks) {
  std::cout << Shown(draft.id()) << ": " << v1::Verdict_Name(report.verdict()).substr(8)
            << '\n';  // without VERDICT_
  for (int index = 0; index < draft.passages_size(); ++index) {
    const v1::Passage& passage = draft.passages(index);
    const std::string& text = passage.has_text() ? passage.text() : passage.encoded().data();
    std::cout << MarkedText(text, report, static_cast<unsigned>(index), marks);
  }
  for (const v1::Violation& violation : report.violations()) PrintViolation(violation);
  std::cout << '\n';
}

int Run(const Options& options) {
  grpc::ChannelArguments arguments;
  // A report repeats title, message and law for every violation: longer than its draft.
  arguments.SetMaxReceiveMessageSize(64 << 20);
  const auto stub = v1::ReviewService::NewStub(
      grpc::CreateCustomChannel(options.server, grpc::InsecureChannelCredentials(), arguments));
  const bool colours = isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
  const Marks marks = colours ? Marks{"\x1b[1;31m", "\x1b[0m"} : Marks{};

  std::vector<std::optional<v1::Draft>> drafts;
  if (!options.text.empty()) drafts.push_back(PlainDraft("text", options.text, options));
  for (const std::string& path : options.files) {
    drafts.push_back(ReadDraft(path, options));
    if (!drafts.back()) std::cerr << path << ": cannot be read as a draft\n";
  }
  int exit = kPass;
  for (const auto& draft : drafts) {
    const auto report = draft ? Review(*stub, *draft, options) : std::nullopt;
    if (!report) {
      exit = kNotReviewed;
      continue;
    }
    Print(*draft, *report, marks);
    if (report->verdict() != v1::VERDICT_PASS) exit = std::max(exit, kHeld);
  }
  return exit;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Sends drafts to a Redline server and prints them with their violations marked");
  app.add_option("--server", options.server, "Where Redline listens")->capture_default_str();
  app.add_option("--channel", options.channel, "Where the text will appear: wechat, sms …");
  app.add_option("--product", options.product, "What it sells: wealth, fund, loan …");
  app.add_option("--deadline-ms", options.deadline_ms, "For one draft")->capture_default_str();
  app.add_option("--text", options.text, "A draft as it is");
  app.add_option("FILE", options.files, "Drafts: plain text, or Draft messages as .json");
  app.footer("Example:\n  redline_client --channel wechat body.txt");
  CLI11_PARSE(app, argc, argv);
  if (options.text.empty() && options.files.empty()) {
    std::cerr << app.help();
    return kNotReviewed;
  }
  return Run(options);
}
