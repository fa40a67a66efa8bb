#include "service/command/new.h"

#include <unistd.h>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "rules/rule_text.h"
#include "service/command/exit_code.h"
#include "service/command/list_append.h"
#include "service/command/lists.h"
#include "service/report/screen.h"

namespace redline::service {
namespace {

struct NewFlags {
  std::string file;
  std::string folder;
  rules::NewRule rule;
};

// One thing that a rule needs, as a flag and as a question.
struct Need {
  std::string flag;
  std::string question;
  std::string* text = nullptr;                // one of the two
  std::vector<std::string>* texts = nullptr;  // several, one a line
  std::size_t least = 1;

  bool IsMissing() const { return text != nullptr ? text->empty() : texts->size() < least; }
};

std::vector<Need> NeedsOf(rules::NewRule& rule) {
  std::vector<Need> needs = {
      {"--id", "Id, for ever (my-bank.sure-win)", &rule.id},
      {"--title", "Title, a few words", &rule.title.zh},
      {"--category", "Category (high-yield-promise)", &rule.category},
      {"--severity", "Severity (advise, review, block)", &rule.severity},
      {"--phrase", "Forbidden words", nullptr, &rule.phrases},
      {"--message", "What is wrong with them", &rule.message.zh},
      {"--suggest", "What to write instead", &rule.suggest.zh},
      {"--law", "Law, by its short name", &rule.law},
      {"--article", "Article", &rule.article},
      {"--checked", "How you looked it up (text, quoted, secondary, unverified)", &rule.checked},
      {"--flag", "Sentences that must be flagged, two or more", nullptr, &rule.flags, 2},
      {"--pass", "Harmless sentences with the same words, two or more", nullptr, &rule.passes, 2}};
  std::erase_if(needs, [&](const Need& need) {
    return (need.flag == "--title" && !rule.title.en.empty()) ||
           (need.flag == "--message" && !rule.message.en.empty()) ||
           (need.flag == "--suggest" && !rule.suggest.en.empty()) ||
           (need.flag == "--phrase" && !rule.patterns.empty());
  });
  return needs;
}

// Asks until the need is met. False at the end of the input.
bool Ask(const Need& need) {
  std::string line;
  while (need.IsMissing()) {
    std::cout << need.question << ": " << std::flush;
    if (!std::getline(std::cin, line)) return false;
    if (line.empty()) continue;
    if (need.text != nullptr) {
      *need.text = line;
      continue;
    }
    need.texts->push_back(line);
    while (std::cout << "  another one, or nothing: " << std::flush &&
           std::getline(std::cin, line) && !line.empty()) {
      need.texts->push_back(line);
    }
  }
  return true;
}

// Whether everything is there in the end.
bool Complete(rules::NewRule& rule) {
  const bool ask = isatty(STDIN_FILENO) == 1;
  std::string missing;
  for (const Need& need : NeedsOf(rule)) {
    if (!need.IsMissing()) continue;
    if (ask && Ask(need)) continue;
    missing += (missing.empty() ? "" : ", ") + need.flag + (need.least > 1 ? " (twice)" : "");
  }
  if (missing.empty()) return true;
  std::cerr << "redline: a rule needs more: give " << missing << "\n";
  return false;
}

int RunNew(NewFlags& flags) {
  const auto list = ListAppend::Open(flags.file, flags.folder);
  if (!list) {
    Complain(std::cerr, list.error());
    return kExitNotReviewed;
  }
  if (!Complete(flags.rule)) return kExitNotReviewed;
  if (list->HasRule(flags.rule.id)) {
    std::cerr << "redline: there is a rule \"" << Visible(flags.rule.id)
              << "\" already: give the new one another id\n";
    return kExitNotReviewed;
  }
  const std::string text = list->With(flags.rule);
  const std::vector<RuleError> errors = list->Try(text, flags.rule.id);
  if (!errors.empty()) {
    Complain(std::cerr, errors);
    std::cerr << "redline: nothing was written\n";
    return kExitFound;
  }
  if (const std::string failure = list->Write(text); !failure.empty()) {
    std::cerr << "redline: " << Visible(flags.file) << ": " << failure << "\n";
    return kExitNotReviewed;
  }
  std::cout << "ok: " << Visible(flags.file) << " has the rule " << flags.rule.id
            << "; write the day of this change into `version`\n";
  return kExitClean;
}

}  // namespace

void AddNew(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("new", "Write a new rule into a list file");
  const auto flags = std::make_shared<NewFlags>();
  rules::NewRule& rule = flags->rule;
  const auto text = [&](const char* name, std::string& value, const char* what) {
    command->add_option(name, value, what)->type_name("TEXT");
  };
  const auto texts = [&](const char* name, std::vector<std::string>& values, const char* what) {
    command->add_option(name, values, what)->type_name("TEXT")->expected(1)->take_all();
  };
  command->add_option("LIST", flags->file, "The list file that gets the rule")
      ->required()
      ->type_name("");
  command
      ->add_option("--rules", flags->folder,
                   "The folder of lists that LIST is in, when it needs the laws of others")
      ->type_name("PATH");
  text("--id", rule.id, "The rule's name for ever");
  text("--title", rule.title.zh, "A few words, in Chinese");
  text("--title-en", rule.title.en, "… in English");
  text("--category", rule.category, "One word with hyphens");
  text("--severity", rule.severity, "advise, review or block");
  texts("--phrase", rule.phrases, "Forbidden words; may be given again");
  texts("--pattern", rule.patterns, "A regular expression; may be given again");
  texts("--unless", rule.unless, "Words that excuse a match within them; may be given again");
  text("--message", rule.message.zh, "What is wrong, in Chinese");
  text("--message-en", rule.message.en, "… in English");
  text("--suggest", rule.suggest.zh, "What to write instead, in Chinese");
  text("--suggest-en", rule.suggest.en, "… in English");
  text("--law", rule.law, "The law, by its id under `laws`");
  text("--article", rule.article, "Its article");
  text("--checked", rule.checked, "text, quoted, secondary or unverified");
  texts("--flag", rule.flags, "A sentence that must be flagged; two or more");
  texts("--pass", rule.passes, "A sentence that must not be; two or more");
  command->footer(
      "Asks for what is missing when a person sits at the terminal. The rule is put before the "
      "end\n"
      "mark of the file; nothing else of it changes. Nothing is written unless the rule loads, "
      "its\n"
      "sentences come out as they should, and `redline lint` has nothing to say of it.\n"
      "\n"
      "Example:\n"
      "  redline new my/lists/bank.yaml --id my-bank.sure-win --title 稳赚不赔 \\\n"
      "    --category high-yield-promise --severity block --phrase 稳赚不赔 --unless 没有稳赚不赔 "
      "\\\n"
      "    --message 不得承诺收益 --suggest 理财有风险 --law 广告法 --article 第二十五条 \\\n"
      "    --checked text --flag 这款稳赚不赔 --flag 稳赚不赔啦 --pass 没有稳赚不赔的投资 \\\n"
      "    --pass 世上没有稳赚不赔\n"
      "\n"
      "Exit code: 0 written, 1 the rule is not good, 2 something is missing or cannot be written.");
  command->callback([flags, &exit_code] { exit_code = RunNew(*flags); });
}

}  // namespace redline::service
