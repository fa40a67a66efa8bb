// Certificates: an authority made for one test, and keys that it signs.
#pragma once

#include <memory>
#include <string>

namespace redline::service {

struct KeyPair {
  std::string key;          // PEM
  std::string certificate;  // PEM
};

class Authority {
 public:
  Authority();
  ~Authority();
  const std::string& certificate() const { return own_.certificate; }
  // For a server on localhost (127.0.0.1), or for a client.
  KeyPair Sign(const std::string& name) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
  KeyPair own_;
};

}  // namespace redline::service
