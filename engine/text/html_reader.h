// HTML reader: turns HTML, or the HTML inside a Markdown passage, into readings.
//
// What is shown and what is not, in the order of html_reader.cc:
//   inline tags     nothing: they do not part a word
//   block tags      a barrier; so are <br>, <hr>, list items, table cells, options
//   <img>, <svg>    a separator, as an emoji would be
//   blanks          a run of them is one blank, except in <pre> and <textarea>
//   script, style … not read; <template> and <noscript> neither shown: hidden
//   hidden          the attribute hidden, <input type=hidden>, and in style: display:none,
//                   visibility:hidden or collapse, opacity:0, font-size:0, text moved far away
//   <rt>, <rp>      a ruby reading: left out of the body, read by itself
//   attributes      alt, title, placeholder, aria-label, label, value of buttons and fields, and
//   the
//                   content of description metas: each a reading of its own
//
// Classes and style sheets are not evaluated: what only they hide is read as shown.
//
// Threads:  one HtmlReader for one passage.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/html_tokens.h"
#include "engine/text/visible_text.h"

namespace redline::text {

class HtmlReader {
 public:
  // `passage` must outlive the reader.
  explicit HtmlReader(std::string_view passage) : passage_(passage) {}

  // Reads bytes [begin, end) of the passage as HTML.
  void Read(std::size_t begin, std::size_t end);

  // Adds text that is no HTML at the current place: as it stands, or replaced by `text`.
  void Show(std::size_t begin, std::size_t end);
  void Replace(std::string_view text, std::size_t begin, std::size_t end);
  void Bar(std::size_t at);

  // Adds bytes [begin, end) as a reading of their own, references resolved.
  void ShowApart(std::size_t begin, std::size_t end);
  void ReplaceApart(std::string_view text, std::size_t begin, std::size_t end);

  // The readings: the body, the body with what is hidden if anything is, and the texts apart.
  std::vector<VisibleText> Finish() &&;

 private:
  struct Element {
    std::string name;
    bool hidden = false;
    bool reading = false;  // <rt>, <rp>
    bool pre = false;
  };

  void Start(const HtmlToken& tag);
  void End(const HtmlToken& tag);
  void Close(std::string_view name);
  void ShowAttributes(const HtmlToken& tag);
  void ShowCollapsed(std::size_t begin, std::size_t end);
  bool Hides(const HtmlToken& tag) const;
  std::string_view ValueOf(const HtmlToken& tag, std::string_view name) const;
  const Element& Inside() const;

  const std::string_view passage_;
  VisibleText shown_;
  VisibleText all_;
  bool any_hidden_ = false;
  std::vector<VisibleText> apart_;
  std::vector<Element> open_;                            // elements that are not closed yet
  std::map<std::string, int, std::less<>> open_counts_;  // of them, by name
};

}  // namespace redline::text
