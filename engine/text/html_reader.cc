#include "engine/text/html_reader.h"

#include <algorithm>
#include <iterator>

#include "engine/text/html_elements.h"

namespace redline::text {
namespace {

template <typename Names>
bool IsOneOf(std::string_view name, const Names& names) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

// The characters of an attribute's value, references resolved.
std::string Resolved(std::string_view passage, Range value) {
  std::string out;
  for (std::size_t i = value.begin; i < value.end;) {
    const HtmlReference reference =
        passage[i] == '&' ? ReadHtmlReference(passage, i, value.end, true) : HtmlReference{};
    if (reference.length == 0) {
      out.push_back(passage[i++]);
    } else {
      out += reference.text;
      i += reference.length;
    }
  }
  return out;
}

// In lower case, without blanks around.
std::string Keyword(std::string_view passage, Range value) {
  std::string out = Resolved(passage, value);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  while (!out.empty() && IsSpace(out.back())) out.pop_back();
  out.erase(out.begin(), std::find_if_not(out.begin(), out.end(), IsSpace));
  return out;
}

}  // namespace

std::string HtmlReader::KeywordOf(const HtmlToken& tag, std::string_view name) const {
  for (const HtmlAttribute& attribute : tag.attributes) {
    if (attribute.name == name) return Keyword(passage_, attribute.value);
  }
  return {};
}

HtmlStyle HtmlReader::StyleOf(const HtmlToken& tag) const {
  HtmlStyle style;
  bool hidden = tag.text == "input" && KeywordOf(tag, "type") == "hidden";
  for (const HtmlAttribute& attribute : tag.attributes) {
    if (attribute.name == "hidden") hidden = true;
    if (attribute.name == "style") style = ReadHtmlStyle(Resolved(passage_, attribute.value));
  }
  style.gone = style.gone || hidden;
  return style;
}

void HtmlReader::Show(std::size_t begin, std::size_t end) {
  if (begin < end) Add(nesting_.PlaceOfText(false), {}, begin, end);
}

void HtmlReader::Replace(std::string_view text, std::size_t begin, std::size_t end) {
  Add(nesting_.PlaceOfText(false), text, begin, end);
}

// Adds text at a place: bytes of the passage, or `replacement` for them.
void HtmlReader::Add(const HtmlPlace& place, std::string_view replacement, std::size_t begin,
                     std::size_t end) {
  TakeEdge(begin);
  if (place.not_read) return;
  const auto add = [&](VisibleText& reading, bool hidden) {
    if (replacement.empty()) {
      reading.Show(passage_, begin, end, hidden);
    } else {
      reading.Replace(replacement, begin, end, hidden);
    }
  };
  if (place.apart != 0) {
    if (place.apart != apart_place_) {
      apart_place_ = place.apart;
      apart_index_ = apart_.size();
      apart_.emplace_back();
    }
    return add(apart_[apart_index_], place.Hidden());
  }
  add(all_, place.Hidden());
  if (place.Hidden()) {
    any_hidden_ = true;
    shown_.LeaveOutHidden();
  } else {
    add(shown_, false);
  }
}

void HtmlReader::Open(const char* name, std::size_t at) {
  HtmlToken tag;
  tag.kind = HtmlToken::Kind::kStartTag;
  tag.text = name;
  nesting_.Start(tag, {});
  TakeEdge(at);
}

void HtmlReader::Close(const char* name, std::size_t at) {
  HtmlToken tag;
  tag.kind = HtmlToken::Kind::kEndTag;
  tag.text = name;
  nesting_.End(tag);
  TakeEdge(at);
}

// Parts the text where elements that part it have begun or ended.
void HtmlReader::TakeEdge(std::size_t at) {
  const HtmlNesting::Edge edge = nesting_.TakeEdge();
  if (edge.shown) shown_.Bar(at);
  if (edge.all) all_.Bar(at);
}

// A run of blanks is one blank: a line end in the source is no line end on the page.
void HtmlReader::ShowText(std::size_t begin, std::size_t end) {
  const auto blank_end = [&](std::size_t i) {
    while (i < end && IsSpace(passage_[i])) ++i;
    return i;
  };
  const bool blank = blank_end(begin) == end;
  const HtmlPlace place = nesting_.PlaceOfText(blank);
  if (blank && place.Hidden()) return TakeEdge(begin);
  if (place.preserve) return Add(place, {}, begin, end);
  for (std::size_t i = begin; i < end;) {
    std::size_t stop = i;
    while (stop < end && !IsSpace(passage_[stop])) ++stop;
    if (stop > i) Add(place, {}, i, stop);
    i = blank_end(stop);
    if (i > stop) Add(place, " ", stop, i);
  }
}

void HtmlReader::ShowApart(std::size_t begin, std::size_t end, bool hidden) {
  VisibleText apart;
  std::size_t plain = begin;
  for (std::size_t i = begin; i < end;) {
    const HtmlReference reference =
        passage_[i] == '&' ? ReadHtmlReference(passage_, i, end, true) : HtmlReference{};
    if (reference.length == 0) {
      ++i;
      continue;
    }
    apart.Show(passage_, plain, i, hidden);
    apart.Replace(reference.text, i, i + reference.length, hidden);
    i += reference.length;
    plain = i;
  }
  apart.Show(passage_, plain, end, hidden);
  if (!apart.text().empty()) apart_.push_back(std::move(apart));
}

void HtmlReader::ReplaceApart(std::string_view text, std::size_t begin, std::size_t end) {
  apart_.emplace_back().Replace(text, begin, end);
}

void HtmlReader::ShowAttributes(const HtmlToken& tag, bool hidden) {
  static constexpr std::string_view kShown[] = {
      "alt",   "title",   "placeholder",      "aria-label", "aria-description", "aria-valuetext",
      "label", "summary", "aria-placeholder", "srcdoc"};
  static constexpr std::string_view kNoValue[] = {"hidden", "checkbox", "radio", "password",
                                                  "file",   "image",    "color", "range"};
  static constexpr std::string_view kMetas[] = {"description", "og:title", "og:description",
                                                "twitter:title", "twitter:description"};
  const bool input = tag.text == "input" && !IsOneOf(KeywordOf(tag, "type"), kNoValue);
  const bool meta = tag.text == "meta" && (IsOneOf(KeywordOf(tag, "name"), kMetas) ||
                                           IsOneOf(KeywordOf(tag, "property"), kMetas));
  for (const HtmlAttribute& attribute : tag.attributes) {
    if (IsOneOf(attribute.name, kShown) || (input && attribute.name == "value") ||
        (meta && attribute.name == "content")) {
      ShowApart(attribute.value.begin, attribute.value.end, hidden);
    }
  }
}

void HtmlReader::Start(const HtmlToken& tag) {
  const HtmlPlace* opened = nesting_.Start(tag, StyleOf(tag));
  TakeEdge(tag.range.begin);
  if (opened == nullptr) return;
  HtmlPlace place = *opened;
  ShowAttributes(tag, place.Hidden());
  place.undrawn = place.not_read = false;  // a picture is seen whatever is in it
  if ((TraitsOf(tag.text) & kPicture) != 0 && !place.Hidden()) {
    Add(place, "\uFFFC", tag.range.begin, tag.range.end);
  }
}

void HtmlReader::Read(std::size_t begin, std::size_t end) {
  HtmlTokens tokens(passage_, begin, end);
  for (HtmlToken token; !nesting_.given_up() && tokens.Next(token);) {
    switch (token.kind) {
      case HtmlToken::Kind::kText:
        ShowText(token.range.begin, token.range.end);
        break;
      case HtmlToken::Kind::kReference:
        Replace(token.text, token.range.begin, token.range.end);
        break;
      case HtmlToken::Kind::kStartTag:
        Start(token);
        break;
      case HtmlToken::Kind::kEndTag:
        nesting_.End(token);
        TakeEdge(token.range.begin);
        break;
    }
    if (nesting_.InForeign()) tokens.ReadMarkup();
    tokens.set_cdata(!nesting_.HoldsHtml());
  }
}

std::vector<VisibleText> HtmlReader::Finish() && {
  if (nesting_.given_up()) return {};
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
