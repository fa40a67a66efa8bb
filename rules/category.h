// Category: what kind of wrong a rule is about, from the one list that all files share.
//
// Threads: a plain value.
#pragma once

#include <string>

#include "engine/rule.h"

namespace redline::rules {

struct Category {
  std::string id;  // "high-yield-promise", what rules write and reports carry
  Localized title;
  Origin origin;
};

}  // namespace redline::rules
