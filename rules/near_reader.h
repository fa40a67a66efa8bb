// Near reader: the entries of `near`, words that are a violation when they stand close together.
//
//   near:
//     - { words: [[本金, 本息], [无忧, 安全]], within: 4, order: given }
//
// Errors: added to the map's list at the place where they stand; wrong entries are left out.
#pragma once

#include <string>
#include <vector>

#include "engine/rule.h"
#include "rules/map_reader.h"
#include "rules/word_groups.h"

namespace redline::rules {

std::vector<Near> ReadNear(const MapReader& rule, WordGroups& words);

// "(本金|本息)": a group of words as a report shows it, the first few of them.
std::string ShownWords(const std::vector<Wording>& group);

}  // namespace redline::rules
