#include "rules/numbers_reader.h"

#include <string>
#include <utility>

#include "engine/text/quantities.h"
#include "rules/near_reader.h"

namespace redline::rules {
namespace {

using Bound = NumberCondition::Bound;

struct BoundKey {
  std::string_view key;
  std::string_view sign;  // for reports
  std::optional<Bound> NumberCondition::*bound;
  bool included;
};

constexpr BoundKey kBounds[] = {{"above", ">", &NumberCondition::least, false},
                                {"at_least", "≥", &NumberCondition::least, true},
                                {"below", "<", &NumberCondition::most, false},
                                {"at_most", "≤", &NumberCondition::most, true}};

// One entry, while it is read.
class ConditionReader {
 public:
  ConditionReader(const MapReader& entry, WordGroups& words) : entry_(entry), words_(words) {}

  std::optional<NumberCondition> Run() && {
    if (const YamlNode* words = entry_.Require("words", "`words: [年化, 年利率]`")) {
      condition_.words = words_.ReadList(*words, "words", 1, entry_.errors());
    }
    if (const YamlNode* within = entry_.Find("within")) {
      const auto count = ReadCount(*within, "within", kMaxDistance, entry_.errors());
      if (count) condition_.within = static_cast<std::uint32_t>(*count);
    }
    condition_.in_order = entry_.Word("order", kOrderWords) == 0u;
    condition_.shown = {ShownWords(condition_.words), entry_.origin()};
    ReadAny();
    for (const BoundKey& key : kBounds) ReadBound(key);
    if (!measured_) {
      Refuse(entry_.origin(),
             "an entry of `numbers` says which numbers it means: add for example `above: 5 %`, or "
             "`any: percentage`");
    }
    CheckBounds();
    if (!valid_ || condition_.words.empty()) return std::nullopt;
    return std::move(condition_);
  }

 private:
  void Refuse(const Origin& origin, std::string message) {
    entry_.errors().Add(origin, std::move(message));
    valid_ = false;
  }

  void ReadAny() {
    const YamlNode* any = entry_.Find("any");
    if (any == nullptr) return;
    measured_ = true;
    const auto measure = entry_.Word("any", kMeasureWords);
    if (!measure) {
      valid_ = false;
      return;
    }
    condition_.measure = *MeasureNamed(kMeasureWords[*measure]);
    condition_.shown.text += " any " + std::string(kMeasureWords[*measure]);
    any_ = true;
  }

  void ReadBound(const BoundKey& key) {
    const YamlNode* node = entry_.Find(key.key);
    if (node == nullptr) return;
    const std::string name = "`" + std::string(key.key) + "`";
    const std::string text = ReadText(*node, key.key, entry_.errors());
    const bool first = !measured_;
    measured_ = true;
    if (text.empty()) {
      valid_ = false;
      return;
    }
    if (any_) return Refuse(node->origin, "`any` and " + name + " exclude each other: delete one");
    if (condition_.*key.bound) {
      return Refuse(node->origin, name + " is a second bound on the same side: delete one");
    }
    const auto quantity = text::QuantityOf(text);
    if (!quantity || quantity->least != quantity->greatest) {
      return Refuse(node->origin, "`" + text +
                                      "` is not one number with its unit: write for example `" +
                                      std::string(key.key) + ": 5 %`, `50万元` or `6个月`");
    }
    if (!first && quantity->measure != condition_.measure) {
      return Refuse(node->origin, name + " is of another kind than the bound before it: " +
                                      std::string(Name(quantity->measure)) + ", not " +
                                      std::string(Name(condition_.measure)));
    }
    if (!quantity->least.IsBound()) {
      return Refuse(node->origin, "`" + text +
                                      "` is a trillion or more, or has more than five decimals: "
                                      "write a simpler number");
    }
    condition_.measure = quantity->measure;
    condition_.*key.bound = Bound{quantity->least, key.included};
    condition_.shown.text += (first ? " " : ", ") + std::string(key.sign) + " " + text;
  }

  void CheckBounds() {
    const auto& least = condition_.least;
    const auto& most = condition_.most;
    if (!least || !most || least->value < most->value) return;
    if (least->value == most->value && least->included && most->included) return;
    Refuse(entry_.origin(), "no number lies within these bounds: `" + condition_.shown.text +
                                "`; write the smaller one into `above` or `at_least`");
  }

  const MapReader& entry_;
  WordGroups& words_;
  NumberCondition condition_;
  bool measured_ = false;
  bool any_ = false;
  bool valid_ = true;
};

}  // namespace

std::vector<NumberCondition> ReadNumbers(const MapReader& rule, WordGroups& words) {
  const YamlNode* list = rule.Find("numbers");
  if (list == nullptr || !ExpectList(*list, "numbers", 1, rule.errors())) return {};
  std::vector<NumberCondition> conditions;
  for (const YamlNode& node : list->items) {
    const MapReader entry(node, kNumberKeys, "an entry of `numbers`", rule.errors());
    if (!entry.is_map()) continue;
    if (auto condition = ConditionReader(entry, words).Run())
      conditions.push_back(*std::move(condition));
  }
  return conditions;
}

}  // namespace redline::rules
