#include "engine/text/html_style.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

#include "engine/text/utf8.h"

namespace redline::text {
namespace {

using Declarations = std::map<std::string, std::string, std::less<>>;

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
int HexDigit(char c) {
  const char lower = Lower(c);
  if (IsDigit(c)) return c - '0';
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// In lower case, without blanks and comments, escapes resolved: "d\69splay : /**/ None" is
// "display:none".
std::string Condensed(std::string_view style) {
  std::string out;
  for (std::size_t i = 0; i < style.size(); ++i) {
    if (style.substr(i, 2) == "/*") {
      i = std::min(style.find("*/", i + 2), style.size() - 2) + 1;
    } else if (style[i] == '\\' && i + 1 < style.size()) {
      char32_t c = 0;
      std::size_t digits = 0;
      while (digits < 6 && i + 1 + digits < style.size() && HexDigit(style[i + 1 + digits]) >= 0) {
        c = c * 16 + static_cast<char32_t>(HexDigit(style[i + 1 + digits++]));
      }
      if (digits == 0) continue;  // the next character stands for itself
      i += digits;
      if (i + 1 < style.size() && IsSpace(style[i + 1])) ++i;
      if (c < 0x80) out.push_back(Lower(static_cast<char>(c)));
    } else if (!IsSpace(style[i])) {
      out.push_back(Lower(style[i]));
    }
  }
  return out;
}

// Of two declarations of one property the last counts, unless the first is important.
Declarations Declared(std::string_view style) {
  constexpr std::string_view kImportant = "!important";
  Declarations declarations;
  Declarations important;
  const std::string condensed = Condensed(style);
  for (std::size_t begin = 0; begin < condensed.size();) {
    const std::size_t end = std::min(condensed.find(';', begin), condensed.size());
    const std::size_t colon = condensed.find(':', begin);
    if (colon < end) {
      std::string value = condensed.substr(colon + 1, end - colon - 1);
      Declarations* to = &declarations;
      if (value.size() > kImportant.size() && value.ends_with(kImportant)) {
        value.resize(value.size() - kImportant.size());
        to = &important;
      }
      (*to)[condensed.substr(begin, colon - begin)] = std::move(value);
    }
    begin = end + 1;
  }
  important.merge(declarations);
  return important;
}

// Whether a value is nothing: 0, 0px, .0em, 0%.
bool IsZero(std::string_view value) {
  bool digits = false;
  for (const char c : value) {
    if (c == '.') continue;
    if (!IsDigit(c)) break;
    if (c != '0') return false;
    digits = true;
  }
  return digits;
}

// Whether a length is 900 or more of any unit, to either side.
bool IsFar(std::string_view value) {
  if (!value.empty() && value[0] == '-') value.remove_prefix(1);
  std::size_t digits = 0;
  while (digits < value.size() && IsDigit(value[digits])) ++digits;
  return digits > 3 || (digits == 3 && value[0] == '9');
}

// Whether a size of its own, not one in proportion to what is around.
bool IsOwnSize(std::string_view value) {
  const bool relative = value.ends_with('%') || value.ends_with("ex") || value.ends_with("ch") ||
                        (value.ends_with("em") && !value.ends_with("rem"));
  return !relative && value != "inherit" && value != "unset" && value != "larger" &&
         value != "smaller" && !value.empty();
}

bool ClipsAll(const Declarations& declared, std::string_view property) {
  const auto at = declared.find(property);
  if (at == declared.end()) return false;
  const std::string& value = at->second;
  return value.starts_with("rect(0") || value.starts_with("rect(1px,1px,1px,1px") ||
         value.starts_with("inset(100%") || value.starts_with("inset(50%") ||
         value.starts_with("circle(0");
}

}  // namespace

HtmlStyle ReadHtmlStyle(std::string_view text) {
  const Declarations declared = Declared(text);
  const auto value = [&](std::string_view property) -> std::string_view {
    const auto at = declared.find(property);
    return at == declared.end() ? std::string_view() : at->second;
  };
  HtmlStyle style;
  const auto inherited = [&](std::uint8_t way, bool off, bool on) {
    if (off) style.off |= way;
    if (on && !off) style.on |= way;
  };
  const std::string_view display = value("display");
  style.gone = display == "none";
  if (display.starts_with("inline") || display == "contents") style.parts = false;
  if (display == "block" || display == "flex" || display == "grid" || display == "list-item" ||
      display == "flow-root" || display.starts_with("table")) {
    style.parts = true;
  }
  const std::string_view visibility = value("visibility");
  inherited(kNoVisibility, visibility == "hidden" || visibility == "collapse",
            visibility == "visible" || visibility == "initial");
  inherited(kNoSize, IsZero(value("font-size")), IsOwnSize(value("font-size")));
  const std::string_view colour = value("color");
  inherited(
      kNoColour, colour == "transparent",
      !colour.empty() && colour != "inherit" && colour != "unset" && colour != "currentcolor");

  style.unseen = IsZero(value("opacity")) || ClipsAll(declared, "clip") ||
                 ClipsAll(declared, "clip-path") || value("transform").starts_with("scale(0)");
  for (const std::string_view property :
       {"left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top", "margin"}) {
    style.unseen = style.unseen || IsFar(value(property));
  }
  if (value("overflow") == "hidden") {
    for (const std::string_view property : {"height", "width", "max-height", "max-width"}) {
      style.unseen = style.unseen || IsZero(value(property));
    }
  }
  return style;
}

}  // namespace redline::text
