// Decode: the texts of a draft in UTF-8, or the first reason why it cannot be reviewed.
//
//   Result<std::vector<text::DecodedText>, ReviewError> texts = Decode(draft);
//   (*texts)[0].text()   // of the first passage
//
// The draft is checked against the bounds and demands of draft.h, as sent and as UTF-8.
//
// Lifetime: the texts view the passages of `draft`; what was sent as UTF-8 is not copied.
// Threads:  pure.
#pragma once

#include <vector>

#include "engine/draft.h"
#include "engine/result.h"
#include "engine/text/charset.h"

namespace redline {

// One text for each passage, in order.
Result<std::vector<text::DecodedText>, ReviewError> Decode(const Draft& draft);

}  // namespace redline
