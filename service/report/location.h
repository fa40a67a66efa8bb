// Locations: where the violations of a draft are, as the formats of other tools count.
//
//   "💰稳赚"  ->  "稳赚" begins at byte column 5, UTF-16 column 3, column 2
//
// A text that was read from a file of its own is located in that file. A draft that was read from
// JSON is located by the line of its JSON Lines file, or by the file; `inside` says where in the
// draft.
//
// Units:    lines and columns from 1, ends exclusive; lines end at LF, CR LF or CR (engine/span.h).
//           Bytes are those of the text in UTF-8, a byte order mark counts; `sent` of the API
//           counts the bytes of a file in another charset. Characters do not count a byte order
//           mark, since editors do not show it.
// Cost:     linear in the draft once, constant for each violation.
// Threads:  immutable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "redline/v1/report.pb.h"
#include "service/report/reviewed_draft.h"

namespace redline::service {

struct Place {
  std::uint32_t line = 1;
  std::uint32_t byte_column = 1;   // UTF-8
  std::uint32_t utf16_column = 1;  // code units
  std::uint32_t column = 1;        // code points
};

struct Location {
  bool exact = false;  // begin and end are places in the file, not only its line
  Place begin;
  Place end;
  v1::Range characters;  // UTF-16 code units of the file; empty unless exact
  std::string inside;    // "card-1, body 2:1: " of a draft in JSON; else empty
};

class Locations {
 public:
  // `reviewed` must outlive this; its encoded passages are decoded.
  explicit Locations(const ReviewedDraft& reviewed);

  Location Of(const v1::Violation& violation) const;

 private:
  struct LineBegin {
    std::uint32_t utf8 = 0;
    std::uint32_t utf16 = 0;
  };

  Place At(std::uint32_t utf8, std::uint32_t utf16, const v1::LineColumn& place) const;

  const ReviewedDraft& reviewed_;
  std::vector<LineBegin> lines_;  // of a verbatim text
  std::uint32_t mark_ = 0;        // characters of its byte order mark: 0 or 1
};

}  // namespace redline::service
