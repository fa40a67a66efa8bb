#include "rules/layers.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "rules/keys.h"
#include "rules/rule_change.h"

namespace redline::rules {
namespace {

class Layers {
 public:
  explicit Layers(LoadedRules& loaded) : loaded_(loaded) {
    for (const Rule& rule : loaded.list.rules) pack_of_.emplace(rule.id, rule.pack);
  }

  void ChoosePacks(const std::vector<Profile>& chain) {
    std::set<std::string_view> known;
    for (const auto& [id, pack] : pack_of_) known.insert(pack);
    std::set<std::string_view> used;
    for (const Profile& profile : chain) {
      for (const Wording& pack : profile.packs) {
        used.insert(pack.text);
        if (known.contains(pack.text)) continue;
        const std::vector<std::string_view> packs(known.begin(), known.end());
        Add(pack.origin, "",
            "there is no pack `" + pack.text + "`" + DidYouMean(pack.text, packs) +
                ": the packs are " + Listed(packs));
      }
    }
    std::vector<Rule> rules;
    std::vector<Samples> samples;
    for (std::size_t i = 0; i < loaded_.list.rules.size(); ++i) {
      if (!used.contains(loaded_.list.rules[i].pack)) continue;
      rules.push_back(std::move(loaded_.list.rules[i]));
      samples.push_back(std::move(loaded_.samples[i]));
    }
    loaded_.list.rules = std::move(rules);
    loaded_.samples = std::move(samples);
  }

  void Apply(const Profile& profile) {
    for (const Change& change : profile.changes) {
      bool found = false;
      for (std::size_t i = 0; i < loaded_.list.rules.size(); ++i) {
        Rule& rule = loaded_.list.rules[i];
        if (NameIn(rule, change.by) != change.name) continue;
        found = true;
        MakeChange(change, profile.name, rule, loaded_.samples[i], errors_);
      }
      if (!found) NotFound(change);
      CheckContexts(change);
    }
    for (Rule& rule : loaded_.list.rules) {
      rule.locked |=
          std::any_of(rule.changes.begin(), rule.changes.end(),
                      [](const LayerChange& change) { return change.what == kLockedChange; });
    }
  }

  // A profile does not pay for contexts of packs that it does not use.
  void DropUnusedContexts() {
    std::set<std::string_view> used;
    for (const Rule& rule : loaded_.list.rules) {
      for (const ContextUse& use : rule.contexts) used.insert(use.context);
    }
    std::erase_if(loaded_.list.contexts,
                  [&](const Context& context) { return !used.contains(context.id); });
  }

  std::vector<RuleError> TakeErrors() { return std::move(errors_); }

 private:
  static std::string_view NameIn(const Rule& rule, std::string_view by) {
    return by == "rule" ? rule.id : by == "category" ? rule.category : rule.pack;
  }

  void NotFound(const Change& change) {
    if (change.name.empty()) return;  // told by the reader
    const Origin& place = change.at.find(change.by)->second;
    const auto elsewhere = pack_of_.find(change.name);
    if (change.by == "rule" && elsewhere != pack_of_.end()) {
      return Add(place, change.name,
                 "this rule is in the pack `" + elsewhere->second +
                     "`, which the profile does not use: add it to `packs`, or delete this change");
    }
    std::set<std::string_view> names;
    for (const Rule& rule : loaded_.list.rules) names.insert(NameIn(rule, change.by));
    const std::vector<std::string_view> known(names.begin(), names.end());
    Add(place, "",
        "the packs of this profile have no " + change.by + " `" + change.name + "`" +
            DidYouMean(change.name, known) + ": `redline rules list` shows what they have");
  }

  void CheckContexts(const Change& change) {
    std::vector<std::string_view> names;
    for (const Context& context : loaded_.list.contexts) names.push_back(context.id);
    for (const ContextUse& use : change.contexts) {
      if (std::find(names.begin(), names.end(), use.context) != names.end()) continue;
      Add(use.origin, "",
          "no list defines the context `" + use.context + "`" + DidYouMean(use.context, names) +
              ": add it to `contexts` of a list");
    }
  }

  void Add(const Origin& origin, const std::string& rule_id, std::string message) {
    errors_.push_back({origin, rule_id, std::move(message)});
  }

  LoadedRules& loaded_;
  std::map<std::string, std::string, std::less<>> pack_of_;  // of every rule, used or not
  std::vector<RuleError> errors_;
};

}  // namespace

std::vector<RuleError> ApplyLayers(const std::vector<Profile>& chain, LoadedRules& loaded) {
  Layers layers(loaded);
  layers.ChoosePacks(chain);
  for (const Profile& profile : chain) layers.Apply(profile);
  layers.DropUnusedContexts();
  return layers.TakeErrors();
}

}  // namespace redline::rules
