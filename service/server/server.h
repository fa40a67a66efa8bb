// Server: a gRPC server that answers reviews, health checks and reflection.
//
//   auto server = Server::Start({.listen = "127.0.0.1:0", .ruleset = ruleset});
//   if (!server) return Complain(server.error());
//   Announce((*server)->port());
//   (*server)->Stop();
//
// Health is SERVING while a ruleset is active and the server is not stopping, for the whole server
// ("") and for "redline.v1.ReviewService". Compressed requests are refused: gRPC 1.51 unpacks them
// before it looks at their size.
//
// Errors:   Start returns why it cannot listen, in words for the operator.
// Threads:  Activate from any; Stop from one.
// Lifetime: the destructor stops.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "engine/result.h"
#include "engine/ruleset.h"
#include "service/server/live_ruleset.h"
#include "service/server/review_service.h"
#include "service/server/worker_pool.h"

namespace redline::service {

// Contents of PEM files.
struct TlsKeys {
  std::string key;
  std::string certificate;  // with its chain
  std::string client_ca;    // set: clients must show a certificate that this one signed
};

struct ServerConfig {
  std::string listen = "127.0.0.1:50051";            // port 0: a free one
  std::shared_ptr<const Ruleset> ruleset = nullptr;  // null: not serving until Activate
  LiveRuleset::Rulesets more_rulesets = {};          // of other profiles; `ruleset` is the default
  int max_message_bytes = 16 << 20;                  // of one request
  std::size_t max_reply_bytes = 64 << 20;            // of one reply
  std::chrono::milliseconds drain{20'000};           // how long Stop waits for calls in flight
  std::size_t workers = 0;          // reviews at the same time; 0: one per processor
  std::size_t waiting_calls = 256;  // behind them; more are refused
  std::optional<TlsKeys> tls = std::nullopt;
  std::shared_ptr<const Waivers> waivers = nullptr;  // null: none
  ReviewFunction review = Review;
  std::function<Date()> today = nullptr;  // unset: service/today.h
};

class Server {
 public:
  static Result<std::unique_ptr<Server>, std::string> Start(ServerConfig config);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int port() const { return port_; }

  // Judges calls that begin from now on by `ruleset`. REQUIRES: not null.
  void Activate(std::shared_ptr<const Ruleset> ruleset);

  // NOT_SERVING, refuses new calls, waits for those in flight, ends. False when some were still in
  // flight after the drain time and had to be cancelled.
  bool Stop();

 private:
  explicit Server(const ServerConfig& config);

  const std::chrono::milliseconds drain_;
  LiveRuleset live_;
  ReviewService reviews_;
  std::unique_ptr<grpc::Server> grpc_;  // calls the members above
  int port_ = 0;
  bool stopped_ = false;
};

}  // namespace redline::service
