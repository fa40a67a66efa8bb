#include "rules/rule_reader.h"

#include <algorithm>
#include <utility>

#include "rules/lifecycle_reader.h"
#include "rules/near_reader.h"
#include "rules/numbers_reader.h"
#include "rules/requirement_reader.h"
#include "rules/scope_reader.h"
#include "rules/strictness_reader.h"

namespace redline::rules {
namespace {

using Kind = YamlNode::Kind;

constexpr bool Aliases::*kAliasKinds[] = {&Aliases::pinyin, &Aliases::homophones,
                                          &Aliases::initials, &Aliases::split};
static_assert(std::size(kAliasKinds) == kAliasWords.size());

constexpr Boundary kBoundaries[] = {Boundary::kToken, Boundary::kWord};
static_assert(std::size(kBoundaries) == kBoundaryWords.size());

// The disguises that a word of `words` names: their names are the same.
std::vector<Disguise> ReadDisguises(const MapReader& folds, std::string_view key, Words words) {
  std::vector<Disguise> disguises;
  for (const Wording& name : folds.Wordings(key, 1)) {
    const auto known = std::find(words.begin(), words.end(), name.text);
    if (known == words.end()) {
      folds.errors().Add(name.origin, "`" + name.text + "` is nothing that `" + std::string(key) +
                                          "` can name" + DidYouMean(name.text, words) + ": write " +
                                          Listed(words));
      continue;
    }
    disguises.push_back(*DisguiseNamed(*known));
  }
  return disguises;
}

void ForbidInBoth(const std::vector<Wording>& first, const std::vector<Wording>& second,
                  std::string_view message, ErrorList& errors) {
  std::vector<std::string_view> texts;
  for (const Wording& wording : first) texts.push_back(wording.text);
  std::sort(texts.begin(), texts.end());
  for (const Wording& wording : second) {
    if (std::binary_search(texts.begin(), texts.end(), wording.text)) {
      errors.Add(wording.origin, std::string(message));
    }
  }
}

// The value of a key that every rule must have which is not over.
const YamlNode* Need(const MapReader& map, const Rule& rule, std::string_view key,
                     std::string_view example) {
  return rule.status == Status::kRetired ? map.Find(key) : map.Require(key, example);
}

// `aliases` of `map`, where they say nothing, those of `defaults`.
Aliases ReadAliases(const MapReader& map, Words keys, Aliases defaults, WordGroups& words) {
  const YamlNode* node = map.is_map() ? map.Find("aliases") : nullptr;
  if (node == nullptr) return defaults;
  const MapReader reader(*node, keys, "`aliases`", map.errors());
  if (!reader.is_map()) return defaults;
  Aliases aliases = std::move(defaults);
  aliases.written = words.Read(reader, "written", 0);
  const YamlNode* generate = reader.Find("generate");
  if (generate == nullptr) return aliases;
  for (const auto kind : kAliasKinds) aliases.*kind = false;
  reader.Wordings("generate", 0);  // tells what stands there twice
  for (const YamlNode& item : generate->items) {
    const auto word = ReadWord(item, "generate", kAliasWords, map.errors());
    if (word) aliases.*kAliasKinds[*word] = true;
  }
  return aliases;
}

}  // namespace

RuleReader::RuleReader(const MapReader& file, std::string pack, const Vocabulary& vocabulary,
                       WordGroups& words)
    : pack_(std::move(pack)), vocabulary_(vocabulary), words_(words), errors_(file.errors()) {
  if (const YamlNode* node = file.Find("defaults")) {
    const MapReader defaults(*node, kDefaultsKeys, "`defaults`", errors_);
    default_aliases_ = ReadAliases(defaults, kDefaultAliasKeys, {}, words_);
    default_uses_ = ReadContextUses(defaults);
    default_boundary_ = ReadBoundary(defaults).value_or(Boundary::kToken);
  }
}

void RuleReader::Read(const YamlNode& node, LoadedRules& loaded) {
  const YamlNode* id = node.Find("id");
  errors_.set_rule_id(id != nullptr && id->kind == Kind::kText ? id->text : "");
  const MapReader map(node, kRuleKeys, "a rule", errors_);
  if (map.is_map()) {
    Rule rule;
    rule.pack = pack_;
    rule.origin = node.origin;
    Samples samples;
    ReadHead(map, rule);
    ReadScope(map, rule);
    ReadEffective(map, rule);
    ReadWordings(map, rule);
    rule.contexts = ReadContextUses(map);
    for (const ContextUse& use : default_uses_) {
      const bool own = std::any_of(rule.contexts.begin(), rule.contexts.end(),
                                   [&](const ContextUse& o) { return o.context == use.context; });
      if (!own) rule.contexts.push_back(use);
    }
    rule.boundary = ReadBoundary(map).value_or(default_boundary_);
    ReadFolds(map, rule);
    ReadBasis(map, rule);
    ReadSamples(map, rule, samples);
    samples.rule_id = rule.id;
    loaded.list.rules.push_back(std::move(rule));
    loaded.samples.push_back(std::move(samples));
  }
  errors_.set_rule_id("");
}

void RuleReader::ReadHead(const MapReader& map, Rule& rule) {
  rule.id = map.RequireText("id", "`id: cn.finance.sure-win`");
  if (!rule.id.empty() && !IsRuleId(rule.id)) {
    errors_.Add(map.Find("id")->origin,
                "an id is made of lower-case words, digits, dots and "
                "hyphens, such as `cn.finance.sure-win`");
  }
  if (map.Require("title", "`title: { zh: 稳赚不赔, en: Sure win }`") != nullptr) {
    rule.title = map.Languages("title");
  }
  ReadLifecycle(map, rule);
  ReadCategory(map, rule);
  if (Need(map, rule, "severity", "`severity: block`") != nullptr) {
    rule.severity = ReadSeverity(map).value_or(rule.severity);
  }
  if (Need(map, rule, "message", "`message: { zh: 不得承诺收益, en: Do not promise returns }`") !=
      nullptr) {
    rule.message = map.Languages("message");
  }
  rule.locked = ReadTruth(map, "locked").value_or(false);
  rule.suggestion = map.Languages("suggest");
}

void RuleReader::ReadCategory(const MapReader& map, Rule& rule) {
  const YamlNode* node = Need(map, rule, "category", "`category: guaranteed-return`");
  if (node == nullptr) return;
  rule.category = map.Text("category");
  if (rule.category.empty()) return;
  if (!IsWord(rule.category)) {
    errors_.Add(node->origin,
                "a category is one lower-case word with hyphens, such as `guaranteed-return`");
  } else if (!vocabulary_.categories().empty() && !vocabulary_.incomplete() &&
             vocabulary_.FindCategory(rule.category) == nullptr) {
    errors_.Add(node->origin, "no file declares the category `" + rule.category + "`" +
                                  DidYouMean(rule.category, vocabulary_.CategoryNames()) +
                                  ": add it to `categories`, with its `id` and `title`");
  }
}

void RuleReader::ReadEffective(const MapReader& map, Rule& rule) {
  const YamlNode* node = map.Find("effective");
  if (node == nullptr) return;
  const MapReader effective(*node, kEffectiveKeys, "`effective`", errors_);
  if (!effective.is_map()) return;
  rule.from = effective.Day("from");
  rule.until = effective.Day("until");
  if (rule.from && rule.until && *rule.from > *rule.until) {
    errors_.Add(node->origin, "`until` is a day before `from`: the rule would never be in force");
  }
}

void RuleReader::ReadScope(const MapReader& map, Rule& rule) {
  for (ScopePart& part : rules::ReadScope(map)) rule.applies_to.*part.part = std::move(part.words);
}

void RuleReader::ReadWordings(const MapReader& map, Rule& rule) {
  rule.phrases = words_.Read(map, "phrases", 0);
  rule.patterns = map.Wordings("patterns", 0);
  rule.near = ReadNear(map, words_);
  rule.numbers = ReadNumbers(map, words_);
  rule.requirement = ReadRequirement(map, words_);
  rule.aliases = ReadAliases(map, kAliasKeys, default_aliases_, words_);
  rule.exceptions = words_.Read(map, "unless", 0);
  rule.exception_patterns = map.Wordings("unless_patterns", 0);
  const bool none =
      rule.phrases.empty() && rule.patterns.empty() && rule.near.empty() && rule.numbers.empty();
  const auto absent_or_empty = [&map](std::string_view key) {
    const YamlNode* list = map.Find(key);
    return list == nullptr || (list->kind == Kind::kList && list->items.empty());
  };
  if (rule.status != Status::kRetired && none && absent_or_empty("phrases") &&
      absent_or_empty("patterns") && map.Find("near") == nullptr &&
      map.Find("numbers") == nullptr && map.Find("requires") == nullptr) {
    errors_.Add(
        map.origin(),
        "a rule needs `phrases`, `patterns`, `near`, `numbers` or `requires`: add for example "
        "`phrases: [稳赚不赔]`");
  }
  ForbidInBoth(rule.aliases.written, rule.exceptions,
               "this also stands in `aliases`: a spelling that is its own exception is never "
               "found; delete one of the two",
               errors_);
  ForbidInBoth(rule.phrases, rule.exceptions,
               "this also stands in `phrases`: a phrase that is its own exception is never found; "
               "delete one of the two",
               errors_);
}

void RuleReader::ReadBasis(const MapReader& map, Rule& rule) {
  const YamlNode* list =
      Need(map, rule, "basis", "`basis: [{ law: 广告法, article: 第二十五条 }]`");
  if (list == nullptr || !ExpectList(*list, "basis", 1, errors_)) return;
  for (const YamlNode& node : list->items) {
    const MapReader entry(node, kBasisKeys, "an entry of `basis`", errors_);
    if (!entry.is_map()) continue;
    const std::string name = entry.RequireText("law", "`law: 广告法`");
    const std::string article = entry.RequireText("article", "`article: 第二十五条`");
    const std::optional<Checked> checked = ReadChecked(entry);
    if (name.empty()) continue;
    const Law* law = vocabulary_.FindLaw(name);
    if (law != nullptr) {
      rule.basis.push_back({law->name, law->document, article, law->issuer, law->effective,
                            checked.value_or(law->checked)});
    } else if (!vocabulary_.incomplete()) {
      errors_.Add(entry.Find("law")->origin, "no file defines the law `" + name + "`" +
                                                 DidYouMean(name, vocabulary_.LawNames()) +
                                                 ": add it to `laws`, with its `id` and `name`");
    }
  }
}

void RuleReader::ReadSamples(const MapReader& map, const Rule& rule, Samples& samples) {
  Need(map, rule, "flags", "`flags: [这款产品稳赚不赔, …]`, two sentences that the rule must flag");
  Need(map, rule, "passes", "`passes: [没有稳赚不赔的投资, …]`, two that it must not flag");
  samples.flags = map.Wordings("flags", 2);
  samples.passes = map.Wordings("passes", 2);
  samples.known_gaps = map.Wordings("known_gaps", 0);
  constexpr std::string_view kMessage =
      "this sentence also stands in `flags`: it cannot be flagged and not flagged; delete one";
  ForbidInBoth(samples.flags, samples.passes, kMessage, errors_);
  ForbidInBoth(samples.flags, samples.known_gaps, kMessage, errors_);
}

std::vector<ContextUse> RuleReader::ReadContextUses(const MapReader& map) {
  std::vector<ContextUse> uses = rules::ReadContextUses(map);
  for (const ContextUse& use : uses) {
    if (vocabulary_.FindContext(use.context) == nullptr && !vocabulary_.incomplete()) {
      errors_.Add(use.origin, "no file defines the context `" + use.context + "`" +
                                  DidYouMean(use.context, vocabulary_.ContextNames()) +
                                  ": add it to `contexts`");
    }
  }
  return uses;
}

std::optional<Boundary> RuleReader::ReadBoundary(const MapReader& map) {
  if (!map.is_map() || map.Find("boundary") == nullptr) return std::nullopt;
  const std::optional<std::size_t> word = map.Word("boundary", kBoundaryWords);
  if (!word) return std::nullopt;
  return kBoundaries[*word];
}

void RuleReader::ReadFolds(const MapReader& map, Rule& rule) {
  const YamlNode* node = map.Find("folds");
  if (node == nullptr) return;
  const MapReader folds(*node, kFoldsKeys, "`folds`", errors_);
  if (!folds.is_map()) return;
  rule.folds.with = ReadDisguises(folds, "with", kWithWords);
  rule.folds.without = ReadDisguises(folds, "without", kWithoutWords);
}

}  // namespace redline::rules
