#include "engine/expression.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "engine/character_set.h"
#include "engine/text/fold_table.h"
#include "engine/text/utf8.h"

namespace redline {
namespace {

using text::FoldKind;
using text::FoldTable;

constexpr std::size_t kMaxCharacters = 1000;
constexpr int kMaxRepeat = 100;

constexpr std::string_view kSeparator = "(?: ?)";
constexpr std::string_view kInSentence = "[^\\x1e]";

class Rewriter {
 public:
  explicit Rewriter(std::string_view pattern) {
    for (std::size_t i = 0; i < pattern.size(); i += text::SequenceLength(pattern[i])) {
      in_.push_back(text::CodePointAt(pattern, i));
    }
  }

  Result<std::string, std::string> Run() && {
    if (in_.size() > kMaxCharacters) return Fail("it is longer than 1000 characters: split it");
    while (at_ < in_.size() && !error_) Element();
    if (error_) return Unexpected(*std::move(error_));
    return std::move(out_);
  }

 private:
  Unexpected<std::string> Fail(std::string why) { return Unexpected(std::move(why)); }
  void Refuse(std::string why) {
    if (!error_) error_ = std::move(why);
  }
  bool Peek(char32_t c, std::size_t ahead = 0) const {
    return at_ + ahead < in_.size() && in_[at_ + ahead] == c;
  }

  void Element();
  void Group();
  void Escape();
  void Brackets();
  void Quantifier();
  void Literal(char32_t c);
  void AddFolded(char32_t c, bool negated, CharacterSet& set, bool& separators);
  std::optional<char32_t> EscapedCharacter(char32_t c);
  void AddClass(char32_t c, bool negated, CharacterSet& set, bool& separators);

  // Something that may be there or not: its own quantifier means nothing more.
  void Optional(std::string_view atom) {
    out_ += atom;
    SkipQuantifier();
  }
  void SkipQuantifier();
  bool AtQuantifier() const {
    return Peek(U'*') || Peek(U'+') || Peek(U'?') ||
           (Peek(U'{') && at_ + 1 < in_.size() && in_[at_ + 1] >= U'0' && in_[at_ + 1] <= U'9');
  }

  std::u32string in_;
  std::size_t at_ = 0;
  std::string out_;
  std::optional<std::string> error_;
};

void Rewriter::Element() {
  if (AtQuantifier()) return Quantifier();
  const char32_t c = in_[at_];
  switch (c) {
    case U'\\':
      return Escape();
    case U'[':
      return Brackets();
    case U'(':
      return Group();
    case U')':
    case U'|':
      out_.push_back(static_cast<char>(c));
      ++at_;
      return;
    case U'.':
      out_ += kInSentence;
      ++at_;
      return;
    case U'^':
    case U'$':
      return Refuse("^ and $ cannot be used: a pattern is looked for anywhere in a passage");
    default:
      ++at_;
      return Literal(c);
  }
}

void Rewriter::Group() {
  ++at_;
  out_ += "(?:";
  if (!Peek(U'?')) return;
  if (Peek(U':', 1)) {
    at_ += 2;
  } else if (Peek(U'P', 1) && Peek(U'<', 2)) {
    while (at_ < in_.size() && in_[at_] != U'>') ++at_;
    ++at_;
  } else {
    Refuse(
        "(?= (?! (?< and flags such as (?i) cannot be used: write the words around it out, or use "
        "unless");
  }
}

void Rewriter::Quantifier() {
  if (!Peek(U'{')) {
    out_.push_back(static_cast<char>(in_[at_++]));
  } else {
    std::string repeat;
    int number = 0;
    while (at_ < in_.size() && in_[at_] != U'}') {
      const char32_t c = in_[at_++];
      if (c >= U'0' && c <= U'9') {
        number = std::min(number * 10 + static_cast<int>(c - U'0'), kMaxRepeat + 1);
        if (number > kMaxRepeat) return Refuse("a repeat above 100 cannot be used");
      } else if (c == U',') {
        number = 0;
      } else if (c != U'{') {
        return Refuse("the repeat after { is not closed: write {0,6}");
      }
      repeat.push_back(static_cast<char>(c));
    }
    if (at_ == in_.size()) return Refuse("the repeat after { is not closed: write {0,6}");
    out_.append(repeat).append("}");
    ++at_;
  }
  if (Peek(U'?') || Peek(U'+')) ++at_;  // lazy or possessive: all ends are reported anyway
}

void Rewriter::SkipQuantifier() {
  if (!AtQuantifier()) return;
  const std::size_t size = out_.size();
  Quantifier();
  out_.resize(size);
}

void Rewriter::Literal(char32_t c) {
  switch (c) {
    case U'.':
    case U'．':
      return Optional("[. ]?");  // a point between digits, or a separator
    case U',':
    case U':':
      return Optional("(?:\\x1f?)");
    case U';':
    case U'!':
    case U'?':
      return Optional("(?:\\x1e?)");
    default:
      break;
  }
  const FoldTable& table = FoldTable::Get();
  const FoldKind kind = table.Find(c).kind();
  const bool mark = c == U'%' || c == U'％' || c == U'‰' || c == U'#' || c == U'＃';
  const std::string folded = table.Folded(c);
  const bool currency = kind == FoldKind::kContext && folded != "(" && folded != "'" &&
                        folded != "\n" && folded != "\r" && folded != "’" && folded != "‘";
  if (kind == FoldKind::kDrop) return Optional("");
  if (kind == FoldKind::kSeparator || (kind == FoldKind::kContext && !mark && !currency)) {
    return Optional(kSeparator);
  }
  std::string atom;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < folded.size(); i += text::SequenceLength(folded[i]), ++characters) {
    CharacterSet::Append(text::CodePointAt(folded, i), atom);
  }
  if (characters > 1) out_ += "(?:";
  out_ += atom;
  if (characters > 1) out_ += ")";
}

// The character that \x.. or an escaped mark stands for; nothing when `c` begins a class.
std::optional<char32_t> Rewriter::EscapedCharacter(char32_t c) {
  switch (c) {
    case U't':
      return U'\t';
    case U'n':
      return U'\n';
    case U'r':
      return U'\r';
    case U'f':
      return U'\f';
    case U'x': {
      std::uint32_t value = 0;
      const bool braces = Peek(U'{');
      if (braces) ++at_;
      std::size_t digits = 0;
      while (at_ < in_.size() && digits < (braces ? 6u : 2u)) {
        const char32_t d = in_[at_] | 0x20;
        if (in_[at_] >= U'0' && in_[at_] <= U'9') {
          value = value * 16 + (in_[at_] - U'0');
        } else if (d >= U'a' && d <= U'f') {
          value = value * 16 + (d - U'a' + 10);
        } else {
          break;
        }
        ++at_, ++digits;
      }
      const bool closed = !braces || Peek(U'}');
      if (braces && closed) ++at_;
      if (digits == 0 || !closed || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) {
        Refuse("\\x is no character: write \\x41 or \\x{4fdd}");
        return U' ';
      }
      return value;
    }
    default:
      break;
  }
  const bool letter =
      (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
  if (letter) return std::nullopt;
  return c;
}

void Rewriter::Escape() {
  ++at_;
  if (at_ == in_.size()) return Refuse("a pattern cannot end with \\");
  const char32_t c = in_[at_++];
  if (c >= U'1' && c <= U'9') return Refuse("back references such as \\1 cannot be used");
  if (c == U'b') {
    out_ += "\\b";
    return;
  }
  if (c == U's') return Optional(kSeparator);
  if (c == U'd' || c == U'w' || c == U'D' || c == U'W' || c == U'S') {
    CharacterSet set;
    bool separators = false;
    AddClass(c | 0x20, false, set, separators);
    const bool negated = c < U'a';
    if (negated) set.Add(U'\x1e');
    if (c == U'S') set.Add(U' ');
    out_ += negated ? "[^" : "[";
    out_ += set.Print();
    out_ += "]";
    return;
  }
  if (const auto escaped = EscapedCharacter(c)) return Literal(*escaped);
  std::string shown = "\\";
  text::AppendUtf8(c, shown);
  Refuse(shown + " cannot be used; of the letters, \\d \\w \\s \\b can");
}

void Rewriter::AddClass(char32_t c, bool negated, CharacterSet& set, bool& separators) {
  switch (c) {
    case U'd':
      set.Add(U'0', U'9');
      break;
    case U'w':
      set.Add(U'0', U'9');
      set.Add(U'a', U'z');
      break;
    case U's':
      separators = true;
      if (negated) set.Add(U' ');
      break;
    default:
      Refuse("of the classes, \\d \\w \\s can stand in brackets");
  }
}

// Adds what `c` folds to. A mark in negated brackets keeps out the end that it may stand for.
void Rewriter::AddFolded(char32_t c, bool negated, CharacterSet& set, bool& separators) {
  const FoldTable& table = FoldTable::Get();
  switch (c) {
    case U',':
    case U':':
      return set.Add(static_cast<char32_t>(text::kClauseMark));
    case U';':
    case U'!':
    case U'?':
    case U'\n':
      return set.Add(static_cast<char32_t>(text::kSentenceMark));
    case U'.':
      set.Add(U'.');
      if (negated) set.Add(static_cast<char32_t>(text::kSentenceMark));
      return;
    default:
      break;
  }
  const FoldKind kind = table.Find(c).kind();
  if (kind == FoldKind::kDrop) return;
  if (kind == FoldKind::kSeparator || c == U'(' || c == U'（' || c == U'\'' || c == U'’') {
    separators = true;
    if (negated) set.Add(U' ');
    return;
  }
  const std::string folded = table.Folded(c);
  if (folded.empty()) return;
  if (text::SequenceLength(folded[0]) != folded.size()) {
    std::string shown;
    text::AppendUtf8(c, shown);
    return Refuse(shown + " folds to several characters and cannot stand in brackets: use (…|…)");
  }
  set.Add(text::CodePointAt(folded, 0));
}

void Rewriter::Brackets() {
  ++at_;
  const bool negated = Peek(U'^');
  if (negated) ++at_;
  CharacterSet set;
  bool separators = false;
  bool first = true;
  while (at_ < in_.size() && (first || in_[at_] != U']') && !error_) {
    first = false;
    char32_t c = in_[at_++];
    if (c == U'[' && Peek(U':')) return Refuse("[:names:] cannot be used: list the characters");
    if (c == U'\\') {
      if (at_ == in_.size()) break;
      const char32_t escaped = in_[at_++];
      const auto character = EscapedCharacter(escaped);
      if (!character) {
        AddClass(escaped, negated, set, separators);
        continue;
      }
      c = *character;
    }
    char32_t last = c;
    if (Peek(U'-') && at_ + 1 < in_.size() && in_[at_ + 1] != U']') {
      ++at_;
      last = in_[at_++];
      if (last == U'\\' && at_ < in_.size()) last = EscapedCharacter(in_[at_++]).value_or(c);
      if (last < c) return Refuse("a range in brackets runs backwards");
    }
    for (char32_t each = c; each <= last; ++each) AddFolded(each, negated, set, separators);
  }
  if (at_ == in_.size()) return Refuse("the bracket [ is never closed");
  ++at_;
  if (negated) {
    set.Add(static_cast<char32_t>(text::kSentenceMark));
    out_.append("[^").append(set.Print()).append("]");
  } else if (set.empty()) {
    separators ? Optional(kSeparator) : Refuse("the brackets hold nothing that can be found");
  } else if (separators) {
    set.Add(U' ');
    out_.append("[").append(set.Print()).append("]");
    if (!AtQuantifier()) out_.push_back('?');
  } else {
    out_.append("[").append(set.Print()).append("]");
  }
}

}  // namespace

Result<std::string, std::string> RewritePattern(std::string_view pattern) {
  return Rewriter(pattern).Run();
}

}  // namespace redline
