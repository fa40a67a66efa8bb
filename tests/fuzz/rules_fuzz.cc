// The reader of rule lists, on any bytes: it answers with rules or with located errors, in order.
#include <string>
#include <tuple>

#include "rules/rule_list.h"
#include "tests/fuzz/drawn_text.h"
#include "tests/fuzz/require.h"

namespace redline::fuzz {
namespace {

constexpr std::size_t kMaxBytes = 4096;

void Check(std::string_view bytes) {
  const std::string path = "fuzz/list.yaml";
  const auto loaded = rules::LoadRules("fuzz", {{path, std::string(bytes)}});
  if (loaded) {
    Require(loaded->samples.size() == loaded->list.rules.size(), "every rule has samples");
    for (const Rule& rule : loaded->list.rules) {
      Require(!rule.id.empty() && rule.severity != Severity::kUnspecified, "rules are complete");
      Require(!rule.phrases.empty() || !rule.patterns.empty(), "rules look for something");
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
