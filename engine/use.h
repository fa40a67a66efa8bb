// Use: what a found wording is for.
//
// Threads:  plain values.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/disguise.h"
#include "engine/rule.h"

namespace redline {

struct NegativeList;

struct Use {
  enum class Role : std::uint8_t {
    kBan,               // of rules[owner]: phrases[wording], or patterns[wording]
    kNear,              // of rules[owner]: a word of near[wording], in its group
    kNumber,            // of rules[owner]: a word of numbers[wording]
    kStatement,         // of rules[owner]: requirement.one_of[wording], or one_of_patterns[wording]
    kException,         // of rules[owner]: exceptions[wording], or exception_patterns[wording]
    kBefore,            // of contexts[owner]: before[wording]
    kAfter,             // of contexts[owner]: after[wording]
    kContextException,  // of contexts[owner]: exceptions[wording]
  };
  Role role = Role::kBan;
  bool pattern = false;
  std::uint32_t owner = 0;
  std::uint32_t wording = 0;
  // How a banned wording is spelled when it is an alias. kAlias: aliases.written[wording] of the
  // rule; any other: phrases[wording], respelled.
  std::optional<Disguise> alias = {};
  std::uint32_t group = 0;  // of kNear

  // Whether the alias was made from a phrase; then a person decides.
  bool guessed() const { return alias && *alias != Disguise::kAlias; }
};

// The wording that `use` is about, as written.
const Wording& WordingOf(const Use& use, const NegativeList& list);

}  // namespace redline
