#include "rules/vocabulary.h"

#include <utility>

namespace redline::rules {
namespace {

std::string AlreadyDefined(std::string_view what, std::string_view name, const Origin& origin) {
  return "the " + std::string(what) + " `" + std::string(name) + "` is already defined in " +
         origin.file + ", line " + std::to_string(origin.line) + ": delete one of the two";
}

}  // namespace

void Vocabulary::Add(const MapReader& file) {
  const std::pair<std::string_view, void (Vocabulary::*)(const YamlNode&, ErrorList&)> parts[] = {
      {"laws", &Vocabulary::AddLaw},
      {"contexts", &Vocabulary::AddContext},
      {"categories", &Vocabulary::AddCategory}};
  for (const auto& [key, add] : parts) {
    const YamlNode* list = file.Find(key);
    if (list == nullptr || !ExpectList(*list, key, 1, file.errors())) continue;
    for (const YamlNode& entry : list->items) (this->*add)(entry, file.errors());
  }
}

void Vocabulary::AddLaw(const YamlNode& node, ErrorList& errors) {
  const MapReader map(node, kLawKeys, "a law", errors);
  if (!map.is_map()) return;
  const std::string id = map.RequireText("id", "`id: 广告法`, the short name that rules use");
  Law law{.name = map.RequireText("name", "`name: 中华人民共和国广告法`"),
          .document = map.Text("document"),
          .issuer = map.Text("issuer"),
          .effective = map.Text("effective"),
          .checked = ReadChecked(map).value_or(Checked::kUnverified),
          .origin = node.origin};
  if (id.empty()) return;
  const auto [known, is_new] = laws_.emplace(id, std::move(law));
  if (!is_new) errors.Add(node.origin, AlreadyDefined("law", id, known->second.origin));
}

void Vocabulary::AddContext(const YamlNode& node, ErrorList& errors) {
  const MapReader map(node, kContextKeys, "a context", errors);
  if (!map.is_map()) return;
  Context context;
  context.id = map.RequireText("id", "`id: negated`");
  context.before = words_.Read(map, "before", 0);
  context.after = words_.Read(map, "after", 0);
  context.exceptions = words_.Read(map, "unless", 0);
  if (const YamlNode* reach =
          map.Require("reach", "`reach: 10`, the distance to a match in characters")) {
    context.reach = ReadCount(*reach, "reach", kMaxDistance, errors).value_or(0);
  }
  context.origin = node.origin;
  if (map.Require("title", "`title: { zh: 否定, en: negation }`") != nullptr) {
    context.title = map.Languages("title");
  }
  if (map.Word("stops_at", kStopWords) == 1u) context.stops_at = Context::Stop::kSentence;
  const auto absent_or_empty = [&node](std::string_view key) {
    const YamlNode* list = node.Find(key);
    return list == nullptr || (list->kind == YamlNode::Kind::kList && list->items.empty());
  };
  if (absent_or_empty("before") && absent_or_empty("after")) {
    errors.Add(node.origin,
               "a context needs `before` or `after`: the wording that makes it, for "
               "example `before: [不承诺]`");
  }
  if (context.id.empty()) return;
  if (!IsWord(context.id)) {
    errors.Add(node.Find("id")->origin,
               "the id of a context is a lower-case word such as `negated` "
               "or `quoted-warning`");
  }
  const auto [known, is_new] = context_index_.emplace(context.id, contexts_.size());
  if (is_new) {
    contexts_.push_back(std::move(context));
  } else {
    errors.Add(node.origin, AlreadyDefined("context", context.id, contexts_[known->second].origin));
  }
}

void Vocabulary::AddCategory(const YamlNode& node, ErrorList& errors) {
  const MapReader map(node, kCategoryKeys, "a category", errors);
  if (!map.is_map()) return;
  Category category{
      .id = map.RequireText("id", "`id: high-yield-promise`"), .title = {}, .origin = node.origin};
  if (map.Require("title", "`title: { zh: 高收益承诺, en: promise of high returns }`") != nullptr) {
    category.title = map.Languages("title");
  }
  if (category.id.empty()) return;
  if (!IsWord(category.id)) {
    errors.Add(node.Find("id")->origin,
               "a category is one lower-case word with hyphens, such as `guaranteed-return`");
  }
  const auto [known, is_new] = category_index_.emplace(category.id, categories_.size());
  if (is_new) {
    categories_.push_back(std::move(category));
  } else {
    errors.Add(node.origin,
               AlreadyDefined("category", category.id, categories_[known->second].origin));
  }
}

const Law* Vocabulary::FindLaw(std::string_view name) const {
  const auto found = laws_.find(name);
  return found == laws_.end() ? nullptr : &found->second;
}

const Context* Vocabulary::FindContext(std::string_view name) const {
  const auto found = context_index_.find(name);
  return found == context_index_.end() ? nullptr : &contexts_[found->second];
}

const Category* Vocabulary::FindCategory(std::string_view name) const {
  const auto found = category_index_.find(name);
  return found == category_index_.end() ? nullptr : &categories_[found->second];
}

std::vector<std::string_view> Vocabulary::LawNames() const {
  std::vector<std::string_view> names;
  for (const auto& [name, law] : laws_) names.push_back(name);
  return names;
}

std::vector<std::string_view> Vocabulary::ContextNames() const {
  std::vector<std::string_view> names;
  for (const auto& [name, index] : context_index_) names.push_back(name);
  return names;
}

std::vector<std::string_view> Vocabulary::CategoryNames() const {
  std::vector<std::string_view> names;
  for (const auto& [name, index] : category_index_) names.push_back(name);
  return names;
}

std::optional<Checked> ReadChecked(const MapReader& map) {
  const std::optional<std::size_t> word = map.Word("checked", kCheckedWords);
  if (!word) return std::nullopt;
  constexpr Checked kInOrder[] = {Checked::kText, Checked::kQuoted, Checked::kSecondary,
                                  Checked::kUnverified};
  static_assert(std::size(kInOrder) == kCheckedWords.size());
  return kInOrder[*word];
}

}  // namespace redline::rules
