#include "service/report/picture.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "service/report/screen.h"

namespace redline::service {
namespace {

constexpr std::size_t kShortPassage = 14;  // lines; a passage of at most so many is shown whole
constexpr int kWholeRows = 3;              // a line of at most so many rows is shown whole
constexpr int kNeighbourhood = 12;         // columns shown before and behind a mark of a long line

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;  // without the line end
};

// Lines end at LF, CR LF or CR, as in engine/span.h.
std::vector<Line> Lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) break;
    lines.push_back({begin, end});
    begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  if (begin < text.size() || lines.empty()) lines.push_back({begin, text.size()});
  return lines;
}

// A mark, or the part of it that lies in one line, in cells of that line.
struct Stroke {
  std::size_t begin = 0;
  std::size_t end = 0;
  int number = 0;
  bool continued = false;  // the mark began on an earlier line
  v1::Severity severity = v1::SEVERITY_UNSPECIFIED;
};

std::vector<Stroke> StrokesOf(const Line& line, const std::vector<Cell>& cells,
                              const std::vector<Mark>& marks) {
  std::vector<Stroke> strokes;
  for (const Mark& mark : marks) {
    Stroke stroke{
        .number = mark.number, .continued = mark.begin < line.begin, .severity = mark.severity};
    const std::size_t from = stroke.continued ? 0 : mark.begin - line.begin;
    const std::size_t to = std::min(mark.end, line.end) - line.begin;
    const auto ends_after = [&](std::size_t at) {
      return static_cast<std::size_t>(std::ranges::upper_bound(cells, at, {}, &Cell::end) -
                                      cells.begin());
    };
    const auto begins_at = [&](std::size_t at) {
      return static_cast<std::size_t>(std::ranges::lower_bound(cells, at, {}, &Cell::begin) -
                                      cells.begin());
    };
    stroke.begin = ends_after(from);
    stroke.end = std::max(begins_at(to), stroke.begin);
    if (stroke.begin < stroke.end || !stroke.continued) strokes.push_back(stroke);
  }
  return strokes;
}

// A part of a line that is shown.
using Stretch = std::pair<std::size_t, std::size_t>;

int WidthOf(const std::vector<Cell>& cells, std::size_t begin, std::size_t end) {
  int width = 0;
  for (std::size_t i = begin; i < end; ++i) width += cells[i].width;
  return width;
}

// The parts of a long line that lie around its strokes, in order and apart from each other. Each is
// as long as a row allows.
std::vector<Stretch> Around(const std::vector<Cell>& cells, const std::vector<Stroke>& strokes,
                            int columns) {
  std::vector<Stretch> stretches;
  for (const Stroke& stroke : strokes) {
    const int spare = columns - WidthOf(cells, stroke.begin, stroke.end);
    std::size_t begin = stroke.begin;
    int left = std::max(spare / 2, kNeighbourhood);
    while (begin > 0 && cells[begin - 1].width <= left) left -= cells[--begin].width;
    std::size_t end = stroke.end;
    int right = std::max(spare - spare / 2, kNeighbourhood) + (begin == 0 ? left : 0);
    while (end < cells.size() && cells[end].width <= right) right -= cells[end++].width;
    if (!stretches.empty() && begin <= stretches.back().second + 2) {
      stretches.back().second = std::max(stretches.back().second, end);
    } else {
      stretches.emplace_back(begin, end);
    }
  }
  return stretches;
}

// Cuts a stretch into rows of at most `columns`, not through a stroke that fits into one row.
std::vector<Stretch> Rows(const std::vector<Cell>& cells, const std::vector<Stroke>& strokes,
                          Stretch stretch, int columns) {
  std::vector<Stretch> rows;
  std::size_t begin = stretch.first;
  while (begin < stretch.second) {
    std::size_t end = begin;
    int used = 0;
    while (end < stretch.second && (end == begin || used + cells[end].width <= columns)) {
      used += cells[end++].width;
    }
    if (end < stretch.second) {
      std::size_t cut = end;
      for (const Stroke& stroke : strokes) {
        if (stroke.begin > begin && stroke.begin < end && stroke.end > end &&
            WidthOf(cells, stroke.begin, stroke.end) <= columns) {
          cut = std::min(cut, stroke.begin);
        }
      }
      end = cut;
    }
    rows.emplace_back(begin, end);
    begin = end;
  }
  return rows;
}

bool Free(const std::vector<Stroke>& strokes, Stretch row) {
  return std::ranges::none_of(strokes, [&](const Stroke& stroke) {
    return stroke.begin < row.second && stroke.end > row.first;
  });
}

char Ink(v1::Severity severity) {
  switch (severity) {
    case v1::SEVERITY_BLOCK:
      return '^';
    case v1::SEVERITY_REVIEW:
      return '~';
    default:
      return '-';
  }
}

// One line under the text: strokes that do not touch each other's columns.
struct Underline {
  std::string text;
  int used = 0;
};

class Drawing {
 public:
  Drawing(const Paint& paint, int columns, std::size_t last_line)
      : paint_(paint),
        gutter_(std::max<int>(3, static_cast<int>(std::to_string(last_line).size()))) {
    columns_ = std::max(columns - gutter_ - 4, 20);
  }

  void Skip(std::size_t lines) {
    const std::string count = lines == 1 ? "" : " " + std::to_string(lines);
    rows_.push_back(std::string(static_cast<std::size_t>(gutter_), ' ') + " " +
                    paint_.Faint("⋮" + count));
  }

  void Unmarked(std::size_t number, std::string_view text) {
    const std::vector<Cell> cells = Cells(text);
    std::string shown;
    int used = 0;
    const bool fits = WidthOf(cells, 0, cells.size()) <= columns_;
    for (const Cell& cell : cells) {
      if (!fits && used + cell.width > columns_ - 1) break;
      shown += cell.text;
      used += cell.width;
    }
    Row(number, fits ? shown : shown + "…");
  }

  void Marked(std::size_t number, const std::vector<Cell>& cells,
              const std::vector<Stroke>& strokes) {
    const int width = WidthOf(cells, 0, cells.size());
    const bool fits = width <= columns_;
    const bool whole = width <= kWholeRows * (columns_ - 2);
    const std::vector<Stretch> stretches =
        whole ? std::vector<Stretch>{{0, cells.size()}} : Around(cells, strokes, columns_ - 2);
    std::optional<std::size_t> shown_number = number;
    for (Stretch stretch : stretches) {
      // Room for … at both ends.
      std::vector<Stretch> rows =
          fits ? std::vector<Stretch>{stretch} : Rows(cells, strokes, stretch, columns_ - 2);
      while (!whole && rows.size() > 1 && Free(strokes, rows.back())) {
        rows.pop_back();
        stretch.second = rows.back().second;
      }
      for (const Stretch& row : rows) {
        const bool opens = row.first == stretch.first && row.first > 0;
        const bool closes = row.second == stretch.second && row.second < cells.size();
        Text(shown_number, cells, strokes, row, opens, closes);
        Strokes(cells, strokes, row, opens ? 1 : 0);
        shown_number.reset();
      }
    }
  }

  std::vector<std::string> TakeRows() { return std::move(rows_); }

 private:
  void Row(std::optional<std::size_t> number, const std::string& text) {
    std::string label = number ? std::to_string(*number) : "";
    label.insert(0, static_cast<std::size_t>(gutter_) - label.size(), ' ');
    const std::string bar = text.empty() ? " │" : " │ ";
    rows_.push_back(paint_.Faint(label + bar) + text);
  }

  void Text(std::optional<std::size_t> number, const std::vector<Cell>& cells,
            const std::vector<Stroke>& strokes, Stretch row, bool opens, bool closes) {
    std::vector<Stroke> here;
    std::ranges::copy_if(strokes, std::back_inserter(here), [&](const Stroke& stroke) {
      return stroke.begin < row.second && stroke.end > row.first;
    });
    std::string text = opens ? paint_.Faint("…") : "";
    std::string run;
    v1::Severity ink = v1::SEVERITY_UNSPECIFIED;
    for (std::size_t i = row.first; i < row.second; ++i) {
      v1::Severity worst = v1::SEVERITY_UNSPECIFIED;
      for (const Stroke& stroke : here) {
        if (stroke.begin <= i && i < stroke.end) worst = std::max(worst, stroke.severity);
      }
      if (worst != ink) {
        text += paint_.Severity(ink, run);
        run.clear();
        ink = worst;
      }
      run += cells[i].text;
    }
    text += paint_.Severity(ink, run);
    if (closes) text += paint_.Faint("…");
    Row(number, text);
  }

  void Strokes(const std::vector<Cell>& cells, const std::vector<Stroke>& strokes, Stretch row,
               int indent) {
    std::vector<Underline> underlines;
    for (const Stroke& stroke : strokes) {
      const bool touches = stroke.begin < row.second && stroke.end > row.first;
      const bool empty_here = stroke.begin == stroke.end && stroke.begin == row.second;
      if (!touches && !empty_here) continue;
      const std::size_t begin = std::max(stroke.begin, row.first);
      const std::size_t end = std::min(stroke.end, row.second);
      const int column = indent + WidthOf(cells, row.first, begin);
      const bool numbered = !stroke.continued && begin == stroke.begin;
      const std::string label = numbered ? std::to_string(stroke.number) : "";
      const int width = std::max({WidthOf(cells, begin, end), static_cast<int>(label.size()), 1});
      auto line = std::ranges::find_if(
          underlines, [&](const Underline& underline) { return underline.used <= column; });
      if (line == underlines.end()) line = underlines.emplace(underlines.end());
      line->text.append(static_cast<std::size_t>(column - line->used), ' ');
      const std::size_t inked = static_cast<std::size_t>(width) - label.size();
      line->text +=
          paint_.Severity(stroke.severity, label + std::string(inked, Ink(stroke.severity)));
      line->used = column + width;
    }
    for (const Underline& underline : underlines) Row(std::nullopt, underline.text);
  }

  const Paint& paint_;
  const int gutter_;
  int columns_ = 0;
  std::vector<std::string> rows_;
};

}  // namespace

std::vector<std::string> DrawPassage(std::string_view passage, const std::vector<Mark>& marks,
                                     const Paint& paint, int columns) {
  const std::vector<Line> lines = Lines(passage);
  std::vector<std::vector<Mark>> marks_of(lines.size());
  for (const Mark& mark : marks) {
    auto line = std::ranges::upper_bound(lines, mark.begin, {}, &Line::begin);
    if (line != lines.begin()) --line;
    for (; line != lines.end() && line->begin < std::max(mark.end, mark.begin + 1); ++line) {
      marks_of[static_cast<std::size_t>(line - lines.begin())].push_back(mark);
    }
  }
  const bool whole = lines.size() <= kShortPassage;
  Drawing drawing(paint, columns, lines.size());
  std::size_t skipped = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view text = passage.substr(lines[i].begin, lines[i].end - lines[i].begin);
    const bool neighbour =
        (i > 0 && !marks_of[i - 1].empty()) || (i + 1 < lines.size() && !marks_of[i + 1].empty());
    if (!whole && marks_of[i].empty() && !neighbour) {
      ++skipped;
      continue;
    }
    if (skipped > 0) drawing.Skip(std::exchange(skipped, 0));
    const std::vector<Cell> cells = Cells(text);
    const std::vector<Stroke> strokes = StrokesOf(lines[i], cells, marks_of[i]);
    if (strokes.empty()) {
      drawing.Unmarked(i + 1, text);
    } else {
      drawing.Marked(i + 1, cells, strokes);
    }
  }
  if (skipped > 0) drawing.Skip(skipped);
  return drawing.TakeRows();
}

}  // namespace redline::service
