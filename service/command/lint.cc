#include "service/command/lint.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>

#include "engine/alias_forms.h"
#include "rules/lint.h"
#include "service/command/choice.h"
#include "service/command/exit_code.h"
#include "service/command/lists.h"
#include "service/command/profile_flag.h"
#include "service/report/lint_report.h"
#include "service/report/screen.h"
#include "service/today.h"

namespace redline::service {
namespace {

enum class LintFormat { kText, kJson };

struct LintFlags {
  std::string path;
  std::string profile;
  std::string against;
  std::string explain;
  bool aliases = false;
  bool strict = false;
  LintFormat format = LintFormat::kText;
};

// What is made from each phrase when its rule asks for it.
void ShowAliases(const Ruleset& ruleset) {
  for (const Rule& rule : ruleset.rules()) {
    for (const Wording& phrase : rule.phrases) {
      const AliasForms forms = FormsOf(phrase.text);
      std::string shown;
      if (!forms.pinyin.empty()) {
        shown += (forms.homophones ? "  pinyin, homophones: " : "  pinyin: ") + forms.pinyin;
      }
      if (!forms.initials.empty()) shown += "  initials: " + forms.initials;
      if (!forms.split.empty()) shown += "  split: " + forms.split;
      if (!shown.empty()) std::cout << rule.id << ": " << Visible(phrase.text) << shown << "\n";
    }
  }
}

int ExplainCode(const std::string& wanted) {
  const rules::LintCode* code = rules::FindLintCode(wanted);
  if (code != nullptr) {
    std::cout << rules::AsMarkdown(*code);
    return kExitClean;
  }
  std::cerr << "redline: there is no code \"" << Visible(wanted) << "\": the codes are";
  for (const rules::LintCode& known : rules::LintCodes()) std::cerr << " " << known.code;
  std::cerr << "\n";
  return kExitNotReviewed;
}

void Write(const LintReport& report, LintFormat format) {
  format == LintFormat::kJson ? WriteLintJson(std::cout, report) : WriteLintText(std::cout, report);
}

int RunLint(const LintFlags& flags) {
  if (!flags.explain.empty()) return ExplainCode(flags.explain);
  const auto lists = CompileLists(flags.path, flags.profile);
  LintReport report;
  if (!lists) {
    report.findings = AsFindings(lists.error());
    Write(report, flags.format);
    return kExitNotReviewed;
  }
  report.files = lists->files;
  report.ruleset = lists->ruleset.get();
  report.findings = rules::Lint(lists->ruleset, lists->samples, lists->words, Today());
  if (!flags.against.empty()) {
    const auto old = LoadLists(flags.against);
    if (!old) {
      Complain(std::cerr, old.error());
      std::cerr << "redline: the older lists have errors; nothing was compared\n";
      return kExitNotReviewed;
    }
    auto vanished = rules::VanishedIds(old->list, lists->ruleset->list());
    report.findings.insert(report.findings.end(), vanished.begin(), vanished.end());
  }
  if (flags.aliases) ShowAliases(*lists->ruleset);
  Write(report, flags.format);
  const bool failed = report.Count(rules::LintLevel::kError) > 0 ||
                      (flags.strict && report.Count(rules::LintLevel::kWarning) > 0);
  return failed ? kExitFound : kExitClean;
}

}  // namespace

void AddLint(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("lint", "Check lists without reviewing anything");
  const auto flags = std::make_shared<LintFlags>();
  command
      ->add_option("PATH", flags->path, "A list file or a folder of lists (default: shipped lists)")
      ->type_name("");
  AddProfileFlag(*command, flags->profile);
  command->add_flag("--strict", flags->strict, "Fail on warnings too");
  command
      ->add_option("--against", flags->against,
                   "An older list file or folder: an id of it that vanished is an error")
      ->type_name("OLD");
  CLI::Option* aliases =
      command->add_flag("--aliases", flags->aliases,
                        "Show what `aliases: { generate: … }` would make from each phrase");
  command->add_option("--explain", flags->explain, "Tell what a code such as L101 means")
      ->type_name("CODE");
  AddChoice<LintFormat>(*command, "--format", flags->format,
                        {{"text", LintFormat::kText}, {"json", LintFormat::kJson}},
                        "How to show what was found");
  command->footer(
      "Prints every error as `file:line:column: rule id: what and what to do`, then what is no\n"
      "error and likely not meant, as `…: warning: what and what to do [code]`.\n"
      "\n"
      "Examples:\n"
      "  redline lint my/lists\n"
      "  redline lint --strict --against last-release/lists my/lists\n"
      "  redline lint --explain L101\n"
      "\n"
      "Exit code: 0 the lists are good, 1 something was found that must be mended (with\n"
      "--strict: anything), 2 the lists do not load.");
  command->callback([flags, aliases, &exit_code] {
    if (flags->aliases && flags->format == LintFormat::kJson) {
      throw CLI::ValidationError(aliases->get_name(), "is shown as text only");
    }
    exit_code = RunLint(*flags);
  });
}

}  // namespace redline::service
