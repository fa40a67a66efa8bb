// rules/schema.json serves editors, the reader serves the engine: both must know the same language.
// What the reader knows is in rules/keys.h. (JSON is YAML, so yaml-cpp can read the schema.)

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "rules/keys.h"
#include "rules/rule_list.h"

namespace redline::rules {
namespace {

using ::testing::ElementsAreArray;

YAML::Node ReadSchema() { return YAML::LoadFile(REDLINE_SOURCE_DIR "/rules/schema.json"); }

std::vector<std::string> Strings(Words words) { return {words.begin(), words.end()}; }

// The keys of a map of the schema, in the order in which they stand.
std::vector<std::string> Keys(const YAML::Node& map) {
  std::vector<std::string> keys;
  for (const auto& entry : map) keys.push_back(entry.first.as<std::string>());
  return keys;
}

TEST(Schema, HasTheKeysOfTheReaderInTheSameOrder) {
  const YAML::Node schema = ReadSchema();
  EXPECT_THAT(Keys(schema["properties"]), ElementsAreArray(Strings(kFileKeys)));
  EXPECT_FALSE(schema["additionalProperties"].as<bool>());
  const struct {
    const char* definition;
    Words keys;
  } kMaps[] = {{"law", kLawKeys},
               {"word_group", kWordGroupKeys},
               {"context", kContextKeys},
               {"category", kCategoryKeys},
               {"defaults", kDefaultsKeys},
               {"rule", kRuleKeys},
               {"scope", kScopeKeys},
               {"effective", kEffectiveKeys},
               {"aliases", kAliasKeys},
               {"basis", kBasisKeys},
               {"folds", kFoldsKeys},
               {"requires", kRequiresKeys}};
  EXPECT_THAT(Keys(schema["definitions"]["near"]["items"]["properties"]),
              ElementsAreArray(Strings(kNearKeys)));
  EXPECT_THAT(Keys(schema["definitions"]["numbers"]["items"]["properties"]),
              ElementsAreArray(Strings(kNumberKeys)));
  for (const auto& map : kMaps) {
    SCOPED_TRACE(map.definition);
    const YAML::Node definition = schema["definitions"][map.definition];
    EXPECT_THAT(Keys(definition["properties"]), ElementsAreArray(Strings(map.keys)));
    EXPECT_FALSE(definition["additionalProperties"].as<bool>());
  }
  EXPECT_THAT(Keys(schema["definitions"]["defaults"]["properties"]["aliases"]["properties"]),
              ElementsAreArray(Strings(kDefaultAliasKeys)));
  EXPECT_EQ(Keys(schema["definitions"]["group_reference"]["properties"]),
            std::vector<std::string>{std::string(kWordReferenceKeys[0])});
  EXPECT_EQ(Keys(schema["definitions"]["file_reference"]["properties"]),
            std::vector<std::string>{std::string(kWordReferenceKeys[1])});
  EXPECT_THAT(Keys(schema["definitions"]["languages"]["oneOf"][1]["properties"]),
              ElementsAreArray(Strings(kLanguageKeys)));
}

// The keys that a map, or the maps of a list, may have; none where any key may stand.
std::vector<std::string> KeysOf(YAML::Node value, const YAML::Node& definitions) {
  while (value["$ref"]) {
    const auto name = value["$ref"].as<std::string>();
    value.reset(definitions[name.substr(name.rfind('/') + 1)]);
  }
  if (value["properties"]) return Keys(value["properties"]);
  if (value["items"]) return KeysOf(value["items"], definitions);
  if (value["oneOf"]) return KeysOf(value["oneOf"][1], definitions);
  return {};
}

// `redline fmt` puts keys in their order wherever they stand.
TEST(Schema, HasTheKeysThatStandBehindEachKey) {
  const YAML::Node schema = ReadSchema();
  const YAML::Node definitions = schema["definitions"];
  std::vector<YAML::Node> maps = {schema["properties"]};
  for (const auto& definition : definitions) {
    const YAML::Node items = definition.second["items"];
    if (definition.second["properties"]) maps.push_back(definition.second["properties"]);
    if (items && items["properties"]) maps.push_back(items["properties"]);
  }
  int with_keys = 0;
  for (const YAML::Node& map : maps) {
    for (const auto& entry : map) {
      const auto key = entry.first.as<std::string>();
      const std::vector<std::string> keys = KeysOf(entry.second, definitions);
      if (keys.empty() || keys == Strings(kDefaultAliasKeys)) continue;
      EXPECT_THAT(Strings(KeysBehind(key)), ElementsAreArray(keys)) << key;
      ++with_keys;
    }
  }
  EXPECT_GE(with_keys, 15);
}

TEST(Schema, IsAPartOfTheProgram) {
  std::ifstream in(REDLINE_SOURCE_DIR "/rules/schema.json", std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  EXPECT_EQ(Schema(), text.str());
}

TEST(Schema, HasTheWordsOfTheReader) {
  using Texts = std::vector<std::string>;
  const YAML::Node definitions = ReadSchema()["definitions"];
  EXPECT_EQ(definitions["rule"]["properties"]["severity"]["enum"].as<Texts>(),
            Strings(kSeverityWords));
  EXPECT_EQ(definitions["rule"]["properties"]["status"]["enum"].as<Texts>(), Strings(kStatusWords));
  EXPECT_EQ(definitions["alias_kinds"]["items"]["enum"].as<Texts>(), Strings(kAliasWords));
  EXPECT_EQ(definitions["checked"]["enum"].as<Texts>(), Strings(kCheckedWords));
  EXPECT_EQ(definitions["context"]["properties"]["stops_at"]["enum"].as<Texts>(),
            Strings(kStopWords));
  EXPECT_EQ(definitions["context_uses"]["additionalProperties"]["enum"].as<Texts>(),
            Strings(kContextUseWords));
  EXPECT_EQ(definitions["near"]["items"]["properties"]["order"]["enum"].as<Texts>(),
            Strings(kOrderWords));
  const YAML::Node numbers = definitions["numbers"]["items"]["properties"];
  EXPECT_EQ(numbers["order"]["enum"].as<Texts>(), Strings(kOrderWords));
  EXPECT_EQ(numbers["any"]["enum"].as<Texts>(), Strings(kMeasureWords));
  EXPECT_EQ(definitions["requires"]["properties"]["where"]["enum"].as<Texts>(),
            Strings(kWhereWords));
  EXPECT_EQ(definitions["boundary"]["enum"].as<Texts>(), Strings(kBoundaryWords));
  const YAML::Node folds = definitions["folds"]["properties"];
  EXPECT_EQ(folds["with"]["items"]["enum"].as<Texts>(), Strings(kWithWords));
  EXPECT_EQ(folds["without"]["items"]["enum"].as<Texts>(), Strings(kWithoutWords));
}

}  // namespace
}  // namespace redline::rules
