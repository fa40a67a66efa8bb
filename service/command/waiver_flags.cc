#include "service/command/waiver_flags.h"

#include <utility>

#include "rules/rule_list.h"

namespace redline::service {

void WaiverFlags::AddTo(CLI::App& command) {
  command
      .add_option("--waivers", path,
                  "A file of waivers, or a folder of them: violations that may pass for a time")
      ->type_name("PATH");
  command
      .add_option("--max-waiver-days", most_days,
                  "The most days that a waiver file may allow from `approved` to `until`")
      ->type_name("N")
      ->check(CLI::Range(1, rules::kMostWaiverDays))
      ->capture_default_str();
}

Result<std::shared_ptr<const Waivers>, std::vector<RuleError>> WaiverFlags::Load() const {
  if (path.empty()) return std::shared_ptr<const Waivers>();
  const auto files = rules::ReadListFiles(path);
  if (!files) return Unexpected(files.error());
  auto waivers = rules::LoadWaivers(*files, most_days);
  if (!waivers) return Unexpected(std::move(waivers.error()));
  return std::make_shared<const Waivers>(std::move(*waivers));
}

}  // namespace redline::service
