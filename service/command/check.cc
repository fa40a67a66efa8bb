#include "service/command/check.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/review.h"
#include "engine/text/charset.h"
#include "service/command/charset_hint.h"
#include "service/command/draft_reader.h"
#include "service/command/exit_code.h"
#include "service/command/lists.h"
#include "service/command/output.h"
#include "service/report/screen.h"
#include "service/today.h"
#include "service/wire.h"

namespace redline::service {
namespace {

enum class Colour { kAuto, kAlways, kNever };

struct CheckFlags {
  std::vector<std::string> files;
  std::string rules;
  std::string channel;
  std::string product;
  std::string audience;
  std::string locale;
  std::string as_of;
  std::string charset;
  InputFormat input = InputFormat::kAuto;
  OutputFormat format = OutputFormat::kText;
  Severity fail_on = Severity::kReview;  // kUnspecified: never
  Language language = Language::kByDraft;
  Colour colour = Colour::kAuto;
};

bool WantsColour(Colour colour) {
  if (colour != Colour::kAuto) return colour == Colour::kAlways;
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return isatty(STDOUT_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0') &&
         (terminal == nullptr || std::string_view(terminal) != "dumb");
}

void SayWhyNot(std::string_view label, std::string_view message) {
  std::cerr << "redline: " << Visible(std::string(label) + ": " + std::string(message)) << "\n";
}

class Check {
 public:
  Check(const CheckFlags& flags, std::shared_ptr<const Ruleset> ruleset, Date as_of, bool several)
      : flags_(flags),
        ruleset_(std::move(ruleset)),
        as_of_(as_of),
        output_(std::cout, flags.format,
                {.language = flags.language, .colour = WantsColour(flags.colour)}, several) {}

  int Run() {
    for (const std::string& file : flags_.files) {
      DraftReader reader(file, flags_.input, flags_.charset);
      while (std::optional<ReadDraft> read = reader.Next()) {
        Add(*read);
        if (!output_.ok()) break;
      }
    }
    output_.Finish(RulesetToWire(*ruleset_));
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
  void Add(ReadDraft& read) {
    v1::ReviewResult result;
    if (read.problem.empty()) {
      State(read.draft);
      Review(read, result);
    } else {
      Refuse(read,
             {.kind = ReviewError::Kind::kInvalidDraft,
              .field = "",
              .message = read.problem,
              .offset = read.offset},
             result);
    }
    output_.Add(read.draft, read.label, std::move(result));
  }

  // What the command line states holds for drafts that do not state it themselves.
  void State(v1::Draft& draft) const {
    if (draft.channel().empty()) draft.set_channel(flags_.channel);
    if (draft.product().empty()) draft.set_product(flags_.product);
    if (draft.audience().empty()) draft.set_audience(flags_.audience);
    if (draft.locale().empty()) draft.set_locale(flags_.locale);
  }

  void Review(const ReadDraft& read, v1::ReviewResult& result) {
    result.set_draft_id(read.draft.id());
    const auto draft = DraftFromWire(read.draft, "draft");
    if (!draft) return Refuse(read, draft.error(), result);
    const auto report = redline::Review(*draft, ruleset_, {.as_of = as_of_, .cancelled = nullptr});
    if (!report) return Refuse(read, Explain(report.error(), read.draft), result);
    found_ |= flags_.fail_on != Severity::kUnspecified &&
              std::ranges::any_of(report->violations, [&](const Violation& violation) {
                return violation.severity >= flags_.fail_on;
              });
    *result.mutable_report() = ReportToWire(*report, *draft);
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
  const Date as_of_;
  Output output_;
  bool found_ = false;
  std::size_t not_reviewed_ = 0;
};

// Whether there may be more than one draft. Returns the exit code when the flags do not go
// together.
std::optional<int> Plan(const CheckFlags& flags, bool& several) {
  several = flags.files.size() > 1;
  for (const std::string& file : flags.files) {
    InputFormat input = flags.input;
    if (DecideInputFormat(file, input)) continue;  // told when its turn comes
    const bool json = input == InputFormat::kJson || input == InputFormat::kJsonLines;
    if (json && !flags.charset.empty()) {
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
  if (flags.files.empty()) flags.files.emplace_back("-");
  bool several = false;
  if (const auto exit_code = Plan(flags, several)) return *exit_code;
  if (text::FindCharset(flags.charset) == nullptr) {
    SayWhyNot("--charset",
              "\"" + flags.charset + "\" is not read; use " + std::string(text::kCharsetNames));
    return kExitNotReviewed;
  }
  const auto as_of = AsOfFromWire(flags.as_of, Today());
  if (!as_of) {
    SayWhyNot("--as-of", as_of.error().message);
    return kExitNotReviewed;
  }
  const auto lists = CompileLists(flags.rules);
  if (!lists) {
    Complain(std::cerr, lists.error());
    std::cerr << "redline: the lists have errors; nothing was reviewed\n";
    return kExitNotReviewed;
  }
  const bool asks = std::ranges::find(flags.files, "-") != flags.files.end();
  if (asks && isatty(STDIN_FILENO) == 1) {
    std::cerr << "redline: reading the draft from the terminal; end it with Ctrl-D\n";
  }
  return Check(flags, lists->ruleset, *as_of, several).Run();
}

// Adds an option that takes one of a few words.
template <typename Value>
void AddChoice(CLI::App& command, const std::string& name, Value& value,
               const std::vector<std::pair<std::string, Value>>& choices,
               const std::string& description) {
  std::string words;
  for (const auto& [word, unused] : choices) words += (words.empty() ? "" : "|") + word;
  command
      .add_option_function<std::string>(
          name,
          [&value, choices, words, name](const std::string& word) {
            for (const auto& [known, meaning] : choices) {
              if (known != word) continue;
              value = meaning;
              return;
            }
            throw CLI::ValidationError(name, "\"" + word + "\" is not one of " + words);
          },
          description)
      ->type_name(words);
}

}  // namespace

void AddCheck(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("check", "Review drafts and show what is wrong with them");
  const auto flags = std::make_shared<CheckFlags>();
  command->add_option("FILE", flags->files, "Drafts to review; - or none: the standard input")
      ->type_name("");
  command->add_option("--rules", flags->rules, "A list file or folder (default: shipped lists)")
      ->type_name("PATH");
  command->add_option("--channel", flags->channel, "Where it appears: wechat, sms, livestream …")
      ->type_name("NAME");
  command->add_option("--product", flags->product, "What it sells: wealth, fund, loan …")
      ->type_name("NAME");
  command->add_option("--audience", flags->audience, "Whom it addresses: retail, professional …")
      ->type_name("NAME");
  command->add_option("--locale", flags->locale, "Language and market: zh-CN, en-US …")
      ->type_name("TAG");
  command
      ->add_option("--as-of", flags->as_of, "The day whose rules apply (default: today in Beijing)")
      ->type_name("YYYY-MM-DD");
  AddChoice<InputFormat>(*command, "--input", flags->input,
                         {{"auto", InputFormat::kAuto},
                          {"plain", InputFormat::kPlain},
                          {"markdown", InputFormat::kMarkdown},
                          {"html", InputFormat::kHtml},
                          {"json", InputFormat::kJson},
                          {"jsonl", InputFormat::kJsonLines}},
                         "How to read FILE; auto goes by its ending");
  command
      ->add_option("--charset", flags->charset,
                   "Of a FILE that is not JSON: gbk, gb18030, big5, utf-16 …")
      ->type_name("NAME");
  AddChoice<OutputFormat>(*command, "--format", flags->format,
                          {{"text", OutputFormat::kText},
                           {"json", OutputFormat::kJson},
                           {"jsonl", OutputFormat::kJsonLines}},
                          "How to show the result");
  AddChoice<Severity>(*command, "--fail-on", flags->fail_on,
                      {{"block", Severity::kBlock},
                       {"review", Severity::kReview},
                       {"advise", Severity::kAdvise},
                       {"never", Severity::kUnspecified}},
                      "Exit with 1 from this severity on (default: review)");
  AddChoice<Language>(*command, "--lang", flags->language,
                      {{"zh", Language::kChinese}, {"en", Language::kEnglish}},
                      "Language of the text (default: the draft's)");
  AddChoice<Colour>(
      *command, "--color", flags->colour,
      {{"auto", Colour::kAuto}, {"always", Colour::kAlways}, {"never", Colour::kNever}},
      "Colours of the text; auto: on a terminal, unless NO_COLOR is set");
  command->footer(
      "What a draft does not state (channel, product …) counts as any: no rule is switched off.\n"
      "JSON is the proto3 JSON of redline.v1: a Draft goes in (--input json, or one a line with\n"
      "jsonl), a Report comes out (--format json, or one ReviewResult a line with jsonl).\n"
      "\n"
      "Examples:\n"
      "  redline check --channel wechat --product wealth post.txt\n"
      "  redline check --charset gb18030 page.html\n"
      "  redline check --format jsonl drafts.jsonl > results.jsonl\n"
      "\n"
      "Exit code: 0 nothing at or above --fail-on, 1 something was, 2 could not review.");
  command->callback([flags, &exit_code] { exit_code = RunCheck(*flags); });
}

}  // namespace redline::service
