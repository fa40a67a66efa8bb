#include "engine/text/html_nesting.h"

#include <algorithm>
#include <utility>

#include "engine/text/html_elements.h"

namespace redline::text {

bool HtmlNesting::HoldsHtml() const {
  const Element& top = Top();
  return top.space == Space::kHtml || (top.traits & (kHtmlInSvg | kHtmlInMath)) != 0;
}

bool HtmlNesting::InTable() const {
  const Mode mode = Top().mode;
  return mode == Mode::kTable || mode == Mode::kRowGroup || mode == Mode::kRow;
}

HtmlNesting::Edge HtmlNesting::TakeEdge() { return std::exchange(edge_, {}); }

std::string HtmlNesting::SignatureOf(const HtmlToken& tag) const {
  std::vector<std::string> attributes;
  for (const HtmlAttribute& attribute : tag.attributes) {
    attributes.push_back(attribute.name + "=" +
                         std::string(source_.substr(attribute.value.begin,
                                                    attribute.value.end - attribute.value.begin)));
  }
  std::sort(attributes.begin(), attributes.end());
  std::string signature;
  for (const std::string& attribute : attributes) signature += attribute + '\n';
  return signature;
}

const HtmlPlace& HtmlNesting::PlaceOfText(bool blank) {
  if (Top().place.not_read || (Top().traits & kHoldsText) != 0 || !HoldsHtml()) return Top().place;
  if (blank && AtTable()) return Top().place;
  if (!blank && Top().mode == Mode::kColumns) PopTo(Top().part);
  Reopen();
  return AtTable() ? At(Top().before_table).place : Top().place;
}

const HtmlPlace* HtmlNesting::Start(const HtmlToken& tag, const HtmlStyle& style) {
  if (Top().place.not_read && !InForeign()) return nullptr;
  Name& name = NameOf(tag.text);
  if (!HoldsHtml()) {
    const bool font = tag.text == "font" &&
                      std::any_of(tag.attributes.begin(), tag.attributes.end(), [](const auto& a) {
                        return a.name == "color" || a.name == "face" || a.name == "size";
                      });
    if ((name.traits & kLeavesForeign) == 0 && !font) {
      Push(name, style, Top().space);
      if (tag.self_closing) Pop();
      return &opened_;
    }
    while (!HoldsHtml()) Pop();
  }
  if (tag.text == "svg" || tag.text == "math") {
    if (Top().mode == Mode::kColumns) PopTo(Top().part);
    Reopen();
    Push(name, style, tag.text == "svg" ? Space::kSvg : Space::kMath);
    if (tag.self_closing) Pop();
    return &opened_;
  }
  if ((name.traits & kTablePart) != 0 || (tag.text == "table" && Top().mode != Mode::kBody)) {
    if (tag.text != "table") return StartTablePart(name, style) ? &opened_ : nullptr;
    while (Top().mode != Mode::kBody && Top().mode != Mode::kCell && Top().mode != Mode::kCaption) {
      PopTo(Top().part);
    }
  }
  return StartInBody(name, tag, style) ? &opened_ : nullptr;
}

// Opens a part of a table, and those around it that must not be missing. False: there is no table.
bool HtmlNesting::StartTablePart(Name& name, const HtmlStyle& style) {
  const bool cell = name.text == "td" || name.text == "th";
  while (true) {
    const std::uint32_t part = Top().part;
    switch (Top().mode) {
      case Mode::kBody:
        if (part == 0) return false;  // else a template, which holds any part
        return Push(name, style), true;
      case Mode::kCell:
      case Mode::kCaption:
        PopTo(part);
        ForgetToMarker();
        break;
      case Mode::kColumns:
        if (name.text == "col") return true;
        PopTo(part);
        break;
      case Mode::kTable:
        PopTo(part + 1);
        if (cell || name.text == "tr") {
          Push(NameOf("tbody"), HtmlStyle{});
        } else if (name.text == "col") {
          Push(NameOf("colgroup"), HtmlStyle{});
        } else {
          return Push(name, style), true;
        }
        break;
      case Mode::kRowGroup:
        PopTo(part + 1);
        if (name.text == "tr") return Push(name, style), true;
        if (cell) {
          Push(NameOf("tr"), HtmlStyle{});
        } else {
          PopTo(part);
        }
        break;
      case Mode::kRow:
        PopTo(part + 1);
        if (cell) return Push(name, style), true;
        PopTo(part);
        break;
    }
  }
}

// Ends an open li, or dd or dt, unless something else stands between.
void HtmlNesting::CloseItems(std::string_view a, std::string_view b) {
  const std::uint32_t last = std::max(Last(a), Last(b));
  if (last != 0 && last >= Top().item_stop) PopTo(last);
}

void HtmlNesting::EndParagraph() {
  const std::uint32_t paragraph = Last("p");
  if (paragraph != 0 && paragraph >= Top().button_scope) PopTo(paragraph);
}

// Ends what cannot go on where an element of this name begins.
void HtmlNesting::CloseBefore(const Name& name) {
  const std::string_view text = name.text;
  if (text == "li") CloseItems("li", "li");
  if (text == "dd" || text == "dt") CloseItems("dd", "dt");
  if ((name.traits & kClosesP) != 0 || text == "li" || text == "dd" || text == "dt") EndParagraph();
  if ((name.traits & kHeading) != 0 && (Top().traits & kHeading) != 0) Pop();
  const auto at = [&](std::string_view value) {
    return Top().name != nullptr && Top().name->text == value;
  };
  if ((text == "option" || text == "optgroup") && at("option")) Pop();
  if (text == "optgroup" && at("optgroup") && Last("select") != 0) Pop();
  if (text == "button") EndScoped(name, Top().scope);
  if ((text == "rb" || text == "rt" || text == "rp" || text == "rtc") &&
      Last("ruby") > Top().scope) {
    while ((Top().traits & kImplied) != 0 && (text == "rb" || text == "rtc" || !at("rtc"))) Pop();
  }
}

bool HtmlNesting::StartInBody(Name& name, const HtmlToken& tag, const HtmlStyle& style) {
  const std::string_view text = name.text;
  if (text == "html" || text == "body" || text == "head" || text == "frameset" || text == "frame") {
    if (text != "head" && open_.empty()) {
      HtmlPlace& page = bottom_.place;
      page.gone = page.gone || style.gone;
      page.unseen = page.unseen || style.unseen;
      page.off = static_cast<std::uint8_t>((page.off & ~style.on) | style.off);
    }
    opened_ = bottom_.place;
    return true;
  }
  if (text == "image") return StartInBody(NameOf("img"), tag, style);
  if (Top().mode == Mode::kColumns && text != "template") PopTo(Top().part);
  if (text == "form") {
    const bool inside_another = std::exchange(form_, true);
    if (inside_another || InTable()) return false;
  }
  CloseBefore(name);
  if ((name.traits & kOpensNone) == 0) Reopen();
  const auto remembered = [&] {
    return !name.formatting.empty() && name.formatting.back() > OwnFormatting();
  };
  if (text == "a" && remembered()) {
    EndFormatting(name);
    if (remembered()) {
      const std::uint32_t open = formatting_[name.formatting.back() - 1].open;
      Forget(name.formatting.back());
      if (open != 0) Disown(open);
    }
    Reopen();
  }
  if (text == "nobr" && Last("nobr") > Top().scope) {
    EndFormatting(name);
    Reopen();
  }
  Push(name, style);
  if ((name.traits & kVoid) != 0) Pop();
  if ((name.traits & kFormatting) != 0) Remember(SignatureOf(tag));
  return true;
}

// Ends the innermost element of that name unless it is beyond the border.
bool HtmlNesting::EndScoped(const Name& name, std::uint32_t border) {
  if (name.open.empty() || name.open.back() < border) return false;
  if (At(name.open.back()).space != Space::kHtml) return false;
  PopTo(name.open.back());
  return true;
}

void HtmlNesting::End(const HtmlToken& tag) {
  if (Top().place.not_read && !InForeign() && Top().name->text != tag.text) return;
  Name& name = NameOf(tag.text);
  const std::string_view text = name.text;
  if (InForeign()) {
    if (text == "p" || text == "br") {
      while (!HoldsHtml()) Pop();
    } else if (!name.open.empty() && name.open.back() > Top().html) {
      return PopTo(name.open.back());
    }
  }
  if (text == "br") {
    Reopen();
    Push(name, HtmlStyle{});
    Pop();
  } else if (text == "p") {
    if (!EndScoped(name, Top().button_scope)) {  // an empty paragraph
      Push(name, HtmlStyle{});
      Pop();
    }
  } else if (text == "body" || text == "html" || text == "head" || text == "col") {
    return;  // what follows is still in the page
  } else if (text == "template") {
    if (name.open.empty()) return;
    PopTo(name.open.back());
    ForgetToMarker();
  } else if (text == "form") {
    const std::uint32_t form = Last("form");
    if (!std::exchange(form_, false) || form == 0 || form < Top().scope) return;
    while (Size() > form && (Top().traits & kImplied) != 0) Pop();
    Size() == form ? Pop() : Disown(form);
  } else if (text == "table" || (name.traits & kTablePart) != 0) {
    const std::uint32_t part = Last(text);
    if (part == 0 || part < Top().table_scope) return;
    if (Top().mode == Mode::kCell || Top().mode == Mode::kCaption) {
      PopTo(Top().part);
      ForgetToMarker();
    }
    PopTo(part);
  } else if ((name.traits & kHeading) != 0) {
    std::uint32_t heading = 0;
    for (const char* any : {"h1", "h2", "h3", "h4", "h5", "h6"}) {
      heading = std::max(heading, Last(any));
    }
    if (heading > Top().scope) PopTo(heading);
  } else if (text == "li") {
    EndScoped(name, Top().list_scope);
  } else if (text == "dd" || text == "dt" || (name.traits & kEndsInScope) != 0) {
    if (EndScoped(name, Top().scope) && (name.traits & kOwnFormatting) != 0) ForgetToMarker();
  } else if ((name.traits & kFormatting) != 0) {
    EndFormatting(name);
  } else {
    EndOther(name);
  }
}

void HtmlNesting::EndOther(const Name& name) { EndScoped(name, Top().special); }

// The standard's adoption agency: </b> ends <b> also where blocks were opened in it that go on.
void HtmlNesting::EndFormatting(Name& name) {
  if (Top().name == &name && Top().formatting == 0) return Pop();
  for (int round = 0; round < 8; ++round) {
    if (!EndFormattingOnce(name)) return;
  }
}

// Moves <b> one block further in, or ends it. False: nothing more is to be done.
bool HtmlNesting::EndFormattingOnce(Name& name) {
  if (name.formatting.empty() || name.formatting.back() <= OwnFormatting()) {
    EndOther(name);
    return false;
  }
  const std::uint32_t entry = name.formatting.back();
  const std::uint32_t open = formatting_[entry - 1].open;
  if (open == 0) return Forget(entry), false;
  if (open < Top().scope) return false;
  if (Top().special < open) {
    PopTo(open);
    Forget(entry);
    return false;
  }
  std::uint32_t block = open + 1;
  while (open_[block - 1].special != block) ++block;
  if (!Spend(block - open)) return false;

  // Between them, formatting elements stay (three of them), others are ended.
  std::vector<Element> tail;
  std::uint32_t innermost = 0;
  bool ended = false;  // something that parts text
  for (std::uint32_t position = block - 1, seen = 1; position > open; --position, ++seen) {
    const std::uint32_t between = open_[position - 1].formatting;
    if (between == 0) {
      const Element& dropped = open_[position - 1];
      ended = ended || (dropped.parts && !dropped.place.gone);
      continue;
    }
    if (seen > 3) {
      Forget(between);
      continue;
    }
    if (innermost == 0) innermost = between;
    tail.insert(tail.begin(), open_[position - 1]);
  }
  const auto moved = static_cast<std::uint32_t>(open + tail.size());
  const bool gone = open_[block - 1].place.gone;
  tail.push_back(open_[block - 1]);
  tail.push_back(open_[open - 1]);
  tail.front().fostered = std::exchange(tail.back().fostered, false);
  tail.insert(tail.end(), open_.begin() + block, open_.end());
  Reorder(open, std::move(tail));
  // The begin of a block that was not there did not part what is shown.
  if (gone && (ended || (!At(moved).place.gone && At(moved).parts))) edge_.shown = true;
  if (innermost != 0) MoveBehind(entry, innermost);
  return !given_up();
}

}  // namespace redline::text
