// HTML style: what an element's own attributes say about whether, and how, its text is seen.
//
//   ReadHtmlStyle("display: none").gone
//   ReadHtmlStyle("font-size:0;color:red").off == kNoSize
//
// Only what the element itself declares is known here. Style sheets and classes are not evaluated,
// and colours are not compared: text of the colour of its background counts as seen.
//
// Errors:   none; what is no declaration of CSS is passed over, as by a browser.
// Source:   CSS Syntax Module Level 3 for escapes and comments; the properties are those that hide
//           text in copy.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace redline::text {

// Ways of not being seen that an element inside may undo.
enum : std::uint8_t { kNoVisibility = 1, kNoSize = 2, kNoColour = 4 };

struct HtmlStyle {
  bool gone = false;          // takes no room: display:none
  bool unseen = false;        // takes room, is not seen: opacity:0, moved far away, clipped
  std::uint8_t off = 0;       // not seen in these ways from here on …
  std::uint8_t on = 0;        // … and in these not any longer
  std::optional<bool> parts;  // shown as a block, or in line, whatever the element is

  bool Hides() const { return gone || unseen || off != 0; }
};

// Reads the declarations of a style attribute, references resolved.
HtmlStyle ReadHtmlStyle(std::string_view declarations);

}  // namespace redline::text
