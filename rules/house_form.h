// House form: a list file as every list of the house is written.
//
//   auto text = InHouseForm(file);
//   if (!text) Complain(text.error());
//   else if (*text != file.text) Write(*text);
//
//   - the keys of a map in the order of docs/rules.md, comments with what they stand above
//   - two blanks of indentation a level, `[a, b]`, `{ a: b }`, `key: text`
//   - quotes where a text needs them: single ones, always around patterns; double ones of the
//   author
//     stay around escapes of invisible characters and around texts with a single quote
//   - no blanks at the ends of lines, one blank line in a row at most
//
// Kept are comments, line breaks inside of brackets, the order of lists and whether they stand in
// brackets or behind dashes, blank lines, the kind of line ends. docs/decisions/0026 says why it is
// made of lines and not of a tree.
//
// What is returned was read again: it holds the same keys, texts, lists and comments as `file`, so
// it makes the same rules and samples. Its house form is itself.
//
// Errors:   those of the file, when it cannot be read; a missing end mark is one and is not added,
//           for the file may have been cut (0007). What rules mean is not looked at.
// Threads:  a pure function.
#pragma once

#include <string>
#include <vector>

#include "engine/result.h"
#include "engine/rule.h"
#include "rules/rule_list.h"

namespace redline::rules {

Result<std::string, std::vector<RuleError>> InHouseForm(const ListFile& file);

}  // namespace redline::rules
