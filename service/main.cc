// The redline command: wires the subcommands together and turns every failure into exit code 2.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>

#include "engine/version.h"
#include "service/command/check.h"
#include "service/command/diff.h"
#include "service/command/exit_code.h"
#include "service/command/explain.h"
#include "service/command/fmt.h"
#include "service/command/lint.h"
#include "service/command/new.h"
#include "service/command/rules.h"
#include "service/command/schema.h"
#include "service/command/serve.h"
#include "service/command/test.h"
#include "service/report/screen.h"

namespace redline::service {
namespace {

int Refuse(const std::string& message) {
  std::cerr << "redline: " << message << "\n"
            << "Try `redline --help`, or `redline COMMAND --help`.\n";
  return kExitNotReviewed;
}

bool IsCommand(const CLI::App& app, const std::string& name) {
  return !app.get_subcommands([&](const CLI::App* command) { return command->check_name(name); })
              .empty();
}

int Run(int argc, char** argv) {
  CLI::App app("Redline reviews marketing copy before it is published.", "redline");
  app.set_version_flag("--version", "redline " + std::string(kEngineVersion));
  app.require_subcommand(1);
  app.footer(
      "Example:\n"
      "  redline check --channel wechat post.txt\n"
      "\n"
      "`redline COMMAND --help` tells more about a command.");
  int exit_code = kExitNotReviewed;
  AddCheck(app, exit_code);
  AddExplain(app, exit_code);
  AddDiff(app, exit_code);
  AddServe(app, exit_code);
  AddLint(app, exit_code);
  AddTest(app, exit_code);
  AddRules(app, exit_code);
  AddNew(app, exit_code);
  AddFmt(app, exit_code);
  AddSchema(app, exit_code);
  // CLI11 only says that a command is missing.
  const std::string first = argc > 1 ? argv[1] : "";
  if (!first.empty() && first.front() != '-' && !IsCommand(app, first)) {
    return Refuse("there is no command \"" + Visible(first) + "\"");
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {  // --help, --version
    app.exit(wanted);
    return std::cout.flush().good() ? kExitClean : kExitNotReviewed;
  } catch (const CLI::ParseError& error) {
    return Refuse(error.what());
  }
  return std::cout.flush().good() ? exit_code : kExitNotReviewed;
}

}  // namespace
}  // namespace redline::service

int main(int argc, char** argv) {
  try {
    return redline::service::Run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "redline: " << error.what() << "\n";
    return redline::service::kExitNotReviewed;
  }
}
