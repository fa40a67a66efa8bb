// Checkstyle: XML with a <file> for each draft and an <error> for each violation, which most build
// servers read.
//
// Specification: the XML logger of Checkstyle. Columns in code points. Severities: block is error,
// review is warning, advise is info.
//
// A draft that was not reviewed is an error of the source "redline.not-reviewed".
#pragma once

#include <memory>
#include <ostream>

#include "service/report/words.h"
#include "service/report/writer.h"

namespace redline::service {

std::unique_ptr<Writer> MakeCheckstyle(std::ostream& out, Language language);

}  // namespace redline::service
