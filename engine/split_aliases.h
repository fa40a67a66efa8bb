// Split aliases: phrases with characters that are split in two, as in 亻呆本 for 保本.
//
// Where a text splits characters, it is scanned once more with them put together. Two characters
// that are a word of their own (女子 is no 好) are not taken for one.
//
// Threads:  pure.
#pragma once

#include <string_view>
#include <vector>

#include "engine/compiled_rules.h"
#include "engine/rule.h"
#include "engine/scanner.h"
#include "engine/text/fold.h"

namespace redline {

// Appends the matches of the phrases whose rules ask for it, in no order. `source` is what was
// folded; `rules` are those that were compiled.
Scanner::Outcome FindSplit(const CompiledRules& compiled, const std::vector<Rule>& rules,
                           const text::FoldedText& folded, std::string_view source,
                           std::vector<AliasMatch>& matches);

}  // namespace redline
