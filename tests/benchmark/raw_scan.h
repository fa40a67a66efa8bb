// Raw scan: hs_scan over folded text with nothing around it, the floor of the engine's scan.
//
// Threads:  one RawScan for one thread.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace redline::benchmarks {

class RawScan {
 public:
  enum class Kind {
    kLiterals,     // no flags, as the engine does; REQUIRES: letters, digits and blanks only
    kExpressions,  // UTF-8 and leftmost start of match
  };

  // Ends the program when Hyperscan refuses `wordings`.
  RawScan(Kind kind, const std::vector<std::string>& wordings);
  ~RawScan();

  // How many matches there are; ends the program when the text is not scanned.
  std::size_t Count(std::string_view folded) const;

 private:
  struct Handles;
  const std::unique_ptr<const Handles> handles_;
};

}  // namespace redline::benchmarks
