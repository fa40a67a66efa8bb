// Fingerprints: names for violations that stay when lines move.
//
// A fingerprint is a digest over the file, the draft, the rule, the words as written, and how many
// equal ones came before in the draft. No two violations of a run share one.
//
// Threads: one.
#pragma once

#include <map>
#include <string>
#include <tuple>

#include "redline/v1/report.pb.h"
#include "service/report/reviewed_draft.h"

namespace redline::service {

class Fingerprints {
 public:
  // 64 hexadecimal digits. REQUIRES: called once for each violation, in order.
  std::string Next(const ReviewedDraft& reviewed, const v1::Violation& violation);

 private:
  std::map<std::tuple<std::string, std::string, std::string, std::string>, int> seen_;
};

}  // namespace redline::service
