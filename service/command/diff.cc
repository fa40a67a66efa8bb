#include "service/command/diff.h"

#include <unistd.h>

#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "service/command/choice.h"
#include "service/command/draft_flags.h"
#include "service/command/exit_code.h"
#include "service/command/lists.h"
#include "service/command/profile_flag.h"
#include "service/command/progress.h"
#include "service/diff/draft_comparison.h"
#include "service/diff/list_change.h"
#include "service/diff/verdict_changes.h"
#include "service/report/decoded.h"
#include "service/report/diff_markdown.h"
#include "service/report/diff_text.h"
#include "service/report/json.h"
#include "service/today.h"
#include "service/wire.h"

namespace redline::service {
namespace {

enum class DiffFormat { kText, kMarkdown, kJson };
enum class FailOn { kNone, kAny, kWorse };

struct DiffFlags {
  DraftFlags drafts;
  std::string from;
  std::string to;
  std::string from_profile;
  std::string to_profile;
  bool full = false;
  int samples = 3;
  DiffFormat format = DiffFormat::kText;
  FailOn fail_on = FailOn::kNone;
  std::optional<std::uint32_t> max_new_blocks;
};

class Diff {
 public:
  Diff(DiffFlags& flags, DraftComparison comparison, v1::ListDiff lists)
      : flags_(flags),
        comparison_(std::move(comparison)),
        changes_(std::move(lists), flags.samples),
        progress_(std::cerr, "drafts", isatty(STDERR_FILENO) == 1) {}

  int Run() {
    for (const std::string& file : flags_.drafts.files) {
      DraftReader reader(file, flags_.drafts.input, flags_.drafts.charset);
      while (std::optional<ReadDraft> read = reader.Next()) {
        Add(*read);
        progress_.Step();
      }
    }
    progress_.Clear();
    const v1::ListDiff& diff = changes_.Finish();
    Write(diff);
    if (!std::cout.flush().good()) {
      std::cerr << "redline: the output could not be written\n";
      return kExitNotReviewed;
    }
    if (diff.drafts_not_compared() > 0) return kExitNotReviewed;
    return Exceeds(diff) ? kExitFound : kExitClean;
  }

 private:
  void Add(ReadDraft& read) {
    if (!read.problem.empty()) return Refuse(read, "", read.problem);
    flags_.drafts.State(read.draft);
    const auto draft = DraftFromWire(read.draft, "draft");
    if (!draft) return Refuse(read, draft.error().field, draft.error().message);
    const auto reports = comparison_.Compare(*draft);
    if (!reports) {
      const ReviewError error = InWireTerms(reports.error(), read.draft);
      return Refuse(read, error.field, error.message);
    }
    if (!*reports) return changes_.AddUnchanged();
    changes_.Add(Decoded(std::move(read.draft)), read.label, ReportToWire((*reports)->from, *draft),
                 ReportToWire((*reports)->to, *draft));
  }

  void Refuse(const ReadDraft& read, const std::string& field, const std::string& message) {
    const std::string why = (field.empty() ? "" : field + ": ") + message;
    progress_.Clear();
    SayWhyNot(read.label, why);
    changes_.AddNotCompared(read.draft.id().empty() ? read.label : read.draft.id(), why);
  }

  void Write(const v1::ListDiff& diff) const {
    switch (flags_.format) {
      case DiffFormat::kText:
        return WriteDiffText(std::cout, diff, flags_.drafts.Style());
      case DiffFormat::kMarkdown:
        return WriteDiffMarkdown(std::cout, diff, flags_.drafts.language);
      case DiffFormat::kJson:
        std::cout << WriteJson(diff, Layout::kIndented);
    }
  }

  bool Exceeds(const v1::ListDiff& diff) const {
    if (flags_.max_new_blocks && NewBlocks(diff) > *flags_.max_new_blocks) return true;
    switch (flags_.fail_on) {
      case FailOn::kNone:
        return false;
      case FailOn::kAny:
        return diff.drafts_changed() > 0;
      case FailOn::kWorse:
        return Worse(diff) > 0;
    }
    return true;
  }

  DiffFlags& flags_;
  const DraftComparison comparison_;
  VerdictChanges changes_;
  Progress progress_;
};

// "shipped" names the lists that ship with Redline, as no path does.
std::optional<CompiledLists> Compile(const std::string& path, const std::string& profile) {
  auto lists = CompileLists(path == "shipped" ? "" : path, profile);
  if (lists) return std::move(*lists);
  Complain(std::cerr, lists.error());
  std::cerr << "redline: the lists have errors; nothing was compared\n";
  return std::nullopt;
}

int RunDiff(DiffFlags& flags) {
  const std::optional<Date> as_of = flags.drafts.Settle();
  if (!as_of) return kExitNotReviewed;
  const auto from = Compile(flags.from, flags.from_profile);
  const auto to = from ? Compile(flags.to, flags.to_profile) : std::nullopt;
  if (!to) return kExitNotReviewed;
  const auto change = FindListChange(*from->ruleset, *to->ruleset);
  if (!change) {
    Complain(std::cerr, change.error());
    return kExitNotReviewed;
  }
  flags.drafts.AskForInput();
  DraftComparison comparison(from->ruleset, to->ruleset, *change,
                             {.as_of = *as_of, .full = flags.full});
  return Diff(flags, std::move(comparison),
              DiffToWire(*from->ruleset, *to->ruleset, change->rules, *as_of))
      .Run();
}

}  // namespace

void AddDiff(CLI::App& app, int& exit_code) {
  CLI::App* command =
      app.add_subcommand("diff", "Tell what a change of the lists does to drafts you have");
  const auto flags = std::make_shared<DiffFlags>();
  command->add_option("--from", flags->from, "The lists as they are (default: shipped lists)")
      ->type_name("PATH");
  command->add_option("--to", flags->to, "The lists as they would be (default: shipped lists)")
      ->type_name("PATH");
  command
      ->add_option("--from-profile", flags->from_profile,
                   "As this profile of --from makes them (default: as they are)")
      ->type_name("NAME")
      ->check(kProfileName);
  command
      ->add_option("--to-profile", flags->to_profile,
                   "As this profile of --to makes them (default: as they are)")
      ->type_name("NAME")
      ->check(kProfileName);
  command
      ->add_option("--drafts", flags->drafts.files,
                   "Drafts to compare by; - or none: the standard input")
      ->type_name("FILE");
  command->add_flag("--full", flags->full,
                    "Review every draft by both lists, also those that the change cannot reach");
  command
      ->add_option("--samples", flags->samples,
                   "Violations shown of each rule (default: 3); 0 shows no text of drafts")
      ->check(CLI::Range(0, 1000).description(""))
      ->type_name("N");
  flags->drafts.AddReadingTo(*command, "en");
  AddChoice<DiffFormat>(*command, "--format", flags->format,
                        {{"text", DiffFormat::kText},
                         {"markdown", DiffFormat::kMarkdown},
                         {"json", DiffFormat::kJson}},
                        "How to show the result; json: a redline.v1.ListDiff");
  AddChoice<FailOn>(
      *command, "--fail-on", flags->fail_on,
      {{"none", FailOn::kNone}, {"any", FailOn::kAny}, {"worse", FailOn::kWorse}},
      "Exit with 1 when a draft has other violations, or a worse verdict (default: none)");
  command
      ->add_option("--max-new-blocks", flags->max_new_blocks,
                   "Exit with 1 when more drafts than this are blocked that were not")
      ->type_name("N");
  command->footer(
      "PATH is a list file or a folder of lists; `shipped` is the lists that ship with Redline.\n"
      "Only the drafts that a changed rule can reach are reviewed in full. No text of a draft is\n"
      "shown but the sample lines.\n"
      "\n"
      "Examples:\n"
      "  redline diff --to my/lists --drafts published.jsonl\n"
      "  redline diff --from old/lists --to my/lists --drafts published.jsonl --format markdown "
      "\\\n"
      "      --max-new-blocks 10\n"
      "\n"
      "Exit code: 0 compared, 1 --fail-on or --max-new-blocks says no, 2 a draft or all of it "
      "could\n"
      "not be compared.");
  command->callback([flags, &exit_code] { exit_code = RunDiff(*flags); });
}

}  // namespace redline::service
