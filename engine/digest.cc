#include "engine/digest.h"

#include <openssl/evp.h>

#include <cstdlib>

namespace redline {

struct Digest::Context {
  EVP_MD_CTX* hash = EVP_MD_CTX_new();
  ~Context() { EVP_MD_CTX_free(hash); }
};

// libcrypto fails here only without memory, and a digest that cannot be trusted must not be given
// out.
static void Require(bool done) {
  if (!done) std::abort();
}

Digest::Digest() : context_(std::make_unique<Context>()) {
  Require(context_->hash != nullptr &&
          EVP_DigestInit_ex(context_->hash, EVP_sha256(), nullptr) == 1);
}

Digest::~Digest() = default;

Digest& Digest::Add(std::string_view field) {
  Add(static_cast<std::uint64_t>(field.size()));
  Require(EVP_DigestUpdate(context_->hash, field.data(), field.size()) == 1);
  return *this;
}

Digest& Digest::Add(std::uint64_t number) {
  unsigned char bytes[8];
  for (unsigned char& byte : bytes) {
    byte = static_cast<unsigned char>(number);
    number >>= 8;
  }
  Require(EVP_DigestUpdate(context_->hash, bytes, sizeof(bytes)) == 1);
  return *this;
}

std::string Digest::Finish() {
  unsigned char bytes[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  Require(EVP_DigestFinal_ex(context_->hash, bytes, &length) == 1);
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out = "sha256:";
  for (unsigned i = 0; i < length; ++i) {
    out.push_back(kHex[bytes[i] >> 4]);
    out.push_back(kHex[bytes[i] & 15]);
  }
  return out;
}

}  // namespace redline
