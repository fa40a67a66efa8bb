// The fold, its source map, spaced text and positions, on any well-formed text.
#include <algorithm>
#include <string>
#include <string_view>

#include "engine/text/fold.h"
#include "engine/text/fold_table.h"
#include "engine/text/positions.h"
#include "engine/text/spaced_text.h"
#include "tests/fuzz/drawn_text.h"
#include "tests/fuzz/require.h"

namespace redline::fuzz {
namespace {

bool IsBoundary(std::string_view text, std::uint32_t at) {
  return at == text.size() || (at < text.size() && !text::IsContinuation(text[at]));
}

void CheckSegments(const text::FoldedText& folded, std::string_view source) {
  const auto& segments = folded.map.segments();
  Require(segments.empty() == folded.text.empty(), "only an empty text has no segments");
  for (std::size_t i = 0; i < segments.size(); ++i) {
    Require(IsBoundary(folded.text, segments[i].folded), "segments begin on characters");
    Require(IsBoundary(source, segments[i].source()), "segments come from characters");
    Require(segments[i].source() < source.size(), "segments come from the text");
    if (i == 0) {
      Require(segments[i].folded == 0, "the first segment begins at the begin");
    } else {
      Require(segments[i - 1].folded < segments[i].folded, "segments rise in folded text");
      Require(segments[i - 1].source() < segments[i].source(), "segments rise in the text");
    }
  }
}

// Every character leads back to characters of the source, in order.
void CheckCharacters(const text::FoldedText& folded, std::string_view source) {
  Range last;
  for (std::uint32_t at = 0; at < folded.text.size();) {
    const auto end = at + static_cast<std::uint32_t>(text::SequenceLength(folded.text[at]));
    const Range from = folded.map.SourceOf({at, end}, source);
    Require(from.begin < from.end && from.end <= source.size(), "a character comes from some");
    Require(IsBoundary(source, from.begin) && IsBoundary(source, from.end),
            "a character comes from whole ones");
    Require(from == last || from.begin >= last.end, "characters come in order, none out of two");
    last = from;
    at = end;
  }
}

void CheckSpaced(const text::FoldedText& folded) {
  const text::SpacedText spaced = text::Space(folded);
  std::string without;
  std::uint32_t last = 0;
  for (std::uint32_t at = 0; at < spaced.text.size(); ++at) {
    const std::uint32_t back = spaced.ToFolded(at);
    Require(back >= last && back <= folded.text.size(), "spaced text leads back in order");
    last = back;
    if (std::binary_search(spaced.blanks.begin(), spaced.blanks.end(), at)) {
      Require(spaced.text[at] == ' ', "blanks are blanks");
    } else {
      Require(back == without.size(), "what is no blank leads back to itself");
      without += spaced.text[at];
    }
  }
  Require(without == folded.text, "spaced text is folded text and blanks");
  Require(spaced.ToFolded(static_cast<std::uint32_t>(spaced.text.size())) == folded.text.size(),
          "the end leads back to the end");
}

// A run of letters is read the same when it stands alone. Numbers and what the table says depends
// on its context (a regional indicator is a letter beside letters only) are not.
void CheckLetters(const text::FoldedText& folded, std::string_view source) {
  const auto is_letter = [&](std::size_t at) {
    const char32_t c = text::CodePointAt(folded.text, at);
    const auto end = static_cast<std::uint32_t>(at + text::SequenceLength(folded.text[at]));
    const Range from = folded.map.SourceOf({static_cast<std::uint32_t>(at), end}, source);
    const char32_t written = text::CodePointAt(source, from.begin);
    const text::FoldTable& table = text::FoldTable::Get();
    return c >= U'a' && table.Find(c).kind() != text::FoldKind::kContext &&
           table.Find(written).kind() != text::FoldKind::kContext;
  };
  for (std::uint32_t begin = 0; begin < folded.text.size();) {
    auto end = begin;
    do {
      end += static_cast<std::uint32_t>(text::SequenceLength(folded.text[end]));
    } while (end < folded.text.size() && is_letter(end) && !folded.map.GapBefore(end));
    if (is_letter(begin)) {
      const Range from = folded.map.SourceOf({begin, end}, source);
      const std::string again = text::Fold(source.substr(from.begin, from.end - from.begin)).text;
      const std::string_view wanted = std::string_view(folded.text).substr(begin, end - begin);
      Require(again.find(wanted) != std::string::npos, "letters alone are read the same");
    }
    begin = end;
  }
}

void CheckSpans(const text::FoldedText& folded, std::string_view source) {
  text::Positions positions(source);
  for (std::uint32_t begin = 0; begin < folded.text.size();) {
    std::uint32_t end = begin;
    for (int i = 0; i < 3 && end < folded.text.size(); ++i) {
      end += static_cast<std::uint32_t>(text::SequenceLength(folded.text[end]));
    }
    const Range from = folded.map.SourceOf({begin, end}, source);
    const Range whole = text::WholeCharacters(source, from);
    Require(whole.begin <= from.begin && from.end <= whole.end, "whole characters hold the range");
    Require(text::WholeCharacters(source, whole) == whole, "whole characters are whole");
    const Span span = positions.SpanOf(from);
    Require(span.utf8 == from || span.utf8 == whole, "a span is the range asked for");
    std::uint32_t utf16 = 0;
    std::uint32_t code_points = 0;
    for (std::uint32_t at = span.utf8.begin; at < span.utf8.end;) {
      utf16 += text::CodePointAt(source, at) > 0xFFFF ? 2 : 1;
      ++code_points;
      at += static_cast<std::uint32_t>(text::SequenceLength(source[at]));
    }
    Require(span.utf16.end - span.utf16.begin == utf16, "UTF-16 units are counted");
    Require(span.code_point.end - span.code_point.begin == code_points, "code points are counted");
    begin = end;
  }
}

void Check(std::string_view source) {
  const text::FoldedText folded = text::Fold(source);
  Require(!text::FirstInvalidUtf8(folded.text), "folded text is well-formed");
  Require(text::Fold(folded.text).text == folded.text, "folding again changes nothing");
  CheckSegments(folded, source);
  CheckCharacters(folded, source);
  CheckSpaced(folded);
  CheckLetters(folded, source);
  CheckSpans(folded, source);
}

}  // namespace
}  // namespace redline::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  redline::fuzz::Check(redline::fuzz::WellFormed(redline::fuzz::View(data, size)));
  return 0;
}
