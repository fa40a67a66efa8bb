#include "tests/benchmark/lists.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

namespace redline::benchmarks {
namespace {

constexpr std::size_t kPhrasesOfRule = 20;
constexpr std::string_view kExpressionRule = "expression";

Rule MakeRule(std::string id) {
  Rule rule;
  rule.id = std::move(id);
  rule.category = "benchmark";
  rule.severity = Severity::kBlock;
  return rule;
}

// The phrases of each rule.
std::vector<std::span<const std::string>> Divide(std::span<const std::string> phrases) {
  std::vector<std::span<const std::string>> groups;
  while (!phrases.empty()) {
    const std::size_t size =
        groups.size() < Prose::kPlanted ? 1 : std::min(phrases.size(), kPhrasesOfRule);
    groups.push_back(phrases.first(size));
    phrases = phrases.subspan(size);
  }
  return groups;
}

}  // namespace

NegativeList MakeList(const std::vector<std::string>& phrases,
                      const std::vector<GapExpression>& expressions) {
  NegativeList list;
  list.name = "benchmark";
  list.version = "1";
  for (const auto group : Divide(phrases)) {
    Rule rule = MakeRule("phrase-" + std::to_string(list.rules.size()));
    for (const std::string& phrase : group) rule.phrases.push_back({phrase, {}});
    list.rules.push_back(std::move(rule));
  }
  for (const GapExpression& expression : expressions) {
    Rule rule = MakeRule("expression-" + std::to_string(list.rules.size()));
    rule.patterns.push_back({expression.Pattern(), {}});
    list.rules.push_back(std::move(rule));
  }
  return list;
}

std::string WriteYaml(const std::vector<std::string>& phrases) {
  std::string yaml =
      "pack: benchmark\nversion: 2026-11-24\nlaws:\n"
      "  - { id: none, name: made up for the benchmarks, checked: unverified }\nrules:\n";
  std::size_t number = 0;
  for (const auto group : Divide(phrases)) {
    yaml += "  - id: phrase-" + std::to_string(number++) +
            "\n    title: { zh: 词, en: Phrase }\n    category: benchmark\n    severity: block\n"
            "    phrases: [";
    for (const std::string& phrase : group) {
      if (&phrase != &group.front()) yaml += ", ";
      yaml += phrase;
    }
    yaml +=
        "]\n    message: { zh: 词, en: Phrase }\n    basis:\n"
        "      - { law: none, article: none, checked: unverified }\n    flags: [" +
        group.front() + "啊, " + group.front() + "吧]\n    passes: [A, B]\n";
  }
  return yaml + "...\n";
}

std::shared_ptr<const Ruleset> CompileOrExit(NegativeList list) {
  auto ruleset = Ruleset::Compile(std::move(list));
  if (ruleset) return *ruleset;
  for (const RuleError& error : ruleset.error()) std::cerr << Describe(error) << "\n";
  std::exit(1);
}

std::vector<Draft> MakeHtmlDrafts(const std::vector<Piece>& pieces) {
  constexpr std::string_view kEnd = "。";
  constexpr std::string_view kExtras[] = {"", "<p><img src=\"/media/1.png\" alt=\"\"></p>\n",
                                          "<!-- block:text -->\n",
                                          "<p><a href=\"/help?a=1&amp;b=2\">+</a>&nbsp;</p>\n"};
  std::vector<Draft> drafts;
  for (const Piece& piece : pieces) {
    std::string html;
    std::size_t paragraphs = 0;
    for (std::size_t begin = 0; begin < piece.sent.size(); ++paragraphs) {
      std::size_t end = piece.sent.find(kEnd, begin);
      end = end == std::string_view::npos ? piece.sent.size() : end + kEnd.size();
      html += "<p class=\"body\" style=\"line-height:1.75em\"><span style=\"font-size:16px\">";
      html += piece.sent.substr(begin, end - begin);
      html += "</span></p>\n";
      html += kExtras[paragraphs % std::size(kExtras)];
      begin = end;
    }
    Draft& draft = drafts.emplace_back();
    draft.passages = {{"body", Format::kHtml, std::move(html)}};
  }
  return drafts;
}

std::vector<Draft> MakeDrafts(const std::vector<Piece>& pieces) {
  std::vector<Draft> drafts;
  for (const Piece& piece : pieces) {
    Draft& draft = drafts.emplace_back();
    draft.passages = {{"body", Format::kPlain, std::string(piece.sent)}};
  }
  return drafts;
}

std::size_t CountPhraseViolations(const std::vector<Draft>& drafts,
                                  const std::shared_ptr<const Ruleset>& ruleset) {
  std::size_t count = 0;
  for (const Draft& draft : drafts) {
    const auto report = Review(draft, ruleset, {.as_of = kToday, .cancelled = {}});
    if (!report) {
      std::cerr << report.error().field << ": " << report.error().message << "\n";
      std::exit(1);
    }
    count += static_cast<std::size_t>(
        std::ranges::count_if(report->violations, [](const Violation& violation) {
          return !violation.rule->id.starts_with(kExpressionRule) && violation.context != "alias";
        }));
  }
  return count;
}

}  // namespace redline::benchmarks
