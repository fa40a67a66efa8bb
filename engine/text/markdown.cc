// Markdown passages, parsed by md4c (CommonMark with tables, strike-through and task lists as
// GitHub writes them). md4c hands out pieces of the input itself, so positions are pointers, not
// guesses. Blocks become the elements that a publisher makes of them, and raw HTML nests with them
// in the HTML reader.

#include <md4c.h>

#include <algorithm>
#include <string>

#include "engine/text/html_reader.h"
#include "engine/text/visible_text.h"

namespace redline::text {
namespace {

// The HTML element that a block becomes; null when it becomes none of its own.
const char* ElementOf(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
      return nullptr;
    case MD_BLOCK_QUOTE:
      return "blockquote";
    case MD_BLOCK_UL:
      return "ul";
    case MD_BLOCK_OL:
      return "ol";
    case MD_BLOCK_LI:
      return "li";
    case MD_BLOCK_HR:
      return "hr";
    case MD_BLOCK_H:
      return "h1";
    case MD_BLOCK_CODE:
      return "pre";
    case MD_BLOCK_P:
      return "p";
    case MD_BLOCK_TABLE:
      return "table";
    case MD_BLOCK_THEAD:
      return "thead";
    case MD_BLOCK_TBODY:
      return "tbody";
    case MD_BLOCK_TR:
      return "tr";
    case MD_BLOCK_TH:
      return "th";
    case MD_BLOCK_TD:
      return "td";
  }
  return "div";
}

class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view passage) : passage_(passage), html_(passage) {}

  std::vector<VisibleText> Read() &&;

 private:
  static int EnterBlock(MD_BLOCKTYPE type, void* detail, void* self);
  static int LeaveBlock(MD_BLOCKTYPE type, void* detail, void* self);
  static int EnterSpan(MD_SPANTYPE type, void* detail, void* self);
  static int LeaveSpan(MD_SPANTYPE type, void* detail, void* self);
  static int Text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self);

  void ShowText(MD_TEXTTYPE type, std::string_view text);
  void ShowTitle(const MD_ATTRIBUTE& title);
  void FlushHtml();
  void ShowFrontMatter();
  void ShowFootnotes();
  bool Inside(const char* at) const {
    return at >= passage_.data() && at < passage_.data() + passage_.size();
  }

  const std::string_view passage_;
  HtmlReader html_;
  std::size_t behind_ = 0;      // end of the last piece of text
  std::size_t body_ = 0;        // where the body begins, behind the front matter
  std::size_t html_begin_ = 0;  // raw HTML that is not read yet
  std::size_t html_end_ = 0;
};

// A tag may come in several pieces, a line each: all of it is read at once.
void MarkdownReader::FlushHtml() {
  if (html_begin_ < html_end_) html_.Read(html_begin_, html_end_);
  html_begin_ = html_end_ = 0;
}

void MarkdownReader::ShowText(MD_TEXTTYPE type, std::string_view text) {
  if (!Inside(text.data())) {  // md4c's own: a line end, or a replaced NUL
    if (html_begin_ < html_end_) return;
    html_.Replace(type == MD_TEXT_NULLCHAR ? "\uFFFD" : "\n", behind_, behind_);
    return;
  }
  const auto begin = static_cast<std::size_t>(text.data() - passage_.data());
  const std::size_t end = begin + text.size();
  if (type == MD_TEXT_HTML) {
    if (html_begin_ == html_end_) html_begin_ = begin;
    html_end_ = end;
    behind_ = end;
    return;
  }
  FlushHtml();
  if (type == MD_TEXT_ENTITY) {
    const HtmlReference reference = ReadHtmlReference(passage_, begin, end, false);
    if (reference.length == text.size()) {
      html_.Replace(reference.text, begin, end);
    } else {
      html_.Show(begin, end);
    }
  } else {
    html_.Show(begin, end);
  }
  behind_ = end;
}

// The title of a link or picture is shown when a reader rests on it.
void MarkdownReader::ShowTitle(const MD_ATTRIBUTE& title) {
  if (title.size == 0 || title.text == nullptr) return;
  if (Inside(title.text)) {
    const auto begin = static_cast<std::size_t>(title.text - passage_.data());
    html_.ShowApart(begin, begin + title.size);
  } else {
    // With escapes in it md4c makes a copy. It stands somewhere behind the text before.
    html_.ReplaceApart({title.text, title.size}, behind_, passage_.size());
  }
}

int MarkdownReader::EnterBlock(MD_BLOCKTYPE type, void* /*detail*/, void* self) {
  auto& reader = *static_cast<MarkdownReader*>(self);
  reader.FlushHtml();
  if (const char* name = ElementOf(type)) reader.html_.Open(name, reader.behind_);
  return 0;
}

int MarkdownReader::LeaveBlock(MD_BLOCKTYPE type, void* /*detail*/, void* self) {
  auto& reader = *static_cast<MarkdownReader*>(self);
  reader.FlushHtml();
  if (const char* name = ElementOf(type)) reader.html_.Close(name, reader.behind_);
  return 0;
}

int MarkdownReader::EnterSpan(MD_SPANTYPE type, void* detail, void* self) {
  auto& reader = *static_cast<MarkdownReader*>(self);
  reader.FlushHtml();
  if (type == MD_SPAN_A) reader.ShowTitle(static_cast<MD_SPAN_A_DETAIL*>(detail)->title);
  if (type == MD_SPAN_IMG) reader.ShowTitle(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->title);
  return 0;
}

int MarkdownReader::LeaveSpan(MD_SPANTYPE /*type*/, void* /*detail*/, void* self) {
  static_cast<MarkdownReader*>(self)->FlushHtml();
  return 0;
}

int MarkdownReader::Text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
  auto& reader = *static_cast<MarkdownReader*>(self);
  if (type == MD_TEXT_BR) {
    reader.FlushHtml();
    reader.html_.Open("br", reader.behind_);
  } else {
    reader.ShowText(type, {text, size});
  }
  return 0;
}

// "---" in the first line, up to the next such line: data for the publisher, of which title and
// description are shown to readers.
void MarkdownReader::ShowFrontMatter() {
  const auto line_end = [&](std::size_t at) {
    return std::min(passage_.find('\n', at), passage_.size());
  };
  const auto line = [&](std::size_t at) {
    std::string_view text = passage_.substr(at, line_end(at) - at);
    while (!text.empty() && (text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
    return text;
  };
  if (line(0) != "---") return;
  std::size_t close = line_end(0) + 1;
  while (close < passage_.size() && line(close) != "---") close = line_end(close) + 1;
  if (close >= passage_.size()) return;  // never closed: no front matter, but a rule
  for (std::size_t at = line_end(0) + 1; at < close; at = line_end(at) + 1) {
    const std::string_view text = line(at);
    for (const std::string_view key : {"title:", "description:", "summary:", "excerpt:"}) {
      if (text.substr(0, key.size()) == key) html_.ShowApart(at + key.size(), at + text.size());
    }
  }
  body_ = behind_ = std::min(line_end(close) + 1, passage_.size());
}

// "[^1]: text": md4c knows no footnotes and takes such a line for the address of a link, which is
// not shown. Publishers who know them show the text.
void MarkdownReader::ShowFootnotes() {
  for (std::size_t at = body_; at < passage_.size();) {
    const std::size_t end = std::min(passage_.find('\n', at), passage_.size());
    const std::string_view line = passage_.substr(at, end - at);
    const std::size_t open = std::min(line.find_first_not_of(' '), line.size());
    const std::size_t close = line.find("]:", open);
    if (open < 4 && line.substr(open, 2) == "[^" && close != std::string_view::npos) {
      html_.ShowApart(at + close + 2, end);
    }
    at = end + 1;
  }
}

std::vector<VisibleText> MarkdownReader::Read() && {
  ShowFrontMatter();
  ShowFootnotes();
  MD_PARSER parser = {};
  parser.flags =
      MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEAUTOLINKS;
  parser.enter_block = EnterBlock;
  parser.leave_block = LeaveBlock;
  parser.enter_span = EnterSpan;
  parser.leave_span = LeaveSpan;
  parser.text = Text;
  const std::string_view body = passage_.substr(body_);
  if (md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, this) != 0) return {};
  FlushHtml();
  return std::move(html_).Finish();
}

}  // namespace

std::vector<VisibleText> ReadMarkdown(std::string_view passage) {
  return MarkdownReader(passage).Read();
}

}  // namespace redline::text
