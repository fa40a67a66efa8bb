// MarkedText: a passage with its violations marked, for a terminal or a file.
#pragma once

#include <string>
#include <string_view>

#include "redline/v1/report.pb.h"

// What is written before and after every marked place.
struct Marks {
  std::string_view begin = "【";
  std::string_view end = "】";
};

// The text of passage `index`, every line indented, the spans of its violations between marks.
// Places that overlap or touch are marked as one. Control characters are shown as U+FFFD, so that a
// draft cannot steer the terminal.
std::string MarkedText(std::string_view text, const redline::v1::Report& report, unsigned index,
                       const Marks& marks);

// `text` with its control characters shown as U+FFFD.
std::string Shown(std::string_view text);
