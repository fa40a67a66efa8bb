// Gitlab: a Code Quality report, which GitLab shows beside the changed lines of a merge request.
//
// Specification: GitLab's Code Quality report format: an array of description, check_name,
// fingerprint, severity and location. Severities: block is blocker, review is major, advise is
// info. GitLab shows equal fingerprints once, hence all differ (fingerprint.h).
//
// A draft that was not reviewed is a blocker with the check_name "not-reviewed".
#pragma once

#include <memory>
#include <ostream>

#include "service/report/words.h"
#include "service/report/writer.h"

namespace redline::service {

std::unique_ptr<Writer> MakeGitlab(std::ostream& out, Language language);

}  // namespace redline::service
