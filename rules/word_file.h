// Word files: a text file with one wording a line, beside the list files that name it.
//
//   # names of funds that were never registered
//   海盈宝
//   稳利来
//   ...
//
// Blanks around a wording do not count, nor do empty lines and lines that begin with "# ". The last
// line is "...", as in a list file, so that a file that was cut short is noticed (decision 0007).
//
// Errors:  at their places in the text file: what SourceText finds, a wording that stands twice or
//          is longer than a text of a list may be, and what only means something in a list file (a
//          dash, quotes, a comma at the end, a comment behind a wording).
// Threads: pure functions.
#pragma once

#include <string_view>
#include <vector>

#include "engine/rule.h"
#include "rules/error_list.h"
#include "rules/rule_list.h"

namespace redline::rules {

// Whether a file of a folder of lists is a word file: its name ends in .txt.
bool IsWordFile(std::string_view path);

// Whether `name` may stand behind `file:` in a list: a word file in the folder of the list or below
// it, "names.txt" or "funds/names.txt".
bool IsWordFileName(std::string_view name);

std::vector<Wording> ReadWordFile(const ListFile& file, ErrorList& errors);

}  // namespace redline::rules
