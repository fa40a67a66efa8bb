// YamlLines: the lines of a list file, read as the small part of YAML that lists are written in.
//
//   YamlLines lines(source, errors);
//   if (lines.Read()) … lines.scalars() …   // every key and text, in order
//
// yaml-cpp 0.7 accepts much that loses text without a word: a comment glued to a list item, a
// quote that swallows lines, a second document, tags, anchors. This reader goes first, knows none
// of that, and says in an officer's words what stands where. Its scalars are then compared with
// those of yaml-cpp (yaml_tree.h), so that neither reader can lose a text alone.
//
// Errors: after a wrong line it goes on with the next one that it can place.
// Bounds: the constants below. Within them, yaml-cpp's time grows with the size of the file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/error_list.h"
#include "rules/source_text.h"
#include "rules/yaml_scalar.h"

namespace redline::rules {

class YamlLines {
 public:
  // A list needs 5: file, rules, rule, basis, entry.
  static constexpr std::size_t kMaxDepth = 8;
  // yaml-cpp 0.7 holds a line's brackets until the line ends and searches them for each new key:
  // 64 KiB of `{a: b},` take it 1.4 s, 256 KiB half a minute.
  static constexpr std::size_t kMaxLineBytes = 16 << 10;
  static constexpr std::size_t kMaxKeysInBracketsOfLine = 64;

  YamlLines(const SourceText& source, ErrorList& errors);

  // Whether the whole file could be read; its errors are in `errors` otherwise.
  bool Read();

  const std::vector<Scalar>& scalars() const { return scalars_; }

 private:
  enum class Kind { kMap, kList };
  // A map or list written by indentation: where its keys or dashes stand.
  struct Block {
    Kind kind;
    std::size_t column;
  };
  // A map or list in brackets, and what may come next in it.
  struct Bracket {
    enum class Next { kItem, kColonValue, kComma };
    Kind kind;
    std::size_t begin;
    Next next;
  };

  void ReadLine();
  bool ReadMark();
  void ReadBlockLine();
  void ReadKeyOrText(bool after_dash);
  void ReadValue();
  void ReadBrackets();
  bool ReadInBrackets();
  bool ReadTextInBrackets();
  bool FailForMissingComma();
  bool FailForOpenBracket();
  void ReadComment(bool own_line);
  void ExpectLineEnd();
  bool Enter(Kind kind, std::size_t column);
  bool OpenBracket(Kind kind);
  void CloseDash(std::size_t next_column);
  void NoteKey(const Scalar& key, std::size_t column);
  std::string ExplainLoneText(const Scalar& text) const;

  std::size_t Column(std::size_t offset) const { return offset - line_begin_; }
  std::string_view RestOfLine(std::size_t offset) const;
  bool AtLineEnd() const { return pos_ >= line_end_; }
  void SkipBlanks();
  bool Fail(std::size_t offset, std::string message);

  const SourceText& source_;
  const std::string_view text_;
  ErrorList& errors_;
  std::vector<Scalar> scalars_;
  std::vector<Block> blocks_;
  std::vector<Bracket> brackets_;
  std::size_t pos_ = 0;
  std::size_t line_begin_ = 0;
  std::size_t line_end_ = 0;
  std::size_t indent_ = 0;                // of this line
  std::size_t bracket_keys_ = 0;          // in brackets of this line
  std::size_t bracket_indent_ = 0;        // of the line where the outermost bracket opened
  bool awaits_value_ = false;             // the last key or dash has nothing behind it yet
  std::optional<std::size_t> open_dash_;  // a dash with nothing behind it on its line
  bool begun_ = false;                    // a start mark or an entry was seen
  bool ended_ = false;                    // the end mark was seen
  bool stopped_ = false;
  std::optional<std::size_t> skip_deeper_than_;  // after an error inside of brackets or quotes
  std::string top_key_;
};

}  // namespace redline::rules
