#include "service/report/rule_card.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/date.h"
#include "rules/keys.h"
#include "service/report/screen.h"

namespace redline::service {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kColumns = 80;
constexpr int kLabel = 17;

// The words of keys.h stand in the order of the enums, but for `checked`.
std::string_view WordOf(Severity severity) {
  if (severity == Severity::kUnspecified) return "";
  return rules::kSeverityWords[static_cast<std::size_t>(severity) - 1];
}
std::string_view WordOf(Checked checked) {
  return rules::kCheckedWords[rules::kCheckedWords.size() - 1 - static_cast<std::size_t>(checked)];
}
std::string_view WordOf(InContext use) {
  switch (use) {
    case InContext::kNoViolation:
      return "pass";
    case InContext::kReview:
      return "review";
    case InContext::kViolation:
      break;
  }
  return "flag";
}

Json TextsOf(const std::vector<Wording>& wordings) {
  Json texts = Json::array();
  for (const Wording& wording : wordings) texts.push_back(wording.text);
  return texts;
}

Json NamesOf(const std::vector<Disguise>& disguises) {
  Json names = Json::array();
  for (const Disguise disguise : disguises) names.push_back(Name(disguise));
  return names;
}

// What is empty is left out.
void Set(Json& json, std::string_view key, Json value) {
  const bool empty = value.is_null() ||
                     (value.is_string() && value.get_ref<std::string&>().empty()) ||
                     ((value.is_array() || value.is_object()) && value.empty());
  if (!empty) json[std::string(key)] = std::move(value);
}

Json JsonOf(const Localized& text) {
  Json json = Json::object();
  Set(json, "zh", text.zh);
  Set(json, "en", text.en);
  return json;
}

Json JsonOf(const Scope& scope) {
  Json json = Json::object();
  Set(json, "channels", scope.channels);
  Set(json, "products", scope.products);
  Set(json, "audiences", scope.audiences);
  Set(json, "locales", scope.locales);
  Set(json, "passages", scope.passages);
  return json;
}

Json JsonOf(const Near& near) {
  Json json = {{"words", near.shown.text}};
  if (near.within) json["within"] = *near.within;
  json["order"] = near.in_order ? "given" : "any";
  return json;
}

Json JsonOf(const NumberCondition& condition) {
  Json json = {{"condition", condition.shown.text}};
  if (condition.within) json["within"] = *condition.within;
  json["order"] = condition.in_order ? "given" : "any";
  return json;
}

Json JsonOf(const std::optional<Requirement>& requirement) {
  Json json = Json::object();
  if (!requirement) return json;
  Set(json, "one_of", TextsOf(requirement->one_of));
  Set(json, "one_of_patterns", TextsOf(requirement->one_of_patterns));
  if (requirement->within) {
    json["within"] = *requirement->within;
  } else {
    json["where"] = rules::kWhereWords[static_cast<std::size_t>(requirement->where)];
  }
  return json;
}

Json WordsOf(const RuleCard& card) {
  Json words = Json::array();
  for (const rules::WordGroup* group : card.word_groups) {
    words.push_back({{"words", group->id},
                     {"stands_at", group->origin.file + ":" + std::to_string(group->origin.line)}});
  }
  for (const std::string& file : card.word_files) words.push_back({{"file", file}});
  return words;
}

Json JsonOf(const Aliases& aliases) {
  Json kinds = Json::array();
  if (aliases.pinyin) kinds.push_back("pinyin");
  if (aliases.homophones) kinds.push_back("homophones");
  if (aliases.initials) kinds.push_back("initials");
  if (aliases.split) kinds.push_back("split");
  Json json = Json::object();
  Set(json, "generate", kinds);
  Set(json, "written", TextsOf(aliases.written));
  return json;
}

Json JsonOf(const Basis& basis) {
  Json json = Json::object();
  Set(json, "law", basis.law);
  Set(json, "document", basis.document);
  Set(json, "article", basis.article);
  Set(json, "issuer", basis.issuer);
  Set(json, "effective", basis.effective);
  Set(json, "checked", WordOf(basis.checked));
  return json;
}

// What profiles made of the rule, the lowest first.
Json ChangesOf(const Rule& rule) {
  Json changes = Json::array();
  for (const LayerChange& change : rule.changes) {
    changes.push_back(
        {{"profile", change.layer},
         {"change", change.what},
         {"reason", change.why},
         {"stands_at", change.origin.file + ":" + std::to_string(change.origin.line)}});
  }
  return changes;
}

Json CostOf(const RuleCard& card) {
  if (!card.compile_time) return Json::object();
  const Rule& rule = card.rule;
  std::size_t literals = rule.phrases.size() + rule.aliases.written.size() + rule.exceptions.size();
  for (const Near& near : rule.near) {
    for (const std::vector<Wording>& group : near.words) literals += group.size();
  }
  for (const NumberCondition& condition : rule.numbers) literals += condition.words.size();
  std::size_t patterns = rule.patterns.size() + rule.exception_patterns.size();
  if (rule.requirement) {
    literals += rule.requirement->one_of.size();
    patterns += rule.requirement->one_of_patterns.size();
  }
  return {{"literals", literals},
          {"patterns", patterns},
          {"compile_microseconds", card.compile_time->count()}};
}

Json JsonOf(const RuleCard& card) {
  const Rule& rule = card.rule;
  Json json;
  Set(json, "id", rule.id);
  Set(json, "title", JsonOf(rule.title));
  Set(json, "pack", rule.pack);
  Set(json, "stands_at", rule.origin.file + ":" + std::to_string(rule.origin.line));
  Set(json, "category", rule.category);
  if (card.category != nullptr) Set(json, "category_title", JsonOf(card.category->title));
  Set(json, "severity", WordOf(rule.severity));
  Set(json, "status", rules::kStatusWords[static_cast<std::size_t>(rule.status)]);
  Set(json, "owner", rule.owner);
  Set(json, "replaced_by", TextsOf(rule.replaced_by));
  if (rule.locked) json["locked"] = true;
  if (!rule.off_by.empty()) json["off"] = true;
  Set(json, "applies_to", JsonOf(rule.applies_to));
  Json effective = Json::object();
  if (rule.from) effective["from"] = rules::DateText(*rule.from);
  if (rule.until) effective["until"] = rules::DateText(*rule.until);
  Set(json, "effective", effective);
  Set(json, "phrases", TextsOf(rule.phrases));
  Set(json, "patterns", TextsOf(rule.patterns));
  Json near = Json::array();
  for (const Near& words : rule.near) near.push_back(JsonOf(words));
  Set(json, "near", near);
  Json numbers = Json::array();
  for (const NumberCondition& condition : rule.numbers) numbers.push_back(JsonOf(condition));
  Set(json, "numbers", numbers);
  Set(json, "requires", JsonOf(rule.requirement));
  Set(json, "aliases", JsonOf(rule.aliases));
  Set(json, "unless", TextsOf(rule.exceptions));
  Set(json, "unless_patterns", TextsOf(rule.exception_patterns));
  Json contexts = Json::object();
  for (const ContextUse& use : rule.contexts) contexts[use.context] = WordOf(use.then);
  Set(json, "context", contexts);
  Set(json, "boundary", rules::kBoundaryWords[static_cast<std::size_t>(rule.boundary)]);
  Json folds = Json::object();
  Set(folds, "with", NamesOf(rule.folds.with));
  Set(folds, "without", NamesOf(rule.folds.without));
  Set(json, "folds", folds);
  Set(json, "message", JsonOf(rule.message));
  Set(json, "suggest", JsonOf(rule.suggestion));
  Json basis = Json::array();
  for (const Basis& entry : rule.basis) basis.push_back(JsonOf(entry));
  Set(json, "basis", basis);
  Set(json, "flags", TextsOf(card.samples.flags));
  Set(json, "passes", TextsOf(card.samples.passes));
  Set(json, "known_gaps", TextsOf(card.samples.known_gaps));
  Set(json, "changes", ChangesOf(rule));
  Set(json, "words", WordsOf(card));
  Set(json, "cost", CostOf(card));
  return json;
}

// "channels: sms, wechat": one line of a value.
std::string Flat(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_structured()) return value.dump();
  std::string text;
  for (const auto& [key, item] : value.items()) {
    text += (text.empty() ? "" : ", ") + (value.is_object() ? key + ": " : "") + Flat(item);
  }
  return text;
}

// The lines of a value: each entry of a list on lines of its own behind a dash, each key of a map.
std::vector<std::string> LinesOf(const Json& value) {
  if (!value.is_structured()) return {Flat(value)};
  std::vector<std::string> lines;
  for (const auto& [key, item] : value.items()) {
    lines.push_back((value.is_object() ? key + ": " : "- ") + Flat(item));
  }
  return lines;
}

}  // namespace

void WriteRuleText(std::ostream& out, const RuleCard& card) {
  const Json json = JsonOf(card);
  for (const auto& [key, value] : json.items()) {
    std::string label = key;
    for (const std::string& entry : LinesOf(value)) {
      std::string indent;
      for (const std::string& line : Wrap(Visible(entry), kColumns - kLabel - 2)) {
        label.resize(kLabel, ' ');
        out << label << indent << line << "\n";
        label.clear();
        if (value.is_structured()) indent = "  ";
      }
    }
  }
}

void WriteRuleJson(std::ostream& out, const RuleCard& card) {
  out << JsonOf(card).dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

void WriteRulesJson(std::ostream& out, const std::vector<RuleCard>& cards) {
  Json json = Json::array();
  for (const RuleCard& card : cards) json.push_back(JsonOf(card));
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

}  // namespace redline::service
