// ListLayout: a list file as its author laid it out: entries in their order, with their comments.
//
//   const ListLayout layout = ReadLayout(source.text());
//   layout.root.entries[0].above      // {"# yaml-language-server: …"}
//
// What is only a matter of form is not kept: blanks, quotes, indentation, whether a text stands on
// the line below its key. Comments, line breaks inside of brackets and blank lines are.
//
// REQUIRES: the text was read without an error (yaml_tree.h) and its root is a map.
// Threads:  a pure function.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace redline::rules {

// Lines between two entries: comments with their #, and "" for a blank line.
using LooseLines = std::vector<std::string>;

// What stands behind a key, a dash, or inside of brackets.
struct LayoutValue {
  enum class Kind { kNothing, kText, kList, kMap };
  struct Item;

  Kind kind = Kind::kNothing;
  std::string text;         // of a kText, as it is read
  std::string written;      // of a kText, as it is written, with its quotes
  std::vector<Item> items;  // of a kList or kMap in brackets
  std::string comment;      // behind the opening bracket
  LooseLines below;         // above the closing bracket
  bool closes_on_own_line = false;
  bool ends_with_comma = false;

  bool spans_lines() const;
};

// An entry in brackets.
struct LayoutValue::Item {
  LooseLines above;
  bool on_own_line = false;  // a line break stands before it
  std::string key;           // of a map, as it is read
  LayoutValue value;
  std::string comment;  // behind it, with the blanks before its #
};

// Entries written by indentation.
struct LayoutBlock {
  struct Entry;

  bool is_list = false;
  std::vector<Entry> entries;
  LooseLines below;  // behind the last entry
};

struct LayoutBlock::Entry {
  LooseLines above;
  std::string key;  // of a map, as it is read
  LayoutValue value;
  std::string comment;             // behind the line, with the blanks before its #
  std::vector<LayoutBlock> block;  // none, or the one that stands below the key or dash
};

struct ListLayout {
  LooseLines above;  // the head of the file
  LayoutBlock root;
  std::string comment;  // behind the end mark
};

ListLayout ReadLayout(std::string_view text);

}  // namespace redline::rules
