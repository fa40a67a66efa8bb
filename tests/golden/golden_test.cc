// Golden reviews: everything about matching that a user would argue about, as YAML that a
// compliance officer can read.
//
//   - name: an exception covers only the match that it touches
//     why: design.md, 5
//     rules: { r: { phrases: [保本], unless: [不保证收益] } }
//     draft: 不保证收益，保本保收益
//     want: [r: 保本, r: 收益]
//
// `want` lists the violations as "rule: quote", in the order of the report; ` !review` behind a
// quote says that a context lowered it. REDLINE_UPDATE_GOLDEN=1 rewrites the `want` lines; read the
// diff as you read code.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/review.h"
#include "tests/engine/lists.h"

namespace redline {
namespace {

std::vector<Wording> WordingsOf(const YAML::Node& node) {
  std::vector<Wording> wordings;
  for (const YAML::Node& each : node) wordings.push_back({each.as<std::string>(), {}});
  return wordings;
}

std::vector<Rule> RulesOf(const YAML::Node& node) {
  std::vector<Rule> rules;
  for (const auto& entry : node) {
    Rule rule;
    rule.id = entry.first.as<std::string>();
    rule.severity = Severity::kBlock;
    rule.phrases = WordingsOf(entry.second["phrases"]);
    rule.patterns = WordingsOf(entry.second["patterns"]);
    rule.exceptions = WordingsOf(entry.second["unless"]);
    rule.exception_patterns = WordingsOf(entry.second["unless_patterns"]);
    for (const auto& use : entry.second["context"]) {
      const bool pass = use.second.as<std::string>() == "pass";
      rule.contexts.push_back(
          {use.first.as<std::string>(), pass ? InContext::kNoViolation : InContext::kReview, {}});
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

std::vector<Context> ContextsOf(const YAML::Node& node) {
  std::vector<Context> contexts;
  for (const auto& entry : node) {
    Context context;
    context.id = entry.first.as<std::string>();
    context.before = WordingsOf(entry.second["before"]);
    context.after = WordingsOf(entry.second["after"]);
    context.exceptions = WordingsOf(entry.second["unless"]);
    context.reach = entry.second["reach"].as<int>();
    if (entry.second["stops_at"].as<std::string>("clause") == "sentence") {
      context.stops_at = Context::Stop::kSentence;
    }
    contexts.push_back(std::move(context));
  }
  return contexts;
}

Draft DraftOf(const YAML::Node& node) {
  Draft draft;
  if (node.IsScalar()) {
    draft.passages = {{"body", Format::kPlain, node.as<std::string>()}};
    return draft;
  }
  for (const auto& entry : node) {
    draft.passages.push_back(
        {entry.first.as<std::string>(), Format::kPlain, entry.second.as<std::string>()});
  }
  return draft;
}

// As a line of YAML, in double quotes so that nothing in a quote is taken for syntax.
std::string WantOf(const Report& report) {
  std::string want = "want: [";
  for (const Violation& violation : report.violations) {
    if (want.back() != '[') want += ", ";
    want += "\"" + violation.rule->id + ": ";
    for (const char c : violation.quote) {
      if (c == '\n') {
        want += "\\n";
      } else if (c == '"' || c == '\\') {
        want += {'\\', c};
      } else {
        want.push_back(c);
      }
    }
    if (!violation.context.empty()) want += " !" + violation.context;
    want += "\"";
  }
  return want + "]";
}

std::vector<std::string> Lines(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

class Golden : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Golden, ReviewsAsWanted) {
  std::vector<std::string> lines = Lines(GetParam());
  const YAML::Node file = YAML::LoadFile(GetParam().string());
  const std::vector<Context> contexts = ContextsOf(file["contexts"]);
  ASSERT_GT(file["cases"].size(), 0u);
  bool changed = false;
  for (const YAML::Node& node : file["cases"]) {
    SCOPED_TRACE(node["name"].as<std::string>());
    ASSERT_TRUE(node["want"]) << "a case without `want` proves nothing";
    const auto ruleset =
        tests::Compile(RulesOf(node["rules"] ? node["rules"] : file["rules"]), contexts);
    ASSERT_NE(ruleset, nullptr);
    const std::string got = WantOf(tests::Reviewed(DraftOf(node["draft"]), ruleset));
    std::string& line = lines[static_cast<std::size_t>(node["want"].Mark().line)];
    const std::size_t indent = line.find("want:");
    ASSERT_NE(indent, std::string::npos) << "write `want` on one line";
    const std::string want = line.substr(indent);
    if (std::getenv("REDLINE_UPDATE_GOLDEN") != nullptr) {
      changed = changed || want != got;
      line = line.substr(0, indent) + got;
    } else {
      EXPECT_EQ(got, want) << node["draft"];
    }
  }
  if (changed) {
    std::ofstream out(GetParam());
    for (const std::string& line : lines) out << line << '\n';
  }
}

std::vector<std::filesystem::path> Files() {
  std::vector<std::filesystem::path> files;
  const auto folder = std::filesystem::path(REDLINE_SOURCE_DIR) / "tests/golden/review";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

INSTANTIATE_TEST_SUITE_P(Review, Golden, testing::ValuesIn(Files()),
                         [](const auto& file) { return file.param.stem().string(); });

}  // namespace
}  // namespace redline
