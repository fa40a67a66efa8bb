#include "engine/notices.h"

#include <cstdio>
#include <string>
#include <string_view>

#include "engine/text/unseen.h"
#include "engine/text/utf8.h"

namespace redline {
namespace {

std::string Listed(std::string_view characters) {
  std::string list;
  for (std::size_t i = 0; i < characters.size(); i += text::SequenceLength(characters[i])) {
    char name[12];
    std::snprintf(name, sizeof(name), "U+%04X",
                  static_cast<unsigned>(text::CodePointAt(characters, i)));
    if (!list.empty()) list += ' ';
    list += name;
  }
  return list;
}

}  // namespace

std::vector<Notice> NoticesIn(const ScannedPassage& passage, text::Positions& positions) {
  const std::string_view text = passage.shown();
  std::vector<Notice> notices;
  for (const text::Unseen& unseen : text::FindUnseen(text, passage.folded.map)) {
    const Range range = unseen.range;
    Span span = positions.SpanOf(passage.reading ? passage.reading->map().SourceOf(range) : range);
    span.passage = passage.index;
    notices.push_back(
        {unseen.override ? Notice::Kind::kDirectionOverride : Notice::Kind::kInvisible, span,
         Listed(text.substr(range.begin, range.end - range.begin))});
  }
  return notices;
}

}  // namespace redline
