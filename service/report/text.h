// Text: a report as a copywriter reads it. The draft with the wrong words marked, what each mark
// means, and the verdict in words.
//
//   WriteText(std::cout, draft, report, {.colour = true});
//
// Needs only the messages of the API, so a client can draw what a server answered.
//
// Units:    columns; no line is wider than `columns`, except for a single word that is.
// Threads:  pure, apart from writing.
#pragma once

#include <ostream>

#include "redline/v1/draft.pb.h"
#include "redline/v1/report.pb.h"
#include "service/report/words.h"

namespace redline::service {

struct TextStyle {
  Language language = Language::kByDraft;
  bool colour = false;
  int columns = 80;
};

// `report` is the review of `draft`.
void WriteText(std::ostream& out, const v1::Draft& draft, const v1::Report& report,
               const TextStyle& style);

}  // namespace redline::service
