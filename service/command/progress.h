// Progress: how far long work has got, on one line of a terminal that is rewritten.
//
//   Progress progress(std::cerr, "drafts", isatty(STDERR_FILENO) == 1);
//   while (…) progress.Step();
//
// Threads:  one.
#pragma once

#include <chrono>
#include <cstdint>
#include <ostream>
#include <string_view>

namespace redline::service {

class Progress {
 public:
  // Writes nothing unless `shown`.
  Progress(std::ostream& out, std::string_view noun, bool shown);
  ~Progress() { Clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // One more is done. Writes a few times a second at most.
  void Step();

  // Takes the line away, to make room for a message.
  void Clear();

 private:
  std::ostream& out_;
  const std::string_view noun_;
  const bool shown_;
  bool written_ = false;
  std::uint64_t done_ = 0;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace redline::service
