#include "rules/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <sstream>
#include <utility>

#include "rules/source_text.h"
#include "rules/yaml_lines.h"

namespace redline::rules {
namespace {

// No map of the language has more than a dozen keys; the bound keeps the search for a duplicate
// short.
constexpr std::size_t kMaxKeys = 64;

// Ends yaml-cpp's parse; the error has been added by whoever throws it.
struct Refused : std::exception {};

// Builds the tree from yaml-cpp's events and checks each text against the one YamlLines read.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const SourceText& source, const std::vector<Scalar>& scalars, ErrorList& errors)
      : source_(source), scalars_(scalars), errors_(errors) {}

  // Whether yaml-cpp told everything that YamlLines read, and nothing else.
  bool complete() const { return open_.empty() && root_ && next_scalar_ == scalars_.size(); }
  YamlNode&& root() { return std::move(*root_); }
  std::size_t next_offset() const {
    return next_scalar_ < scalars_.size() ? scalars_[next_scalar_].begin : source_.text().size();
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (anchor != 0) Disagree(mark);
    Place(Made(YamlNode::Kind::kNothing, At(mark)));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { Disagree(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const std::size_t offset = source_.OffsetOf(mark.line, mark.column);
    const bool same = next_scalar_ < scalars_.size() && scalars_[next_scalar_].begin == offset &&
                      scalars_[next_scalar_].value == value;
    if (!same || anchor != 0 || (tag != "?" && tag != "!")) Disagree(mark);
    YamlNode node = Made(YamlNode::Kind::kText, source_.Locate(offset));
    node.text = value;
    node.quoted = scalars_[next_scalar_++].quoted;
    Place(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    Open(YamlNode::Kind::kList, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { Close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    Open(YamlNode::Kind::kMap, mark, tag, anchor, style);
  }
  void OnMapEnd() override { Close(); }

 private:
  Origin At(const YAML::Mark& mark) const {
    return source_.Locate(source_.OffsetOf(mark.line, mark.column));
  }

  static YamlNode Made(YamlNode::Kind kind, Origin origin) {
    YamlNode node;
    node.kind = kind;
    node.origin = std::move(origin);
    return node;
  }

  [[noreturn]] void Refuse(const Origin& origin, std::string message) {
    errors_.Add(origin, std::move(message));
    throw Refused();
  }

  [[noreturn]] void Disagree(const YAML::Mark& mark) {
    Refuse(At(mark),
           "this cannot be read with certainty: put the text in quotes and check the indentation");
  }

  void Open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
    if (anchor != 0 || tag != "?" || open_.size() >= YamlLines::kMaxDepth) Disagree(mark);
    open_.push_back(Made(kind, At(mark)));
    open_.back().in_brackets = style == YAML::EmitterStyle::Flow;
  }

  void Close() {
    YamlNode node = std::move(open_.back());
    open_.pop_back();
    Place(std::move(node));
  }

  void Place(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    YamlNode& parent = open_.back();
    if (parent.kind != YamlNode::Kind::kMap || parent.keys.size() > parent.items.size()) {
      // yaml-cpp places "nothing" wherever it stopped; the key is where an author looks.
      if (node.kind == YamlNode::Kind::kNothing && parent.kind == YamlNode::Kind::kMap) {
        node.origin = parent.keys.back().origin;
      }
      parent.items.push_back(std::move(node));
      return;
    }
    PlaceKey(parent, std::move(node));
  }

  void PlaceKey(YamlNode& map, YamlNode key) {
    if (key.kind != YamlNode::Kind::kText) Refuse(key.origin, "a key must be a single word");
    if (map.keys.size() >= kMaxKeys) Refuse(key.origin, "this map has more than 64 keys");
    for (const YamlNode& other : map.keys) {
      if (other.text != key.text) continue;
      errors_.Add(key.origin, "`" + Shortened(key.text) +
                                  "` stands here a second time (first on line " +
                                  std::to_string(other.origin.line) +
                                  "): delete one of the two, or put both into one");
    }
    map.keys.push_back(std::move(key));
  }

  const SourceText& source_;
  const std::vector<Scalar>& scalars_;
  ErrorList& errors_;
  std::size_t next_scalar_ = 0;
  std::vector<YamlNode> open_;
  std::optional<YamlNode> root_;
};

}  // namespace

const YamlNode* YamlNode::Find(std::string_view key) const {
  const auto found = std::find_if(keys.begin(), keys.end(),
                                  [key](const YamlNode& node) { return node.text == key; });
  return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

std::optional<YamlNode> ReadYaml(const ListFile& file, ErrorList& errors) {
  const std::size_t before = errors.size();
  const SourceText source(file, errors);
  if (!source.readable()) return std::nullopt;
  YamlLines lines(source, errors);
  if (!lines.Read()) return std::nullopt;

  TreeBuilder tree(source, lines.scalars(), errors);
  try {
    std::istringstream in(source.text());
    YAML::Parser parser(in);
    parser.HandleNextDocument(tree);
  } catch (const Refused&) {
    return std::nullopt;
  } catch (const YAML::Exception& exception) {
    errors.Add(source.Locate(source.OffsetOf(exception.mark.line, exception.mark.column)),
               "this is no valid YAML (" + exception.msg +
                   "): check the indentation, or put the text in quotes");
    return std::nullopt;
  } catch (const std::exception&) {
    errors.Add(source.Locate(tree.next_offset()),
               "reading stopped here: check the indentation, or put the text in quotes");
    return std::nullopt;
  }
  if (!tree.complete()) {
    errors.Add(source.Locate(tree.next_offset()),
               "reading stopped here: check the indentation of this line");
    return std::nullopt;
  }
  if (errors.size() != before) return std::nullopt;
  return tree.root();
}

}  // namespace redline::rules
