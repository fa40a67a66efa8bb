// Html: a page of its own, for readers who have no tool: each draft with its redlines marked, and
// what each mark means.
//
// Specification: HTML Living Standard. The page holds no script and loads nothing: its
// Content-Security-Policy allows its own style and nothing else. It works by keyboard (numbers lead
// from a mark to its explanation and back), says to screen readers what colours say to the eye, and
// follows the reader's light or dark; on paper it is light.
//
// A draft that was not reviewed is shown as such, without its text.
//
// Bounds:   the page is kept in memory until it is finished: the list of drafts comes first.
#pragma once

#include <memory>
#include <ostream>

#include "service/report/words.h"
#include "service/report/writer.h"

namespace redline::service {

// The page speaks `language`; by draft: each draft in its own, the rest in that of the first.
std::unique_ptr<Writer> MakeHtml(std::ostream& out, Language language);

}  // namespace redline::service
