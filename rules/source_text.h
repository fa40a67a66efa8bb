// SourceText: the text of one list file, checked as a whole, and where each byte of it stands.
//
//   SourceText source(file, errors);
//   if (source.readable()) … source.text() …
//   Origin origin = source.Locate(offset);   // line and column as an editor shows them
//
// Checked here: size, UTF-8, UTF-16, byte order marks, control characters, tabs, length of a line.
// After that every line ends in '\n' ('\r\n' is read as that) and a mark at the very beginning is
// gone. A text that is not readable() has errors and must not be read further.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/error_list.h"
#include "rules/rule_list.h"

namespace redline::rules {

class SourceText {
 public:
  // The longest list of the first packs is below 100 KB; 4 MiB hold some 100,000 phrases.
  static constexpr std::size_t kMaxBytes = 4 << 20;

  SourceText(const ListFile& file, ErrorList& errors);

  bool readable() const { return readable_; }
  const std::string& text() const { return text_; }

  // REQUIRES: offset <= text().size().
  Origin Locate(std::size_t offset) const;

  // The byte at which a 0-based line and byte column stand, kept inside of the text.
  std::size_t OffsetOf(int line, int byte_column) const;

  // The line that holds `offset`, without its end.
  std::string_view LineAt(std::size_t offset) const;

 private:
  void Index();
  bool CheckEncoding(ErrorList& errors);
  void CheckCharacters(ErrorList& errors);

  std::string path_;
  std::string text_;
  std::vector<std::size_t> line_begins_;
  std::vector<std::uint32_t> characters_before_;  // every kStep bytes, so that Locate is cheap
  bool readable_ = false;
};

}  // namespace redline::rules
