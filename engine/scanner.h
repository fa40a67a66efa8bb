// Scanner: finds literals in folded text.
//
// Reports every place of every literal, in no order.
//
// Errors:   Compile says which literal is refused and why. Scan answers kComplete only when every
// byte
//           was looked at; anything else means "not scanned", never "nothing found".
// Threads:  immutable; scratch space is pooled inside, one for each scan that runs.
// Bounds:   texts below 2^32 bytes; at most kMaxMatches matches for one scan.
// Notes on Hyperscan 5.4.0, the only library this file's .cc knows (Vectorscan may stand in):
//   - its pure-literal API finds nothing on some sets (fixed in 5.4.1): literals are compiled as
//     escaped expressions instead, without UTF-8 flag, which would compile 70 times slower
//   - a literal's start is its end minus its length: no start-of-match flag
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"

namespace redline {

struct Match {
  std::uint32_t id = 0;  // index of the literal, or of the expression (expressions.h)
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Why a literal cannot be scanned for.
struct ScannerError {
  std::size_t id = 0;
  std::string message;
};

class Scanner {
 public:
  enum class Outcome { kComplete, kTooManyMatches, kFailed };

  // Matches that one scan may report. A 1 MiB passage of nothing but 保本 has 174,762.
  static constexpr std::size_t kMaxMatches = 200'000;

  // REQUIRES: no literal is empty; none stands twice.
  static Result<std::unique_ptr<const Scanner>, std::vector<ScannerError>> Compile(
      const std::vector<std::string>& literals);
  ~Scanner();
  Scanner(const Scanner&) = delete;
  Scanner& operator=(const Scanner&) = delete;

  // Appends the matches. On any outcome but kComplete the contents of `matches` mean nothing.
  [[nodiscard]] Outcome Scan(std::string_view text, std::vector<Match>& matches) const;

 private:
  class Database;
  explicit Scanner(std::unique_ptr<const Database> database);
  const std::unique_ptr<const Database> database_;
};

// Which of its literals a scanner does not find in themselves. Hyperscan 5.4.0 has compiled sets
// that then found nothing.
std::vector<std::size_t> NotFound(const Scanner& scanner, const std::vector<std::string>& literals);

}  // namespace redline
