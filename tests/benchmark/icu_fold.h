// ICU fold: what the engine's fold is compared with, made of ICU's own parts, without a source map.
//
// Threads:  one IcuFold for one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace redline::benchmarks {

class IcuFold {
 public:
  // Ends the program when ICU lacks its tables.
  IcuFold();
  ~IcuFold();

  // NFKC casefold alone, UTF-8 to UTF-8: Normalizer2::normalizeUTF8 without edits.
  void Casefold(std::string_view text, std::string& folded) const;

  // UTF-8 to UTF-16, NFKC casefold, traditional to simplified, back to UTF-8.
  void Full(std::string_view text, std::string& folded) const;

 private:
  struct Parts;
  const std::unique_ptr<const Parts> parts_;
};

}  // namespace redline::benchmarks
