#include "engine/text/signs.h"

#include <unicode/uchar.h>

#include <string>

#include "engine/text/fold_table.h"
#include "engine/text/utf8.h"

namespace redline::text {
namespace {

// The signs of `skipped`, one behind the other. What only dresses an emoji (selectors, skin
// colours) is none.
std::u32string SignsOf(std::string_view skipped) {
  std::u32string signs;
  for (std::size_t i = 0; i < skipped.size(); i += SequenceLength(skipped[i])) {
    const char32_t c = CodePointAt(skipped, i);
    const bool symbol = (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_S_MASK) != 0;
    const bool dress = u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EMOJI_MODIFIER);
    if (symbol && !dress && FoldTable::Get().Find(c).kind() == FoldKind::kSeparator) {
      signs.push_back(c);
    }
  }
  return signs;
}

// What was skipped right before the folded character at `at`, behind the one that ends there.
std::string_view SkippedBefore(const FoldedText& folded, std::string_view source,
                               std::uint32_t at) {
  const auto before = static_cast<std::uint32_t>(PreviousBoundary(folded.text, at));
  const auto next = at + static_cast<std::uint32_t>(SequenceLength(folded.text[at]));
  const std::uint32_t begin = folded.map.SourceOf({before, at}, source).end;
  const std::uint32_t end = folded.map.SourceOf({at, next}, source).begin;
  return begin < end ? source.substr(begin, end - begin) : std::string_view();
}

}  // namespace

bool HasSignAtEdge(std::string_view wording) {
  const FoldedText folded = Fold(wording);
  if (folded.text.empty()) return false;  // nothing has no edge
  const Range read =
      folded.map.SourceOf({0, static_cast<std::uint32_t>(folded.text.size())}, wording);
  return !SignsOf(wording.substr(0, read.begin)).empty() ||
         !SignsOf(wording.substr(read.end)).empty();
}

bool HoldsSigns(const FoldedText& folded, std::string_view source, Range range,
                std::string_view wording) {
  const FoldedText wanted = Fold(wording);
  const std::string_view read =
      std::string_view(folded.text).substr(range.begin, range.end - range.begin);
  const std::size_t shift = wanted.text.find(read);  // behind a mark at the wording's edge
  for (std::uint32_t at = range.begin; at < range.end;
       at += static_cast<std::uint32_t>(SequenceLength(folded.text[at]))) {
    if (at == range.begin) continue;
    const auto place = static_cast<std::uint32_t>(at - range.begin + shift);
    const std::u32string signs = SignsOf(SkippedBefore(wanted, wording, place));
    if (signs.empty()) continue;
    if (SignsOf(SkippedBefore(folded, source, at)).find(signs) == std::u32string::npos) {
      return false;
    }
  }
  return true;
}

}  // namespace redline::text
