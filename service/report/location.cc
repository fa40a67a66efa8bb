#include "service/report/location.h"

#include <cstddef>

#include "service/report/screen.h"

namespace redline::service {

Locations::Locations(const ReviewedDraft& reviewed) : reviewed_(reviewed) {
  if (!reviewed.verbatim || reviewed.draft.passages_size() != 1) return;
  const std::string_view text = reviewed.draft.passages(0).text();
  mark_ = text.starts_with("\uFEFF") ? 1 : 0;
  lines_.emplace_back();
  std::uint32_t utf16 = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool continues = byte >= 0x80 && byte < 0xC0;
    if (!continues) utf16 += byte >= 0xF0 ? 2 : 1;
    const bool ends = byte == '\n' || (byte == '\r' && text.substr(i, 2) != "\r\n");
    if (ends) lines_.push_back({static_cast<std::uint32_t>(i) + 1, utf16});
  }
}

Place Locations::At(std::uint32_t utf8, std::uint32_t utf16, const v1::LineColumn& place) const {
  const LineBegin& line = lines_.at(place.line() - 1);
  const bool marked = mark_ == 1 && place.line() == 1 && place.column() > 1;
  return {.line = place.line(),
          .byte_column = utf8 - line.utf8 + 1,
          .utf16_column = utf16 - line.utf16 + 1 - (marked ? 1 : 0),
          .column = place.column() - (marked ? 1 : 0)};
}

Location Locations::Of(const v1::Violation& violation) const {
  const v1::Span& span = violation.span();
  Location location;
  if (!lines_.empty()) {
    location.exact = true;
    location.begin = At(span.utf8().begin(), span.utf16().begin(), span.start());
    location.end = At(span.utf8().end(), span.utf16().end(), span.end());
    const auto offset = [&](std::uint32_t utf16) { return utf16 > 0 ? utf16 - mark_ : 0; };
    location.characters.set_begin(offset(span.utf16().begin()));
    location.characters.set_end(offset(span.utf16().end()));
    return location;
  }
  if (reviewed_.line > 0) location.begin.line = static_cast<std::uint32_t>(reviewed_.line);
  location.end = location.begin;
  const std::string passage =
      span.passage().empty() ? "#" + std::to_string(span.passage_index() + 1) : span.passage();
  location.inside = Visible(reviewed_.name() + ", " + passage) + " " +
                    std::to_string(span.start().line()) + ":" +
                    std::to_string(span.start().column()) + ": ";
  return location;
}

}  // namespace redline::service
