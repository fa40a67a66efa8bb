#include "engine/text/html_elements.h"

#include <algorithm>
#include <iterator>

namespace redline::text {
namespace {

// Blocks that contain others: <div> and the like.
constexpr std::uint32_t kDivision = kBlock | kSpecial | kClosesP | kEndsInScope | kOpensNone;
constexpr std::uint32_t kTitle = kDivision | kHeading | kLeavesForeign;
constexpr std::uint32_t kItem = kBlock | kSpecial | kImplied | kOpensNone | kLeavesForeign;
constexpr std::uint32_t kRuby = kImplied | kOpensNone;
constexpr std::uint32_t kRowGroup = kBlock | kSpecial | kTablePart;
constexpr std::uint32_t kCell = kRowGroup | kScope | kListScope | kButtonScope | kOwnFormatting;
constexpr std::uint32_t kFormat = kFormatting | kLeavesForeign;
constexpr std::uint32_t kScopes = kScope | kListScope | kButtonScope;
constexpr std::uint32_t kOutside = kSpecial | kOwnFormatting | kScopes | kEndsInScope;
constexpr std::uint32_t kHead = kSpecial | kVoid | kOpensNone;

struct Row {
  std::string_view name;
  std::uint32_t traits;
};

constexpr Row kRows[] = {
    {"a", kFormatting},
    {"address", kDivision},
    {"applet", kOutside},
    {"area", kSpecial | kVoid},
    {"article", kDivision},
    {"aside", kDivision},
    {"audio", kPicture},
    {"b", kFormat},
    {"base", kHead},
    {"basefont", kHead},
    {"bgsound", kHead},
    {"big", kFormat},
    {"blockquote", kDivision | kLeavesForeign},
    {"body", kSpecial | kOpensNone | kLeavesForeign},
    {"br", kBlock | kSpecial | kVoid | kLeavesForeign},
    {"button", kBlock | kSpecial | kEndsInScope | kButtonScope},
    {"canvas", kPicture},
    {"caption", kCell},
    {"center", kDivision | kLeavesForeign},
    {"code", kFormat},
    {"col", kSpecial | kTablePart | kVoid},
    {"colgroup", kSpecial | kTablePart},
    {"datalist", kNoBox},
    {"dd", kItem},
    {"defs", kSvgOnly | kNoBox},
    {"desc", kSvgOnly | kApart | kHtmlInSvg | kDrawsText},
    {"details", kDivision},
    {"dialog", kDivision & ~kSpecial},
    {"dir", kDivision},
    {"div", kDivision | kLeavesForeign},
    {"dl", kDivision | kLeavesForeign},
    {"dt", kItem},
    {"em", kFormat},
    {"embed", kPicture | kSpecial | kVoid | kLeavesForeign},
    {"fieldset", kDivision},
    {"figcaption", kDivision},
    {"figure", kDivision},
    {"font", kFormatting},
    {"footer", kDivision},
    {"foreignobject", kSvgOnly | kHtmlInSvg | kDrawsText},
    {"form", kDivision},
    {"frame", kSpecial | kVoid | kOpensNone},
    {"frameset", kSpecial | kOpensNone},
    {"h1", kTitle},
    {"h2", kTitle},
    {"h3", kTitle},
    {"h4", kTitle},
    {"h5", kTitle},
    {"h6", kTitle},
    {"head", kSpecial | kOpensNone | kLeavesForeign},
    {"header", kDivision},
    {"hgroup", kDivision},
    {"hr", kBlock | kSpecial | kVoid | kClosesP | kOpensNone | kLeavesForeign},
    {"html", kSpecial | kOpensNone},
    {"i", kFormat},
    {"iframe", kPicture | kNotRead | kSpecial | kOpensNone},
    {"image", kPicture},
    {"img", kPicture | kSpecial | kVoid | kLeavesForeign},
    {"input", kBlock | kSpecial | kVoid},
    {"keygen", kSpecial | kVoid},
    {"legend", kBlock},
    {"li", kItem},
    {"link", kHead},
    {"listing", kDivision | kPreserve | kLeavesForeign},
    {"main", kDivision},
    {"marquee", kOutside},
    {"menu", kDivision | kLeavesForeign},
    {"meta", kHead | kLeavesForeign},
    {"metadata", kSvgOnly | kNoBox},
    {"mi", kHtmlInMath},
    {"mn", kHtmlInMath},
    {"mo", kHtmlInMath},
    {"ms", kHtmlInMath},
    {"mtext", kHtmlInMath},
    {"nav", kDivision},
    {"nobr", kFormat},
    {"noembed", kNotRead | kSpecial | kOpensNone},
    {"noframes", kNotRead | kSpecial | kOpensNone},
    {"noscript", kBlock | kNoBox | kSpecial},
    {"object", kOutside},
    {"ol", kDivision | kListScope | kLeavesForeign},
    {"optgroup", kBlock | kImplied},
    {"option", kBlock | kImplied},
    {"p", kBlock | kSpecial | kClosesP | kImplied | kOpensNone | kLeavesForeign},
    {"param", kHead},
    {"plaintext", kBlock | kSpecial | kClosesP | kPreserve | kOpensNone},
    {"pre", kDivision | kPreserve | kLeavesForeign},
    {"rb", kRuby},
    {"rp", kRuby | kApart},
    {"rt", kRuby | kApart},
    {"rtc", kRuby},
    {"ruby", kLeavesForeign},
    {"s", kFormat},
    {"script", kNotRead | kSpecial | kOpensNone},
    {"search", kDivision},
    {"section", kDivision},
    {"select", kBlock | kSpecial | kEndsInScope},
    {"small", kFormat},
    {"source", kHead},
    {"span", kLeavesForeign},
    {"strike", kFormat},
    {"strong", kFormat},
    {"style", kNotRead | kSpecial | kOpensNone},
    {"sub", kLeavesForeign},
    {"summary", kDivision},
    {"sup", kLeavesForeign},
    {"svg", kPicture},
    {"symbol", kSvgOnly | kNoBox},
    {"table", kBlock | kSpecial | kClosesP | kScopes | kTableScope | kOpensNone | kLeavesForeign},
    {"tbody", kRowGroup},
    {"td", kCell},
    {"template", kBlock | kNoBox | kOutside | kTableScope | kOpensNone},
    {"text", kSvgOnly | kDrawsText},
    {"textarea", kHoldsText | kBlock | kPreserve | kSpecial | kOpensNone},
    {"tfoot", kRowGroup},
    {"th", kCell},
    {"thead", kRowGroup},
    {"title", kHoldsText | kApart | kSpecial | kOpensNone | kHtmlInSvg | kDrawsText},
    {"tr", kRowGroup},
    {"track", kHead},
    {"tt", kFormat},
    {"u", kFormat},
    {"ul", kDivision | kListScope | kLeavesForeign},
    {"var", kLeavesForeign},
    {"video", kPicture},
    {"wbr", kSpecial | kVoid},
    {"xmp", kHoldsText | kBlock | kPreserve | kSpecial | kClosesP},
};

}  // namespace

std::uint32_t TraitsOf(std::string_view name) {
  const Row* row =
      std::lower_bound(std::begin(kRows), std::end(kRows), name,
                       [](const Row& known, std::string_view value) { return known.name < value; });
  return row != std::end(kRows) && row->name == name ? row->traits : 0;
}

}  // namespace redline::text
