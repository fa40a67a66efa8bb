#include "rules/strictness_reader.h"

#include <cstddef>

namespace redline::rules {
namespace {

using Kind = YamlNode::Kind;

constexpr Severity kSeverities[] = {Severity::kAdvise, Severity::kReview, Severity::kBlock};
static_assert(std::size(kSeverities) == kSeverityWords.size());

constexpr InContext kUses[] = {InContext::kNoViolation, InContext::kReview, InContext::kViolation};
static_assert(std::size(kUses) == kContextUseWords.size());

}  // namespace

std::optional<Severity> ReadSeverity(const MapReader& map) {
  const std::optional<std::size_t> word = map.Word("severity", kSeverityWords);
  if (!word) return std::nullopt;
  return kSeverities[*word];
}

std::optional<bool> ReadTruth(const MapReader& map, std::string_view key) {
  const std::optional<std::size_t> word = map.Word(key, kTruthWords);
  if (!word) return std::nullopt;
  return *word == 0;
}

std::vector<ContextUse> ReadContextUses(const MapReader& map) {
  const YamlNode* node = map.is_map() ? map.Find("context") : nullptr;
  if (node == nullptr) return {};
  if (node->kind != Kind::kMap) {
    map.errors().Add(node->origin,
                     "`context` must name contexts and what they mean: write for example "
                     "`context: { negated: pass }`");
    return {};
  }
  std::vector<ContextUse> uses;
  for (std::size_t i = 0; i < node->keys.size(); ++i) {
    const YamlNode& key = node->keys[i];
    const auto word = ReadWord(node->items[i], key.text, kContextUseWords, map.errors());
    if (word) uses.push_back({key.text, kUses[*word], key.origin});
  }
  return uses;
}

}  // namespace redline::rules
