#include "rules/requirement_reader.h"

namespace redline::rules {

std::optional<Requirement> ReadRequirement(const MapReader& rule, WordGroups& words) {
  const YamlNode* node = rule.Find("requires");
  if (node == nullptr) return std::nullopt;
  const MapReader map(*node, kRequiresKeys, "`requires`", rule.errors());
  if (!map.is_map()) return std::nullopt;
  Requirement requirement;
  requirement.one_of = words.Read(map, "one_of", 0);
  requirement.one_of_patterns = map.Wordings("one_of_patterns", 0);
  if (map.Find("one_of") == nullptr && map.Find("one_of_patterns") == nullptr) {
    rule.errors().Add(
        node->origin,
        "`requires` needs `one_of`, the statements that are accepted: add for example "
        "`one_of: [理财非存款、产品有风险、投资须谨慎]`");
  }
  if (map.Word("where", kWhereWords) == 1u) requirement.where = Requirement::Where::kPassage;
  if (const YamlNode* within = map.Find("within")) {
    const auto count = ReadCount(*within, "within", kMaxDistance, rule.errors());
    if (count) requirement.within = static_cast<std::uint32_t>(*count);
    if (map.Find("where") != nullptr) {
      rule.errors().Add(
          within->origin,
          "`within` counts characters in the same passage and needs no `where`: delete "
          "one of the two");
    }
  }
  return requirement;
}

}  // namespace redline::rules
