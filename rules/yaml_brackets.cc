// The part of YamlLines that reads maps and lists in brackets: { zh: 保本, en: … } and [保本,
// 躺赚].

#include <string>
#include <utility>

#include "rules/yaml_lines.h"

namespace redline::rules {
namespace {

constexpr std::string_view kFullWidthColon = "：";

}  // namespace

void YamlLines::ReadBrackets() {
  while (!AtLineEnd() && !brackets_.empty()) {
    SkipBlanks();
    if (AtLineEnd()) return;
    if (text_[pos_] == '#') {
      ReadComment(/*own_line=*/false);
      return;
    }
    if (!ReadInBrackets()) return;
    if (brackets_.empty()) ExpectLineEnd();
  }
}

// Reads one comma, bracket, key or text. False when it was wrong.
bool YamlLines::ReadInBrackets() {
  using Next = Bracket::Next;
  Bracket& top = brackets_.back();
  const bool map = top.kind == Kind::kMap;
  const char first = text_[pos_];
  if (first == (map ? '}' : ']')) {
    if (top.next == Next::kColonValue) return Fail(pos_, "nothing stands behind the last key here");
    brackets_.pop_back();
    ++pos_;
    if (!brackets_.empty()) brackets_.back().next = Next::kComma;
    return true;
  }
  if (first == ',') {
    if (top.next != Next::kComma) {
      return Fail(pos_, "text is missing before this comma: write it, or delete the comma");
    }
    top.next = Next::kItem;
    ++pos_;
    return true;
  }
  if (top.next == Next::kComma) return FailForMissingComma();
  if (first == '[' || first == '{') {
    if (map && top.next == Next::kItem)
      return Fail(pos_, "a bracket stands where a key is expected");
    top.next = Next::kComma;
    return OpenBracket(first == '[' ? Kind::kList : Kind::kMap);
  }
  return ReadTextInBrackets();
}

bool YamlLines::ReadTextInBrackets() {
  using Next = Bracket::Next;
  Bracket& top = brackets_.back();
  auto scalar = ScanScalar(text_, pos_, true);
  if (!scalar) return Fail(scalar.error().offset, scalar.error().message);
  pos_ = scalar->end;
  const bool colon = pos_ < line_end_ && text_[pos_] == ':';
  const bool is_key = top.kind == Kind::kMap && top.next == Next::kItem;
  if (is_key && !(colon && IsBlankOrEnd(text_, pos_ + 1))) {
    const std::size_t wide = scalar->value.find(kFullWidthColon);
    if (wide != std::string::npos) {
      return Fail(scalar->begin,
                  "a full-width colon ： separates no key from its text: write `" +
                      Shortened(scalar->value.substr(0, wide)) + ": " +
                      Shortened(scalar->value.substr(wide + kFullWidthColon.size())) + "`");
    }
    const std::size_t narrow = scalar->quoted ? std::string::npos : scalar->value.find(':');
    if (narrow != std::string::npos) {
      return Fail(scalar->begin, "a key needs a blank behind its colon: write `" +
                                     Shortened(scalar->value.substr(0, narrow)) + ": " +
                                     Shortened(scalar->value.substr(narrow + 1)) + "`");
    }
    return Fail(scalar->begin,
                "inside of { } every entry is written `key: text`, and this one is "
                "not; text with a comma must stand in quotes: " +
                    InQuotes("…, " + scalar->value));
  }
  if (is_key && scalar->value == "<<") {
    return Fail(scalar->begin, "merging with `<<` is not used in lists: write the keys out");
  }
  if (!is_key && colon) {
    return Fail(pos_,
                "text with a colon must stand in quotes inside of brackets; or a comma is "
                "missing before `" +
                    Shortened(scalar->value) + "`");
  }
  if (is_key && ++bracket_keys_ > kMaxKeysInBracketsOfLine) {
    return Fail(scalar->begin,
                "this line has more than 64 keys in brackets: write each entry on a "
                "line of its own");
  }
  if (is_key) ++pos_;
  top.next = is_key ? Next::kColonValue : Next::kComma;
  scalars_.push_back(std::move(*scalar));
  return true;
}

bool YamlLines::FailForMissingComma() {
  const Bracket& top = brackets_.back();
  if (!scalars_.empty() && scalars_.back().quoted && scalars_.back().end == pos_) {
    return Fail(pos_,
                "the quote ends before this text: put all of it in single quotes, and write each ' "
                "inside of it twice");
  }
  const std::string closing = top.kind == Kind::kMap ? "}" : "]";
  if (Column(pos_) <= bracket_indent_) {  // what follows belongs to the lines around the bracket
    return FailForOpenBracket();
  }
  return Fail(pos_, "a comma or the closing " + closing + " is missing before this");
}

bool YamlLines::FailForOpenBracket() {
  const Bracket& open = brackets_.back();
  return Fail(open.begin, "the bracket that opens here is never closed: add the closing " +
                              std::string(open.kind == Kind::kMap ? "}" : "]"));
}

bool YamlLines::OpenBracket(Kind kind) {
  if (blocks_.size() + brackets_.size() >= kMaxDepth) {
    return Fail(pos_, "brackets are nested more than 8 levels deep: no list needs more than 5");
  }
  brackets_.push_back({kind, pos_, Bracket::Next::kItem});
  ++pos_;
  return true;
}

}  // namespace redline::rules
