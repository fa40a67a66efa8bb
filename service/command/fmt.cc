#include "service/command/fmt.h"

#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/house_form.h"
#include "rules/profile.h"
#include "rules/word_file.h"
#include "service/command/exit_code.h"
#include "service/command/lists.h"
#include "service/command/replaced_file.h"
#include "service/report/line_diff.h"
#include "service/report/screen.h"

namespace redline::service {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "-";

struct FmtFlags {
  std::vector<std::string> paths;
  bool check = false;
  bool diff = false;
};

class Fmt {
 public:
  explicit Fmt(const FmtFlags& flags) : flags_(flags) {}

  void Run(const std::string& path) {
    if (path == kStandardInput) {
      const std::istreambuf_iterator<char> begin(std::cin);
      Format({"standard input", std::string(begin, {})}, "");
      return;
    }
    const auto files = rules::ReadListFiles(path);
    if (!files) return Fail(files.error());
    const bool folder = fs::is_directory(path);
    for (const rules::ListFile& file : *files) {
      if (rules::IsWordFile(file.path) || rules::IsProfile(file.path)) continue;
      const fs::path place = folder ? fs::path(path) / file.path : fs::path(path);
      Format({place.generic_string(), file.text}, place);
    }
  }

  int exit_code() const {
    if (failed_) return kExitNotReviewed;
    return found_ && (flags_.check || flags_.diff) ? kExitFound : kExitClean;
  }

 private:
  void Fail(const std::vector<RuleError>& errors) {
    Complain(std::cerr, errors);
    failed_ = true;
  }

  // An empty place is the standard input.
  void Format(const rules::ListFile& file, const fs::path& place) {
    const auto text = rules::InHouseForm(file);
    if (!text) return Fail(text.error());
    const bool differs = *text != file.text;
    found_ = found_ || differs;
    if (flags_.diff) {
      WriteLineDiff(std::cout, file.path, file.text, *text);
    } else if (flags_.check) {
      if (differs) std::cout << Visible(file.path) << "\n";
    } else if (place.empty()) {
      std::cout << *text;
    } else if (differs) {
      const std::string why = ReplaceFile(place, *text);
      if (!why.empty()) return Fail({{{file.path, 0, 0}, "", why}});
      std::cout << Visible(file.path) << "\n";
    }
  }

  const FmtFlags& flags_;
  bool found_ = false;
  bool failed_ = false;
};

}  // namespace

void AddFmt(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("fmt", "Bring list files into the house form");
  const auto flags = std::make_shared<FmtFlags>();
  command
      ->add_option("PATH", flags->paths,
                   "List files, folders of lists, or - for the standard input")
      ->required()
      ->type_name("");
  CLI::Option* check = command->add_flag(
      "--check", flags->check, "Write nothing; name the files that are not in the house form");
  command->add_flag("--diff", flags->diff, "Write nothing; show what would change")
      ->excludes(check);
  command->footer(
      "Keys are put in the order of the manual, indentation and quotes made alike. Comments, line\n"
      "breaks in brackets and the order of lists stay. A file is written only when it then says "
      "the\n"
      "same as before; the names of those that were written are printed.\n"
      "\n"
      "Examples:\n"
      "  redline fmt my/lists\n"
      "  redline fmt --check my/lists/my-bank/bank.yaml\n"
      "\n"
      "Exit code: 0 the files are in the house form, 1 some are not (with --check or --diff), 2 a\n"
      "file cannot be read or written.");
  command->callback([flags, &exit_code] {
    Fmt fmt(*flags);
    for (const std::string& path : flags->paths) fmt.Run(path);
    exit_code = fmt.exit_code();
  });
}

}  // namespace redline::service
