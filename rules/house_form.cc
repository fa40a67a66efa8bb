#include "rules/house_form.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "rules/keys.h"
#include "rules/list_layout.h"
#include "rules/source_text.h"
#include "rules/text_form.h"
#include "rules/yaml_tree.h"

namespace redline::rules {
namespace {

using Value = LayoutValue;
using Kind = LayoutValue::Kind;
using Entry = LayoutBlock::Entry;

// Unknown keys stand last, as they stood.
template <typename WithKey>
void SortByKey(std::vector<WithKey>& entries, Words keys) {
  if (keys.empty()) return;
  std::ranges::stable_sort(entries, {}, [&](const WithKey& entry) {
    return std::find(keys.begin(), keys.end(), entry.key) - keys.begin();
  });
}

// `behind`: the key that the value stands behind, also through lists.
void Arrange(Value& value, std::string_view behind) {
  for (Value::Item& item : value.items) Arrange(item.value, item.key.empty() ? behind : item.key);
  // Keys over several lines would leave their comments and line breaks behind.
  if (value.kind == Kind::kMap && !value.spans_lines()) SortByKey(value.items, KeysBehind(behind));
}

void MoveBehind(LooseLines& lines, LooseLines& more) {
  std::move(more.begin(), more.end(), std::back_inserter(lines));
  more.clear();
}

void Arrange(LayoutBlock& block, std::string_view behind) {
  for (Entry& entry : block.entries) {
    const std::string_view inner = block.is_list ? behind : entry.key;
    Arrange(entry.value, inner);
    if (entry.block.empty()) continue;
    LayoutBlock& below = entry.block.front();
    Arrange(below, inner);
    if (!block.is_list || below.is_list) continue;
    // The first key goes to the line of its dash, and comments between go above both.
    if (!entry.comment.empty()) {
      entry.above.push_back(entry.comment.substr(entry.comment.find('#')));
      entry.comment.clear();
    }
    MoveBehind(entry.above, below.entries.front().above);
  }
  if (!block.is_list) SortByKey(block.entries, KeysBehind(behind));
}

bool HoldsPatterns(std::string_view key) { return key.ends_with("patterns"); }

std::string Written(const Value& value, std::string_view behind) {
  const bool doubled = value.written.starts_with('"');
  const bool quoted = doubled || value.written.starts_with('\'');
  // An escape shows what nobody would see.
  const bool escaped = doubled && (value.written.find("\\x") != std::string::npos ||
                                   value.written.find("\\u") != std::string::npos ||
                                   value.written.find("\\U") != std::string::npos);
  if (escaped) return value.written;
  if (HoldsPatterns(behind)) return InSingleQuotes(value.text);
  // 'it''s' is harder to read than "it's".
  const bool apostrophe = doubled && value.written.find('\\') == std::string::npos &&
                          value.text.find('\'') != std::string::npos;
  return quoted && !apostrophe ? WrittenText(value.text) : value.written;
}

class Writer {
 public:
  std::string Write(const ListLayout& layout) {
    Add(layout.above, 0);
    Add(layout.root, 0, "", "");
    blank_ = false;  // none before the end mark
    Add("..." + layout.comment);
    return std::move(text_);
  }

 private:
  void Add(const std::string& line) {
    if (line.empty()) {
      blank_ = !text_.empty();
      return;
    }
    text_ += (blank_ ? "\n" : "") + line + "\n";
    blank_ = false;
  }

  void Add(const LooseLines& lines, std::size_t indent) {
    for (const std::string& line : lines) {
      Add(line.empty() ? line : std::string(indent, ' ') + line);
    }
  }

  // `first`: what the first line begins with instead of its indentation; empty for that.
  void Add(const LayoutBlock& block, std::size_t indent, std::string first,
           std::string_view behind) {
    for (const Entry& entry : block.entries) {
      Add(entry.above, indent);
      std::string line = first.empty() ? std::string(indent, ' ') : std::exchange(first, "");
      line += block.is_list ? "-" : WrittenText(entry.key) + ":";
      const std::string_view inner = block.is_list ? behind : entry.key;
      const LayoutBlock* below = entry.block.empty() ? nullptr : &entry.block.front();
      if (below != nullptr && block.is_list && !below->is_list) {
        Add(*below, indent + 2, line + " ", inner);
        continue;
      }
      if (entry.value.kind != Kind::kNothing) {
        line += " ";
        AddValue(line, entry.value, indent, inner);
      }
      Add(line + entry.comment);
      if (below != nullptr) Add(*below, indent + 2, "", inner);
    }
    Add(block.below, indent);
  }

  // Adds to `out`, which may become several lines. `indent`: of lines outside of the brackets.
  static void AddValue(std::string& out, const Value& value, std::size_t indent,
                       std::string_view behind) {
    if (value.kind == Kind::kText) {
      out += Written(value, behind);
      return;
    }
    const bool map = value.kind == Kind::kMap;
    const std::string inner_line = "\n" + std::string(indent + 2, ' ');
    out += (map ? "{" : "[") + value.comment;
    bool must_break = !value.comment.empty();
    for (const Value::Item& item : value.items) {
      const bool first = &item == &value.items.front();
      const bool last = &item == &value.items.back();
      for (const std::string& line : item.above) out += inner_line + line;
      if (must_break || item.on_own_line || !item.above.empty()) {
        out += inner_line;
      } else if (!first || map) {
        out += " ";
      }
      if (map) out += WrittenText(item.key) + ": ";
      AddValue(out, item.value, indent + 2, map ? std::string_view(item.key) : behind);
      must_break = !item.comment.empty();
      const bool breaks = must_break || value.closes_on_own_line || !value.below.empty();
      if (!last || (value.ends_with_comma && breaks)) out += ",";
      out += item.comment;
    }
    for (const std::string& line : value.below) out += inner_line + line;
    if (must_break || value.closes_on_own_line || !value.below.empty()) {
      out += "\n" + std::string(indent, ' ');
    } else if (map && !value.items.empty()) {
      out += " ";
    }
    out += map ? "}" : "]";
  }

  std::string text_;
  bool blank_ = false;  // a blank line waits for a line behind it
};

// Whether two trees hold the same; keys of maps that have an order may stand in any.
bool HoldsTheSame(const YamlNode& a, const YamlNode& b, std::string_view behind) {
  if (a.kind != b.kind || a.text != b.text || a.in_brackets != b.in_brackets ||
      a.items.size() != b.items.size()) {
    return false;
  }
  const bool ordered = a.kind == YamlNode::Kind::kMap && KeysBehind(behind).empty();
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    if (a.kind != YamlNode::Kind::kMap) {
      if (!HoldsTheSame(a.items[i], b.items[i], behind)) return false;
      continue;
    }
    const std::string& key = a.keys[i].text;
    const YamlNode* other = b.Find(key);
    if (other == nullptr || (ordered && b.keys[i].text != key)) return false;
    if (!HoldsTheSame(a.items[i], *other, key)) return false;
  }
  return true;
}

// All comments, sorted.
class Comments {
 public:
  explicit Comments(const ListLayout& layout) {
    Add(layout.above);
    Add(layout.root);
    Add(layout.comment);
    std::ranges::sort(all_);
  }
  bool operator==(const Comments&) const = default;

 private:
  void Add(const std::string& comment) {
    if (!comment.empty()) all_.push_back(comment.substr(comment.find('#')));
  }
  void Add(const LooseLines& lines) {
    for (const std::string& line : lines) Add(line);
  }
  void Add(const Value& value) {
    Add(value.comment);
    Add(value.below);
    for (const Value::Item& item : value.items) {
      Add(item.above);
      Add(item.value);
      Add(item.comment);
    }
  }
  void Add(const LayoutBlock& block) {
    for (const Entry& entry : block.entries) {
      Add(entry.above);
      Add(entry.value);
      Add(entry.comment);
      for (const LayoutBlock& below : entry.block) Add(below);
    }
    Add(block.below);
  }

  std::vector<std::string> all_;
};

std::string WithWindowsLineEnds(std::string_view text) {
  std::string windows;
  for (const char c : text) {
    if (c == '\n') windows += '\r';
    windows += c;
  }
  return windows;
}

}  // namespace

Result<std::string, std::vector<RuleError>> InHouseForm(const ListFile& file) {
  ErrorList errors;
  const auto tree = ReadYaml(file, errors);
  if (tree && tree->kind != YamlNode::Kind::kMap) {
    errors.Add(tree->origin, "a list file is written as keys, `pack: …` and so on");
  }
  if (!errors.empty()) return Unexpected(errors.errors());
  const SourceText source(file, errors);
  ListLayout layout = ReadLayout(source.text());
  const Comments comments(layout);
  Arrange(layout.root, "");
  std::string text = Writer().Write(layout);

  const auto again = ReadYaml({file.path, text}, errors);
  const bool same =
      again && HoldsTheSame(*tree, *again, "") && Comments(ReadLayout(text)) == comments;
  if (!same) {
    ErrorList unsafe;
    unsafe.Add({file.path, 0, 0},
               "this file cannot be brought into the house form without a change of what it says: "
               "write it by hand");
    return Unexpected(unsafe.errors());
  }
  const std::size_t line_end = file.text.find('\n');
  const bool windows =
      line_end != std::string::npos && line_end > 0 && file.text[line_end - 1] == '\r';
  return windows ? WithWindowsLineEnds(text) : text;
}

}  // namespace redline::rules
