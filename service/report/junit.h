// Junit: XML with a test suite for each draft and a test case for each rule that it violates, which
// most build servers read.
//
// Specification: the XML of Ant's JUnit task. A case fails when its severity is at or above
// --fail-on, so that a build fails by the file as it does by the exit code; below, the text is the
// case's output. The text is the draft marked by that rule, as in the text report. A draft without
// violations has one case that passes.
//
// A draft that was not reviewed has one case with an error.
#pragma once

#include <memory>
#include <ostream>

#include "redline/v1/report.pb.h"
#include "service/report/words.h"
#include "service/report/writer.h"

namespace redline::service {

// `fail_on`: SEVERITY_UNSPECIFIED means never.
std::unique_ptr<Writer> MakeJunit(std::ostream& out, Language language, v1::Severity fail_on);

}  // namespace redline::service
