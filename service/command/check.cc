#include "service/command/check.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/review.h"
#include "service/command/baseline.h"
#include "service/command/charset_hint.h"
#include "service/command/choice.h"
#include "service/command/draft_flags.h"
#include "service/command/exit_code.h"
#include "service/command/lists.h"
#include "service/command/output.h"
#include "service/command/waiver_flags.h"
#include "service/command/waiver_use.h"
#include "service/report/decoded.h"
#include "service/report/sentences.h"
#include "service/today.h"
#include "service/wire.h"

namespace redline::service {
namespace {

struct CheckFlags {
  DraftFlags drafts;
  OutputFormat format = OutputFormat::kText;
  v1::Severity fail_on = v1::SEVERITY_REVIEW;  // unspecified: never
  std::string baseline;
  WaiverFlags waivers;
};

class Check {
 public:
  Check(const CheckFlags& flags, std::shared_ptr<const Ruleset> ruleset,
        std::shared_ptr<const Waivers> waivers, Date as_of, Baseline baseline, bool several)
      : flags_(flags),
        ruleset_(std::move(ruleset)),
        waivers_(waivers),
        waiver_use_(std::move(waivers)),
        as_of_(as_of),
        baseline_(std::move(baseline)),
        output_(std::cout, {.format = flags.format,
                            .text = flags.drafts.Style(),
                            .several = several,
                            .fail_on = flags.fail_on}) {}

  int Run() {
    for (const std::string& file : flags_.drafts.files) {
      DraftReader reader(file, flags_.drafts.input, flags_.drafts.charset);
      while (std::optional<ReadDraft> read = reader.Next()) {
        Add(file, reader.format(), *read);
        if (!output_.ok()) break;
      }
    }
    output_.Finish(RulesetToWire(*ruleset_));
    if (hidden_ > 0) {
      std::cerr << "redline: " << Hidden(Language::kEnglish, hidden_) << "\n";
    }
    waiver_use_.Write(std::cerr);
    if (!output_.ok()) {
      std::cerr << "redline: the output could not be written\n";
      return kExitNotReviewed;
    }
    if (not_reviewed_ > 0) {
      std::cerr << "redline: " << not_reviewed_
                << (not_reviewed_ == 1 ? " draft was" : " drafts were") << " not reviewed\n";
      return kExitNotReviewed;
    }
    return found_ ? kExitFound : kExitClean;
  }

 private:
  void Add(const std::string& file, InputFormat format, ReadDraft& read) {
    ReviewedDraft reviewed;
    if (read.problem.empty()) {
      flags_.drafts.State(read.draft);
      Review(read, reviewed);
    } else {
      Refuse(read,
             {.kind = ReviewError::Kind::kInvalidDraft,
              .field = "",
              .message = read.problem,
              .offset = read.offset},
             reviewed.result);
    }
    reviewed.draft = Decoded(std::move(read.draft));
    reviewed.label = read.label;
    reviewed.file = file == "-" ? "stdin" : file;
    reviewed.line = read.line;
    reviewed.verbatim = format != InputFormat::kJson && format != InputFormat::kJsonLines;
    output_.Add(std::move(reviewed));
  }

  void Review(const ReadDraft& read, ReviewedDraft& reviewed) {
    v1::ReviewResult& result = reviewed.result;
    result.set_draft_id(read.draft.id());
    const auto draft = DraftFromWire(read.draft, "draft");
    if (!draft) return Refuse(read, draft.error(), result);
    const auto report = redline::Review(
        *draft, ruleset_, {.as_of = as_of_, .cancelled = nullptr, .waivers = waivers_});
    if (!report) return Refuse(read, Explain(report.error(), read.draft), result);
    *result.mutable_report() = ReportToWire(*report, *draft);
    waiver_use_.Count(result.report());
    reviewed.hidden = baseline_.Hide(*result.mutable_report());
    hidden_ += reviewed.hidden;
    found_ |= flags_.fail_on != v1::SEVERITY_UNSPECIFIED &&
              std::ranges::any_of(result.report().violations(), [&](const auto& violation) {
                return violation.severity() >= flags_.fail_on;
              });
  }

  // The engine's error as the user knows the draft.
  static ReviewError Explain(const ReviewError& error, const v1::Draft& draft) {
    ReviewError explained = InWireTerms(error, draft);
    // Of the texts that get here, only a whole file's may not be UTF-8.
    if (explained.offset && draft.passages_size() == 1 && draft.passages(0).has_text()) {
      explained.message += CharsetHint(draft.passages(0).text());
    }
    return explained;
  }

  void Refuse(const ReadDraft& read, const ReviewError& error, v1::ReviewResult& result) {
    ++not_reviewed_;
    if (flags_.format != OutputFormat::kJsonLines) {
      const bool names_offset =
          !error.offset || error.message.find(std::to_string(*error.offset)) != std::string::npos;
      const std::string offset =
          names_offset ? "" : " (at byte " + std::to_string(*error.offset) + ")";
      // A plain file has only one passage: its name says nothing.
      const bool names_field = !error.field.empty() && read.draft.passages_size() != 1;
      SayWhyNot(read.label, (names_field ? error.field + ": " : "") + error.message + offset);
    }
    google::rpc::Status& status = *result.mutable_error();
    status = ErrorToWire(error, error.field.empty() ? "" : "draft");
    if (read.line > 0) {
      status.set_message("line " + std::to_string(read.line) + ": " + status.message());
    }
  }

  const CheckFlags& flags_;
  const std::shared_ptr<const Ruleset> ruleset_;
  const std::shared_ptr<const Waivers> waivers_;
  WaiverUse waiver_use_;
  const Date as_of_;
  Baseline baseline_;
  Output output_;
  bool found_ = false;
  std::size_t hidden_ = 0;
  std::size_t not_reviewed_ = 0;
};

// Whether there may be more than one draft. Returns the exit code when the flags do not go
// together.
std::optional<int> Plan(const CheckFlags& flags, bool& several) {
  several = flags.drafts.files.size() > 1;
  const bool whole =
      flags.format == OutputFormat::kJson || flags.format == OutputFormat::kJsonLines;
  if (whole && !flags.baseline.empty()) {
    SayWhyNot("--baseline", "a report in JSON names every violation; choose another --format");
    return kExitNotReviewed;
  }
  for (const std::string& file : flags.drafts.files) {
    InputFormat input = flags.drafts.input;
    if (DecideInputFormat(file, input)) continue;  // told when its turn comes
    const bool json = input == InputFormat::kJson || input == InputFormat::kJsonLines;
    if (json && !flags.drafts.charset.empty()) {
      SayWhyNot(file,
                "JSON is UTF-8; --charset is for plain, Markdown and HTML files, in JSON a passage "
                "says `encoded`");
      return kExitNotReviewed;
    }
    if (input != InputFormat::kJsonLines) continue;
    several = true;
    if (flags.format == OutputFormat::kJson) {
      SayWhyNot(file, "many drafts do not fit into one JSON report; say --format jsonl");
      return kExitNotReviewed;
    }
  }
  return std::nullopt;
}

int RunCheck(CheckFlags& flags) {
  const std::optional<Date> as_of = flags.drafts.Settle();
  if (!as_of) return kExitNotReviewed;
  bool several = false;
  if (const auto exit_code = Plan(flags, several)) return *exit_code;
  Baseline baseline;
  if (!flags.baseline.empty()) {
    if (const auto problem = baseline.Read(flags.baseline)) {
      SayWhyNot(flags.baseline, *problem);
      return kExitNotReviewed;
    }
  }
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
  flags.drafts.AskForInput();
  return Check(flags, lists->ruleset, *waivers, *as_of, std::move(baseline), several).Run();
}

}  // namespace

void AddCheck(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("check", "Review drafts and show what is wrong with them");
  const auto flags = std::make_shared<CheckFlags>();
  flags->drafts.AddTo(*command);
  AddChoice<OutputFormat>(*command, "--format", flags->format,
                          {{"text", OutputFormat::kText},
                           {"json", OutputFormat::kJson},
                           {"jsonl", OutputFormat::kJsonLines},
                           {"sarif", OutputFormat::kSarif},
                           {"rdjsonl", OutputFormat::kRdjsonLines},
                           {"github", OutputFormat::kGithub},
                           {"gitlab", OutputFormat::kGitlab},
                           {"checkstyle", OutputFormat::kCheckstyle},
                           {"junit", OutputFormat::kJunit},
                           {"html", OutputFormat::kHtml}},
                          "How to show the result");
  AddChoice<v1::Severity>(*command, "--fail-on", flags->fail_on,
                          {{"block", v1::SEVERITY_BLOCK},
                           {"review", v1::SEVERITY_REVIEW},
                           {"advise", v1::SEVERITY_ADVISE},
                           {"never", v1::SEVERITY_UNSPECIFIED}},
                          "Exit with 1 from this severity on (default: review)");
  command
      ->add_option("--baseline", flags->baseline,
                   "Results of --format jsonl: show and count only what is new since")
      ->type_name("FILE");
  flags->waivers.AddTo(*command);
  command->footer(
      "What a draft does not state (channel, product …) counts as any: no rule is switched off.\n"
      "JSON is the proto3 JSON of redline.v1: a Draft goes in (--input json, or one a line with\n"
      "jsonl), a Report comes out (--format json, or one ReviewResult a line with jsonl).\n"
      "\n"
      "For other tools: sarif (code scanning), rdjsonl (reviewdog), github (annotations; GitHub\n"
      "shows 10 errors and 10 warnings of a step, so the worst come first), gitlab (Code\n"
      "Quality), checkstyle and junit (build servers). For readers: html, a page of its own.\n"
      "\n"
      "Examples:\n"
      "  redline check --channel wechat --product wealth post.txt\n"
      "  redline check --charset gb18030 page.html\n"
      "  redline check --format jsonl drafts.jsonl > results.jsonl\n"
      "  redline check --format sarif --baseline known.jsonl posts/*.md > redline.sarif\n"
      "  redline check --waivers compliance/waivers/ posts/*.md\n"
      "\n"
      "Exit code: 0 nothing at or above --fail-on, 1 something was, 2 could not review.");
  command->callback([flags, &exit_code] { exit_code = RunCheck(*flags); });
}

}  // namespace redline::service
