#include "marked_text.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace {

constexpr std::string_view kIndent = "    ";

// Sorted by begin, apart from each other.
std::vector<std::pair<std::size_t, std::size_t>> Places(const redline::v1::Report& report,
                                                        unsigned index) {
  std::vector<std::pair<std::size_t, std::size_t>> places;
  for (const auto& violation : report.violations()) {  // in the order of begin
    const auto& span = violation.span();
    if (span.passage_index() != index) continue;
    const std::size_t begin = span.utf8().begin();
    const std::size_t end = span.utf8().end();
    if (!places.empty() && begin <= places.back().second) {
      places.back().second = std::max(places.back().second, end);
    } else {
      places.emplace_back(begin, end);
    }
  }
  return places;
}

std::string Indented(std::string_view text) {
  std::string lines(kIndent);
  for (char c : text) {
    lines += c;
    if (c == '\n') lines += kIndent;
  }
  return lines + "\n";
}

}  // namespace

std::string Shown(std::string_view text) {
  std::string shown;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == '\r') continue;
    if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) {
      shown += "\uFFFD";
    } else {
      shown += c;
    }
  }
  return shown;
}

std::string MarkedText(std::string_view text, const redline::v1::Report& report, unsigned index,
                       const Marks& marks) {
  std::string marked;
  std::size_t done = 0;
  for (const auto& [begin, end] : Places(report, index)) {
    if (end > text.size()) break;
    marked += Shown(text.substr(done, begin - done));
    marked += marks.begin;
    marked += Shown(text.substr(begin, end - begin));
    marked += marks.end;
    done = end;
  }
  marked += Shown(text.substr(done));
  while (marked.ends_with('\n')) marked.pop_back();
  return Indented(marked);
}
