// A comparison that reviews only what a change can reach tells the same as one in full.
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/ruleset.h"
#include "rules/rule_list.h"
#include "service/command/progress.h"
#include "service/diff/draft_comparison.h"
#include "service/diff/list_change.h"
#include "service/diff/verdict_changes.h"
#include "service/diff/violation_changes.h"
#include "service/report/diff_markdown.h"
#include "service/wire.h"

namespace redline::service {
namespace {

using std::chrono::November;
constexpr Date kDay = std::chrono::year(2026) / November / 24;
constexpr int kSamples = 3;

const rules::LoadedRules& Shipped() {
  static const rules::LoadedRules shipped = [] {
    auto loaded = rules::LoadRules("shipped", rules::ShippedLists());
    if (!loaded) std::abort();
    return std::move(*loaded);
  }();
  return shipped;
}

std::shared_ptr<const Ruleset> Compiled(NegativeList list) {
  auto ruleset = Ruleset::Compile(std::move(list));
  if (!ruleset) {
    ADD_FAILURE() << Describe(ruleset.error().front());
    std::abort();
  }
  return *ruleset;
}

using Random = std::mt19937;
std::size_t Below(std::size_t bound, Random& random) { return random() % bound; }

v1::Draft PlainDraft(const std::string& text) {
  v1::Draft draft;
  v1::Passage& passage = *draft.add_passages();
  passage.set_format(v1::FORMAT_PLAIN);
  passage.set_text(text);
  return draft;
}

// Moves what follows a place in the text into a passage of its own, so that phrases run over the
// end of one.
void Split(v1::Draft& draft, Random& random) {
  const std::string text = draft.passages(0).text();
  std::size_t at = Below(text.size(), random);
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  draft.mutable_passages(0)->set_name("title");
  draft.mutable_passages(0)->set_text(text.substr(0, at));
  *draft.add_passages() = draft.passages(0);
  draft.mutable_passages(1)->set_name("body");
  draft.mutable_passages(1)->set_text(text.substr(at));
}

// The sentences beside the rules, which are flagged or only just not; those of the rules that
// differ once more, in a list of their own.
struct Sentences {
  std::vector<std::string> all;
  std::vector<std::string> of_changed;
};
Sentences SentencesFor(const ListChange& change) {
  Sentences sentences;
  for (const rules::Samples& samples : Shipped().samples) {
    const bool changed = std::ranges::any_of(change.rules, [&](const RuleChange& rule) {
      return rule.from != nullptr && rule.from->id == samples.rule_id;
    });
    for (const auto* each : {&samples.flags, &samples.passes, &samples.known_gaps}) {
      for (const Wording& sentence : *each) {
        sentences.all.push_back(sentence.text);
        if (changed) sentences.of_changed.push_back(sentence.text);
      }
    }
  }
  return sentences;
}

std::vector<v1::Draft> Drafts(std::size_t count, const ListChange& change, Random& random) {
  const Sentences sentences = SentencesFor(change);
  const auto any = [&] {
    const bool changed = !sentences.of_changed.empty() && Below(4, random) == 0;
    const auto& from = changed ? sentences.of_changed : sentences.all;
    return from[Below(from.size(), random)];
  };
  std::vector<v1::Draft> drafts;
  while (drafts.size() < count) {
    std::string text = any();
    if (Below(2, random) == 0) text += "，" + any();
    v1::Draft draft = PlainDraft(text);
    draft.set_id("draft-" + std::to_string(drafts.size()));
    if (Below(3, random) == 0) Split(draft, random);
    if (Below(5, random) == 0) draft.mutable_passages(0)->set_format(v1::FORMAT_HTML);
    if (Below(4, random) == 0) draft.set_channel("sms");
    if (Below(4, random) == 0) draft.set_product("fund");
    if (Below(8, random) == 0) draft.set_locale("en-US");
    if (Below(100, random) == 0) draft.mutable_passages(0)->set_text("\xFF");  // not compared
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

// What an author does to a rule, or to what it uses.
using Edit = std::function<void(NegativeList&, std::size_t rule)>;
const std::vector<Edit>& Edits() {
  static const std::vector<Edit> edits = {
      [](NegativeList& l, std::size_t r) { l.rules.erase(l.rules.begin() + long(r)); },
      [](NegativeList& l, std::size_t r) {
        Rule rule = l.rules[r];
        rule.id += ".copy";
        l.rules.insert(l.rules.begin(), std::move(rule));
      },
      [](NegativeList& l, std::size_t r) { l.rules[r].severity = Severity::kBlock; },
      [](NegativeList& l, std::size_t r) { l.rules[r].severity = Severity::kAdvise; },
      [](NegativeList& l, std::size_t r) {
        l.rules[r].phrases.push_back({.text = "产品", .origin = {}});
      },
      [](NegativeList& l, std::size_t r) {
        l.rules[r].phrases.push_back({.text = "的产品收益", .origin = {}});
      },
      [](NegativeList& l, std::size_t r) {
        l.rules[r].patterns = {{.text = "[0-9]+%", .origin = {}}};
      },
      [](NegativeList& l, std::size_t r) {
        l.rules[r].exceptions.push_back({.text = "不保本", .origin = {}});
      },
      [](NegativeList& l, std::size_t r) { l.rules[r].exceptions.clear(); },
      [](NegativeList& l, std::size_t r) { l.rules[r].contexts.clear(); },
      [](NegativeList& l, std::size_t) { l.contexts.front().reach = 0; },
      [](NegativeList& l, std::size_t) { l.contexts.front().before.pop_back(); },
      [](NegativeList& l, std::size_t r) { l.rules[r].applies_to.channels = {"livestream"}; },
      [](NegativeList& l, std::size_t r) { l.rules[r].applies_to.passages = {"body"}; },
      [](NegativeList& l, std::size_t r) { l.rules[r].applies_to = {}; },
      [](NegativeList& l, std::size_t r) { l.rules[r].until = std::chrono::year(2020) / 1 / 1; },
      [](NegativeList& l, std::size_t r) { l.rules[r].aliases = {}; },
      [](NegativeList& l, std::size_t r) { l.rules[r].boundary = Boundary::kWord; },
      [](NegativeList& l, std::size_t r) { l.rules[r].folds.without = {Disguise::kNumeral}; },
      [](NegativeList& l, std::size_t r) { l.rules[r].message.zh = "?"; },
      [](NegativeList& l, std::size_t r) {
        Rule rule = l.rules[r];
        rule.id += ".notice";
        rule.requirement.emplace();
        rule.requirement->one_of = {{.text = "投资有风险", .origin = {}}};
        l.rules.push_back(std::move(rule));
      },
      [](NegativeList& l, std::size_t r) {
        Rule rule;
        rule.id = l.rules[r].id + ".always";
        rule.severity = Severity::kReview;
        rule.applies_to.products = {"fund"};
        rule.requirement.emplace();
        rule.requirement->where = Requirement::Where::kPassage;
        rule.requirement->one_of = {{.text = "风险", .origin = {}}};
        l.rules.push_back(std::move(rule));
      },
      [](NegativeList& l, std::size_t) { std::reverse(l.rules.begin(), l.rules.end()); },
  };
  return edits;
}

struct Outcome {
  v1::ListDiff diff;
  std::size_t skipped = 0;  // drafts that were not reviewed by both lists
};

Outcome Compare(const DraftComparison& comparison, v1::ListDiff lists,
                const std::vector<v1::Draft>& drafts) {
  VerdictChanges changes(std::move(lists), kSamples);
  Outcome outcome;
  for (const v1::Draft& draft : drafts) {
    const auto engine_draft = DraftFromWire(draft, "draft");
    const auto reports = comparison.Compare(*engine_draft);
    if (!reports) {
      changes.AddNotCompared(draft.id(), reports.error().message);
    } else if (!*reports) {
      ++outcome.skipped;
      changes.AddUnchanged();
    } else {
      changes.Add(draft, "", ReportToWire((*reports)->from, *engine_draft),
                  ReportToWire((*reports)->to, *engine_draft));
    }
  }
  outcome.diff = changes.Finish();
  return outcome;
}

TEST(DraftComparison, TellsTheSameAsAComparisonInFull) {
  constexpr std::size_t kEditsAtOnce = 2;
  constexpr int kRulesAnEdit = 3;
  constexpr std::size_t kDrafts = 400;  // for each change
  Random random(20261124);
  const auto from = Compiled(Shipped().list);
  std::size_t changed = 0;
  std::size_t skipped = 0;
  for (std::size_t first = 0; first < Edits().size(); first += kEditsAtOnce) {
    SCOPED_TRACE("edits from " + std::to_string(first));
    NegativeList list = Shipped().list;
    for (std::size_t i = first; i < std::min(first + kEditsAtOnce, Edits().size()); ++i) {
      for (int rules = 0; rules < kRulesAnEdit; ++rules) {
        Edits()[i](list, Below(list.rules.size(), random));
      }
    }
    const auto to = Compiled(std::move(list));
    const auto change = FindListChange(*from, *to);
    ASSERT_TRUE(change);
    const v1::ListDiff lists = DiffToWire(*from, *to, change->rules, kDay);
    const std::vector<v1::Draft> drafts = Drafts(kDrafts, *change, random);
    const Outcome full =
        Compare(DraftComparison(from, to, *change, {.as_of = kDay, .full = true}), lists, drafts);
    const Outcome quick =
        Compare(DraftComparison(from, to, *change, {.as_of = kDay, .full = false}), lists, drafts);

    google::protobuf::util::MessageDifferencer differencer;
    std::string difference;
    differencer.ReportDifferencesToString(&difference);
    EXPECT_TRUE(differencer.Compare(full.diff, quick.diff)) << difference;
    EXPECT_EQ(full.skipped, 0u);
    EXPECT_EQ(full.diff.drafts() + full.diff.drafts_not_compared(), drafts.size());
    changed += full.diff.drafts_changed();
    skipped += quick.skipped;
  }
  // There were changes to find, and reviews to save.
  EXPECT_GT(changed, 200u);
  EXPECT_GT(skipped, 2000u);
}

TEST(ListChange, IsEmptyWhenRulesOnlyMove) {
  NegativeList list = Shipped().list;
  std::reverse(list.rules.begin(), list.rules.end());
  std::reverse(list.contexts.begin(), list.contexts.end());
  for (Rule& rule : list.rules) rule.origin = {};
  const auto from = Compiled(Shipped().list);
  const auto change = FindListChange(*from, *Compiled(std::move(list)));
  ASSERT_TRUE(change);
  EXPECT_TRUE(change->rules.empty());
}

TEST(ListChange, HoldsTheRulesThatUseAChangedContext) {
  NegativeList list = Shipped().list;
  const std::string context = list.contexts.front().id;
  list.contexts.front().reach += 1;
  std::vector<std::string> using_it;
  for (const Rule& rule : list.rules) {
    if (std::ranges::find(rule.contexts, context, &ContextUse::context) != rule.contexts.end()) {
      using_it.push_back(rule.id);
    }
  }
  std::ranges::sort(using_it);
  const auto from = Compiled(Shipped().list);
  const auto to = Compiled(std::move(list));
  const auto change = FindListChange(*from, *to);
  ASSERT_TRUE(change);
  std::vector<std::string> changed;
  for (const RuleChange& rule : change->rules) changed.push_back(rule.to->id);
  EXPECT_FALSE(changed.empty());
  EXPECT_EQ(changed, using_it);
  EXPECT_EQ(change->only_to->rules().size(), using_it.size());
}

v1::Report ReportOf(const std::vector<std::pair<int, int>>& places, v1::Severity severity) {
  v1::Report report;
  for (const auto& [begin, end] : places) {
    v1::Violation& violation = *report.add_violations();
    violation.set_rule_id("a");
    violation.set_severity(severity);
    violation.mutable_span()->mutable_utf8()->set_begin(static_cast<unsigned>(begin));
    violation.mutable_span()->mutable_utf8()->set_end(static_cast<unsigned>(end));
  }
  return report;
}

TEST(ViolationChanges, PairWhatOverlaps) {
  struct Case {
    const char* name;
    std::vector<std::pair<int, int>> from;
    std::vector<std::pair<int, int>> to;
    int added;
    int removed;
    int changed;
  };
  const Case cases[] = {
      {"nothing", {}, {}, 0, 0, 0},
      {"the same", {{0, 6}}, {{0, 6}}, 0, 0, 0},
      {"new", {}, {{0, 6}, {9, 12}}, 2, 0, 0},
      {"gone", {{0, 6}}, {}, 0, 1, 0},
      {"longer", {{0, 6}}, {{0, 12}}, 0, 0, 1},
      {"beside", {{0, 6}}, {{6, 12}}, 1, 1, 0},
      {"at the beginning", {{0, 0}}, {{0, 0}}, 0, 0, 0},
      {"one for two", {{0, 6}, {6, 12}}, {{0, 12}}, 0, 1, 1},
      {"what stays is no partner", {{0, 9}, {6, 12}}, {{6, 12}}, 0, 1, 0},
      {"later ones too", {{0, 3}, {9, 12}}, {{3, 6}, {9, 15}}, 1, 1, 1},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(one.name);
    const v1::Report from = ReportOf(one.from, v1::SEVERITY_BLOCK);
    const v1::Report to = ReportOf(one.to, v1::SEVERITY_BLOCK);
    int added = 0;
    int removed = 0;
    int changed = 0;
    for (const auto& [id, changes] : FindViolationChanges(from, to)) {
      for (const ViolationChange& change : changes) {
        ++(change.from == nullptr ? added : change.to == nullptr ? removed : changed);
      }
    }
    EXPECT_EQ(added, one.added);
    EXPECT_EQ(removed, one.removed);
    EXPECT_EQ(changed, one.changed);
  }
}

TEST(ViolationChanges, SeeAnotherSeverity) {
  for (const int end : {6, 0}) {  // 0: a statement is missing
    const auto changes = FindViolationChanges(ReportOf({{0, end}}, v1::SEVERITY_BLOCK),
                                              ReportOf({{0, end}}, v1::SEVERITY_REVIEW));
    ASSERT_EQ(changes.count("a"), 1u);
    EXPECT_NE(changes.at("a").front().from, nullptr);
    EXPECT_NE(changes.at("a").front().to, nullptr);
  }
}

// A draft of ten violations in whose text the quote stands between `before` and `after`.
v1::ListDiff Added(int drafts, const std::string& before, const std::string& after) {
  v1::ListDiff lists;
  lists.add_rules()->set_rule_id("a");
  VerdictChanges changes(std::move(lists), kSamples);
  const v1::Draft draft = PlainDraft(before + "保本" + after);
  const int begin = static_cast<int>(before.size());
  v1::Report to = ReportOf({{begin, begin + 6}}, v1::SEVERITY_BLOCK);
  for (int i = 0; i < drafts; ++i) changes.Add(draft, "d:" + std::to_string(i), v1::Report(), to);
  return changes.Finish();
}

TEST(VerdictChanges, KeepAFewSamplesAndCountAll) {
  const v1::ListDiff diff = Added(50, "", "");
  EXPECT_EQ(diff.drafts(), 50u);
  EXPECT_EQ(diff.rules(0).added(), 50u);
  ASSERT_EQ(diff.rules(0).samples_size(), kSamples);
  EXPECT_EQ(diff.rules(0).samples(2).draft_id(), "d:2");
}

TEST(VerdictChanges, ShowAFewCharactersOfTheLineAround) {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "好";
  std::string twelve = many.substr(0, 12 * std::string("好").size());
  struct Case {
    const char* name;
    std::string before;
    std::string after;
    std::string shown_before;
    std::string shown_after;
  };
  const Case cases[] = {
      {"nothing", "", "", "", ""},
      {"short", "本产品", "。", "本产品", "。"},
      {"long", many, many, twelve, twelve},
      {"other lines", "密\n本", "息\r\n密", "本", "息"},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(one.name);
    const v1::ListDiff diff = Added(1, one.before, one.after);
    const v1::ViolationSample& sample = diff.rules(0).samples(0);
    EXPECT_EQ(sample.before(), one.shown_before);
    EXPECT_EQ(sample.quote(), "保本");
    EXPECT_EQ(sample.after(), one.shown_after);
  }
}

TEST(DiffMarkdown, KeepsBackticksOfDraftsInTheBlock) {
  std::ostringstream out;
  WriteDiffMarkdown(out, Added(1, "````", "\x1b[31m"), Language::kEnglish);
  EXPECT_NE(out.str().find("\n`````text\n"), std::string::npos) << out.str();
  EXPECT_NE(out.str().find("\n`````\n"), std::string::npos) << out.str();
  EXPECT_EQ(out.str().find('\x1b'), std::string::npos);
}

TEST(Progress, WritesNothingUnlessShown) {
  std::ostringstream out;
  {
    Progress progress(out, "drafts", false);
    for (int i = 0; i < 1000; ++i) progress.Step();
  }
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace redline::service
