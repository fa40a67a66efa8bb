// Rdjson: a line of JSON for each violation, as reviewdog reads it (-f=rdjsonl).
//
// Specification: Diagnostic of the Reviewdog Diagnostic Format. Lines and columns from 1, columns
// in bytes of UTF-8, ends exclusive. Severities: block is ERROR, review is WARNING, advise is INFO.
//
// A draft that was not reviewed is an ERROR with the code "not-reviewed".
#pragma once

#include <memory>
#include <ostream>

#include "service/report/words.h"
#include "service/report/writer.h"

namespace redline::service {

std::unique_ptr<Writer> MakeRdjsonLines(std::ostream& out, Language language);

}  // namespace redline::service
