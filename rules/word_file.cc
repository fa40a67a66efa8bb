#include "rules/word_file.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>

#include "rules/code_point.h"
#include "rules/source_text.h"
#include "rules/yaml_scalar.h"

namespace redline::rules {
namespace {

constexpr std::string_view kEnd = "...";

std::string_view Trimmed(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line.substr(0, line.find_last_not_of(' ') + 1);
}

bool IsComment(std::string_view line) {
  return line.front() == '#' && (IsBlankOrEnd(line, 1) || line[1] == '#');
}

// Why a line cannot be a wording, and where in it; an empty message when it can.
std::pair<std::size_t, std::string> WhyNot(std::string_view line) {
  if (line.size() > Scalar::kMaxBytes) {
    return {0, "this line is longer than 4 KB: write one wording a line"};
  }
  for (std::size_t i = 0; i < line.size(); i += DecodeAt(line, i).length) {
    if (!IsHidden(line, i)) continue;
    const char32_t value = DecodeAt(line, i).value;
    return {i, (IsForeignBlank(value) ? "the blank " : "the invisible character ") + NameOf(value) +
                   " stands here: delete it; a wording with it stands in the list file, in quotes"};
  }
  if (line.front() == '#') {
    return {0,
            "a comment needs a blank behind its #; a wording that begins with # stands in the "
            "list file, in quotes: " +
                InQuotes(line)};
  }
  if (const std::size_t comment = line.find(" #"); comment != std::string_view::npos) {
    return {comment + 1,
            "a comment stands on a line of its own; a wording with # stands in the "
            "list file, in quotes: " +
                InQuotes(line)};
  }
  if (line.starts_with("- ")) {
    return {0, "a word file has one wording a line and no dashes: write " +
                   Shortened(Trimmed(line.substr(2)))};
  }
  const bool quoted = line.size() > 1 && line.front() == line.back() &&
                      (line.front() == '\'' || line.front() == '"');
  if (quoted) {
    return {0, "a word file has one wording a line and no quotes: write " +
                   Shortened(line.substr(1, line.size() - 2))};
  }
  for (const std::string_view comma : {",", "，", "、", "；"}) {
    if (!line.ends_with(comma)) continue;
    return {line.size() - comma.size(),
            "a word file has one wording a line and nothing between them: delete the comma"};
  }
  return {0, ""};
}

}  // namespace

bool IsWordFile(std::string_view path) { return path.ends_with(".txt"); }

bool IsWordFileName(std::string_view name) {
  if (!IsWordFile(name) || name.find('\\') != std::string_view::npos) return false;
  while (true) {
    const std::size_t slash = name.find('/');
    // "..", and names that begin with a dot, which are not read anywhere.
    if (slash == 0 || name.empty() || name.front() == '.') return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
}

std::vector<Wording> ReadWordFile(const ListFile& file, ErrorList& errors) {
  const SourceText source(file, errors);
  if (!source.readable()) return {};
  const std::string_view text = source.text();
  std::vector<Wording> words;
  std::unordered_map<std::string_view, int> line_of;
  bool ended = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::string_view line = source.LineAt(begin);
    const std::string_view word = Trimmed(line);
    const std::size_t at = begin + std::min(line.find_first_not_of(' '), line.size());
    begin += line.size() + 1;
    if (word.empty() || IsComment(word)) continue;
    if (ended) {
      errors.Add(source.Locate(at),
                 "nothing may stand behind the last line `...`: move this above it, or delete it");
      return words;
    }
    ended = word == kEnd;
    if (ended) continue;
    if (auto [offset, why] = WhyNot(word); !why.empty()) {
      errors.Add(source.Locate(at + offset), std::move(why));
      continue;
    }
    const Origin origin = source.Locate(at);
    const auto [first, is_new] = line_of.emplace(word, origin.line);
    if (is_new) {
      words.push_back({std::string(word), origin});
    } else {
      errors.Add(origin, "this stands in the file twice (first on line " +
                             std::to_string(first->second) + "): delete one of the two");
    }
  }
  if (!ended) {
    errors.Add(source.Locate(text.size()),
               "the last line `...` is missing: the file may have been cut short; if it is "
               "complete, add a line with three dots at its end");
  } else if (words.empty()) {
    errors.Add(source.Locate(0), "no wording stands in this file: write one a line");
  }
  return words;
}

}  // namespace redline::rules
