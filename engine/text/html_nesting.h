// HTML nesting: which elements are open at a place of an HTML text, as a browser nests them when
// tags are missing, crossed or out of place.
//
//   HtmlNesting nesting(source);
//   nesting.Start(tag, style);
//   nesting.PlaceOfText(false).Hidden()         // does a reader see text that comes next?
//
// Tree construction of the standard without the tree: an end tag without its element does nothing,
// <td> outside of a table is no cell, <b> that is open at the end of a paragraph is open in the
// next one. What is hidden or parted in a browser is so here; else hidden text could be made to
// look shown, and a word could be cut by a tag that no browser obeys.
//
// Differs from the standard: <html>, <head>, <body> and frames open nothing; a select may hold
// anything, as browsers of today let it; text that stands in a table outside of its cells, which a
// browser moves before the table, is told apart from the table's text but not moved.
//
// Cost:     linear; what could take longer (thousands of formatting elements opened again in every
//           paragraph) is counted, and given_up() says that the count ran out.
// Threads:  one HtmlNesting for one reader.
// Source:   HTML Living Standard, 13.2.6 Tree construction; checked against npm parse5 by
//           tests/markup.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/html_style.h"
#include "engine/text/html_tokens.h"

namespace redline::text {

// What text at a place takes from the elements around it.
struct HtmlPlace {
  bool gone = false;        // not seen and takes no room
  bool unseen = false;      // not seen
  bool undrawn = false;     // in SVG outside of its texts: not seen
  bool not_read = false;    // in script, style …
  bool preserve = false;    // blanks are shown as they stand
  std::uint8_t off = 0;     // ways of not being seen (html_style.h)
  std::uint32_t apart = 0;  // the ruby reading, title … that it stands in; 0: the body

  bool Hidden() const { return gone || unseen || undrawn || off != 0; }
};

class HtmlNesting {
 public:
  // `source` must outlive the nesting.
  explicit HtmlNesting(std::string_view source);

  // A start tag of `source`, and what its attributes say. Returns the place that it opens, also of
  // an element that has no content; null when a browser passes the tag over.
  const HtmlPlace* Start(const HtmlToken& tag, const HtmlStyle& style);
  void End(const HtmlToken& tag);

  // Where text goes that comes next. `blank`: nothing but blanks.
  const HtmlPlace& PlaceOfText(bool blank);

  // Where the last tag left us.
  const HtmlPlace& place() const { return Top().place; }

  // Whether the innermost open element is of SVG or MathML, where no element holds raw text.
  bool InForeign() const { return Top().space != Space::kHtml; }
  // Whether its content is HTML; else CDATA sections are text.
  bool HoldsHtml() const;

  // Whether elements that part text began or ended since the last call, among what is shown and
  // among all there is.
  struct Edge {
    bool shown = false;
    bool all = false;
  };
  Edge TakeEdge();

  bool given_up() const { return steps_left_ == 0; }

 private:
  enum class Space : std::uint8_t { kHtml, kSvg, kMath };
  enum class Mode : std::uint8_t { kBody, kTable, kRowGroup, kRow, kCell, kCaption, kColumns };

  struct Name {
    std::string_view text;
    std::uint32_t traits = 0;
    std::vector<std::uint32_t> open;        // positions in open_, rising
    std::vector<std::uint32_t> formatting;  // entries in formatting_, rising
  };

  // An open element, and what it says together with those below it in the stack. Positions are
  // counted from 1; 0 is none.
  struct Element {
    Name* name = nullptr;
    std::uint32_t traits = 0;  // those that count in its space
    HtmlStyle style;
    Space space = Space::kHtml;
    bool parts = false;            // its begin and end part text
    bool fostered = false;         // stands before the table that it was written in
    std::uint32_t formatting = 0;  // its entry in formatting_
    std::uint32_t apart = 0;

    HtmlPlace place;
    Mode mode = Mode::kBody;
    std::uint32_t part = 0;          // nearest element that decides the mode
    std::uint32_t before_table = 0;  // what text out of place in a table goes to
    std::uint32_t html = 0;          // nearest element of HTML
    std::uint32_t special = 0;       // nearest special element
    std::uint32_t item_stop = 0;     // the same without address, div and p
    std::uint32_t scope = 0;         // nearest border of each scope
    std::uint32_t list_scope = 0;
    std::uint32_t button_scope = 0;
    std::uint32_t table_scope = 0;
  };

  // An element of the standard's list of active formatting elements.
  struct Formatting {
    Name* name = nullptr;
    HtmlStyle style;
    std::string signature;   // its attributes
    std::uint32_t open = 0;  // position in open_; 0: not open
    bool removed = false;
  };

  const Element& Top() const { return At(Size()); }
  std::uint32_t Size() const { return static_cast<std::uint32_t>(open_.size()); }
  bool InTable() const;
  bool AtTable() const { return InTable() && Top().part == Size(); }
  const Element& At(std::uint32_t position) const {
    return position == 0 ? bottom_ : open_[position - 1];
  }
  Name& NameOf(std::string_view text);
  std::uint32_t Last(std::string_view name);
  bool Spend(std::size_t steps);
  std::string SignatureOf(const HtmlToken& tag) const;

  // html_nesting.cc: what each tag does.
  bool StartTablePart(Name& name, const HtmlStyle& style);
  bool StartInBody(Name& name, const HtmlToken& tag, const HtmlStyle& style);
  void CloseBefore(const Name& name);
  void CloseItems(std::string_view a, std::string_view b);
  void EndParagraph();
  void EndFormatting(Name& name);
  bool EndFormattingOnce(Name& name);
  void EndOther(const Name& name);
  bool EndScoped(const Name& name, std::uint32_t border);

  // html_stack.cc: the open elements and the list of formatting elements.
  void Push(Name& name, const HtmlStyle& style, Space space = Space::kHtml);
  void Inherit(std::uint32_t position);
  void Pop();
  void PopTo(std::uint32_t position);  // that element and all above it
  void Reorder(std::uint32_t from, std::vector<Element> tail);
  void Disown(std::uint32_t position);
  void Note(const Element& element);
  void Remember(std::string signature);
  void Forget(std::uint32_t entry);
  void DropRemoved();
  void ForgetToMarker();
  std::uint32_t OwnFormatting() const { return markers_.empty() ? 0 : markers_.back(); }
  void MoveBehind(std::uint32_t entry, std::uint32_t other);
  void Reopen();

  const std::string_view source_;
  std::size_t steps_left_;
  Element bottom_;  // the page
  std::vector<Element> open_;
  std::vector<std::uint32_t> markers_;  // entries up to the last one are not of this place
  std::size_t removed_ = 0;             // of formatting_
  std::vector<Formatting> formatting_;  // entry 1 is formatting_[0]
  std::map<std::string, Name, std::less<>> names_;
  std::uint32_t aparts_ = 0;
  bool form_ = false;
  HtmlPlace opened_;
  Edge edge_;
};

}  // namespace redline::text
