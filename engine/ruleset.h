// Ruleset: rules compiled for scanning; immutable, with a digest that names its contents.
//
//   auto ruleset = Ruleset::Compile({.name = "cn", .version = "2026.11", .rules = rules});
//   if (!ruleset) for (const RuleError& error : ruleset.error()) Print(Describe(error));
//
// Errors:   Compile returns every error found, sorted by origin; nothing is half compiled. A
//           compiled ruleset has found each of its phrases in itself, so its scanner works on this
//           machine.
// Threads:  immutable; share one among any number of reviews.
// Lifetime: held by shared_ptr; a Report keeps the ruleset that judged it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"
#include "engine/rule.h"

namespace redline {

class CompiledRules;  // private: engine/compiled_rules.h

// Rules as written, before compilation.
struct NegativeList {
  std::string name;
  std::string version;
  std::vector<Context> contexts;
  std::vector<Rule> rules;
  std::string profile = {};  // by which the rules were chosen and changed; empty: none
};

class Ruleset {
 public:
  static Result<std::shared_ptr<const Ruleset>, std::vector<RuleError>> Compile(NegativeList list);
  ~Ruleset();
  Ruleset(const Ruleset&) = delete;
  Ruleset& operator=(const Ruleset&) = delete;

  const std::string& name() const { return list_.name; }
  const std::string& version() const { return list_.version; }
  const std::string& profile() const { return list_.profile; }
  const std::vector<Rule>& rules() const { return list_.rules; }
  const std::vector<Context>& contexts() const { return list_.contexts; }
  const NegativeList& list() const { return list_; }
  // By index into rules(), rising: those with a scope or a day on which they begin or end, and
  // those that are drafts, retired or switched off by a profile. All the others apply to every draft.
  const std::vector<std::uint32_t>& limited_rules() const { return limited_rules_; }

  // "sha256:" and 64 hexadecimal digits over everything that can change a report. Equal digests
  // mean equal reports for equal drafts, with the same engine version.
  const std::string& digest() const { return digest_; }

  const CompiledRules& compiled() const { return *compiled_; }

 private:
  Ruleset(NegativeList list, std::unique_ptr<const CompiledRules> compiled, std::string digest);

  const NegativeList list_;
  const std::vector<std::uint32_t> limited_rules_;
  const std::unique_ptr<const CompiledRules> compiled_;
  const std::string digest_;
};

// The same over one rule and the contexts that it uses; who owns it and what replaced it change no
// report. Rules with equal digests find the same in
// any draft. REQUIRES: `contexts` holds all that the rule uses.
std::string RuleDigest(const Rule& rule, const std::vector<Context>& contexts);

}  // namespace redline
