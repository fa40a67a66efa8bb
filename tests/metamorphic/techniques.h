// Techniques: the ways in which copy writes a banned phrase so that a reader still reads it.
//
//   for (const Technique& technique : Techniques()) {
//     if (const auto written = technique.write(U"稳赚不赔", turn)) …
//   }
//
// What a technique inserts or takes instead comes from Unicode's data (forms.h); `turn` chooses
// among its characters, so that many phrases together meet all of them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/draft.h"
#include "engine/report.h"

namespace redline::tests {

struct Technique {
  std::string name;
  Format format = Format::kPlain;
  // The phrase in source of `format`, with nothing added before or behind it; nothing when this
  // phrase has no such form.
  std::function<std::optional<std::u32string>(const std::u32string& phrase, std::size_t turn)>
      write;
  // At least one of these is reported of a phrase so written; empty: none need be.
  std::vector<Disguise> disguises;
};

std::vector<Technique> Techniques();

// The ways to write a whole text that change nothing of what it says.
std::vector<Technique> Renderings();

}  // namespace redline::tests
