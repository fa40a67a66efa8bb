#include "service/server/server.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>

#include <algorithm>
#include <thread>
#include <utility>

#include "service/today.h"

namespace redline::service {
namespace {

constexpr char kWholeServer[] = "";

// What is left to do for a connection after the last call was answered.
constexpr std::chrono::seconds kGoodbye{1};

ReviewService::Config ServiceConfig(const ServerConfig& config) {
  const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  ReviewService::Config service;
  service.review = config.review;
  service.today = config.today ? config.today : std::function<Date()>(Today);
  service.workers.threads = config.workers > 0 ? config.workers : processors;
  service.workers.waiting_jobs = config.waiting_calls;
  service.max_reply_bytes = config.max_reply_bytes;
  service.waivers = config.waivers;
  return service;
}

std::shared_ptr<grpc::ServerCredentials> Credentials(const std::optional<TlsKeys>& tls) {
  if (!tls) return grpc::InsecureServerCredentials();
  grpc::SslServerCredentialsOptions options(
      tls->client_ca.empty() ? GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE
                             : GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
  options.pem_root_certs = tls->client_ca;
  options.pem_key_cert_pairs = {{tls->key, tls->certificate}};
  return grpc::SslServerCredentials(options);
}

void Bound(const ServerConfig& config, grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(config.max_message_bytes);
  builder.SetCompressionAlgorithmSupportStatus(GRPC_COMPRESS_GZIP, false);
  builder.SetCompressionAlgorithmSupportStatus(GRPC_COMPRESS_DEFLATE, false);
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, 8 << 10);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, 128);
  // A second server on the same port must fail and not take half of the calls.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  // Finds dead peers, and lets balancers move live ones.
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, 30'000);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 10'000);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_IDLE_MS, 5 * 60'000);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_MS, 30 * 60'000);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS, 60'000);
  // Reflection is the only service that keeps a thread per call.
  builder.SetSyncServerOption(grpc::ServerBuilder::NUM_CQS, 1);
  builder.SetSyncServerOption(grpc::ServerBuilder::MAX_POLLERS, 1);
  builder.SetResourceQuota(grpc::ResourceQuota("reflection").SetMaxThreads(16));
}

void SetServing(grpc::Server& server, bool serving) {
  grpc::HealthCheckServiceInterface* health = server.GetHealthCheckService();
  health->SetServingStatus(kWholeServer, serving);
  health->SetServingStatus(v1::ReviewService::service_full_name(), serving);
}

}  // namespace

Server::Server(const ServerConfig& config)
    : drain_(config.drain), reviews_(ServiceConfig(config), &live_) {
  if (config.ruleset == nullptr) return;
  LiveRuleset::Rulesets rulesets = {config.ruleset};
  rulesets.insert(rulesets.end(), config.more_rulesets.begin(), config.more_rulesets.end());
  live_.Replace(std::move(rulesets));
}

Result<std::unique_ptr<Server>, std::string> Server::Start(ServerConfig config) {
  grpc::EnableDefaultHealthCheckService(true);
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();

  std::unique_ptr<Server> server(new Server(config));
  grpc::ServerBuilder builder;
  Bound(config, builder);
  builder.RegisterService(&server->reviews_);
  builder.AddListeningPort(config.listen, Credentials(config.tls), &server->port_);
  server->grpc_ = builder.BuildAndStart();
  if (server->grpc_ == nullptr || server->port_ == 0) {
    return Unexpected("cannot listen on " + config.listen +
                      (config.tls ? ": is it in use, or do key and certificate not fit together?"
                                  : ": is it in use?"));
  }
  SetServing(*server->grpc_, config.ruleset != nullptr);
  return server;
}

Server::~Server() { Stop(); }

void Server::Activate(std::shared_ptr<const Ruleset> ruleset) {
  live_.Replace(std::move(ruleset));
  SetServing(*grpc_, true);  // has no effect once Stop began
}

bool Server::Stop() {
  if (grpc_ == nullptr || std::exchange(stopped_, true)) return true;
  grpc_->GetHealthCheckService()->Shutdown();  // NOT_SERVING for good
  const bool finished = reviews_.Drain(drain_);
  grpc_->Shutdown(std::chrono::system_clock::now() + kGoodbye);
  return finished;
}

}  // namespace redline::service
