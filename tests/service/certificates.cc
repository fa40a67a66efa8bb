#include "tests/service/certificates.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <cstdlib>

namespace redline::service {
namespace {

template <auto kFree>
struct Free {
  template <typename T>
  void operator()(T* pointer) const {
    kFree(pointer);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Bio = std::unique_ptr<BIO, Free<BIO_free>>;

void Require(bool fine) {
  if (!fine) std::abort();
}

std::string Contents(BIO* bio) {
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(bio, &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

std::string ToPem(EVP_PKEY* key) {
  const Bio bio(BIO_new(BIO_s_mem()));
  Require(PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1);
  return Contents(bio.get());
}

std::string ToPem(X509* certificate) {
  const Bio bio(BIO_new(BIO_s_mem()));
  Require(PEM_write_bio_X509(bio.get(), certificate) == 1);
  return Contents(bio.get());
}

Key MakeKey() { return Key(EVP_EC_gen("P-256")); }

// Signed by `issuer_key`; by itself when `issuer` is null.
Certificate MakeCertificate(const std::string& name, EVP_PKEY* key, X509* issuer,
                            EVP_PKEY* issuer_key, int extension, const char* value) {
  static long serial = 1;
  Certificate certificate(X509_new());
  X509* const x509 = certificate.get();
  X509_set_version(x509, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(x509), serial++);
  X509_gmtime_adj(X509_getm_notBefore(x509), -60);
  X509_gmtime_adj(X509_getm_notAfter(x509), 3600);
  X509_set_pubkey(x509, key);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(x509), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509* const signer = issuer != nullptr ? issuer : x509;
  X509_set_issuer_name(x509, X509_get_subject_name(signer));
  X509V3_CTX context;
  X509V3_set_ctx(&context, signer, x509, nullptr, nullptr, 0);
  X509_EXTENSION* made = X509V3_EXT_conf_nid(nullptr, &context, extension, value);
  Require(made != nullptr && X509_add_ext(x509, made, -1) == 1);
  X509_EXTENSION_free(made);
  Require(X509_sign(x509, issuer_key, EVP_sha256()) > 0);
  return certificate;
}

}  // namespace

struct Authority::Parts {
  Key key;
  Certificate certificate;
};

Authority::Authority() : parts_(std::make_unique<Parts>()) {
  parts_->key = MakeKey();
  EVP_PKEY* const key = parts_->key.get();
  parts_->certificate = MakeCertificate("test authority", key, nullptr, key, NID_basic_constraints,
                                        "critical,CA:TRUE");
  own_ = {ToPem(key), ToPem(parts_->certificate.get())};
}

Authority::~Authority() = default;

KeyPair Authority::Sign(const std::string& name) const {
  const Key key = MakeKey();
  const Certificate certificate =
      MakeCertificate(name, key.get(), parts_->certificate.get(), parts_->key.get(),
                      NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
  return {ToPem(key.get()), ToPem(certificate.get())};
}

}  // namespace redline::service
