#include "rules/waiver_reader.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "rules/map_reader.h"
#include "rules/waiver_keys.h"
#include "rules/yaml_tree.h"

namespace redline::rules {
namespace {

using Kind = YamlNode::Kind;

bool IsContentDigest(std::string_view text) {
  constexpr std::string_view kPrefix = "sha256:";
  constexpr std::size_t kDigits = 64;
  return text.starts_with(kPrefix) && text.size() == kPrefix.size() + kDigits &&
         text.find_first_not_of("0123456789abcdef", kPrefix.size()) == std::string_view::npos;
}

// A day that must be there.
std::optional<Date> RequireDay(const MapReader& map, std::string_view key,
                               std::string_view example) {
  return map.Require(key, example) != nullptr ? map.Day(key) : std::nullopt;
}

// The waivers of one file.
class WaiverFile {
 public:
  WaiverFile(const MapReader& file, int most_days) : file_(file), errors_(file.errors()) {
    max_days_ = std::min(kUsualWaiverDays, most_days);
    if (const YamlNode* node = file.Find("max_days")) ReadMaxDays(*node, most_days);
  }

  void Read(std::vector<Waiver>& waivers) {
    const YamlNode* list = file_.Require("waivers", "`waivers: []`, when there are none");
    if (list == nullptr || !ExpectList(*list, "waivers", 0, errors_)) return;
    for (const YamlNode& node : list->items) {
      const YamlNode* id = node.Find("id");
      errors_.set_rule_id(id != nullptr && id->kind == Kind::kText ? id->text : "");
      const MapReader map(node, kWaiverKeys, "a waiver", errors_);
      if (map.is_map()) waivers.push_back(ReadWaiver(map));
      errors_.set_rule_id("");
    }
  }

 private:
  void ReadMaxDays(const YamlNode& node, int most_days) {
    const std::string text = ReadText(node, "max_days", errors_);
    if (text.empty()) return;
    const bool digits =
        text.size() <= 4 && text.find_first_not_of("0123456789") == std::string::npos;
    const int days = digits ? std::stoi(text) : 0;
    if (days < 1 || days > most_days) {
      errors_.Add(node.origin, "`max_days` must be a number of days from 1 to " +
                                   std::to_string(most_days) +
                                   ": write for example `max_days: 30`");
      return;
    }
    max_days_ = days;
  }

  Waiver ReadWaiver(const MapReader& map) {
    Waiver waiver;
    waiver.origin = map.origin();
    waiver.id = map.RequireText("id", "`id: w-2026-17`");
    waiver.rule_id = map.RequireText("rule", "`rule: cn.finance.sure-win`, the id of one rule");
    if (!waiver.rule_id.empty() && !IsRuleId(waiver.rule_id)) {
      errors_.Add(map.Find("rule")->origin,
                  "`rule` is the id of one rule, such as `cn.finance.sure-win`");
    }
    waiver.quote = map.Text("quote");
    waiver.content_digest = map.Text("content");
    if (map.Find("quote") == nullptr && map.Find("content") == nullptr) {
      errors_.Add(map.origin(),
                  "a waiver needs `quote` or `content`: add the words exactly as the report quotes "
                  "them, or the `contentDigest` of the report");
    }
    if (!waiver.content_digest.empty() && !IsContentDigest(waiver.content_digest)) {
      errors_.Add(map.Find("content")->origin,
                  "`content` is the `contentDigest` of a report: sha256: and 64 hexadecimal digits "
                  "in lower case");
    }
    waiver.reason = map.RequireText("reason", "`reason: 已取得批文，文号见工单`");
    waiver.approver = map.RequireText("approver", "`approver: 王芳，法律合规部`");
    waiver.ticket = map.RequireText("ticket", "`ticket: LEGAL-1234`");
    ReadDays(map, waiver);
    return waiver;
  }

  void ReadDays(const MapReader& map, Waiver& waiver) {
    const auto approved = RequireDay(map, "approved", "`approved: 2026-11-24`");
    const auto until = RequireDay(map, "until", "`until: 2026-12-31`, the last day");
    if (!approved || !until) return;
    waiver.approved = *approved;
    waiver.until = *until;
    const auto days = (std::chrono::sys_days(*until) - std::chrono::sys_days(*approved)).count();
    const Origin& origin = map.Find("until")->origin;
    if (days < 0) {
      errors_.Add(origin, "`until` is a day before `approved`: the waiver would never hold");
    } else if (days > max_days_) {
      errors_.Add(origin, "`until` is " + std::to_string(days) + " days after `approved`, and " +
                              std::to_string(max_days_) +
                              " are allowed: name an earlier day, and approve it again then");
    }
  }

  const MapReader& file_;
  ErrorList& errors_;
  int max_days_ = 0;
};

// An error for each waiver whose id another one has already.
std::vector<RuleError> CheckIds(const std::vector<Waiver>& waivers) {
  std::vector<RuleError> errors;
  std::map<std::string_view, const Waiver*> first;
  for (const Waiver& waiver : waivers) {
    if (waiver.id.empty()) continue;
    const auto [known, is_new] = first.emplace(waiver.id, &waiver);
    if (is_new) continue;
    const Origin& other = known->second->origin;
    errors.push_back({waiver.origin, waiver.id,
                      "another waiver has this id: " + other.file + ", line " +
                          std::to_string(other.line) + "; give one of the two a new id"});
  }
  return errors;
}

}  // namespace

Result<std::vector<Waiver>, std::vector<RuleError>> LoadWaivers(const std::vector<ListFile>& files,
                                                                int most_days) {
  std::vector<Waiver> waivers;
  std::vector<RuleError> errors;
  for (const ListFile& file : files) {
    ErrorList of_file;
    if (const auto root = ReadYaml(file, of_file)) {
      const MapReader map(*root, kWaiverFileKeys, "a waiver file", of_file);
      if (map.is_map()) WaiverFile(map, most_days).Read(waivers);
    }
    errors.insert(errors.end(), of_file.errors().begin(), of_file.errors().end());
  }
  const std::vector<RuleError> repeated = CheckIds(waivers);
  errors.insert(errors.end(), repeated.begin(), repeated.end());
  const auto key = [](const RuleError& error) {
    return std::tie(error.origin.file, error.origin.line, error.origin.column, error.message);
  };
  std::stable_sort(errors.begin(), errors.end(),
                   [&](const RuleError& a, const RuleError& b) { return key(a) < key(b); });
  errors.erase(
      std::unique(errors.begin(), errors.end(),
                  [&](const RuleError& a, const RuleError& b) { return key(a) == key(b); }),
      errors.end());
  if (!errors.empty()) return Unexpected(std::move(errors));
  return waivers;
}

}  // namespace redline::rules
