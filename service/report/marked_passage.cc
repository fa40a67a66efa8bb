#include "service/report/marked_passage.h"

#include <algorithm>
#include <cstddef>
#include <set>

#include "service/report/escape.h"
#include "service/report/screen.h"

namespace redline::service {
namespace {

// A violation's place in the passage; a phrase over the end of passages has one in each.
struct Stroke {
  std::size_t begin = 0;
  std::size_t end = 0;
  int number = 0;
  bool first = false;  // not the rest of a phrase that began in another passage
};

std::vector<Stroke> StrokesIn(unsigned passage_index, const v1::Report& report) {
  std::vector<Stroke> strokes;
  for (int i = 0; i < report.violations_size(); ++i) {
    const v1::Violation& violation = report.violations(i);
    const auto add = [&](const v1::Span& span, bool first) {
      if (span.passage_index() != passage_index) return;
      strokes.push_back({span.utf8().begin(), span.utf8().end(), i + 1, first});
    };
    add(violation.span(), true);
    for (const v1::Span& span : violation.related()) add(span, false);
  }
  std::ranges::stable_sort(strokes, {}, &Stroke::begin);
  return strokes;
}

std::string LineAsHtml(std::string_view line) {
  std::string html;
  for (const Cell& cell : Cells(line)) {
    const bool shown_as_code =
        cell.text.starts_with("‹U+") && cell.text != line.substr(cell.begin, cell.end - cell.begin);
    html += shown_as_code ? "<code>" + cell.text + "</code>" : EscapeMarkup(cell.text);
  }
  return html;
}

std::string AsHtml(std::string_view text) {
  std::string html;
  while (true) {
    const std::size_t end = text.find_first_of("\r\n");
    html += LineAsHtml(text.substr(0, end));
    if (end == std::string_view::npos) return html;
    html += '\n';
    text.remove_prefix(end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
  }
}

class Passage {
 public:
  Passage(std::string_view text, const v1::Report& report, Language language,
          const std::string& prefix)
      : text_(text), report_(report), language_(language), prefix_(prefix) {}

  std::string Marked(const std::vector<Stroke>& strokes) {
    std::set<std::size_t> edges = {0, text_.size()};
    for (const Stroke& stroke : strokes) edges.insert({stroke.begin, stroke.end});
    auto next = strokes.begin();
    for (auto edge = edges.begin(); edge != edges.end(); ++edge) {
      std::erase_if(open_, [&](const Stroke& stroke) {
        if (stroke.end > *edge) return false;
        End(stroke);
        return true;
      });
      for (; next != strokes.end() && next->begin == *edge; ++next) {
        Begin(*next);
        open_.push_back(*next);
      }
      const auto end = std::next(edge);
      if (end != edges.end()) Write(text_.substr(*edge, *end - *edge));
    }
    return html_;
  }

 private:
  const v1::Violation& Of(const Stroke& stroke) const {
    return report_.violations(stroke.number - 1);
  }

  void Begin(const Stroke& stroke) {
    const v1::Violation& violation = Of(stroke);
    const std::string number = std::to_string(stroke.number);
    const std::string id = stroke.first ? " id=\"" + prefix_ + "m" + number + "\"" : "";
    const std::string severity(Word(language_, violation.severity()));
    html_ += "<a class=\"number " + ClassOf(violation.severity()) + "\"" + id + " href=\"#" +
             prefix_ + "v" + number + "\" aria-label=\"" + number + " " + severity + " " +
             EscapeMarkup(Visible(In(language_, violation.title()))) + "\">" + number + "</a>";
  }

  void End(const Stroke& stroke) {
    html_ += "<span class=\"heard\">" + std::string(Say(language_, "（止于此：", " (end of ")) +
             std::to_string(stroke.number) + std::string(Say(language_, "）", ") ")) + "</span>";
  }

  void Write(std::string_view piece) {
    if (open_.empty()) {
      html_ += AsHtml(piece);
      return;
    }
    v1::Severity worst = v1::SEVERITY_UNSPECIFIED;
    std::string explained;
    for (const Stroke& stroke : open_) {
      worst = std::max(worst, Of(stroke).severity());
      explained += (explained.empty() ? "" : " ") + prefix_ + "v" + std::to_string(stroke.number);
    }
    html_ += "<mark class=\"" + ClassOf(worst) + "\" aria-details=\"" + explained + "\">" +
             AsHtml(piece) + "</mark>";
  }

  static std::string ClassOf(v1::Severity severity) {
    return std::string(Word(Language::kEnglish, severity));
  }

  const std::string_view text_;
  const v1::Report& report_;
  const Language language_;
  const std::string& prefix_;
  std::vector<Stroke> open_;
  std::string html_;
};

}  // namespace

std::string MarkedPassage(std::string_view text, unsigned passage_index, const v1::Report& report,
                          Language language, const std::string& prefix) {
  return Passage(text, report, language, prefix).Marked(StrokesIn(passage_index, report));
}

}  // namespace redline::service
