#include "rules/map_reader.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "rules/code_point.h"
#include "rules/date.h"
#include "rules/yaml_scalar.h"

namespace redline::rules {
namespace {

using Kind = YamlNode::Kind;

std::string Quoted(std::string_view word) { return "`" + Shortened(word) + "`"; }

std::string KindName(Kind kind) {
  switch (kind) {
    case Kind::kText:
      return "text";
    case Kind::kList:
      return "a list";
    case Kind::kMap:
      return "a map of keys";
    case Kind::kNothing:
      break;
  }
  return "nothing";
}

bool IsAnyBlank(char32_t value) { return value == ' ' || IsForeignBlank(value); }

bool HasWideComma(std::string_view text) {
  return text.find("，") != std::string_view::npos || text.find("、") != std::string_view::npos ||
         text.find("；") != std::string_view::npos;
}

struct Edges {
  bool begins_with_blank = false;
  bool ends_with_blank = false;
  bool only_blanks = true;
};

Edges EdgesOf(std::string_view text) {
  Edges edges;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeAt(text, i);
    const bool blank = IsAnyBlank(point.value);
    if (i == 0) edges.begins_with_blank = blank;
    edges.ends_with_blank = blank;
    edges.only_blanks = edges.only_blanks && blank;
    i += std::max<std::size_t>(point.length, 1);
  }
  return edges;
}

}  // namespace

std::string ReadText(const YamlNode& node, std::string_view key, ErrorList& errors) {
  if (node.kind == Kind::kNothing) {
    errors.Add(node.origin, "nothing stands behind " + Quoted(key) +
                                ": write the text, or delete the line (a # begins a comment; "
                                "text with # must stand in quotes)");
    return "";
  }
  if (node.kind == Kind::kMap && !node.in_brackets && node.keys.size() == 1 &&
      node.items[0].kind == Kind::kText) {
    errors.Add(node.origin, "text with a colon and a blank must stand in quotes: " +
                                InQuotes(node.keys[0].text + ": " + node.items[0].text));
    return "";
  }
  if (node.in_brackets && (node.Find("words") != nullptr || node.Find("file") != nullptr)) {
    errors.Add(node.origin, "words that are written elsewhere cannot stand in " + Quoted(key) +
                                ": write the text itself");
    return "";
  }
  if (node.kind != Kind::kText) {
    errors.Add(node.origin, Quoted(key) + " must be text, not " + KindName(node.kind) +
                                ": text that begins with [ or { or holds a colon must stand in "
                                "quotes");
    return "";
  }
  const Edges edges = EdgesOf(node.text);
  if (edges.only_blanks) {
    errors.Add(node.origin, "this text of " + Quoted(key) + " is empty: write it, or delete it");
    return "";
  }
  if (edges.begins_with_blank || edges.ends_with_blank) {
    errors.Add(node.origin, std::string("this text of ") + Quoted(key) +
                                (edges.begins_with_blank ? " begins" : " ends") +
                                " with a blank: delete the blank inside of the quotes");
    return "";
  }
  return node.text;
}

std::optional<std::size_t> ReadWord(const YamlNode& node, std::string_view key, Words words,
                                    ErrorList& errors) {
  const std::string text = ReadText(node, key, errors);
  if (text.empty()) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  errors.Add(node.origin, Quoted(key) + " cannot be " + Quoted(text) + ": write one of " +
                              Listed(words) + DidYouMean(text, words));
  return std::nullopt;
}

bool ExpectList(const YamlNode& node, std::string_view key, std::size_t least, ErrorList& errors) {
  if (node.kind == Kind::kText) {
    errors.Add(node.origin, Quoted(key) + " must be a list: write `" + std::string(key) + ": [" +
                                (node.quoted ? InQuotes(node.text) : Shortened(node.text)) + "]`");
    return false;
  }
  if (node.kind != Kind::kList) {
    errors.Add(node.origin, Quoted(key) + " must be a list, not " + KindName(node.kind) +
                                ": begin each entry with a dash, `- `");
    return false;
  }
  if (node.items.size() >= least) return true;
  const std::string found = std::to_string(node.items.size());
  errors.Add(node.origin, Quoted(key) + " needs at least " + std::to_string(least) +
                              (least == 1 ? " entry" : " entries") + ", and has " + found);
  return false;
}

MapReader::MapReader(const YamlNode& node, Words known, std::string_view what, ErrorList& errors)
    : node_(node), what_(what), errors_(errors) {
  if (node.kind != Kind::kMap) {
    const std::size_t wide = node.text.find("：");
    const std::string hint = wide == std::string::npos
                                 ? ""
                                 : "; a full-width colon ： separates nothing: write `" +
                                       Shortened(node.text.substr(0, wide)) + ": …`";
    errors_.Add(node.origin, what_ + " must be written as keys, `" + std::string(known.front()) +
                                 ": …` and so on, not as " + KindName(node.kind) + hint);
    return;
  }
  for (const YamlNode& key : node.keys) {
    if (std::find(known.begin(), known.end(), key.text) != known.end()) continue;
    const std::string hint = DidYouMean(key.text, known);
    errors_.Add(key.origin, what_ + " has no key " + Quoted(key.text) +
                                (hint.empty() ? ": its keys are " + Listed(known) : hint));
  }
}

const YamlNode* MapReader::Find(std::string_view key) const {
  const YamlNode* value = node_.Find(key);
  if (value == nullptr || value->kind != Kind::kNothing) return value;
  errors_.Add(value->origin, "nothing stands behind " + Quoted(key) +
                                 ": write it, or delete the line (a # begins a comment; text "
                                 "with # must stand in quotes)");
  return nullptr;
}

const YamlNode* MapReader::Require(std::string_view key, std::string_view example) const {
  if (is_map() && node_.Find(key) == nullptr) {
    errors_.Add(node_.origin,
                what_ + " needs " + Quoted(key) + ": add for example " + std::string(example));
    return nullptr;
  }
  return Find(key);
}

std::string MapReader::Text(std::string_view key) const {
  const YamlNode* value = Find(key);
  return value == nullptr ? "" : ReadText(*value, key, errors_);
}

std::string MapReader::RequireText(std::string_view key, std::string_view example) const {
  const YamlNode* value = Require(key, example);
  return value == nullptr ? "" : ReadText(*value, key, errors_);
}

std::optional<std::size_t> MapReader::Word(std::string_view key, Words words) const {
  const YamlNode* value = Find(key);
  if (value == nullptr) return std::nullopt;
  return ReadWord(*value, key, words, errors_);
}

std::optional<Date> MapReader::Day(std::string_view key) const {
  const YamlNode* value = Find(key);
  const std::string text = value == nullptr ? "" : ReadText(*value, key, errors_);
  if (text.empty()) return std::nullopt;
  const std::optional<Date> day = ParseDate(text);
  if (!day) {
    errors_.Add(value->origin, Quoted(text) +
                                   " is no day of the calendar: write year, month and "
                                   "day as in 2018-09-26");
  }
  return day;
}

Localized MapReader::Languages(std::string_view key) const {
  const YamlNode* value = Find(key);
  if (value == nullptr) return {};
  if (value->kind == Kind::kMap) {
    const MapReader languages(*value, kLanguageKeys, Quoted(key), errors_);
    if (value->keys.empty()) {
      errors_.Add(value->origin, Quoted(key) + " is empty: write for example `" + std::string(key) +
                                     ": { zh: …, en: … }`");
    }
    return {languages.Text("zh"), languages.Text("en")};
  }
  std::string text = ReadText(*value, key, errors_);
  if (HasHan(text)) return {std::move(text), ""};
  return {"", std::move(text)};
}

std::vector<Wording> MapReader::Wordings(std::string_view key, std::size_t least) const {
  const YamlNode* list = Find(key);
  return list == nullptr ? std::vector<Wording>() : ReadWordings(*list, key, least, errors_);
}

std::vector<Wording> ReadWordings(const YamlNode& list, std::string_view key, std::size_t least,
                                  ErrorList& errors) {
  if (!ExpectList(list, key, least, errors)) return {};
  // A sentence may well hold a full-width comma; a phrase rarely does.
  const bool parted_by_comma =
      list.in_brackets && key != "flags" && key != "passes" && key != "known_gaps";
  std::vector<Wording> wordings;
  std::unordered_map<std::string_view, int> line_of;
  for (const YamlNode& item : list.items) {
    std::string text = ReadText(item, key, errors);
    if (text.empty()) continue;
    if (parted_by_comma && !item.quoted && HasWideComma(text)) {
      errors.Add(item.origin,
                 "a full-width comma separates nothing inside of [ ]: write `, ` "
                 "between two entries, or put the text in quotes: " +
                     InQuotes(text));
    }
    const auto [first, is_new] = line_of.emplace(item.text, item.origin.line);
    if (is_new) {
      wordings.push_back({std::move(text), item.origin});
    } else {
      errors.Add(item.origin, "this stands in " + Quoted(key) + " twice (first on line " +
                                  std::to_string(first->second) + "): delete one of the two");
    }
  }
  return wordings;
}

std::optional<int> ReadCount(const YamlNode& node, std::string_view key, int most,
                             ErrorList& errors) {
  int count = 0;
  bool number = node.kind == YamlNode::Kind::kText && !node.text.empty() && node.text.size() <= 3;
  for (const char digit : node.text) {
    number = number && digit >= '0' && digit <= '9';
    if (number) count = count * 10 + (digit - '0');
  }
  if (number && count <= most) return count;
  errors.Add(node.origin, Quoted(key) + " must be a number of characters from 0 to " +
                              std::to_string(most) + ": write for example `" + std::string(key) +
                              ": 10`");
  return std::nullopt;
}

}  // namespace redline::rules
