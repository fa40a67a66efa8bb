#include "service/command/explain.h"

#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include "engine/explanation.h"
#include "service/command/choice.h"
#include "service/command/draft_flags.h"
#include "service/command/exit_code.h"
#include "service/command/lists.h"
#include "service/command/waiver_flags.h"
#include "service/report/explanation.h"
#include "service/report/json.h"
#include "service/today.h"
#include "service/wire.h"

namespace redline::service {
namespace {

enum class ExplainFormat { kText, kJsonLines };

struct ExplainFlags {
  DraftFlags drafts;
  WaiverFlags waivers;
  ExplainFormat format = ExplainFormat::kText;
};

// Explains one draft. Returns whether it could be read and reviewed.
bool ExplainOne(const ExplainFlags& flags, ReadDraft& read,
                const std::shared_ptr<const Ruleset>& ruleset, const ReviewOptions& options) {
  const auto refuse = [&](const std::string& field, const std::string& message) {
    SayWhyNot(read.label, (field.empty() ? "" : field + ": ") + message);
    return false;
  };
  if (!read.problem.empty()) return refuse("", read.problem);
  flags.drafts.State(read.draft);
  const auto draft = DraftFromWire(read.draft, "draft");
  if (!draft) return refuse(draft.error().field, draft.error().message);
  const auto explanation = Explain(*draft, ruleset, options);
  if (!explanation) {
    const ReviewError error = InWireTerms(explanation.error(), read.draft);
    return refuse(error.field, error.message);
  }
  const v1::Explanation wire = ExplanationToWire(*explanation, *draft);
  if (flags.format == ExplainFormat::kJsonLines) {
    std::cout << WriteJson(wire, Layout::kOneLine) << "\n";
  } else {
    if (read.draft.id().empty()) read.draft.set_id(read.label);
    WriteExplanation(std::cout, read.draft, wire, flags.drafts.Style());
  }
  return true;
}

int RunExplain(ExplainFlags& flags) {
  const std::optional<Date> as_of = flags.drafts.Settle();
  if (!as_of) return kExitNotReviewed;
  const auto lists = CompileLists(flags.drafts.rules, flags.drafts.profile);
  if (!lists) {
    Complain(std::cerr, lists.error());
    std::cerr << "redline: the lists have errors; nothing was reviewed\n";
    return kExitNotReviewed;
  }
  const auto waivers = flags.waivers.Load();
  if (!waivers) {
    Complain(std::cerr, waivers.error());
    std::cerr << "redline: the waivers have errors; nothing was reviewed\n";
    return kExitNotReviewed;
  }
  const ReviewOptions options{.as_of = *as_of, .cancelled = nullptr, .waivers = *waivers};
  flags.drafts.AskForInput();
  bool all = true;
  bool first = true;
  for (const std::string& file : flags.drafts.files) {
    DraftReader reader(file, flags.drafts.input, flags.drafts.charset);
    while (std::optional<ReadDraft> read = reader.Next()) {
      if (!std::exchange(first, false) && flags.format == ExplainFormat::kText) std::cout << "\n";
      all &= ExplainOne(flags, *read, lists->ruleset, options);
    }
  }
  return all ? kExitClean : kExitNotReviewed;
}

}  // namespace

void AddExplain(CLI::App& app, int& exit_code) {
  CLI::App* command =
      app.add_subcommand("explain", "Show how drafts were read and what became of every match");
  const auto flags = std::make_shared<ExplainFlags>();
  flags->drafts.AddTo(*command);
  flags->waivers.AddTo(*command);
  AddChoice<ExplainFormat>(*command, "--format", flags->format,
                           {{"text", ExplainFormat::kText}, {"jsonl", ExplainFormat::kJsonLines}},
                           "How to show it; jsonl: one redline.v1.Explanation a line");
  command->footer(
      "For each way in which a passage was read: the text as rules see it, and every match with\n"
      "what became of it: a violation, excused by an exception or a context, cut out of a longer\n"
      "word, outside of the rule's scope …\n"
      "\n"
      "Example:\n"
      "  echo '本产品不承诺保本' | redline explain --product wealth\n"
      "\n"
      "Exit code: 0 every draft was explained, 2 some could not be.");
  command->callback([flags, &exit_code] { exit_code = RunExplain(*flags); });
}

}  // namespace redline::service
