// Diff text: a comparison of two lists as the author of a list reads it.
//
// Threads:  pure, apart from writing.
#pragma once

#include <ostream>

#include "redline/v1/diff.pb.h"
#include "service/report/text.h"

namespace redline::service {

// A style whose language is that of the draft writes English.
void WriteDiffText(std::ostream& out, const v1::ListDiff& diff, const TextStyle& style);

}  // namespace redline::service
