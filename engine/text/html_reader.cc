#include "engine/text/html_reader.h"

#include <algorithm>
#include <iterator>

#include "engine/text/utf8.h"

namespace redline::text {
namespace {

template <typename Names>
bool IsOneOf(std::string_view name, const Names& names) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Elements that a browser shows as a block of their own, and what else parts text.
constexpr std::string_view kBlocks[] = {
    "address", "article",   "aside",    "blockquote", "body",    "br",     "button",   "caption",
    "center",  "col",       "colgroup", "dd",         "details", "dialog", "dir",      "div",
    "dl",      "dt",        "fieldset", "figcaption", "figure",  "footer", "form",     "frameset",
    "h1",      "h2",        "h3",       "h4",         "h5",      "h6",     "head",     "header",
    "hgroup",  "hr",        "html",     "iframe",     "input",   "legend", "li",       "listing",
    "main",    "menu",      "nav",      "noscript",   "object",  "ol",     "optgroup", "option",
    "p",       "plaintext", "pre",      "search",     "section", "select", "summary",  "table",
    "tbody",   "td",        "template", "textarea",   "tfoot",   "th",     "thead",    "title",
    "tr",      "ul",        "video",    "xmp"};
constexpr std::string_view kVoid[] = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                      "input", "link", "meta", "param", "source", "track", "wbr"};
constexpr std::string_view kPictures[] = {"img", "svg", "canvas", "video", "audio", "embed"};
// A start tag of the first closes an open element of the second.
constexpr std::pair<std::string_view, std::string_view> kClosedByStart[] = {
    {"li", "li"},         {"dt", "dd"}, {"dd", "dt"}, {"dt", "dt"}, {"dd", "dd"},
    {"td", "td"},         {"th", "td"}, {"td", "th"}, {"th", "th"}, {"tr", "tr"},
    {"option", "option"}, {"rt", "rt"}, {"rp", "rt"}, {"rt", "rp"}};

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

// A style declaration without blanks and in lower case: "font-size:0;color:red".
std::string Condensed(std::string_view style) {
  std::string out;
  for (const char c : style) {
    if (!IsSpace(c)) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
  }
  return out;
}

// Whether `style` sets `property` to nothing: 0, 0px, 0.0em.
bool IsZero(std::string_view style, std::string_view property) {
  for (std::size_t at = style.find(property); at != std::string_view::npos;
       at = style.find(property, at + 1)) {
    if (at > 0 && style[at - 1] != ';') continue;
    std::size_t i = at + property.size();
    bool digits = false;
    bool zero = true;
    for (; i < style.size() && ((style[i] >= '0' && style[i] <= '9') || style[i] == '.'); ++i) {
      digits = digits || style[i] != '.';
      zero = zero && (style[i] == '0' || style[i] == '.');
    }
    if (digits && zero) return true;
  }
  return false;
}

// Whether `style` moves text by 900 or more of any unit, or to the left of everything.
bool MovesAway(std::string_view style) {
  for (const std::string_view property :
       {"left:", "right:", "top:", "bottom:", "text-indent:", "margin-left:", "margin-top:"}) {
    const std::size_t at = style.find(property);
    if (at == std::string_view::npos) continue;
    std::size_t i = at + property.size();
    if (i < style.size() && style[i] == '-') ++i;
    int digits = 0;
    const bool large = i < style.size() && style[i] == '9';
    while (i < style.size() && style[i] >= '0' && style[i] <= '9') ++i, ++digits;
    if (digits > 3 || (digits == 3 && large)) return true;
  }
  return false;
}

bool StyleHides(std::string_view declared) {
  const std::string style = Condensed(declared);
  for (const std::string_view hiding :
       {"display:none", "visibility:hidden", "visibility:collapse", "clip:rect(0",
        "clip-path:inset(100%", "clip-path:inset(50%", "color:transparent", "transform:scale(0)"}) {
    if (style.find(hiding) != std::string::npos) return true;
  }
  return IsZero(style, "opacity:") || IsZero(style, "font-size:") || MovesAway(style);
}

}  // namespace

const HtmlReader::Element& HtmlReader::Inside() const {
  static const Element kNothing;
  return open_.empty() ? kNothing : open_.back();
}

std::string_view HtmlReader::ValueOf(const HtmlToken& tag, std::string_view name) const {
  for (const HtmlAttribute& attribute : tag.attributes) {
    if (attribute.name == name) {
      return passage_.substr(attribute.value.begin, attribute.value.end - attribute.value.begin);
    }
  }
  return {};
}

bool HtmlReader::Hides(const HtmlToken& tag) const {
  if (tag.text == "template" || tag.text == "noscript" || tag.text == "datalist") return true;
  for (const HtmlAttribute& attribute : tag.attributes) {
    if (attribute.name == "hidden") return true;
    if (attribute.name == "style" &&
        StyleHides(
            passage_.substr(attribute.value.begin, attribute.value.end - attribute.value.begin))) {
      return true;
    }
  }
  return false;
}

void HtmlReader::Show(std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  if (!Inside().hidden) return shown_.Show(passage_, begin, end), all_.Show(passage_, begin, end);
  any_hidden_ = true;
  shown_.LeaveOutHidden();
  all_.Show(passage_, begin, end, true);
}

void HtmlReader::Replace(std::string_view text, std::size_t begin, std::size_t end) {
  if (!Inside().hidden) {
    shown_.Replace(text, begin, end);
    all_.Replace(text, begin, end);
    return;
  }
  any_hidden_ = true;
  shown_.LeaveOutHidden();
  all_.Replace(text, begin, end, true);
}

void HtmlReader::Bar(std::size_t at) {
  shown_.Bar(at);
  all_.Bar(at);
}

// A run of blanks is one blank: a line end in the source is no line end on the page.
void HtmlReader::ShowCollapsed(std::size_t begin, std::size_t end) {
  if (Inside().pre) return Show(begin, end);
  for (std::size_t i = begin; i < end;) {
    std::size_t stop = i;
    while (stop < end && !IsSpace(passage_[stop])) ++stop;
    Show(i, stop);
    i = stop;
    while (stop < end && IsSpace(passage_[stop])) ++stop;
    if (stop > i) Replace(" ", i, stop);
    i = stop;
  }
}

void HtmlReader::ShowApart(std::size_t begin, std::size_t end) {
  VisibleText apart;
  std::size_t plain = begin;
  for (std::size_t i = begin; i < end;) {
    const HtmlReference reference =
        passage_[i] == '&' ? ReadHtmlReference(passage_, i, end, true) : HtmlReference{};
    if (reference.length == 0) {
      ++i;
      continue;
    }
    apart.Show(passage_, plain, i);
    apart.Replace(reference.text, i, i + reference.length);
    i += reference.length;
    plain = i;
  }
  apart.Show(passage_, plain, end);
  if (!apart.text().empty()) apart_.push_back(std::move(apart));
}

void HtmlReader::ReplaceApart(std::string_view text, std::size_t begin, std::size_t end) {
  apart_.emplace_back().Replace(text, begin, end);
}

void HtmlReader::ShowAttributes(const HtmlToken& tag) {
  static constexpr std::string_view kShown[] = {"alt",        "title", "placeholder",
                                                "aria-label", "label", "summary"};
  static constexpr std::string_view kNoValue[] = {"hidden", "checkbox", "radio", "password",
                                                  "file",   "image",    "color", "range"};
  static constexpr std::string_view kMetas[] = {"description", "og:title", "og:description",
                                                "twitter:title", "twitter:description"};
  const std::string type = Condensed(ValueOf(tag, "type"));
  const std::string name = Condensed(ValueOf(tag, "name"));
  const std::string property = Condensed(ValueOf(tag, "property"));
  for (const HtmlAttribute& attribute : tag.attributes) {
    const bool value = attribute.name == "value" && tag.text == "input" && !IsOneOf(type, kNoValue);
    const bool meta = attribute.name == "content" && tag.text == "meta" &&
                      (IsOneOf(name, kMetas) || IsOneOf(property, kMetas));
    if (value || meta || IsOneOf(attribute.name, kShown)) {
      ShowApart(attribute.value.begin, attribute.value.end);
    }
  }
}

// Closes the innermost open element of this name and all inside it.
void HtmlReader::Close(std::string_view name) {
  const auto count = open_counts_.find(name);
  if (count == open_counts_.end() || count->second == 0) return;
  while (true) {
    const Element last = std::move(open_.back());
    open_.pop_back();
    --open_counts_[last.name];
    if (last.name == name) return;
  }
}

void HtmlReader::Start(const HtmlToken& tag) {
  for (const auto& [start, closed] : kClosedByStart) {
    if (tag.text == start) Close(closed);
  }
  const bool block = IsOneOf(tag.text, kBlocks);
  if (block) {
    Bar(tag.range.begin);
    if (tag.text != "br" && tag.text != "button" && tag.text != "input") Close("p");
  }
  ShowAttributes(tag);
  if (IsOneOf(tag.text, kPictures)) Replace("\uFFFC", tag.range.begin, tag.range.end);
  if (IsOneOf(tag.text, kVoid)) return;
  Element element{tag.text, Inside().hidden || Hides(tag),
                  Inside().reading || tag.text == "rt" || tag.text == "rp",
                  Inside().pre || tag.text == "pre" || tag.text == "textarea" ||
                      tag.text == "listing" || tag.text == "xmp"};
  ++open_counts_[element.name];
  open_.push_back(std::move(element));
}

void HtmlReader::End(const HtmlToken& tag) {
  if (IsOneOf(tag.text, kBlocks)) Bar(tag.range.begin);
  Close(tag.text);
}

void HtmlReader::Read(std::size_t begin, std::size_t end) {
  HtmlTokens tokens(passage_, begin, end);
  for (HtmlToken token; tokens.Next(token);) {
    switch (token.kind) {
      case HtmlToken::Kind::kText:
        if (token.raw) break;
        if (Inside().reading) {
          ShowApart(token.range.begin, token.range.end);
        } else {
          ShowCollapsed(token.range.begin, token.range.end);
        }
        break;
      case HtmlToken::Kind::kReference:
        if (!Inside().reading) Replace(token.text, token.range.begin, token.range.end);
        break;
      case HtmlToken::Kind::kStartTag:
        Start(token);
        break;
      case HtmlToken::Kind::kEndTag:
        End(token);
        break;
    }
  }
}

std::vector<VisibleText> HtmlReader::Finish() && {
  std::vector<VisibleText> readings;
  readings.push_back(std::move(shown_));
  if (any_hidden_) readings.push_back(std::move(all_));
  std::move(apart_.begin(), apart_.end(), std::back_inserter(readings));
  return readings;
}

std::vector<VisibleText> ReadHtml(std::string_view passage) {
  HtmlReader reader(passage);
  reader.Read(0, passage.size());
  return std::move(reader).Finish();
}

}  // namespace redline::text
