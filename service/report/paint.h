// Paint: colours of the text report. Without colour every function returns its text as it is.
//
// Threads: plain values.
#pragma once

#include <string>
#include <string_view>

#include "redline/v1/report.pb.h"

namespace redline::service {

struct Paint {
  bool colour = false;

  std::string Severity(v1::Severity severity, std::string_view text) const {
    switch (severity) {
      case v1::SEVERITY_BLOCK:
        return With("1;31", text);  // red
      case v1::SEVERITY_REVIEW:
        return With("1;33", text);  // yellow
      case v1::SEVERITY_ADVISE:
        return With("1;36", text);  // cyan
      default:
        return std::string(text);
    }
  }
  std::string Verdict(v1::Verdict verdict, std::string_view text) const {
    switch (verdict) {
      case v1::VERDICT_PASS:
        return With("1;32", text);  // green
      case v1::VERDICT_REVIEW:
        return With("1;33", text);
      default:
        return With("1;31", text);
    }
  }
  std::string Strong(std::string_view text) const { return With("1", text); }
  std::string Faint(std::string_view text) const { return With("2", text); }

 private:
  std::string With(std::string_view code, std::string_view text) const {
    if (!colour || text.empty()) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }
};

}  // namespace redline::service
