// Draft flags: what `check`, `explain` and `diff` ask alike: which drafts, by which lists, what the
// drafts do not state themselves, and how text is shown.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redline/v1/draft.pb.h"
#include "service/command/draft_reader.h"
#include "service/report/text.h"
#include "service/wire.h"

namespace redline::service {

enum class Colour { kAuto, kAlways, kNever };

struct DraftFlags {
  std::vector<std::string> files;
  std::string rules;
  std::string profile;
  std::string channel;
  std::string product;
  std::string audience;
  std::string locale;
  std::string as_of;
  std::string charset;
  InputFormat input = InputFormat::kAuto;
  Language language = Language::kByDraft;
  Colour colour = Colour::kAuto;

  // Adds the options to a command; this must outlive the parsing.
  void AddTo(CLI::App& command);
  // The same without the drafts and the lists. `default_language` is for --help.
  void AddReadingTo(CLI::App& command, const std::string& default_language);

  // The day whose rules apply, once the flags are found to be right; no FILE then means the
  // standard input. Says what is wrong, and returns nothing, when they are not.
  std::optional<Date> Settle();

  // What the command line states holds for drafts that do not state it themselves.
  void State(v1::Draft& draft) const;

  // Colours are for a terminal, unless asked for or NO_COLOR is set.
  TextStyle Style() const;

  // Tells a person at a terminal that it is waited for.
  void AskForInput() const;
};

// "redline: notes.txt: no such file", on the standard error.
void SayWhyNot(std::string_view label, std::string_view message);

}  // namespace redline::service
