// Digest: SHA-256 over a sequence of fields, so that equal digests mean equal contents.
//
//   Digest digest;
//   digest.Add("rule").Add(rule.id);
//   digest.Finish();   // "sha256:9f86d0…"
//
// Each field is preceded by its length (8 bytes, little endian), hence ("ab","c") and ("a","bc")
// differ. Source: FIPS 180-4, by libcrypto.
// Threads:  one Digest for one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace redline {

class Digest {
 public:
  Digest();
  ~Digest();
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;

  Digest& Add(std::string_view field);
  Digest& Add(std::uint64_t number);

  // REQUIRES: called once, last.
  std::string Finish();

 private:
  struct Context;
  const std::unique_ptr<Context> context_;
};

}  // namespace redline
