// Choice: an option that takes one of a few words.
//
//   AddChoice<Format>(*command, "--format", flags->format, {{"text", Format::kText}}, "How to
//   show");
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

namespace redline::service {

// Another word is refused with a message that names the words. `value` must outlive the parsing.
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

}  // namespace redline::service
