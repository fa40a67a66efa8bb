#include "engine/text/html_tokens.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "engine/text/utf8.h"

namespace redline::text {
namespace {

struct NamedReference {
  std::string_view name;  // without &, with ; where it has one
  std::string_view text;
};
constexpr NamedReference kNamedReferences[] = {
#include "engine/text/html_entities.inc"
};
constexpr std::size_t kLongestName = 32;

// What numbers 0x80 to 0x9F mean, by the standard's table (windows-1252).
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

HtmlReference ReadNumber(std::string_view source, std::size_t at, std::size_t end) {
  std::size_t i = at + 2;  // behind &#
  const bool hex = i < end && (source[i] == 'x' || source[i] == 'X');
  if (hex) ++i;
  const std::size_t digits = i;
  std::uint32_t value = 0;
  for (; i < end; ++i) {
    const char c = Lower(source[i]);
    std::uint32_t digit = 0;
    if (IsDigit(c)) {
      digit = static_cast<std::uint32_t>(c - '0');
    } else if (hex && c >= 'a' && c <= 'f') {
      digit = static_cast<std::uint32_t>(c - 'a' + 10);
    } else {
      break;
    }
    value = std::min<std::uint32_t>(value * (hex ? 16 : 10) + digit, 0x110000);
  }
  if (i == digits) return {};
  if (i < end && source[i] == ';') ++i;
  char32_t c = value;
  if (c >= 0x80 && c <= 0x9F) c = kWindows1252[c - 0x80];
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
  HtmlReference reference{i - at, {}};
  AppendUtf8(c, reference.text);
  return reference;
}

}  // namespace

HtmlReference ReadHtmlReference(std::string_view source, std::size_t at, std::size_t end,
                                bool in_attribute) {
  if (at + 1 < end && source[at + 1] == '#') return ReadNumber(source, at, end);
  std::size_t longest = at + 1;
  while (longest < end && longest - at <= kLongestName &&
         (IsLetter(source[longest]) || IsDigit(source[longest]))) {
    ++longest;
  }
  if (longest < end && source[longest] == ';') ++longest;
  // The longest name of the table that stands here; "notit;" is ¬ and "it;".
  for (std::size_t stop = longest; stop > at + 1; --stop) {
    const std::string_view name = source.substr(at + 1, stop - at - 1);
    const auto* found = std::lower_bound(
        std::begin(kNamedReferences), std::end(kNamedReferences), name,
        [](const NamedReference& entry, std::string_view value) { return entry.name < value; });
    if (found == std::end(kNamedReferences) || found->name != name) continue;
    const char next = stop < end ? source[stop] : '\0';
    if (in_attribute && name.back() != ';' && (next == '=' || IsLetter(next) || IsDigit(next))) {
      return {};
    }
    return {stop - at, std::string(found->text)};
  }
  return {};
}

HtmlTokens::HtmlTokens(std::string_view source, std::size_t begin, std::size_t end)
    : source_(source), end_(std::min(end, source.size())), at_(begin) {}

bool HtmlTokens::Next(HtmlToken& token) {
  token = HtmlToken{};
  if (!raw_.empty() && NextRaw(token)) return true;
  while (at_ < end_) {
    if (At(at_) != '<') return NextText(token);
    const char next = At(at_ + 1);
    if (IsLetter(next) || (next == '/' && IsLetter(At(at_ + 2)))) {
      if (NextTag(token)) return true;
    } else if (next == '!') {
      constexpr std::string_view kCdata = "<![CDATA[";
      if (source_.compare(at_, 4, "<!--") == 0 && at_ + 4 <= end_) {
        SkipComment();
      } else if (cdata_ && at_ + kCdata.size() <= end_ &&
                 source_.compare(at_, kCdata.size(), kCdata) == 0) {
        const std::size_t begin = at_ + kCdata.size();
        const std::size_t stop = std::min(source_.find("]]>", begin), end_);
        at_ = std::min(stop + 3, end_);
        token.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop)};
        if (begin < stop) return true;
      } else {
        SkipBogusComment();
      }
    } else if (next == '?') {
      SkipBogusComment();
    } else if (next == '/' && At(at_ + 2) == '>' && at_ + 2 < end_) {
      at_ += 3;  // "</>" is nothing
    } else if (next == '/' && at_ + 2 < end_) {
      SkipBogusComment();
    } else {
      return NextText(token);
    }
  }
  return false;
}

bool HtmlTokens::NextReference(HtmlToken& token) {
  HtmlReference reference = ReadHtmlReference(source_, at_, end_, false);
  if (reference.length == 0) return false;
  token.kind = HtmlToken::Kind::kReference;
  token.text = std::move(reference.text);
  token.range = {static_cast<std::uint32_t>(at_),
                 static_cast<std::uint32_t>(at_ + reference.length)};
  at_ += reference.length;
  return true;
}

// Text up to the next tag or reference; a '<' or '&' that begins neither is text.
bool HtmlTokens::NextText(HtmlToken& token) {
  if (At(at_) == '&' && NextReference(token)) return true;
  const std::size_t begin = at_++;
  while (at_ < end_ && At(at_) != '<' && At(at_) != '&') ++at_;
  token.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  return true;
}

// Whether `name` stands at `at` and ends there, as a tag's name does.
bool HtmlTokens::RawTagAt(std::size_t at, std::string_view name) const {
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (Lower(At(at + i)) != name[i]) return false;
  }
  const char after = At(at + name.size());
  return IsSpace(after) || after == '/' || after == '>';
}

bool HtmlTokens::ClosesRaw(std::size_t at) const {
  return At(at) == '<' && At(at + 1) == '/' && raw_ != "plaintext" && RawTagAt(at + 2, raw_);
}

// To the end tag of a script. In "<!-- <script> … </script> … -->" the first end tag is not it.
void HtmlTokens::SkipScript() {
  bool escaped = false;  // after <!--
  bool twice = false;    // after <script in it
  for (; at_ < end_; ++at_) {
    if (!escaped && source_.compare(at_, 4, "<!--") == 0) {
      escaped = true;
      at_ += 1;  // its dashes may be those of --> already
    } else if (escaped && source_.compare(at_, 3, "-->") == 0) {
      escaped = twice = false;
    } else if (escaped && !twice && At(at_) == '<' && RawTagAt(at_ + 1, raw_)) {
      twice = true;
    } else if (ClosesRaw(at_)) {
      if (!twice) return;
      twice = false;
    }
  }
}

// What stands in script, style or textarea, up to its end tag. In a textarea and a title,
// references are resolved, hence text may come in several tokens.
bool HtmlTokens::NextRaw(HtmlToken& token) {
  if (at_ >= end_ || ClosesRaw(at_)) {
    raw_.clear();
    return false;
  }
  if (references_ && At(at_) == '&' && NextReference(token)) return true;
  const std::size_t begin = at_;
  if (raw_ == "script") {
    SkipScript();
  } else {
    ++at_;
    while (at_ < end_ && !ClosesRaw(at_) && !(references_ && At(at_) == '&')) ++at_;
  }
  token.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  return true;
}

void HtmlTokens::SkipComment() {
  at_ += 4;
  if (At(at_) == '>' && at_ < end_) {
    ++at_;
    return;
  }
  if (source_.compare(at_, 2, "->") == 0 && at_ + 2 <= end_) {
    at_ += 2;
    return;
  }
  for (; at_ < end_; ++at_) {
    if (At(at_) != '-' || At(at_ + 1) != '-') continue;
    const std::size_t close = At(at_ + 2) == '!' ? at_ + 3 : at_ + 2;
    if (close < end_ && At(close) == '>') {
      at_ = close + 1;
      return;
    }
  }
}

void HtmlTokens::SkipBogusComment() {
  while (at_ < end_ && At(at_) != '>') ++at_;
  if (at_ < end_) ++at_;
}

bool HtmlTokens::NextTag(HtmlToken& token) {
  const std::size_t begin = at_;
  ++at_;
  token.kind = HtmlToken::Kind::kStartTag;
  if (At(at_) == '/') {
    token.kind = HtmlToken::Kind::kEndTag;
    ++at_;
  }
  while (at_ < end_ && !IsSpace(At(at_)) && At(at_) != '/' && At(at_) != '>') {
    token.text.push_back(Lower(At(at_++)));
  }
  if (!ReadAttributes(token)) return false;  // the source ends inside the tag: no tag
  token.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  if (token.kind == HtmlToken::Kind::kEndTag) {
    token.attributes.clear();
    return true;
  }
  static constexpr std::string_view kRaw[] = {"script",  "style",    "xmp",      "iframe",
                                              "noembed", "noframes", "plaintext"};
  static constexpr std::string_view kWithReferences[] = {"textarea", "title"};
  const auto is = [&](const auto& names) {
    return std::find(std::begin(names), std::end(names), token.text) != std::end(names);
  };
  references_ = is(kWithReferences);
  if (references_ || is(kRaw)) raw_ = token.text;
  return true;
}

bool HtmlTokens::ReadAttributes(HtmlToken& token) {
  std::set<std::string> names;
  while (at_ < end_) {
    const char c = At(at_);
    if (c == '>') {
      ++at_;
      return true;
    }
    if (c == '/') {
      ++at_;
      token.self_closing = At(at_) == '>';
    } else if (IsSpace(c)) {
      ++at_;
    } else {
      HtmlAttribute attribute = ReadAttribute();
      if (names.insert(attribute.name).second) token.attributes.push_back(std::move(attribute));
    }
  }
  return false;
}

HtmlAttribute HtmlTokens::ReadAttribute() {
  HtmlAttribute attribute;
  do {  // the first character may even be '='
    attribute.name.push_back(Lower(At(at_++)));
  } while (at_ < end_ && !IsSpace(At(at_)) && At(at_) != '/' && At(at_) != '>' && At(at_) != '=');
  std::size_t value = at_;
  while (value < end_ && IsSpace(At(value))) ++value;
  if (At(value) == '=' && value < end_) {
    ++value;
    while (value < end_ && IsSpace(At(value))) ++value;
    const char quote = At(value);
    std::size_t stop = value;
    if (quote == '"' || quote == '\'') {
      stop = ++value;
      while (stop < end_ && At(stop) != quote) ++stop;
      at_ = std::min(end_, stop + 1);
    } else {
      while (stop < end_ && !IsSpace(At(stop)) && At(stop) != '>') ++stop;
      at_ = stop;
    }
    attribute.value = {static_cast<std::uint32_t>(value), static_cast<std::uint32_t>(stop)};
  } else {
    attribute.value = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_)};
  }
  return attribute;
}

}  // namespace redline::text
