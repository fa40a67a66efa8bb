// Explanation: how a draft was read and what became of every match, as a rule author reads it.
//
// Needs only the messages of the API.
//
// Units:    columns; no line is wider than the style says, except for a single word that is.
// Threads:  pure, apart from writing.
#pragma once

#include <ostream>

#include "redline/v1/draft.pb.h"
#include "redline/v1/explanation.pb.h"
#include "service/report/text.h"

namespace redline::service {

// `explanation` is that of `draft`.
void WriteExplanation(std::ostream& out, const v1::Draft& draft, const v1::Explanation& explanation,
                      const TextStyle& style);

}  // namespace redline::service
