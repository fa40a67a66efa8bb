// Screen: text as a terminal can show it, cut into cells and measured in columns.
//
//   Cells("保\u200B本")  ->  "保" (2 columns), "‹U+200B›" (8 columns), "本" (2 columns)
//
// A draft is foreign text: control, direction and invisible characters are never sent to the
// terminal, their code points are shown instead. Emoji sequences stay whole.
//
// Units:    bytes of UTF-8 for places, columns for widths (Han and full-width forms take two).
// Errors:   none; a byte that is not UTF-8 is shown as U+FFFD.
// Threads:  pure functions.
// Source:   UAX #11 (East Asian Width; ambiguous counts as one), UAX #14, UAX #29, by ICU.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redline::service {

struct Cell {
  std::string text;       // what is sent to the terminal
  int width = 0;          // columns
  std::size_t begin = 0;  // bytes of the source
  std::size_t end = 0;
};

// Cuts one line of text into whole characters as a reader sees them.
std::vector<Cell> Cells(std::string_view line);

// Returns `text` as it may be sent to a terminal. Line ends become blanks.
std::string Visible(std::string_view text);

int Columns(std::string_view text);

// Breaks `text` into lines of at most `columns` columns where its script allows a break.
std::vector<std::string> Wrap(std::string_view text, int columns);

// Returns `text` in at most `columns` columns, with … in the middle when it had to be shortened.
std::string Shorten(std::string_view text, int columns);

}  // namespace redline::service
