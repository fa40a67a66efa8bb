#include "rules/list_layout.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "rules/yaml_scalar.h"

namespace redline::rules {
namespace {

using Value = LayoutValue;
using Kind = LayoutValue::Kind;
using Entry = LayoutBlock::Entry;

class LayoutReader {
 public:
  explicit LayoutReader(std::string_view text) : text_(text) {}

  ListLayout Read() {
    while (pos_ < text_.size() && !ended_) ReadLine();
    Settle(0);
    std::move(pending_.begin(), pending_.end(), std::back_inserter(layout_.root.below));
    if (!layout_.root.entries.empty()) {
      std::swap(layout_.above, layout_.root.entries.front().above);
    }
    return std::move(layout_);
  }

 private:
  // A map or list that is being read, and the column of its keys or dashes.
  struct Open {
    LayoutBlock* block;
    std::size_t column;
  };

  void ReadLine() {
    line_begin_ = pos_;
    SkipBlanks();
    if (AtLineEnd()) {
      pending_.emplace_back();
      pending_columns_.push_back(0);
    } else if (text_[pos_] == '#') {
      pending_columns_.push_back(pos_ - line_begin_);
      pending_.push_back(TakeComment());
    } else if (!ReadMark()) {
      ReadEntries();
    }
    if (pos_ < text_.size()) ++pos_;  // the end of the line
  }

  // `---` and `...`; the comment behind them is kept.
  bool ReadMark() {
    if (pos_ != line_begin_ || !IsBlankOrEnd(text_, pos_ + 3)) return false;
    const std::string_view mark = text_.substr(pos_, 3);
    if (mark != "..." && mark != "---") return false;
    pos_ += 3;
    std::string comment = TakeCommentBehind();
    if (mark == "...") {
      ended_ = true;
      layout_.comment = std::move(comment);
    } else if (!comment.empty()) {
      pending_columns_.push_back(0);
      pending_.push_back(comment.substr(comment.find('#')));
    }
    return true;
  }

  // One line: dashes, a key, a text; and the lines of its brackets.
  void ReadEntries() {
    bool first = true;
    while (true) {
      const std::size_t column = pos_ - line_begin_;
      if (text_[pos_] == '-' && IsBlankOrEnd(text_, pos_ + 1)) {
        Add(true, column, first, "");
        ++pos_;
        SkipBlanks();
        if (AtLineEnd() || text_[pos_] == '#') break;
        first = false;
        continue;
      }
      if (text_[pos_] != '[' && text_[pos_] != '{') {
        const auto scalar = ScanScalar(text_, pos_, false);
        std::size_t behind = scalar->end;
        while (behind < text_.size() && text_[behind] == ' ') ++behind;
        if (behind < text_.size() && text_[behind] == ':' && IsBlankOrEnd(text_, behind + 1)) {
          Add(false, column, first, scalar->value);
          pos_ = behind + 1;
          SkipBlanks();
          if (AtLineEnd() || text_[pos_] == '#') break;
          first = false;
        }
      }
      TakeValue(first);
      break;
    }
    last_->comment = TakeCommentBehind();
  }

  // The value of the last entry. On a line of its own it goes to the line of its key or dash, and
  // the comments between go above both.
  void TakeValue(bool on_own_line) {
    if (on_own_line) {
      if (!last_->comment.empty()) {
        last_->above.push_back(last_->comment.substr(last_->comment.find('#')));
        last_->comment.clear();
      }
      std::move(pending_.begin(), pending_.end(), std::back_inserter(last_->above));
      pending_.clear();
      pending_columns_.clear();
    }
    last_->value = ReadValue(false);
  }

  // Begins an entry of the map or list at `column`.
  void Add(bool is_list, std::size_t column, bool first, std::string key) {
    if (first) Settle(column);
    while (!open_.empty() && open_.back().column > column) open_.pop_back();
    // A list may stand in the column of its key.
    const auto same_column = [&] { return !open_.empty() && open_.back().column == column; };
    if (same_column() && open_.back().block->is_list && !is_list) open_.pop_back();
    if (!same_column() || open_.back().block->is_list != is_list) {
      LayoutBlock* block = &layout_.root;
      if (last_ != nullptr) block = &last_->block.emplace_back();
      block->is_list = is_list;
      open_.push_back({block, column});
    }
    last_ = &open_.back().block->entries.emplace_back();
    last_->key = std::move(key);
    if (!first) return;
    std::swap(last_->above, pending_);
    pending_.clear();
    pending_columns_.clear();
  }

  // Lines that are indented deeper than what follows belong below what stands before them.
  void Settle(std::size_t column) {
    std::size_t settled = 0;
    std::vector<std::pair<LayoutBlock*, std::size_t>> places;  // block, and the end of its lines
    for (std::size_t i = 0; i < pending_.size(); ++i) {
      if (pending_[i].empty()) continue;
      LayoutBlock* block = nullptr;
      for (const Open& open : open_) {
        const bool at_end = ended_ || open.column > column;
        if (at_end && open.column <= pending_columns_[i]) block = open.block;
      }
      if (block == nullptr || block == &layout_.root) break;
      places.emplace_back(block, i + 1);
    }
    for (const auto& [block, end] : places) {
      for (; settled < end; ++settled) block->below.push_back(std::move(pending_[settled]));
    }
    const auto count = static_cast<std::ptrdiff_t>(settled);
    pending_.erase(pending_.begin(), pending_.begin() + count);
    pending_columns_.erase(pending_columns_.begin(), pending_columns_.begin() + count);
  }

  Value ReadValue(bool in_brackets) {
    Value value;
    if (text_[pos_] == '[' || text_[pos_] == '{') {
      value.kind = text_[pos_] == '[' ? Kind::kList : Kind::kMap;
      ++pos_;
      ReadItems(value);
      return value;
    }
    auto scalar = ScanScalar(text_, pos_, in_brackets);
    value.kind = Kind::kText;
    value.written = text_.substr(pos_, scalar->end - pos_);
    value.text = std::move(scalar->value);
    pos_ = scalar->end;
    return value;
  }

  void ReadItems(Value& value) {
    LooseLines above;
    bool new_line = false;
    while (true) {
      const std::size_t before = pos_;
      SkipBlanks();
      const char next = text_[pos_];
      if (next == '\n') {
        new_line = true;
        ++pos_;
      } else if (next == '#') {
        if (new_line) {
          above.push_back(TakeComment());
        } else {
          pos_ = before;
          std::string& comment = value.items.empty() ? value.comment : value.items.back().comment;
          comment = TakeCommentBehind();
        }
      } else if (next == ',') {
        value.ends_with_comma = true;
        ++pos_;
      } else if (next == ']' || next == '}') {
        ++pos_;
        value.below = std::move(above);
        value.closes_on_own_line = new_line;
        return;
      } else {
        Value::Item item;
        item.above = std::exchange(above, {});
        item.on_own_line = std::exchange(new_line, false);
        value.ends_with_comma = false;
        if (value.kind == Kind::kMap) ReadKey(item);
        item.value = ReadValue(true);
        value.items.push_back(std::move(item));
      }
    }
  }

  // The value of a key in brackets may stand on a later line, below comments.
  void ReadKey(Value::Item& item) {
    auto key = ScanScalar(text_, pos_, true);
    item.key = std::move(key->value);
    pos_ = text_.find(':', key->end) + 1;
    while (true) {
      SkipBlanks();
      if (text_[pos_] == '#') {
        item.above.push_back(TakeComment());
      } else if (text_[pos_] == '\n') {
        ++pos_;
      } else {
        return;
      }
    }
  }

  // The comment at pos_, to the end of the line.
  std::string TakeComment() {
    const std::size_t end = std::min(text_.find('\n', pos_), text_.size());
    const std::string_view comment = text_.substr(pos_, end - pos_);
    pos_ = end;
    return std::string(comment.substr(0, comment.find_last_not_of(' ') + 1));
  }

  // The same with the blanks before it; empty when nothing more stands on the line.
  std::string TakeCommentBehind() {
    const std::size_t before = std::min(text_.find_last_not_of(' ', pos_ - 1) + 1, pos_);
    SkipBlanks();
    if (AtLineEnd()) return "";
    const std::string blanks(pos_ - before, ' ');
    return blanks + TakeComment();
  }

  bool AtLineEnd() const { return pos_ >= text_.size() || text_[pos_] == '\n'; }
  void SkipBlanks() {
    while (pos_ < text_.size() && text_[pos_] == ' ') ++pos_;
  }

  const std::string_view text_;
  ListLayout layout_;
  std::vector<Open> open_;
  Entry* last_ = nullptr;  // the innermost entry of the last line
  LooseLines pending_;     // lines whose place shows with the next entry
  std::vector<std::size_t> pending_columns_;
  std::size_t pos_ = 0;
  std::size_t line_begin_ = 0;
  bool ended_ = false;
};

}  // namespace

bool LayoutValue::spans_lines() const {
  return closes_on_own_line || !comment.empty() || !below.empty() ||
         std::ranges::any_of(items, [](const Item& item) {
           return item.on_own_line || !item.above.empty() || !item.comment.empty() ||
                  item.value.spans_lines();
         });
}

ListLayout ReadLayout(std::string_view text) { return LayoutReader(text).Read(); }

}  // namespace redline::rules
