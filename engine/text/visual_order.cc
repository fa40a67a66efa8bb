#include "engine/text/visual_order.h"

#include <unicode/ubidi.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "engine/text/utf8.h"

namespace redline::text {
namespace {

bool HasOverride(std::string_view text) {
  return text.find("\u202E") != std::string_view::npos ||
         text.find("\u202D") != std::string_view::npos;
}

struct CloseBidi {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

// Shows `line`, bytes [begin, end) of `text`, in the order in which it is seen.
bool ShowReordered(std::string_view text, std::size_t begin, std::size_t end, VisibleText& shown) {
  std::u16string units;
  std::vector<std::size_t> bytes;  // of each unit
  for (std::size_t at = begin; at < end; at += SequenceLength(text[at])) {
    const auto c = static_cast<UChar32>(CodePointAt(text, at));
    char16_t pair[2];
    std::size_t count = 0;
    U16_APPEND_UNSAFE(pair, count, c);
    units.append(pair, count);
    bytes.insert(bytes.end(), count, at);
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
  if (!bidi) return false;
  ubidi_setPara(bidi.get(), units.data(), static_cast<int32_t>(units.size()), 0, nullptr, &status);
  const int32_t runs = ubidi_countRuns(bidi.get(), &status);
  if (U_FAILURE(status)) return false;
  for (int32_t i = 0; i < runs; ++i) {
    int32_t first = 0;
    int32_t length = 0;
    const bool reversed = ubidi_getVisualRun(bidi.get(), i, &first, &length) == UBIDI_RTL;
    const auto byte = [&](int32_t unit) {
      return static_cast<std::size_t>(unit) < bytes.size() ? bytes[static_cast<std::size_t>(unit)]
                                                           : end;
    };
    if (!reversed) {
      shown.Show(text, byte(first), byte(first + length));
      continue;
    }
    for (std::size_t at = byte(first + length); at > byte(first);) {
      const std::size_t before = PreviousBoundary(text, at);
      shown.Replace(text.substr(before, at - before), before, at);
      at = before;
    }
  }
  return true;
}

}  // namespace

std::optional<VisibleText> InVisualOrder(std::string_view text) {
  VisibleText shown;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    if (!HasOverride(text.substr(begin, end - begin))) {
      shown.Show(text, begin, end);
    } else if (!ShowReordered(text, begin, end, shown)) {
      return std::nullopt;
    }
    begin = end;
  }
  return shown;
}

}  // namespace redline::text
