// The reader of rule lists, on any bytes: it answers with rules or with located errors, in order.
// The house form of a list is its own, and every list that loads has one.
#include <string>
#include <tuple>

#include "rules/house_form.h"
#include "rules/rule_list.h"
#include "tests/fuzz/drawn_text.h"
#include "tests/fuzz/require.h"

namespace redline::fuzz {
namespace {

constexpr std::size_t kMaxBytes = 4096;

void CheckForm(const rules::ListFile& file, bool loads) {
  const auto form = rules::InHouseForm(file);
  if (!form) {
    Require(!loads, "a list that loads has a house form");
    Require(!form.error().front().message.starts_with("this file cannot be brought into"),
            "the house form says the same");
    return;
  }
  const auto again = rules::InHouseForm({file.path, *form});
  Require(again && *again == *form, "the house form is its own");
}

void Check(std::string_view bytes) {
  const std::string path = "fuzz/list.yaml";
  const auto loaded = rules::LoadRules("fuzz", {{path, std::string(bytes)}});
  CheckForm({path, std::string(bytes)}, loaded.has_value());
  if (loaded) {
    Require(loaded->samples.size() == loaded->list.rules.size(), "every rule has samples");
    for (const Rule& rule : loaded->list.rules) {
      Require(!rule.id.empty(), "rules have an id");
      if (rule.status == Status::kRetired) continue;
      Require(rule.severity != Severity::kUnspecified, "rules are complete");
      Require(!rule.phrases.empty() || !rule.patterns.empty() || !rule.near.empty() ||
                  !rule.numbers.empty() || rule.requirement,
              "rules look for something");
      Require(!rule.basis.empty(), "rules stand on a law");
    }
    return;
  }
  Require(!loaded.error().empty(), "a refusal says why");
  const Origin* last = nullptr;
  for (const RuleError& error : loaded.error()) {
    Require(error.origin.file == path, "an error names its file");
    Require(!error.message.empty(), "an error has words");
    Require(!last || std::tie(last->line, last->column) <=
                         std::tie(error.origin.line, error.origin.column),
            "errors are in order");
    last = &error.origin;
  }
}

}  // namespace
}  // namespace redline::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > redline::fuzz::kMaxBytes) return 0;
  redline::fuzz::Check(redline::fuzz::View(data, size));
  return 0;
}
