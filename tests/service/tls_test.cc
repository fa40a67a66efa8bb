// TLS, and TLS in which clients show who they are.

#include <gtest/gtest.h>

#include "tests/service/certificates.h"
#include "tests/service/running_server.h"

namespace redline::service {
namespace {

grpc::Status ReviewOver(const RunningServer& server,
                        const std::shared_ptr<grpc::ChannelCredentials>& credentials) {
  const auto stub = v1::ReviewService::NewStub(grpc::CreateChannel(server.address(), credentials));
  grpc::ClientContext context;
  // No wait for a better time: the first refused handshake ends the call.
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
  v1::ReviewDraftRequest request;
  *request.mutable_draft() = PlainDraft("好");
  v1::ReviewDraftResponse response;
  return stub->ReviewDraft(&context, request, &response);
}

std::shared_ptr<grpc::ChannelCredentials> Trusting(const Authority& authority,
                                                   const KeyPair& own = {}) {
  return grpc::SslCredentials({authority.certificate(), own.key, own.certificate});
}

ServerConfig With(const KeyPair& pair, const std::string& client_ca = "") {
  ServerConfig config;
  config.tls = TlsKeys{pair.key, pair.certificate, client_ca};
  return config;
}

TEST(Tls, ServesWhoTrustsItsCertificateAndNobodyInTheClear) {
  const Authority authority;
  const Authority stranger;
  const RunningServer server(With(authority.Sign("server")));
  const grpc::Status status = ReviewOver(server, Trusting(authority));
  EXPECT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(ReviewOver(server, Trusting(stranger)).error_code(), grpc::StatusCode::UNAVAILABLE);
  EXPECT_EQ(ReviewOver(server, grpc::InsecureChannelCredentials()).error_code(),
            grpc::StatusCode::UNAVAILABLE);
}

TEST(Tls, LetsInOnlyClientsThatItsAuthoritySigned) {
  const Authority authority;
  const Authority clients;
  const RunningServer server(With(authority.Sign("server"), clients.certificate()));
  const grpc::Status status = ReviewOver(server, Trusting(authority, clients.Sign("cms")));
  EXPECT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(ReviewOver(server, Trusting(authority)).error_code(), grpc::StatusCode::UNAVAILABLE);
  EXPECT_EQ(ReviewOver(server, Trusting(authority, authority.Sign("cms"))).error_code(),
            grpc::StatusCode::UNAVAILABLE);
}

TEST(Tls, DoesNotStartWithAKeyOfAnotherCertificate) {
  const Authority authority;
  KeyPair pair = authority.Sign("server");
  pair.key = authority.Sign("other").key;
  ServerConfig config = With(pair);
  config.listen = "127.0.0.1:0";
  config.ruleset = SmallRuleset();
  EXPECT_FALSE(Server::Start(std::move(config)));
}

}  // namespace
}  // namespace redline::service
