// HTML elements: what the standard and a browser's own style sheet say about each name.
//
//   TraitsOf("p") & kBlock        // a paragraph is a block of its own
//   TraitsOf("made-up") == 0      // an inline element, nothing special
//
// Source:   HTML Living Standard: 13.1.2 (void), 13.2.4 (special, formatting, scopes), 13.2.6 (tree
//           construction), 15.3 (what is shown as a block or not at all). Checked against npm
//           parse5 by tests/markup.
#pragma once

#include <cstdint>
#include <string_view>

namespace redline::text {

enum HtmlTrait : std::uint32_t {
  // What is shown.
  kBlock = 1u << 0,     // parts text: shown as a block, a cell, an item or a control
  kPicture = 1u << 1,   // a picture among the letters
  kNotRead = 1u << 2,   // its text is no text for readers: script, style …
  kNoBox = 1u << 3,     // never shown on the page: template, noscript …
  kApart = 1u << 4,     // its text is shown beside the text around: rt, title
  kPreserve = 1u << 5,  // blanks in it are shown as they stand
  // How elements nest.
  kVoid = 1u << 6,
  kSpecial = 1u << 7,
  kImplied = 1u << 8,       // its end tag may be left out
  kFormatting = 1u << 9,    // opened again in the next block when it is still open
  kClosesP = 1u << 10,      // its start tag ends an open paragraph
  kEndsInScope = 1u << 11,  // its end tag ends it and all inside it
  kHeading = 1u << 12,
  kScope = 1u << 13,          // end tags inside do not reach beyond it
  kListScope = 1u << 14,      // the same for those of list items
  kButtonScope = 1u << 15,    // the same for those of paragraphs
  kTableScope = 1u << 16,     // the same for those of parts of tables
  kTablePart = 1u << 17,      // stands in tables only
  kOwnFormatting = 1u << 18,  // formatting elements outside are not opened again in it
  kOpensNone = 1u << 19,      // formatting elements are not opened again before it
  kLeavesForeign = 1u << 20,  // is no part of SVG or MathML: ends it
  kHtmlInSvg = 1u << 21,      // in SVG: begins HTML again
  kHtmlInMath = 1u << 22,     // in MathML: begins HTML again
  kSvgOnly = 1u << 23,        // an unknown element in HTML
  kHoldsText = 1u << 25,      // what stands in it is text only
  kDrawsText = 1u << 24,      // SVG: text is drawn in it, and nowhere else
};

// All of it, or 0 for an unknown name. `name` is in lower case.
std::uint32_t TraitsOf(std::string_view name);

}  // namespace redline::text
