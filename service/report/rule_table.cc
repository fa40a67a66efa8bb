#include "service/report/rule_table.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "rules/keys.h"
#include "service/report/screen.h"

namespace redline::service {
namespace {

// Together with the blanks between them 80.
constexpr int kEffect = 7;
constexpr int kId = 34;
constexpr int kCategory = 20;
constexpr int kTitle = 16;

std::string InColumns(std::string_view text, int columns) {
  std::string cell = Shorten(Visible(text), columns);
  const int blanks = columns - Columns(cell);
  return cell + std::string(static_cast<std::size_t>(std::max(0, blanks)), ' ');
}

std::string_view SeverityOf(const Rule& rule) {
  return rules::kSeverityWords[static_cast<std::size_t>(rule.severity) - 1];
}

std::string_view StatusOf(const Rule& rule) {
  return rules::kStatusWords[static_cast<std::size_t>(rule.status)];
}

}  // namespace

void WriteRulesText(std::ostream& out, const std::vector<const Rule*>& rules, std::size_t all) {
  for (const Rule* rule : rules) {
    const std::string& title = rule->title.zh.empty() ? rule->title.en : rule->title.zh;
    const std::string_view effect = !rule->off_by.empty()             ? "off"
                                    : rule->status == Status::kActive ? SeverityOf(*rule)
                                                                      : StatusOf(*rule);
    std::string line = InColumns(effect, kEffect) + " " + InColumns(rule->id, kId) + " " +
                       InColumns(rule->category, kCategory) + " " + InColumns(title, kTitle);
    line.erase(line.find_last_not_of(' ') + 1);
    out << line << "\n";
  }
  out << rules.size() << " of " << all << " rules\n";
}

}  // namespace redline::service
