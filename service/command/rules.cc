#include "service/command/rules.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ruleset.h"
#include "rules/keys.h"
#include "rules/word_groups.h"
#include "service/command/choice.h"
#include "service/command/exit_code.h"
#include "service/command/lists.h"
#include "service/command/profile_flag.h"
#include "service/report/rule_card.h"
#include "service/report/rule_table.h"
#include "service/report/screen.h"

namespace redline::service {
namespace {

enum class RulesFormat { kText, kJson };

struct RulesFlags {
  std::string rules;
  std::string profile;
  std::string id;
  std::string pack;
  std::string category;
  Severity severity = Severity::kUnspecified;  // any
  std::optional<Status> status;
  std::string text;
  RulesFormat format = RulesFormat::kText;
};

bool Holds(const Localized& localized, const std::string& text) {
  return localized.zh.find(text) != std::string::npos ||
         localized.en.find(text) != std::string::npos;
}

bool Holds(const std::vector<Wording>& wordings, const std::string& text) {
  return std::any_of(wordings.begin(), wordings.end(), [&](const Wording& wording) {
    return wording.text.find(text) != std::string::npos;
  });
}

// Whether the rule speaks of `text` anywhere that its author would look.
bool Mentions(const Rule& rule, const std::string& text) {
  return rule.id.find(text) != std::string::npos || rule.owner.find(text) != std::string::npos ||
         Holds(rule.title, text) || Holds(rule.replaced_by, text) || Holds(rule.message, text) ||
         Holds(rule.suggestion, text) || Holds(rule.phrases, text) || Holds(rule.patterns, text) ||
         Holds(rule.aliases.written, text) ||
         std::any_of(rule.near.begin(), rule.near.end(),
                     [&](const Near& near) { return Holds({near.shown}, text); }) ||
         std::any_of(
             rule.numbers.begin(), rule.numbers.end(),
             [&](const NumberCondition& condition) { return Holds({condition.shown}, text); }) ||
         std::any_of(rule.basis.begin(), rule.basis.end(), [&](const Basis& basis) {
           return (basis.law + " " + basis.article).find(text) != std::string::npos;
         });
}

bool IsWanted(const Rule& rule, const RulesFlags& flags) {
  return (flags.pack.empty() || rule.pack == flags.pack) &&
         (flags.category.empty() || rule.category == flags.category) &&
         (flags.severity == Severity::kUnspecified || rule.severity == flags.severity) &&
         (!flags.status || rule.status == *flags.status) &&
         (flags.text.empty() || Mentions(rule, flags.text));
}

// `lists` must outlive the card.
RuleCard CardOf(const rules::LoadedRules& lists, std::size_t index) {
  const Rule& rule = lists.list.rules[index];
  const auto category = std::ranges::find(lists.categories, rule.category, &rules::Category::id);
  RuleCard card{.rule = rule,
                .samples = lists.samples[index],
                .category = category == lists.categories.end() ? nullptr : &*category,
                .word_groups = {},
                .word_files = {}};
  rules::WordPlaces places;
  rules::AddWordPlaces(rule, places);
  for (const rules::WordGroup& group : lists.words.groups) {
    if (rules::IsUsed(group, places)) card.word_groups.push_back(&group);
  }
  std::ranges::copy_if(lists.words.files, std::back_inserter(card.word_files),
                       [&](const std::string& file) { return rules::IsUsed(file, places); });
  return card;
}

int ListRules(const RulesFlags& flags) {
  const auto lists = LoadLists(flags.rules, flags.profile);
  if (!lists) {
    Complain(std::cerr, lists.error());
    return kExitNotReviewed;
  }
  const std::vector<Rule>& all = lists->list.rules;
  std::vector<const Rule*> wanted;
  std::vector<RuleCard> cards;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!IsWanted(all[i], flags)) continue;
    wanted.push_back(&all[i]);
    cards.push_back(CardOf(*lists, i));
  }
  if (flags.format == RulesFormat::kJson) {
    WriteRulesJson(std::cout, cards);
  } else {
    WriteRulesText(std::cout, wanted, all.size());
  }
  return kExitClean;
}

int NoSuchRule(const std::string& id, const std::vector<Rule>& rules) {
  std::vector<std::string_view> ids;
  for (const Rule& rule : rules) ids.push_back(rule.id);
  std::cerr << "redline: no rule has the id \"" << Visible(id) << "\"" << rules::DidYouMean(id, ids)
            << ": `redline rules list` shows them\n";
  return kExitNotReviewed;
}

int ShowRule(const RulesFlags& flags) {
  const auto lists = LoadLists(flags.rules, flags.profile);
  if (!lists) {
    Complain(std::cerr, lists.error());
    return kExitNotReviewed;
  }
  const std::vector<Rule>& all = lists->list.rules;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Rule& rule) { return rule.id == flags.id; });
  if (found == all.end()) return NoSuchRule(flags.id, all);
  const NegativeList only{.name = lists->list.name,
                          .version = lists->list.version,
                          .contexts = lists->list.contexts,
                          .rules = {*found}};
  const auto alone = Ruleset::Compile(only);  // reads the tables that every ruleset needs
  const auto begin = std::chrono::steady_clock::now();
  static_cast<void>(Ruleset::Compile(only));
  const auto end = std::chrono::steady_clock::now();
  if (!alone) {
    Complain(std::cerr, alone.error());
    return kExitNotReviewed;
  }
  RuleCard card = CardOf(*lists, static_cast<std::size_t>(found - all.begin()));
  card.compile_time = std::chrono::duration_cast<std::chrono::microseconds>(end - begin);
  flags.format == RulesFormat::kJson ? WriteRuleJson(std::cout, card)
                                     : WriteRuleText(std::cout, card);
  return kExitClean;
}

void AddCommonOptions(CLI::App& command, RulesFlags& flags) {
  command
      .add_option("--rules", flags.rules,
                  "A list file or a folder of lists (default: shipped lists)")
      ->type_name("PATH");
  AddProfileFlag(command, flags.profile);
  AddChoice<RulesFormat>(command, "--format", flags.format,
                         {{"text", RulesFormat::kText}, {"json", RulesFormat::kJson}},
                         "How to show it");
}

void AddList(CLI::App& rules, const std::shared_ptr<RulesFlags>& flags, int& exit_code) {
  CLI::App* command = rules.add_subcommand("list", "One line for each rule");
  AddCommonOptions(*command, *flags);
  command->add_option("--pack", flags->pack, "Only rules of this pack")->type_name("NAME");
  command->add_option("--category", flags->category, "Only rules of this category")
      ->type_name("NAME");
  AddChoice<Severity>(
      *command, "--severity", flags->severity,
      {{"advise", Severity::kAdvise}, {"review", Severity::kReview}, {"block", Severity::kBlock}},
      "Only rules of this severity");
  AddChoice<std::optional<Status>>(*command, "--status", flags->status,
                                   {{"active", Status::kActive},
                                    {"draft", Status::kDraft},
                                    {"shadow", Status::kShadow},
                                    {"retired", Status::kRetired}},
                                   "Only rules that are here in their life");
  command
      ->add_option(
          "--text", flags->text,
          "Only rules that speak of this in id, title, owner, message, advice, wording or basis")
      ->type_name("TEXT");
  command->footer(
      "Shows severity (or draft, shadow, retired), id, category and title; with --format json\n"
      "everything that `redline rules show` tells of each rule, but for its cost.\n"
      "\n"
      "Example:\n"
      "  redline rules list --severity block --text 广告法\n"
      "\n"
      "Exit code: 0, or 2 when the lists do not load.");
  command->callback([flags, &exit_code] { exit_code = ListRules(*flags); });
}

void AddShow(CLI::App& rules, const std::shared_ptr<RulesFlags>& flags, int& exit_code) {
  CLI::App* command = rules.add_subcommand("show", "Everything about one rule");
  command->add_option("ID", flags->id, "The rule's id")->required()->type_name("");
  AddCommonOptions(*command, *flags);
  command->footer(
      "Shows what the rule's file says, with what counts by default, where it stands, and what it\n"
      "costs.\n"
      "\n"
      "Example:\n"
      "  redline rules show cn.core.sure-win\n"
      "\n"
      "Exit code: 0, or 2 when there is no such rule or the lists do not load.");
  command->callback([flags, &exit_code] { exit_code = ShowRule(*flags); });
}

}  // namespace

void AddRules(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("rules", "Show what stands in lists");
  command->require_subcommand(1);
  const auto flags = std::make_shared<RulesFlags>();
  AddList(*command, flags, exit_code);
  AddShow(*command, flags, exit_code);
  command->footer("Example:\n  redline rules list --pack cn-core");
}

}  // namespace redline::service
