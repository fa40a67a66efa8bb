// The redline command: wires the subcommands together and turns every failure into exit code 2.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>

#include "engine/version.h"
#include "service/command/check.h"
#include "service/command/exit_code.h"
#include "service/command/lint.h"
#include "service/command/serve.h"
#include "service/command/test.h"

namespace {

int Run(int argc, char** argv) {
  CLI::App app("Redline reviews marketing copy before it is published.", "redline");
  app.set_version_flag("--version", "redline " + std::string(redline::kEngineVersion));
  app.require_subcommand(1);
  app.footer(
      "Example:\n"
      "  redline check --channel wechat post.txt\n"
      "\n"
      "`redline COMMAND --help` tells more about a command.");
  int exit_code = redline::service::kExitNotReviewed;
  redline::service::AddCheck(app, exit_code);
  redline::service::AddServe(app, exit_code);
  redline::service::AddLint(app, exit_code);
  redline::service::AddTest(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {  // --help, --version
    app.exit(wanted);
    return std::cout.flush().good() ? redline::service::kExitClean
                                    : redline::service::kExitNotReviewed;
  } catch (const CLI::ParseError& error) {
    std::cerr << "redline: " << error.what() << "\n"
              << "Try `redline --help`, or `redline COMMAND --help`.\n";
    return redline::service::kExitNotReviewed;
  }
  return std::cout.flush().good() ? exit_code : redline::service::kExitNotReviewed;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return Run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "redline: " << error.what() << "\n";
    return redline::service::kExitNotReviewed;
  }
}
