// Picture: one passage with its violations marked under the lines.
//
//     2 │ 本产品保本保息，稳赚不赔！
//       │       1^^^^^^^  2^^^^^^^
//
// ^ marks what blocks, ~ what a person must decide, - what is a hint. Overlapping violations are
// marked on lines of their own. A line too long for the screen is shortened around its marks with
// …; of a long passage only the marked lines and their neighbours are shown. No mark is ever left
// out.
//
// Units:    bytes of UTF-8 in the passage for marks, columns for widths.
// Threads:  pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "redline/v1/report.pb.h"
#include "service/report/paint.h"

namespace redline::service {

struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  int number = 0;  // shown at the beginning of the mark
  v1::Severity severity = v1::SEVERITY_UNSPECIFIED;
};

// Returns the lines to print, without line ends. `marks` are sorted by begin.
std::vector<std::string> DrawPassage(std::string_view passage, const std::vector<Mark>& marks,
                                     const Paint& paint, int columns);

}  // namespace redline::service
