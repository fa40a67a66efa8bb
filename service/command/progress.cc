#include "service/command/progress.h"

namespace redline::service {
namespace {

constexpr std::chrono::milliseconds kEvery{250};

}  // namespace

Progress::Progress(std::ostream& out, std::string_view noun, bool shown)
    : out_(out), noun_(noun), shown_(shown), next_(std::chrono::steady_clock::now() + kEvery) {}

void Progress::Step() {
  ++done_;
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + kEvery;
  written_ = true;
  out_ << "\rredline: " << done_ << " " << noun_ << " …" << std::flush;
}

void Progress::Clear() {
  if (!written_) return;
  written_ = false;
  out_ << "\r\x1b[K" << std::flush;  // ECMA-48: back to column 1, erase to the end of the line
}

}  // namespace redline::service
