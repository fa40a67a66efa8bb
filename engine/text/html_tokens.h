// HTML tokens: tags, text and character references of HTML, as the WHATWG standard tokenizes them,
// each with its place in the source.
//
//   HtmlTokens tokens("<b title=x>保&amp;</b>");
//   for (HtmlToken token; tokens.Next(token);) …   // tag b, text 保, reference &, end tag b
//
// Never fails: as in a browser, every text is HTML. Comments, declarations and processing
// instructions are passed over. What is in script, style, xmp and the like comes as text.
//
// Cost:     linear.
// Threads:  a view of the source; one HtmlTokens for one thread.
// Source:   HTML Living Standard, 13.2.5 Tokenization; checked against npm parse5 in tests.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/span.h"

namespace redline::text {

struct HtmlAttribute {
  std::string name;  // lower case
  Range value;       // as it stands in the source, without quotes
};

struct HtmlToken {
  enum class Kind {
    kText,       // bytes of the source as they stand
    kReference,  // a character reference; `text` is what it stands for
    kStartTag,
    kEndTag,
  };
  Kind kind = Kind::kText;
  Range range;       // bytes of the source
  std::string text;  // kReference: the characters; tags: the name in lower case
  std::vector<HtmlAttribute> attributes;  // kStartTag; of two with one name, the first
  bool self_closing = false;
};

class HtmlTokens {
 public:
  explicit HtmlTokens(std::string_view source, std::size_t begin = 0,
                      std::size_t end = std::string_view::npos);

  // Moves on to the next token. False at the end.
  bool Next(HtmlToken& token);

  // Says that the last tag is one of SVG or MathML: there no element holds raw text.
  void ReadMarkup() { raw_.clear(); }
  // Says whether CDATA sections are text from here on, as in SVG and MathML.
  void set_cdata(bool cdata) { cdata_ = cdata; }

 private:
  bool NextText(HtmlToken& token);
  bool NextReference(HtmlToken& token);
  bool NextRaw(HtmlToken& token);
  bool NextTag(HtmlToken& token);
  void SkipComment();
  void SkipBogusComment();
  bool ReadAttributes(HtmlToken& token);
  HtmlAttribute ReadAttribute();
  bool ClosesRaw(std::size_t at) const;
  bool RawTagAt(std::size_t at, std::string_view name) const;
  void SkipScript();
  char At(std::size_t at) const { return at < end_ ? source_[at] : '\0'; }

  const std::string_view source_;
  const std::size_t end_;
  std::size_t at_;
  std::string raw_;  // name of the element whose raw text follows; else empty
  bool cdata_ = false;
  bool references_ = true;  // whether references are resolved in that text (textarea, title)
};

// A character reference at `at` of source[0, end): how many bytes it takes (0: none is there) and
// what it stands for. `in_attribute` follows the standard's rule for names without a semicolon.
struct HtmlReference {
  std::size_t length = 0;
  std::string text;
};
HtmlReference ReadHtmlReference(std::string_view source, std::size_t at, std::size_t end,
                                bool in_attribute);

}  // namespace redline::text
