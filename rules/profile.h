// Profile: which packs a business line uses, and what stands above them, as a YAML file says it.
//
//   profile: city-branch
//   title: { zh: 市分行, en: City branch }
//   version: 2026-11-24
//   extends: example-bank
//   changes:
//     - { rule: cn.core.sure-win, severity: block, reason: 分行一律禁止 }
//
// A profile may extend another: its packs are added to those of the other, its changes are made
// after those of the other (layers.h).
//
// Errors:   every error of every file at once, with its place, as for lists.
// Threads:  pure functions.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"
#include "engine/rule.h"
#include "rules/error_list.h"
#include "rules/rule_list.h"
#include "rules/scope_reader.h"

namespace redline::rules {

// What a profile makes of one rule, or of all rules of a category or pack. What is absent stays.
struct Change {
  std::string by;           // kChangeKeys: "rule", "category" or "pack"
  std::string name;         // of that
  std::string reason;       // why
  std::optional<bool> off;  // false: on again
  std::optional<Severity> severity;
  bool locked = false;                            // for the layers above
  std::vector<ScopePart> scope;                   // each takes the place of the rule's part
  std::vector<Wording> exceptions;                // added
  std::vector<Wording> exception_patterns;        // added
  std::vector<ContextUse> contexts;               // added, or in the place of the rule's use
  std::vector<Wording> flags;                     // samples of the rule as it is changed
  std::vector<Wording> passes;                    // the same
  std::map<std::string, Origin, std::less<>> at;  // where each key's value stands
};

struct Profile {
  std::string name;
  Localized title;
  std::string version;
  std::optional<Wording> extends;  // another profile
  std::vector<Wording> packs;
  std::vector<Change> changes;
  Origin origin;
};

// Whether a file of this path is a profile and no list: it stands in a folder `profiles`.
bool IsProfile(std::string_view path);

// The name that a profile of this path has: "profiles/city-branch.yaml" → "city-branch".
std::string ProfileNameOf(std::string_view path);

// Reads one profile. Its errors are added to `errors`.
Profile ReadProfile(const ListFile& file, ErrorList& errors);

// The profiles that ship with Redline, compiled into the program (rules/profiles at build time).
std::vector<ListFile> ShippedProfiles();

// The JSON Schema of profiles (rules/profile.schema.json at build time).
std::string ProfileSchema();

// The names of all profiles that can be loaded with `files`, sorted.
std::vector<std::string> ProfileNames(const std::vector<ListFile>& files);

// Loads the rules as the profile of that name makes them. `files` are a bank's own lists and
// profiles, and may be empty; beside them stand the shipped packs and profiles, of which one with
// the name of an own one is not looked at. `name` becomes NegativeList::name.
Result<LoadedRules, std::vector<RuleError>> LoadProfile(std::string name, std::string_view profile,
                                                        const std::vector<ListFile>& files);

}  // namespace redline::rules
