#include "service/report/fingerprint.h"

#include <cstdint>
#include <string_view>

#include "engine/digest.h"

namespace redline::service {

std::string Fingerprints::Next(const ReviewedDraft& reviewed, const v1::Violation& violation) {
  // By the id, not the label: the label of a line moves with it.
  const int count =
      seen_[{reviewed.file, reviewed.draft.id(), violation.rule_id(), violation.quote()}]++;
  constexpr std::string_view kPrefix = "sha256:";
  return Digest()
      .Add(reviewed.file)
      .Add(reviewed.draft.id())
      .Add(violation.rule_id())
      .Add(violation.quote())
      .Add(static_cast<std::uint64_t>(count))
      .Finish()
      .substr(kPrefix.size());
}

}  // namespace redline::service
