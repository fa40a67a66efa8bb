#include "rules/yaml_lines.h"

#include <algorithm>
#include <utility>

#include "rules/code_point.h"

namespace redline::rules {
namespace {

constexpr std::string_view kFullWidthColon = "：";

std::string_view WithoutLeadingBlanks(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

// The length of what begins `text` and looks like the dash of a list, but is none; 0 otherwise.
std::size_t OtherDash(std::string_view text) {
  for (const std::string_view dash : {"－", "–", "—", "−", "•", "·"}) {
    if (text.substr(0, dash.size()) == dash) return dash.size();
  }
  return 0;
}

}  // namespace

YamlLines::YamlLines(const SourceText& source, ErrorList& errors)
    : source_(source), text_(source.text()), errors_(errors) {}

bool YamlLines::Read() {
  const std::size_t before = errors_.size();
  for (std::size_t begin = 0; begin < text_.size() && !stopped_; begin = line_end_ + 1) {
    line_begin_ = begin;
    line_end_ = std::min(text_.find('\n', begin), text_.size());
    ReadLine();
  }
  CloseDash(0);
  errors_.set_rule_id("");
  if (!brackets_.empty()) {
    FailForOpenBracket();
  }
  const bool sound = errors_.size() == before;
  if (sound && scalars_.empty()) {
    Fail(0, "the file is empty: a list begins with `pack:`, or delete the file");
  } else if (!ended_ && !stopped_) {
    Fail(text_.size(),
         "the last line `...` is missing: the file may have been cut short; if it is complete, "
         "add a line with three dots at its end");
  }
  return errors_.size() == before;
}

void YamlLines::ReadLine() {
  pos_ = line_begin_;
  bracket_keys_ = 0;
  SkipBlanks();
  if (AtLineEnd()) return;
  if (line_end_ - line_begin_ > kMaxLineBytes) {
    Fail(pos_,
         "this line is longer than 16 KB: write each entry of a list on a line of its own, "
         "behind a dash");
    return;
  }
  if (ended_) {
    Fail(pos_, "nothing may stand behind the last line `...`: move this above it, or delete it");
    stopped_ = true;
    return;
  }
  if (text_[pos_] == '#') {
    ReadComment(/*own_line=*/true);
    return;
  }
  indent_ = Column(pos_);
  if (indent_ == 0 && brackets_.empty() && text_[pos_] != '-') errors_.set_rule_id("");
  if (skip_deeper_than_ && indent_ > *skip_deeper_than_) return;
  skip_deeper_than_.reset();
  if (ReadMark()) return;
  if (brackets_.empty()) {
    ReadBlockLine();
  } else {
    ReadBrackets();
  }
}

// The lines `...` (end of the list) and `---` (its beginning, which may be left out).
bool YamlLines::ReadMark() {
  if (pos_ != line_begin_ || !IsBlankOrEnd(text_, pos_ + 3)) return false;
  const std::string_view mark = text_.substr(pos_, 3);
  if (mark != "..." && mark != "---") return false;
  CloseDash(0);
  if (!brackets_.empty()) {
    FailForOpenBracket();
  }
  if (mark == "...") {
    ended_ = true;
  } else if (begun_) {
    Fail(pos_, "a second list begins here: put it into a file of its own, and delete `---`");
    stopped_ = true;
  }
  begun_ = true;
  pos_ += 3;
  ExpectLineEnd();
  return true;
}

void YamlLines::ReadBlockLine() {
  CloseDash(Column(pos_));
  if (text_[pos_] == '%' && pos_ == line_begin_) {
    Fail(pos_, "a line cannot begin with %: delete the line, or put the text in quotes");
    return;
  }
  begun_ = true;
  bool after_dash = false;
  if (text_[pos_] == '-' && IsBlankOrEnd(text_, pos_ + 1)) {
    if (!Enter(Kind::kList, Column(pos_))) return;
    if (blocks_.size() <= 2 && top_key_ == "rules") errors_.set_rule_id("");
    after_dash = true;
    awaits_value_ = true;
    const std::size_t dash = pos_++;
    SkipBlanks();
    if (AtLineEnd() || text_[pos_] == '#') open_dash_ = dash;
    if (AtLineEnd()) return;
    if (text_[pos_] == '-' && IsBlankOrEnd(text_, pos_ + 1)) {
      Fail(pos_, "a second dash: text that begins with a dash must stand in quotes: " +
                     InQuotes(RestOfLine(pos_)));
      return;
    }
  }
  ReadKeyOrText(after_dash);
}

void YamlLines::ReadKeyOrText(bool after_dash) {
  const char first = text_[pos_];
  // A value on a line of its own stands deeper than the key or dash that it belongs to.
  if (!after_dash && first != '#' && !blocks_.empty() && Column(pos_) <= blocks_.back().column) {
    awaits_value_ = false;
  }
  if (first == '#' || first == '[' || first == '{') {
    if (first != '#' && !after_dash && !awaits_value_) {
      Fail(pos_, "a bracket stands where a key is expected: write `key: [ … ]` on one line");
      return;
    }
    ReadValue();
    return;
  }
  auto scalar = ScanScalar(text_, pos_, false);
  if (!scalar) {
    Fail(scalar.error().offset, scalar.error().message);
    return;
  }
  if (const std::size_t dash = OtherDash(scalar->value);
      dash > 0 && !after_dash && !scalar->quoted) {
    Fail(pos_, "this is no dash of a list: write the half-width dash and a blank: `- " +
                   Shortened(WithoutLeadingBlanks(RestOfLine(pos_ + dash))) + "`");
    return;
  }
  pos_ = scalar->end;
  SkipBlanks();
  const bool is_key = !AtLineEnd() && text_[pos_] == ':' && IsBlankOrEnd(text_, pos_ + 1);
  if (!is_key && !after_dash && !awaits_value_) {
    const bool last_line = line_end_ + 1 >= text_.size();
    if (last_line && (scalar->value == "." || scalar->value == "..")) return;  // Read says it
    Fail(scalar->begin, ExplainLoneText(*scalar));
    return;
  }
  if (!is_key) {
    awaits_value_ = false;
    scalars_.push_back(std::move(*scalar));
    ExpectLineEnd();
    return;
  }
  if (scalar->value == "<<") {
    Fail(scalar->begin, "merging with `<<` is not used in lists: write the keys out");
    return;
  }
  if (!Enter(Kind::kMap, Column(scalar->begin))) return;
  ++pos_;
  NoteKey(*scalar, Column(scalar->begin));
  scalars_.push_back(std::move(*scalar));
  awaits_value_ = true;
  SkipBlanks();
  if (AtLineEnd()) return;
  if (text_[pos_] == '-' && IsBlankOrEnd(text_, pos_ + 1)) {
    Fail(pos_,
         "a list with dashes begins on the next line; or write it as `[ … ]`; text that "
         "begins with a dash must stand in quotes: " +
             InQuotes(RestOfLine(pos_)));
    return;
  }
  ReadValue();
}

// What stands behind a key or dash on the same line.
void YamlLines::ReadValue() {
  const char first = text_[pos_];
  if (first == '#') {
    ReadComment(/*own_line=*/false);
    return;
  }
  awaits_value_ = false;
  if (first == '[' || first == '{') {
    bracket_indent_ = indent_;
    if (OpenBracket(first == '[' ? Kind::kList : Kind::kMap)) ReadBrackets();
    return;
  }
  auto scalar = ScanScalar(text_, pos_, false);
  if (!scalar) {
    Fail(scalar.error().offset, scalar.error().message);
    if (first == '|' || first == '>') skip_deeper_than_ = indent_;  // the lines of that text
    return;
  }
  const std::size_t begin = pos_;
  pos_ = scalar->end;
  if (pos_ < line_end_ && text_[pos_] == ':' && !scalar->quoted) {
    Fail(pos_,
         "text with a colon and a blank must stand in quotes: " + InQuotes(RestOfLine(begin)));
    return;
  }
  scalars_.push_back(std::move(*scalar));
  ExpectLineEnd();
}

// A comment behind text is easily text that was meant: "- 保本 #1". So it needs two blanks before
// and one behind its #. A comment on a line of its own may look as it likes.
void YamlLines::ReadComment(bool own_line) {
  for (std::size_t i = pos_; i < line_end_;
       i += std::max<std::size_t>(DecodeAt(text_, i).length, 1)) {
    if (IsHidden(text_, i)) {
      Fail(i, ExplainHidden(text_, i));
      return;
    }
  }
  const bool blank_behind = IsBlankOrEnd(text_, pos_ + 1) || text_[pos_ + 1] == '#';
  if (own_line && (brackets_.empty() || blank_behind)) return;
  const std::size_t last = text_.substr(0, pos_).find_last_not_of(" \n");
  const bool behind_text = !own_line && last != std::string_view::npos && !scalars_.empty() &&
                           last + 1 == scalars_.back().end;
  const bool blanks_before = own_line || pos_ - last > 2;
  if (blank_behind && blanks_before) return;
  const std::size_t begin = behind_text ? scalars_.back().begin : pos_;
  std::string_view meant = RestOfLine(begin);
  if (!brackets_.empty() && meant.find_last_of("]},") == meant.size() - 1) meant.remove_suffix(1);
  Fail(pos_, "from # on this is a comment and would be lost: if it belongs to the text, write " +
                 InQuotes(meant) +
                 "; if it is a comment, put two blanks before and one blank behind the #");
}

void YamlLines::ExpectLineEnd() {
  SkipBlanks();
  if (AtLineEnd()) return;
  if (text_[pos_] == '#') {
    ReadComment(/*own_line=*/false);
    return;
  }
  if (!scalars_.empty() && scalars_.back().quoted && scalars_.back().begin >= line_begin_) {
    std::string_view meant = RestOfLine(scalars_.back().begin);
    if (meant.size() > 1 && meant.front() == meant.back()) {
      meant = meant.substr(1, meant.size() - 2);  // quotes within quotes of the same kind
    }
    Fail(pos_,
         "the quote ends before this text: put all of it in single quotes, and write each ' "
         "inside of it twice: " +
             InQuotes(meant));
    return;
  }
  if (IsHidden(text_, pos_)) {
    Fail(pos_, ExplainHidden(text_, pos_));
    return;
  }
  Fail(pos_, "nothing may follow here: begin a new line, or put the text in quotes");
}

// Follows which rule is being read, so that errors can name it.
void YamlLines::NoteKey(const Scalar& key, std::size_t column) {
  if (column == 0) {
    top_key_ = key.value;
    errors_.set_rule_id("");
  }
  if (key.value != "id" || top_key_ != "rules" || blocks_.size() != 3) return;
  const std::string_view value = RestOfLine(pos_);
  const std::size_t begin = value.find_first_not_of(' ');
  if (begin == std::string_view::npos) return;
  const std::size_t end = value.find_first_of(" '\"", begin + 1);
  const std::size_t skip = value[begin] == '\'' || value[begin] == '"' ? 1 : 0;
  errors_.set_rule_id(Shortened(value.substr(begin + skip, end - begin - skip)));
}

std::string YamlLines::ExplainLoneText(const Scalar& text) const {
  const std::string_view line = RestOfLine(text.begin);
  const std::size_t wide = line.find(kFullWidthColon);
  const std::size_t narrow = line.find(':');
  const auto corrected = [line](std::size_t key_end, std::size_t value_begin) {
    return "`" +
           Shortened(std::string(line.substr(0, key_end)) + ": " +
                     std::string(WithoutLeadingBlanks(line.substr(value_begin)))) +
           "`";
  };
  if (!text.quoted && wide != std::string_view::npos && wide < narrow) {
    return "a full-width colon ： separates no key from its value: write " +
           corrected(wide, wide + kFullWidthColon.size());
  }
  if (!text.quoted && narrow != std::string_view::npos) {
    return "a key needs a blank behind its colon: write " + corrected(narrow, narrow + 1);
  }
  return "this line is neither `key: text` nor `- text`: text stands on one line, "
         "behind its key; write `- ` before it if it is an entry of a list";
}

std::string_view YamlLines::RestOfLine(std::size_t offset) const {
  const std::string_view rest = text_.substr(offset, line_end_ > offset ? line_end_ - offset : 0);
  return rest.substr(0, rest.find_last_not_of(' ') + 1);
}

void YamlLines::SkipBlanks() {
  while (!AtLineEnd() && text_[pos_] == ' ') ++pos_;
}

bool YamlLines::Fail(std::size_t offset, std::string message) {
  errors_.Add(source_.Locate(offset), std::move(message));
  if (!brackets_.empty()) skip_deeper_than_ = bracket_indent_;
  brackets_.clear();
  open_dash_.reset();
  awaits_value_ = true;
  pos_ = line_end_;
  return false;
}

}  // namespace redline::rules
