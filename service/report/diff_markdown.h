// Diff Markdown: a comparison of two lists as a comment on a pull request.
//
// Text of drafts stands in a block of code only: nothing in it becomes a link, a picture, a mark or
// a mention.
//
// Threads:  pure, apart from writing.
#pragma once

#include <ostream>

#include "redline/v1/diff.pb.h"
#include "service/report/words.h"

namespace redline::service {

// kByDraft writes English.
void WriteDiffMarkdown(std::ostream& out, const v1::ListDiff& diff, Language language);

}  // namespace redline::service
