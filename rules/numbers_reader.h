// Numbers reader: the entries of `numbers`, numbers that are a violation beside a word.
//
//   numbers:
//     - { words: [年化, 年利率], within: 8, above: 5 % }
//     - { words: [日利率], any: percentage }
//
// Errors: added to the map's list at the place where they stand; wrong entries are left out.
#pragma once

#include <vector>

#include "engine/rule.h"
#include "rules/map_reader.h"
#include "rules/word_groups.h"

namespace redline::rules {

std::vector<NumberCondition> ReadNumbers(const MapReader& rule, WordGroups& words);

}  // namespace redline::rules
