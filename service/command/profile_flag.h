// Profile flag: --profile NAME, alike in every command that reads lists.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace redline::service {

// Refuses an empty name: a variable of a script that is not set must not mean all lists.
inline const CLI::Validator kProfileName(
    [](const std::string& name) {
      return name.empty() ? std::string("the name of the profile is empty") : std::string();
    },
    "");

// `profile` must outlive the parsing; it stays empty without the flag.
inline void AddProfileFlag(CLI::App& command, std::string& profile) {
  command
      .add_option("--profile", profile,
                  "Use the packs of this profile, as it changes them (default: the lists as they "
                  "are)")
      ->type_name("NAME")
      ->check(kProfileName);
}

}  // namespace redline::service
