// Compiled rules: the scanner of a ruleset, and what each thing it finds is for.
//
// The same wording may serve several rules and roles; it is scanned for once and has several uses.
//
// Threads:  immutable.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/expressions.h"
#include "engine/report.h"
#include "engine/result.h"
#include "engine/rule.h"
#include "engine/scanner.h"
#include "engine/sound_aliases.h"
#include "engine/use.h"

namespace redline {

struct NegativeList;

class CompiledRules {
 public:
  static Result<std::unique_ptr<const CompiledRules>, std::vector<RuleError>> Compile(
      const NegativeList& list);

  const Scanner& scanner() const { return *scanner_; }
  const Expressions& expressions() const { return *expressions_; }
  const SoundAliases* sounds() const { return sounds_.get(); }  // null when no rule asks for them
  bool splits() const { return splits_; }                       // whether a rule asks for them

  // Indexes of the rules that require a statement.
  const std::vector<std::uint32_t>& requiring_rules() const { return requiring_; }

  static constexpr std::uint32_t kNoAtom = ~0u;
  // Which atom of an expression a literal is as well; kNoAtom when it is none. A literal that is
  // nothing but an atom has no uses.
  std::uint32_t AtomOfLiteral(std::uint32_t id) const { return atoms_[id]; }
  std::span<const Use> OfLiteral(std::uint32_t id) const { return literals_[id]; }
  std::span<const Use> OfExpression(std::uint32_t id) const { return patterns_[id]; }
  // For each rule, the indexes into NegativeList::contexts of its uses of contexts, in their order.
  const std::vector<std::vector<std::uint32_t>>& contexts_of_rules() const { return contexts_; }

 private:
  CompiledRules() = default;

  std::unique_ptr<const Scanner> scanner_;
  std::unique_ptr<const Expressions> expressions_;
  std::unique_ptr<const SoundAliases> sounds_;
  bool splits_ = false;
  std::vector<std::vector<Use>> literals_;
  std::vector<std::vector<Use>> patterns_;  // by expression
  std::vector<std::uint32_t> atoms_;        // by literal
  std::vector<std::vector<std::uint32_t>> contexts_;
  std::vector<std::uint32_t> requiring_;
};

}  // namespace redline
