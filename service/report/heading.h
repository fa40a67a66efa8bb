// Heading: the line that names a draft in text, and what it states of itself.
//
//   ── post.txt ────────────────────────────────
//      wechat · wealth
#pragma once

#include <ostream>

#include "redline/v1/draft.pb.h"
#include "service/report/paint.h"
#include "service/report/words.h"

namespace redline::service {

void WriteHeading(std::ostream& out, const v1::Draft& draft, Language language, const Paint& paint,
                  int columns);

}  // namespace redline::service
