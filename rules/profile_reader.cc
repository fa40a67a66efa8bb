// ReadProfile: one profile file.

#include <algorithm>
#include <filesystem>
#include <string>

#include "rules/map_reader.h"
#include "rules/profile.h"
#include "rules/strictness_reader.h"
#include "rules/yaml_tree.h"

namespace redline::rules {
namespace {

constexpr std::string_view kProfileFolder = "profiles";
constexpr std::string_view kSelectors[] = {"rule", "category", "pack"};

std::string ReadName(const MapReader& map, const std::string& path) {
  const std::string name = map.RequireText("profile", "`profile: city-branch`");
  if (name.empty()) return name;
  const std::string stem = ProfileNameOf(path);
  if (!IsWord(name)) {
    map.errors().Add(map.Find("profile")->origin,
                     "the name of a profile is one lower-case word with hyphens, such as "
                     "`city-branch`");
  } else if (name != stem) {
    map.errors().Add(map.Find("profile")->origin, "`profile` is `" + name +
                                                      "`, but the file is called `" + stem +
                                                      ".yaml`: give both the same name");
  }
  return name;
}

// A name behind `key` that must have the shape of a rule's id, or of one word.
std::string ReadReference(const MapReader& map, std::string_view key) {
  const std::string name = map.Text(key);
  if (name.empty()) return name;
  if (key == "rule" ? IsRuleId(name) : IsWord(name)) return name;
  map.errors().Add(map.Find(key)->origin,
                   "`" + name + "` is no name of a " + std::string(key) +
                       ": write it as the list does, in lower-case letters, digits and hyphens");
  return "";
}

// What the change is about. Exactly one of the three keys says so.
void ReadSelector(const MapReader& map, Change& change) {
  for (const std::string_view key : kSelectors) {
    const YamlNode* node = map.Find(key);
    if (node == nullptr) continue;
    if (!change.by.empty()) {
      map.errors().Add(node->origin, "this change says `" + change.by + "` and `" +
                                         std::string(key) +
                                         "`: keep one of them, and write a second change");
      continue;
    }
    change.by = key;
    change.name = ReadReference(map, key);
  }
  if (!change.by.empty()) return;
  map.errors().Add(map.origin(),
                   "a change needs `rule`, `category` or `pack`, what it is about: add for example "
                   "`rule: cn.core.sure-win`");
}

Change ReadChange(const YamlNode& node, ErrorList& errors) {
  Change change;
  const MapReader map(node, kChangeKeys, "a change", errors);
  if (!map.is_map()) return change;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    change.at.emplace(node.keys[i].text, node.items[i].origin);
  }
  ReadSelector(map, change);
  change.reason = map.RequireText("reason", "`reason: 分行一律禁止`");
  change.off = ReadTruth(map, "off");
  change.severity = ReadSeverity(map);
  const std::optional<bool> locked = ReadTruth(map, "locked");
  if (locked == false) {
    errors.Add(change.at.at("locked"),
               "`locked` cannot be `false`: what a layer below has locked stays so; delete this");
  }
  change.locked = locked == true;
  change.scope = ReadScope(map);
  change.exceptions = map.Wordings("unless", 1);
  change.exception_patterns = map.Wordings("unless_patterns", 1);
  change.contexts = ReadContextUses(map);
  change.flags = map.Wordings("flags", 1);
  change.passes = map.Wordings("passes", 1);
  const bool changes_something =
      std::any_of(node.keys.begin(), node.keys.end(), [](const YamlNode& key) {
        const auto place = std::find(kChangeKeys.begin(), kChangeKeys.end(), key.text);
        return place - kChangeKeys.begin() > 3 && key.text != "flags" && key.text != "passes";
      });
  if (!changes_something) {
    errors.Add(node.origin,
               "this change changes nothing: add for example `severity: block` or `off: true`");
  }
  if ((!change.flags.empty() || !change.passes.empty()) && change.by != "rule") {
    errors.Add(change.at.at(change.flags.empty() ? "passes" : "flags"),
               "samples prove one rule: name it with `rule`, or delete them");
  }
  return change;
}

std::vector<Wording> ReadPacks(const MapReader& map, bool needed) {
  const YamlNode* node =
      needed ? map.Require("packs", "`packs: [cn-core, cn-deposit]`") : map.Find("packs");
  if (node == nullptr) return {};
  std::vector<Wording> packs = map.Wordings("packs", 1);
  for (const Wording& pack : packs) {
    if (IsWord(pack.text)) continue;
    map.errors().Add(pack.origin, "`" + pack.text +
                                      "` is no name of a pack: write one lower-case word with "
                                      "hyphens, such as `cn-core`");
  }
  return packs;
}

}  // namespace

bool IsProfile(std::string_view path) {
  const std::filesystem::path file(path);
  return file.extension() == ".yaml" && file.parent_path().filename() == kProfileFolder;
}

std::string ProfileNameOf(std::string_view path) {
  return std::filesystem::path(path).stem().string();
}

Profile ReadProfile(const ListFile& file, ErrorList& errors) {
  Profile profile;
  profile.name = ProfileNameOf(file.path);
  const auto root = ReadYaml(file, errors);
  if (!root) return profile;
  const MapReader map(*root, kProfileKeys, "a profile", errors);
  if (!map.is_map()) return profile;
  profile.origin = root->origin;
  ReadName(map, file.path);
  map.Require("title", "`title: { zh: 市分行, en: City branch }`");
  profile.title = map.Languages("title");
  map.Require("version", "`version: 2026-11-24`, the day of the last change");
  if (map.Day("version")) profile.version = map.Find("version")->text;
  if (const YamlNode* node = map.Find("extends")) {
    profile.extends = Wording{map.Text("extends"), node->origin};
  }
  profile.packs = ReadPacks(map, !profile.extends);
  const YamlNode* changes = map.Find("changes");
  if (changes == nullptr || !ExpectList(*changes, "changes", 1, errors)) return profile;
  for (const YamlNode& node : changes->items) {
    const YamlNode* rule = node.Find("rule");
    errors.set_rule_id(rule != nullptr ? rule->text : "");
    profile.changes.push_back(ReadChange(node, errors));
  }
  errors.set_rule_id("");
  return profile;
}

}  // namespace redline::rules
