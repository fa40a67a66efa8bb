#include "rules/profile.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "rules/keys.h"
#include "rules/layers.h"
#include "rules/word_file.h"
#include "rules/yaml_tree.h"

namespace redline::rules {
namespace {

using Errors = std::vector<RuleError>;

// The packs that lists say they are of.
std::set<std::string> PacksOf(const std::vector<ListFile>& files) {
  std::set<std::string> packs;
  for (const ListFile& file : files) {
    if (IsWordFile(file.path) || IsProfile(file.path)) continue;
    ErrorList told_by_load_rules;
    const auto root = ReadYaml(file, told_by_load_rules);
    const YamlNode* pack = root ? root->Find("pack") : nullptr;
    if (pack != nullptr) packs.insert(pack->text);
  }
  return packs;
}

// Own lists, and the shipped ones of all other packs.
std::vector<ListFile> ListsFor(const std::vector<ListFile>& own,
                               const std::set<std::string>& packs) {
  std::vector<ListFile> lists;
  std::copy_if(own.begin(), own.end(), std::back_inserter(lists),
               [](const ListFile& file) { return !IsProfile(file.path); });
  for (ListFile& file : ShippedLists()) {
    const std::string pack = file.path.substr(0, file.path.find('/'));
    if (!packs.contains(pack)) lists.push_back(std::move(file));
  }
  return lists;
}

// Own profiles, and the shipped ones of all other names.
std::vector<ListFile> ProfileFiles(const std::vector<ListFile>& own) {
  std::vector<ListFile> profiles;
  std::copy_if(own.begin(), own.end(), std::back_inserter(profiles),
               [](const ListFile& file) { return IsProfile(file.path); });
  for (ListFile& file : ShippedProfiles()) {
    const bool replaced = std::any_of(profiles.begin(), profiles.end(), [&](const ListFile& each) {
      return ProfileNameOf(each.path) == ProfileNameOf(file.path);
    });
    if (!replaced) profiles.push_back(std::move(file));
  }
  return profiles;
}

std::vector<Profile> ReadProfiles(const std::vector<ListFile>& files, Errors& errors) {
  std::vector<Profile> profiles;
  for (const ListFile& file : files) {
    ErrorList of_file;
    profiles.push_back(ReadProfile(file, of_file));
    errors.insert(errors.end(), of_file.errors().begin(), of_file.errors().end());
  }
  return profiles;
}

const Profile* Find(const std::vector<Profile>& profiles, std::string_view name) {
  const auto found = std::find_if(profiles.begin(), profiles.end(),
                                  [&](const Profile& profile) { return profile.name == name; });
  return found == profiles.end() ? nullptr : &*found;
}

std::string NoProfile(std::string_view name, const std::vector<Profile>& profiles) {
  std::vector<std::string_view> names;
  for (const Profile& profile : profiles) names.push_back(profile.name);
  std::sort(names.begin(), names.end());
  return "there is no profile `" + std::string(name) + "`" + DidYouMean(name, names) +
         ": the profiles are " + Listed(names);
}

// The profile and all that it extends, the lowest first.
std::vector<Profile> ChainOf(std::string_view name, const std::vector<Profile>& profiles,
                             Errors& errors) {
  const Profile* profile = Find(profiles, name);
  if (profile == nullptr) {
    errors.push_back({{"--profile", 0, 0}, "", NoProfile(name, profiles)});
    return {};
  }
  std::vector<Profile> chain = {*profile};
  while (profile->extends) {
    const Wording& below = *profile->extends;
    profile = Find(profiles, below.text);
    if (profile == nullptr) {
      errors.push_back({below.origin, "", NoProfile(below.text, profiles)});
      break;
    }
    if (Find(chain, profile->name) != nullptr) {
      errors.push_back(
          {below.origin, "",
           "the profile `" + profile->name +
               "` extends itself by way of this one: delete one of the two `extends`"});
      break;
    }
    chain.insert(chain.begin(), *profile);
  }
  return chain;
}

// An own list that the profile does not use is very likely meant to be used.
void CheckOwnPacks(const std::set<std::string>& own, const Profile& profile,
                   const LoadedRules& loaded, Errors& errors) {
  const bool used = std::any_of(loaded.list.rules.begin(), loaded.list.rules.end(),
                                [&](const Rule& rule) { return own.contains(rule.pack); });
  if (own.empty() || used) return;
  const std::vector<std::string_view> packs(own.begin(), own.end());
  errors.push_back({profile.origin, "",
                    "the profile uses none of the packs of the lists that are given, " +
                        Listed(packs) +
                        ": add them to `packs` of a profile that extends this one"});
}

// Shared words are for whoever keeps them to tend: the shipped ones are not the bank's.
void KeepOwnWords(const std::vector<ListFile>& own, SharedWords& words) {
  std::set<std::string_view> paths;
  for (const ListFile& file : own) paths.insert(file.path);
  std::erase_if(words.groups,
                [&](const WordGroup& group) { return !paths.contains(group.origin.file); });
  std::erase_if(words.files, [&](const std::string& file) { return !paths.contains(file); });
}

Errors Sorted(Errors errors) {
  std::stable_sort(errors.begin(), errors.end(), [](const RuleError& a, const RuleError& b) {
    return std::tie(a.origin.file, a.origin.line, a.origin.column) <
           std::tie(b.origin.file, b.origin.line, b.origin.column);
  });
  return errors;
}

}  // namespace

std::vector<std::string> ProfileNames(const std::vector<ListFile>& files) {
  std::vector<std::string> names;
  for (const ListFile& file : ProfileFiles(files)) names.push_back(ProfileNameOf(file.path));
  std::sort(names.begin(), names.end());
  return names;
}

Result<LoadedRules, std::vector<RuleError>> LoadProfile(std::string name, std::string_view profile,
                                                        const std::vector<ListFile>& files) {
  Errors errors;
  const std::vector<Profile> profiles = ReadProfiles(ProfileFiles(files), errors);
  const std::vector<Profile> chain = ChainOf(profile, profiles, errors);
  const std::set<std::string> own_packs = PacksOf(files);
  auto loaded = LoadRules(std::move(name), ListsFor(files, own_packs));
  if (!loaded) errors.insert(errors.end(), loaded.error().begin(), loaded.error().end());
  if (!errors.empty()) return Unexpected(Sorted(std::move(errors)));

  errors = ApplyLayers(chain, *loaded);
  CheckOwnPacks(own_packs, chain.back(), *loaded, errors);
  if (!errors.empty()) return Unexpected(Sorted(std::move(errors)));
  KeepOwnWords(files, loaded->words);
  loaded->list.profile = profile;
  for (const Profile& layer : chain) {
    loaded->list.version = std::max(loaded->list.version, layer.version);
  }
  return loaded;
}

}  // namespace redline::rules
