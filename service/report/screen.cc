#include "service/report/screen.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <span>

namespace redline::service {
namespace {

constexpr UChar32 kZeroWidthJoiner = 0x200D;
constexpr UChar32 kTextStyle = 0xFE0E;
constexpr UChar32 kEmojiStyle = 0xFE0F;

struct CodePoint {
  UChar32 value = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

using TextHandle = std::unique_ptr<UText, decltype(&utext_close)>;

TextHandle Open(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return TextHandle(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status),
      &utext_close);
}

std::vector<CodePoint> CodePoints(std::string_view text) {
  std::vector<CodePoint> points;
  const TextHandle handle = Open(text);
  if (handle == nullptr) return points;
  std::size_t begin = 0;
  for (UChar32 c = utext_next32(handle.get()); c >= 0; c = utext_next32(handle.get())) {
    const auto end = static_cast<std::size_t>(utext_getNativeIndex(handle.get()));
    points.push_back({c, begin, end});
    begin = end;
  }
  return points;
}

bool IsPictograph(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC); }

// True for what a terminal would obey or hide instead of showing it.
bool IsUnsafe(UChar32 c) {
  constexpr std::uint32_t kUnsafe = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CS_MASK | U_GC_CO_MASK |
                                    U_GC_CN_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  return (U_GET_GC_MASK(c) & kUnsafe) != 0 ||
         u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

int WidthOf(UChar32 c) {
  constexpr std::uint32_t kNoWidth = U_GC_MN_MASK | U_GC_ME_MASK;
  if ((U_GET_GC_MASK(c) & kNoWidth) != 0) return 0;
  const int syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

Cell CodeCell(const CodePoint& point) {
  char code[16];
  std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(point.value));
  Cell cell{.text = "‹" + std::string(code) + "›", .begin = point.begin, .end = point.end};
  cell.width = static_cast<int>(std::string_view(code).size()) + 2;
  return cell;
}

std::string Encode(UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  return std::string(bytes, length);
}

// Appends one character as a reader sees it; apart when something in it must not be shown.
void AppendCluster(std::span<const CodePoint> points, std::vector<Cell>& cells) {
  const bool pictograph =
      std::ranges::any_of(points, [](const CodePoint& point) { return IsPictograph(point.value); });
  bool joined = true;  // the next code point continues the cell before it
  bool first = true;
  for (const CodePoint& point : points) {
    const bool styles = point.value == kEmojiStyle || point.value == kTextStyle;
    const bool belongs_to_emoji = (pictograph && point.value == kZeroWidthJoiner) || styles;
    if (point.value == '\t') {
      cells.push_back({"    ", 4, point.begin, point.end});
      joined = false;
    } else if (IsUnsafe(point.value) && !(belongs_to_emoji && !first)) {
      cells.push_back(CodeCell(point));
      joined = false;
    } else if (first || !joined) {
      cells.push_back({Encode(point.value), WidthOf(point.value), point.begin, point.end});
      joined = true;
    } else {
      Cell& cell = cells.back();
      cell.text += Encode(point.value);
      cell.end = point.end;
      // An emoji sequence takes the place of one emoji.
      cell.width = pictograph ? 2 : cell.width + WidthOf(point.value);
      if (point.value == kTextStyle) cell.width = 1;
    }
    first = false;
  }
}

// Calls `use(begin, end)` for each piece of `text` between two boundaries of `breaks`.
template <typename Use>
void EachPiece(std::unique_ptr<icu::BreakIterator> breaks, std::string_view text, Use use) {
  const TextHandle handle = Open(text);
  UErrorCode status = U_ZERO_ERROR;
  if (breaks != nullptr && handle != nullptr) breaks->setText(handle.get(), status);
  if (breaks == nullptr || handle == nullptr || U_FAILURE(status)) {
    // Without ICU's data no boundary is known: each code point stands alone.
    for (const CodePoint& point : CodePoints(text)) use(point.begin, point.end);
    return;
  }
  std::size_t begin = 0;
  breaks->first();
  for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
    use(begin, static_cast<std::size_t>(end));
    begin = static_cast<std::size_t>(end);
  }
}

std::unique_ptr<icu::BreakIterator> Characters() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  return U_SUCCESS(status) ? std::move(breaks) : nullptr;
}

std::unique_ptr<icu::BreakIterator> LineBreaks() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(icu::Locale::getChinese(), status));
  return U_SUCCESS(status) ? std::move(breaks) : nullptr;
}

bool IsAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::string_view WithoutTrailingBlanks(std::string_view text) {
  const std::size_t last = text.find_last_not_of(' ');
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

}  // namespace

std::vector<Cell> Cells(std::string_view line) {
  std::vector<Cell> cells;
  cells.reserve(line.size() / 2);
  if (IsAscii(line)) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      cells.push_back({std::string(1, line[i]), 1, i, i + 1});
    }
    return cells;
  }
  const std::vector<CodePoint> points = CodePoints(line);
  std::size_t first = 0;
  EachPiece(Characters(), line, [&](std::size_t, std::size_t end) {
    std::size_t last = first;
    while (last < points.size() && points[last].begin < end) ++last;
    AppendCluster(std::span(points).subspan(first, last - first), cells);
    first = last;
  });
  return cells;
}

std::string Visible(std::string_view text) {
  std::string flat(text);
  std::ranges::replace(flat, '\n', ' ');
  std::ranges::replace(flat, '\r', ' ');
  std::string visible;
  for (const Cell& cell : Cells(flat)) visible += cell.text;
  return visible;
}

int Columns(std::string_view text) {
  int columns = 0;
  for (const Cell& cell : Cells(text)) columns += cell.width;
  return columns;
}

std::vector<std::string> Wrap(std::string_view text, int columns) {
  const std::string visible = Visible(text);
  std::vector<std::string> lines(1);
  int used = 0;
  const auto append = [&](std::string_view piece) {
    const int width = Columns(WithoutTrailingBlanks(piece));
    if (used > 0 && used + width > columns) {
      lines.emplace_back();
      used = 0;
    }
    if (width > columns) {  // longer than a whole line: cut between characters
      for (const Cell& cell : Cells(piece)) {
        if (used + cell.width > columns) {
          lines.emplace_back();
          used = 0;
        }
        lines.back() += cell.text;
        used += cell.width;
      }
      return;
    }
    lines.back() += piece;
    used += Columns(piece);
  };
  EachPiece(LineBreaks(), visible, [&](std::size_t begin, std::size_t end) {
    append(std::string_view(visible).substr(begin, end - begin));
  });
  for (std::string& line : lines) line = WithoutTrailingBlanks(line);
  return lines;
}

std::string Shorten(std::string_view text, int columns) {
  std::string visible = Visible(text);
  const std::vector<Cell> cells = Cells(visible);
  if (Columns(visible) <= columns) return visible;
  const int half = (columns - 1) / 2;
  std::string head;
  std::string tail;
  int used = 0;
  for (const Cell& cell : cells) {
    if (used + cell.width > half) break;
    head += cell.text;
    used += cell.width;
  }
  used = 0;
  for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell) {
    if (used + cell->width > half) break;
    tail.insert(0, cell->text);
    used += cell->width;
  }
  return head + "…" + tail;
}

}  // namespace redline::service
