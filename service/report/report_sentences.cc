#include "service/report/report_sentences.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "service/report/screen.h"
#include "service/report/sentences.h"

namespace redline::service {
namespace {

constexpr std::size_t kShadowsNamed = 5;   // the reports in JSON have all
constexpr int kNoticesShown = 5;           // the reports in JSON have all
constexpr int kSwitchedOffShown = 5;       // likewise
constexpr std::size_t kDigestDigits = 12;  // of the ruleset's digest; enough to tell lists apart

std::string Counts(Language language, const v1::Report& report) {
  std::string text;
  for (const v1::Severity severity :
       {v1::SEVERITY_BLOCK, v1::SEVERITY_REVIEW, v1::SEVERITY_ADVISE}) {
    const auto count = std::ranges::count_if(
        report.violations(),
        [&](const v1::Violation& violation) { return violation.severity() == severity; });
    if (count == 0) continue;
    if (!text.empty()) text += Say(language, "，", ", ");
    const std::string word(Word(language, severity));
    text += language == Language::kEnglish ? std::to_string(count) + " " + word
                                           : word + " " + std::to_string(count) + " 处";
  }
  return text;
}

}  // namespace

std::string InWords(Language language, const v1::Report& report) {
  const std::string counts = Counts(language, report);
  const std::string detail = counts.empty() ? ""
                                            : std::string(Say(language, "（", " (")) + counts +
                                                  std::string(Say(language, "）", ")"));
  switch (report.verdict()) {
    case v1::VERDICT_PASS:
      return std::string(counts.empty() ? Say(language, "✓ 通过：未发现违反本规则集的用语",
                                              "✓ PASS: no rule of this list is broken")
                                        : Say(language, "✓ 通过：仅有提示", "✓ PASS: hints only")) +
             detail;
    case v1::VERDICT_REVIEW:
      return std::string(Say(language, "! 待审：须经人工审核后方可发布",
                             "! REVIEW: a person must decide before it is published")) +
             detail;
    case v1::VERDICT_BLOCK:
      return std::string(Say(language, "✗ 禁止发布：须先修改", "✗ BLOCK: must not be published")) +
             detail;
    default:
      return std::string(
          Say(language, "✗ 未审核：不得发布", "✗ NOT REVIEWED: must not be published"));
  }
}

std::string WaivedBy(Language language, const v1::WaivedViolation& waived) {
  constexpr int kQuoteColumns = 20;
  const v1::Waiver& waiver = waived.waiver();
  const std::string quote = Quoted(language, Shorten(waived.violation().quote(), kQuoteColumns));
  const std::string rule = Visible(waived.violation().rule_id());
  if (language == Language::kEnglish) {
    return "waived: " + quote + " " + rule + " until " + waiver.until() + " by " +
           Visible(waiver.approver()) + " (" + Visible(waiver.id()) + ", " +
           Visible(waiver.ticket()) + "): " + Visible(waiver.reason());
  }
  return "已豁免：" + quote + " " + rule + "，至 " + waiver.until() + "，" +
         Visible(waiver.approver()) + "批准（" + Visible(waiver.id()) + "，" +
         Visible(waiver.ticket()) + "）：" + Visible(waiver.reason());
}

std::string Warned(Language language, const v1::WaiverWarning& warning) {
  const std::string id = Visible(warning.waiver().id());
  const std::string rule = Visible(warning.rule_id());
  const std::string& until = warning.waiver().until();
  const bool over = warning.kind() != v1::WAIVER_WARNING_KIND_ENDS_SOON;
  if (language == Language::kEnglish) {
    return "the waiver " + id + " of " + rule + (over ? " was over on " : " ends on ") + until +
           (over ? ": what it let pass is a violation again"
                 : ": approve it again, or mend the draft");
  }
  return "豁免 " + id + "（" + rule + "）" + (over ? "已于 " : "将于 ") + until +
         (over ? " 到期，所涉内容重新计为违规" : " 到期：请续批或修改稿件");
}

std::string Shadowed(Language language, const v1::Report& report) {
  if (report.shadowed().empty()) return "";
  std::map<std::string_view, int> counts;
  for (const v1::Violation& violation : report.shadowed()) ++counts[violation.rule_id()];
  std::string text(Say(language, "试运行规则命中，不计入结论：", "found on trial, not counted: "));
  std::size_t named = 0;
  for (const auto& [id, count] : counts) {
    if (named == kShadowsNamed) return text + " …";
    if (named++ > 0) text += Say(language, "，", ", ");
    text += Visible(id);
    text += language == Language::kEnglish ? " ×" + std::to_string(count)
                                           : " " + std::to_string(count) + " 处";
  }
  return text;
}

std::string Excused(Language language, const v1::Report& report) {
  const int count = report.dismissals_size();
  if (count == 0) return "";
  std::set<std::string_view> known;
  std::string quotes;
  for (const v1::Dismissal& dismissal : report.dismissals()) {
    if (!known.insert(dismissal.quote()).second) continue;
    if (known.size() > 3) {
      quotes += " …";
      break;
    }
    if (known.size() > 1) quotes += Say(language, "、", ", ");
    quotes += Quoted(language, Shorten(dismissal.quote(), 20));
    if (!dismissal.layer().empty()) {
      quotes += std::string(Say(language, "（方案 ", " (profile ")) + dismissal.layer() +
                std::string(Say(language, "）", ")"));
    }
  }
  if (language == Language::kEnglish) {
    return std::to_string(count) + (count == 1 ? " match" : " matches") +
           " excused by an exception or a context: " + quotes;
  }
  return std::to_string(count) + " 处命中因例外或语境不算违规：" + quotes;
}

std::string Noticed(Language language, const v1::Report& report) {
  if (report.notices().empty()) return "";
  std::string text(Say(language, "请留意：", "note: "));
  for (int i = 0; i < report.notices_size(); ++i) {
    if (i == kNoticesShown) {
      text += std::string(Say(language, "，另有 ", ", and ")) +
              std::to_string(report.notices_size() - i) +
              std::string(Say(language, " 处", " more"));
      break;
    }
    const v1::Notice& notice = report.notices(i);
    if (i > 0) text += Say(language, "，", ", ");
    if (!notice.span().passage().empty()) text += Visible(notice.span().passage()) + " ";
    text += std::to_string(notice.span().start().line()) + ":" +
            std::to_string(notice.span().start().column()) + " " +
            std::string(Word(language, notice.kind())) + " " + notice.characters();
  }
  return text;
}

std::string NotApplied(Language language, const v1::Report& report) {
  if (report.not_applied().empty()) return "";
  std::map<v1::NotAppliedReason, int> counts;
  for (const v1::NotApplied& rule : report.not_applied()) ++counts[rule.reason()];
  std::string text = std::to_string(report.not_applied_size()) +
                     std::string(Say(language, " 条规则不适用：",
                                     report.not_applied_size() == 1 ? " rule not applied: "
                                                                    : " rules not applied: "));
  bool first = true;
  for (const auto& [reason, count] : counts) {
    if (!std::exchange(first, false)) text += Say(language, "，", ", ");
    text += std::string(Word(language, reason)) + " " + std::to_string(count);
  }
  return text;
}

std::string SwitchedOff(Language language, const v1::Report& report) {
  // The rules of one decision stand together.
  std::vector<std::pair<std::string, std::string>> decisions;  // which and why, and the rules
  int shown = 0;
  for (const v1::NotApplied& rule : report.not_applied()) {
    if (rule.reason() != v1::NOT_APPLIED_REASON_SWITCHED_OFF) continue;
    const std::string decision = std::string(Say(language, "（", " (")) + rule.layer() +
                                 std::string(Say(language, "：", ": ")) + rule.why() +
                                 std::string(Say(language, "）", ")"));
    auto known = std::ranges::find(decisions, decision, [](const auto& one) { return one.first; });
    if (known == decisions.end()) known = decisions.insert(known, {decision, ""});
    if (shown++ >= kSwitchedOffShown) continue;
    if (!known->second.empty()) known->second += Say(language, "、", ", ");
    known->second += rule.rule_id();
  }
  std::string text;
  for (const auto& [decision, rules] : decisions) {
    if (rules.empty()) continue;
    text +=
        text.empty() ? Say(language, "方案停用：", "switched off: ") : Say(language, "；", "; ");
    text += rules + decision;
  }
  return shown > kSwitchedOffShown ? text + " …" : text;
}

std::string NameOf(Language language, const v1::RulesetRef& ruleset) {
  std::string digest = ruleset.digest();
  if (digest.starts_with("sha256:")) digest = digest.substr(7);
  digest = digest.substr(0, kDigestDigits);
  return std::string(Say(language, "规则集 ", "ruleset ")) + ruleset.name() + " " +
         (ruleset.profile().empty() ? "" : ruleset.profile() + " ") + ruleset.version() + " (" +
         digest + ")" + std::string(Say(language, "，", ", ")) + std::to_string(ruleset.rules()) +
         std::string(Say(language, " 条规则", " rules"));
}

std::string Judge(Language language, const v1::Report& report) {
  return NameOf(language, report.ruleset()) + std::string(Say(language, "，按 ", ", as of ")) +
         report.as_of() + std::string(Say(language, " 有效的规定", ""));
}

}  // namespace redline::service
