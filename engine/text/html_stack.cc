// The stack of open elements and the list of active formatting elements of an HtmlNesting.

#include <algorithm>

#include "engine/text/html_elements.h"
#include "engine/text/html_nesting.h"

namespace redline::text {

HtmlNesting::HtmlNesting(std::string_view source)
    : source_(source), steps_left_(16 * source.size() + 100'000) {}

// False when there are no steps left: whatever was to be done is not done any more.
bool HtmlNesting::Spend(std::size_t steps) {
  steps_left_ -= std::min(steps, steps_left_);
  return steps_left_ > 0;
}

HtmlNesting::Name& HtmlNesting::NameOf(std::string_view text) {
  const auto known = names_.find(text);
  if (known != names_.end()) return known->second;
  const auto added = names_.emplace(std::string(text), Name{}).first;
  added->second.text = added->first;
  added->second.traits = TraitsOf(text);
  return added->second;
}

// Position of the innermost open element of that name.
std::uint32_t HtmlNesting::Last(std::string_view name) {
  const Name& known = NameOf(name);
  return known.open.empty() ? 0 : known.open.back();
}

void HtmlNesting::Note(const Element& element) {
  if (!element.parts) return;
  edge_.all = true;
  edge_.shown = edge_.shown || !element.place.gone;
}

void HtmlNesting::Push(Name& name, const HtmlStyle& style, Space space) {
  Element element;
  element.name = &name;
  element.style = style;
  element.space = space;
  element.fostered = AtTable() && (name.traits & (kTablePart | kNotRead)) == 0;
  if (space == Space::kHtml) {
    element.traits = (name.traits & kSvgOnly) != 0 ? 0 : name.traits;
  } else if (space == Space::kSvg) {
    element.traits = name.traits & (kNotRead | kHtmlInSvg | kDrawsText);
    if ((name.traits & (kSvgOnly | kHtmlInSvg)) != 0) {
      element.traits |= name.traits & (kApart | kNoBox);
    }
    if (name.text == "svg") element.traits |= kPicture;
  } else {
    element.traits = name.traits & kHtmlInMath;
  }
  if ((element.traits & kApart) != 0) element.apart = ++aparts_;
  element.parts = (element.traits & kBlock) != 0;
  if ((element.traits & kVoid) == 0) element.parts = style.parts.value_or(element.parts);
  open_.push_back(element);
  name.open.push_back(Size());
  if ((element.traits & kOwnFormatting) != 0) {
    markers_.push_back(static_cast<std::uint32_t>(formatting_.size()));
  }
  Inherit(Size());
  opened_ = Top().place;
  Note(Top());
}

// Works out what the element at `position` takes from those below it.
void HtmlNesting::Inherit(std::uint32_t position) {
  Element& element = open_[position - 1];
  const Element& below = At(position - 1);
  const Element& around = element.fostered ? At(below.before_table) : below;
  const std::uint32_t traits = element.traits;
  const auto has = [&](std::uint32_t trait) { return (traits & trait) != 0; };
  const bool html = element.space == Space::kHtml;
  const bool inner_html = !html && has(kHtmlInSvg | kHtmlInMath);

  HtmlPlace& place = element.place;
  place.gone = around.place.gone || element.style.gone || has(kNoBox);
  place.unseen = around.place.unseen || element.style.unseen;
  place.off = static_cast<std::uint8_t>((around.place.off & ~element.style.on) | element.style.off);
  place.undrawn =
      (around.place.undrawn || has(kPicture)) && element.space == Space::kSvg && !has(kDrawsText);
  place.not_read = around.place.not_read || has(kNotRead);
  place.preserve = around.place.preserve || has(kPreserve);
  place.apart = around.place.apart != 0 ? around.place.apart : element.apart;

  const auto nearest = [&](bool here, std::uint32_t other) { return here ? position : other; };
  const std::string_view name = element.name->text;
  const bool outside = html && name == "template";
  const bool table = html && name == "table";
  element.mode = below.mode;
  element.part = below.part;
  if (table || outside || (html && has(kTablePart))) {
    element.part = position;
    element.mode = table                          ? Mode::kTable
                   : outside                      ? Mode::kBody
                   : name == "tr"                 ? Mode::kRow
                   : name == "td" || name == "th" ? Mode::kCell
                   : name == "caption"            ? Mode::kCaption
                   : name == "colgroup"           ? Mode::kColumns
                                                  : Mode::kRowGroup;
  }
  element.before_table = table ? position - 1 : nearest(outside, below.before_table);
  element.html = nearest(html, below.html);
  element.special = nearest(has(kSpecial) || inner_html, below.special);
  element.item_stop =
      nearest((has(kSpecial) && name != "address" && name != "div" && name != "p") || inner_html,
              below.item_stop);
  element.scope = nearest(has(kScope) || inner_html, below.scope);
  element.list_scope = nearest(has(kListScope) || inner_html, below.list_scope);
  element.button_scope = nearest(has(kButtonScope) || inner_html, below.button_scope);
  element.table_scope = nearest(has(kTableScope), below.table_scope);
}

void HtmlNesting::Pop() {
  const Element element = std::move(open_.back());
  open_.pop_back();
  element.name->open.pop_back();
  if (element.formatting != 0) formatting_[element.formatting - 1].open = 0;
  Note(element);
  if (!open_.empty() && Top().name->text.empty())
    Pop();  // disowned: nothing is open in it any more
}

void HtmlNesting::PopTo(std::uint32_t position) {
  while (Size() >= position) Pop();
}

// Puts `tail` in the place of the open elements from `from` on.
void HtmlNesting::Reorder(std::uint32_t from, std::vector<Element> tail) {
  if (!Spend(tail.size() + Size() - from)) return;
  for (std::uint32_t position = Size(); position >= from; --position) {
    const Element& element = open_[position - 1];
    element.name->open.pop_back();
    if (element.formatting != 0) formatting_[element.formatting - 1].open = 0;
  }
  open_.resize(from - 1);
  for (Element& element : tail) {
    open_.push_back(std::move(element));
    Element& placed = open_.back();
    placed.name->open.push_back(Size());
    if (placed.formatting != 0) formatting_[placed.formatting - 1].open = Size();
    Inherit(Size());
  }
}

// The element stays around what is open in it, but no tag means it any more.
void HtmlNesting::Disown(std::uint32_t position) {
  std::vector<Element> tail(open_.begin() + position - 1, open_.end());
  tail.front().name = &NameOf("");
  tail.front().traits &= ~kSpecial;
  Reorder(position, std::move(tail));
}

// Enters the innermost element into the list. Of those alike, three are kept (the standard calls it
// Noah's Ark).
void HtmlNesting::Remember(std::string signature) {
  if (removed_ > 16 && 2 * removed_ > formatting_.size()) DropRemoved();
  Name& name = *Top().name;
  std::size_t alike = 0;
  for (std::size_t i = name.formatting.size(); i > 0; --i) {
    const std::uint32_t entry = name.formatting[i - 1];
    if (entry <= OwnFormatting() || !Spend(1)) break;
    if (formatting_[entry - 1].signature == signature && ++alike == 3) {
      Forget(entry);
      break;
    }
  }
  formatting_.push_back({&name, Top().style, std::move(signature), Size(), false});
  open_.back().formatting = static_cast<std::uint32_t>(formatting_.size());
  name.formatting.push_back(open_.back().formatting);
}

void HtmlNesting::Forget(std::uint32_t entry) {
  Formatting& forgotten = formatting_[entry - 1];
  std::vector<std::uint32_t>& entries = forgotten.name->formatting;
  entries.erase(std::lower_bound(entries.begin(), entries.end(), entry));
  if (forgotten.open != 0) open_[forgotten.open - 1].formatting = 0;
  forgotten.open = 0;
  forgotten.removed = true;
  ++removed_;
  while (formatting_.size() > OwnFormatting() && formatting_.back().removed) {
    formatting_.pop_back();
    --removed_;
  }
}

// Closes the gaps that forgotten entries leave, when they are more than the others: so each is
// passed over once, on average.
void HtmlNesting::DropRemoved() {
  std::vector<Formatting> kept;
  std::vector<std::uint32_t> markers = markers_;
  std::size_t next_marker = 0;
  for (const Formatting& entry : formatting_) entry.name->formatting.clear();
  for (std::uint32_t i = 0; i <= formatting_.size(); ++i) {
    while (next_marker < markers_.size() && markers_[next_marker] == i) {
      markers[next_marker++] = static_cast<std::uint32_t>(kept.size());
    }
    if (i == formatting_.size() || formatting_[i].removed) continue;
    kept.push_back(std::move(formatting_[i]));
    const auto entry = static_cast<std::uint32_t>(kept.size());
    kept.back().name->formatting.push_back(entry);
    if (kept.back().open != 0) open_[kept.back().open - 1].formatting = entry;
  }
  formatting_ = std::move(kept);
  markers_ = std::move(markers);
  removed_ = 0;
}

// Forgets what was opened since the last cell, object … began.
void HtmlNesting::ForgetToMarker() {
  while (formatting_.size() > OwnFormatting()) {
    const Formatting& last = formatting_.back();
    if (last.removed) {
      --removed_;
    } else {
      last.name->formatting.pop_back();
    }
    if (last.open != 0) open_[last.open - 1].formatting = 0;
    formatting_.pop_back();
  }
  if (!markers_.empty()) markers_.pop_back();
}

// Moves an entry of the list right behind another.
void HtmlNesting::MoveBehind(std::uint32_t entry, std::uint32_t other) {
  const std::uint32_t from = std::min(entry, other + 1);
  if (!Spend(2 * (formatting_.size() - from))) return;
  for (std::size_t i = formatting_.size(); i >= from; --i) {
    if (!formatting_[i - 1].removed) formatting_[i - 1].name->formatting.pop_back();
  }
  const auto at = [&](std::uint32_t i) { return formatting_.begin() + i - 1; };
  if (entry < other) {
    std::rotate(at(entry), at(entry + 1), at(other + 1));
  } else {
    std::rotate(at(other + 1), at(entry), at(entry + 1));
  }
  for (std::uint32_t i = from; i <= formatting_.size(); ++i) {
    const Formatting& moved = formatting_[i - 1];
    if (moved.open != 0) open_[moved.open - 1].formatting = i;
    if (!moved.removed) moved.name->formatting.push_back(i);
  }
}

// Opens the formatting elements again that were closed only because something around them was.
void HtmlNesting::Reopen() {
  const std::uint32_t own = OwnFormatting();
  auto entry = static_cast<std::uint32_t>(formatting_.size());
  while (entry > own && formatting_[entry - 1].open == 0) {
    if (!Spend(1)) return;
    --entry;
  }
  for (; entry < formatting_.size(); ++entry) {
    if (!Spend(4)) return;
    if (formatting_[entry].removed) continue;
    Push(*formatting_[entry].name, formatting_[entry].style);
    open_.back().formatting = entry + 1;
    formatting_[entry].open = Size();
  }
}

}  // namespace redline::text
