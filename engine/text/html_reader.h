// HTML reader: turns HTML, or the HTML inside a Markdown passage, into readings.
//
//   inline tags     nothing: they do not part a word; nor does a tag that a browser passes over
//   block tags      a barrier; so are <br>, <hr>, list items, table cells, options, controls
//   <img>, <svg>    a separator, as an emoji would be
//   blanks          a run of them is one blank, except in <pre> and <textarea>
//   script, style … not read
//   hidden          read, but not as shown: <template>, <noscript>, <datalist>, the attribute
//   hidden,
//                   <input type=hidden>, SVG outside of its texts, and what an element's own style
//                   hides (html_style.h)
//   <rt>, <rp>, <title>  left out of the body, each a reading of its own
//   attributes      alt, title, placeholder, aria-label and its kin, label, summary, srcdoc (as
//   text),
//                   value of buttons and fields, content of description metas: each a reading of
//                   its own
//
// <details>, <dialog> and the like are shown on a click, hence shown; aria-hidden hides nothing
// from eyes. Classes and style sheets are not evaluated: what only they hide is read as shown, and
// blocks that only they put in line are parted.
//
// Threads:  one HtmlReader for one passage.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/html_nesting.h"
#include "engine/text/html_style.h"
#include "engine/text/html_tokens.h"
#include "engine/text/visible_text.h"

namespace redline::text {

class HtmlReader {
 public:
  // `passage` must outlive the reader.
  explicit HtmlReader(std::string_view passage) : passage_(passage), nesting_(passage) {}

  // Reads bytes [begin, end) of the passage as HTML.
  void Read(std::size_t begin, std::size_t end);

  // Adds text that is no HTML at the current place: as it stands, or replaced by `text`.
  void Show(std::size_t begin, std::size_t end);
  void Replace(std::string_view text, std::size_t begin, std::size_t end);

  // Opens or closes an element that stands at `at` without a tag: a block of Markdown.
  void Open(const char* name, std::size_t at);
  void Close(const char* name, std::size_t at);

  // Adds bytes [begin, end) as a reading of their own, references resolved.
  void ShowApart(std::size_t begin, std::size_t end, bool hidden = false);
  void ReplaceApart(std::string_view text, std::size_t begin, std::size_t end);

  // The readings: the body, the body with what is hidden if anything is, and the texts apart. None
  // when the elements are too entangled (HtmlNesting::given_up).
  std::vector<VisibleText> Finish() &&;

 private:
  void Start(const HtmlToken& tag);
  void ShowText(std::size_t begin, std::size_t end);
  void Add(const HtmlPlace& place, std::string_view replacement, std::size_t begin,
           std::size_t end);
  void TakeEdge(std::size_t at);
  void ShowAttributes(const HtmlToken& tag, bool hidden);
  HtmlStyle StyleOf(const HtmlToken& tag) const;
  std::string KeywordOf(const HtmlToken& tag, std::string_view name) const;

  const std::string_view passage_;
  VisibleText shown_;
  VisibleText all_;
  bool any_hidden_ = false;
  std::vector<VisibleText> apart_;
  std::uint32_t apart_place_ = 0;  // the place whose text apart_[apart_index_] holds
  std::size_t apart_index_ = 0;
  HtmlNesting nesting_;
};

}  // namespace redline::text
