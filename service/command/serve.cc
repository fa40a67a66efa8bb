#include "service/command/serve.h"

#include <google/protobuf/stubs/logging.h>
#include <pthread.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "service/command/exit_code.h"
#include "service/command/listen_address.h"
#include "service/command/lists.h"
#include "service/command/profile_flag.h"
#include "service/command/waiver_flags.h"
#include "service/server/server.h"

namespace redline::service {
namespace {

struct ServeOptions {
  std::string rules;
  std::vector<std::string> profiles;
  std::string listen = "127.0.0.1:50051";
  std::string tls_certificate;
  std::string tls_key;
  std::string tls_client_ca;
  std::string port_file;
  int drain_seconds = 20;
  bool insecure_network = false;
  WaiverFlags waivers;
};

int CannotStart(const std::string& message) {
  std::cerr << "redline serve: " << message << '\n';
  return kExitNotReviewed;
}

// Why these options contradict each other; empty when they do not.
std::string Contradiction(const ServeOptions& options) {
  if (options.tls_certificate.empty() != options.tls_key.empty()) {
    return "--tls-cert and --tls-key go together";
  }
  for (const std::string& profile : options.profiles) {
    if (std::ranges::count(options.profiles, profile) > 1) {
      return "--profile " + profile + " is given twice";
    }
  }
  if (!options.tls_client_ca.empty() && options.tls_key.empty()) {
    return "--tls-client-ca needs --tls-cert and --tls-key";
  }
  if (options.tls_key.empty() && !options.insecure_network && !IsLoopback(options.listen)) {
    return options.listen +
           " can be reached from other machines; give --tls-cert and --tls-key, or say "
           "--insecure-network if something in front of Redline protects it";
  }
  return "";
}

Result<std::string, std::string> ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file || text.empty()) return Unexpected("cannot read " + path);
  return text;
}

Result<std::optional<TlsKeys>, std::string> ReadTls(const ServeOptions& options) {
  if (options.tls_key.empty()) return std::optional<TlsKeys>();
  TlsKeys keys;
  for (const auto& [path, text] : {std::pair{&options.tls_key, &keys.key},
                                   {&options.tls_certificate, &keys.certificate},
                                   {&options.tls_client_ca, &keys.client_ca}}) {
    if (path->empty()) continue;
    auto read = ReadFile(*path);
    if (!read) return Unexpected(std::move(read.error()));
    *text = std::move(*read);
  }
  return std::optional<TlsKeys>(std::move(keys));
}

// In one step, so that whoever waits for the file never reads half a number.
bool WritePort(const std::string& path, int port) {
  const std::string beside = path + ".new";
  std::ofstream file(beside);
  file << port << '\n' << std::flush;
  if (!file) return false;
  std::error_code error;
  std::filesystem::rename(beside, path, error);
  return !error;
}

// A draft must not end up in a core dump, nor a part of it in the log of protobuf; and every
// connection costs a file.
void PrepareProcess() {
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
  }
  google::protobuf::SetLogHandler(nullptr);
}

sigset_t StopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

// One ruleset for each profile, in the order of the command line; that of the lists as they are
// without any.
Result<LiveRuleset::Rulesets, std::vector<RuleError>> Compile(const ServeOptions& options) {
  std::vector<std::string> profiles = options.profiles;
  if (profiles.empty()) profiles.emplace_back();
  LiveRuleset::Rulesets rulesets;
  for (const std::string& profile : profiles) {
    auto lists = CompileLists(options.rules, profile);
    if (!lists) return Unexpected(std::move(lists.error()));
    rulesets.push_back(std::move(lists->ruleset));
  }
  return rulesets;
}

void Announce(const Ruleset& ruleset, int port) {
  std::cerr << "redline serve: " << ruleset.rules().size() << " rules, " << ruleset.name() << ' '
            << ruleset.version() << ", "
            << (ruleset.profile().empty() ? "" : "profile " + ruleset.profile() + ", ")
            << ruleset.digest() << ", on port " << port << std::endl;
}

int Serve(const ServeOptions& options) {
  PrepareProcess();

  if (const std::string why = Contradiction(options); !why.empty()) return CannotStart(why);
  auto tls = ReadTls(options);
  if (!tls) return CannotStart(tls.error());
  auto rulesets = Compile(options);
  if (!rulesets) {
    Complain(std::cerr, rulesets.error());
    return CannotStart("the negative list has errors; nothing is served");
  }
  const auto waivers = options.waivers.Load();
  if (!waivers) {
    Complain(std::cerr, waivers.error());
    return CannotStart("the waivers have errors; nothing is served");
  }

  // Before the first thread starts, so that all of them leave these signals to sigwait below; and
  // not earlier, so that they end a start that takes long.
  const sigset_t stop_signals = StopSignals();
  pthread_sigmask(SIG_BLOCK, &stop_signals, nullptr);

  ServerConfig config;
  config.listen = options.listen;
  config.ruleset = rulesets->front();
  config.more_rulesets.assign(rulesets->begin() + 1, rulesets->end());
  config.waivers = *waivers;
  config.drain = std::chrono::seconds(options.drain_seconds);
  config.tls = std::move(*tls);
  auto server = Server::Start(std::move(config));
  if (!server) return CannotStart(server.error());
  const int port = (*server)->port();
  if (!options.port_file.empty() && !WritePort(options.port_file, port)) {
    return CannotStart("cannot write " + options.port_file);
  }
  if (*waivers != nullptr) {
    std::cerr << "redline serve: " << (*waivers)->all().size() << " waivers "
              << (*waivers)->digest() << std::endl;
  }
  for (const auto& ruleset : *rulesets) Announce(*ruleset, port);

  int signal = 0;
  sigwait(&stop_signals, &signal);
  std::cerr << "redline serve: stopping" << std::endl;
  pthread_sigmask(SIG_UNBLOCK, &stop_signals, nullptr);  // a second one ends the process at once
  if (!(*server)->Stop()) {
    std::cerr << "redline serve: some calls did not end in time and were cut off\n";
    return kExitFound;
  }
  return kExitClean;
}

}  // namespace

void AddServe(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<ServeOptions>();
  CLI::App* command = app.add_subcommand("serve", "Answer reviews over gRPC until SIGTERM");
  command->footer(
      "Example:\n"
      "  redline serve --listen 127.0.0.1:50051\n"
      "  redline serve --listen 0.0.0.0:443 --tls-cert chain.pem --tls-key key.pem\n\n"
      "Exit code: 0 stopped as asked, 1 calls were cut off, 2 could not start.");
  command->add_option("--listen", options->listen, "Where to listen; port 0 takes a free one")
      ->type_name("HOST:PORT")
      ->capture_default_str();
  command
      ->add_option("--rules", options->rules,
                   "Negative list: a YAML file, or a folder of them (default: shipped lists)")
      ->type_name("PATH");
  command
      ->add_option(
          "--profile", options->profiles,
          "Serve the packs of this profile, as it changes them; may be repeated: the first "
          "is the default of requests that name none")
      ->type_name("NAME")
      ->check(kProfileName)
      ->allow_extra_args(false);
  options->waivers.AddTo(*command);
  command->add_option("--tls-cert", options->tls_certificate, "Certificate with its chain (PEM)")
      ->type_name("FILE");
  command->add_option("--tls-key", options->tls_key, "Private key of the certificate (PEM)")
      ->type_name("FILE");
  command
      ->add_option("--tls-client-ca", options->tls_client_ca,
                   "Let in only clients with a certificate that this one signed (PEM)")
      ->type_name("FILE");
  command
      ->add_option("--drain-seconds", options->drain_seconds,
                   "How long to wait for calls in flight when stopping")
      ->type_name("N")
      ->check(CLI::Range(0, 3600))
      ->capture_default_str();
  command
      ->add_option("--port-file", options->port_file,
                   "Write the port to this file once the server answers")
      ->type_name("FILE");
  command->add_flag("--insecure-network", options->insecure_network,
                    "Listen beyond this machine without TLS");
  command->callback([options, &exit_code] { exit_code = Serve(*options); });
}

}  // namespace redline::service
