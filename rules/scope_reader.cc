#include "rules/scope_reader.h"

#include <algorithm>
#include <utility>

namespace redline::rules {
namespace {

constexpr std::vector<std::string> Scope::*kParts[] = {
    &Scope::channels, &Scope::products, &Scope::audiences, &Scope::locales, &Scope::passages};
static_assert(std::size(kParts) == kScopeKeys.size());

// One part of a scope. `any` or `all` alone means any, which the engine writes as an empty list.
std::vector<std::string> ReadScopePart(const MapReader& scope, std::string_view key) {
  std::vector<std::string> part;
  for (const Wording& word : scope.Wordings(key, 1)) {
    const bool known_shape = key == "passages"  ? true
                             : key == "locales" ? IsLocale(word.text)
                                                : IsScopeName(word.text);
    if (!known_shape) {
      scope.errors().Add(word.origin,
                         key == "locales"
                             ? "`" + word.text + "` is no language: write for example zh or en-US"
                             : "`" + word.text + "` is no name of `" + std::string(key) +
                                   "`: write lower-case words joined by hyphens or underscores");
    }
    part.push_back(word.text);
  }
  const auto any = std::find_if(part.begin(), part.end(), [](const std::string& word) {
    return word == "any" || word == "all";
  });
  if (any == part.end()) return part;
  if (part.size() > 1) {
    scope.errors().Add(scope.Find(key)->origin, "`" + *any + "` stands alone in `" +
                                                    std::string(key) +
                                                    "`: delete the other words "
                                                    "or delete it");
  }
  return {};
}

}  // namespace

std::vector<ScopePart> ReadScope(const MapReader& map) {
  const YamlNode* node = map.Find("applies_to");
  if (node == nullptr) return {};
  const MapReader scope(*node, kScopeKeys, "`applies_to`", map.errors());
  if (!scope.is_map()) return {};
  std::vector<ScopePart> parts;
  for (std::size_t i = 0; i < kScopeKeys.size(); ++i) {
    const YamlNode* value = scope.Find(kScopeKeys[i]);
    if (value == nullptr) continue;
    parts.push_back({kParts[i], kScopeKeys[i], ReadScopePart(scope, kScopeKeys[i]), value->origin});
  }
  return parts;
}

}  // namespace redline::rules
