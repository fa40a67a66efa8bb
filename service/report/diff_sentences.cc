#include "service/report/diff_sentences.h"

#include <algorithm>
#include <cstdint>

#include "service/report/screen.h"
#include "service/report/sentences.h"

namespace redline::service {
namespace {

constexpr int kRulesNamed = 8;    // that are not felt
constexpr int kNameColumns = 40;  // of a draft or a passage

std::string Count(std::uint32_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string Arrow(std::string_view from, std::string_view to) {
  return std::string(from) + " → " + std::string(to);
}

// What a rule does to drafts: its severity when it counts, else where it is in its life.
std::string_view Effect(Language language, v1::Severity severity, v1::RuleStatus status) {
  return status == v1::RULE_STATUS_ACTIVE ? Word(language, severity) : Word(language, status);
}

std::string Name(const std::string& name) { return Shorten(Visible(name), kNameColumns); }

}  // namespace

std::string Compared(Language language, const v1::ListDiff& diff) {
  std::uint32_t verdicts = 0;
  for (const v1::VerdictChange& change : diff.verdicts()) verdicts += change.drafts();
  if (language == Language::kChinese) {
    return "按 " + diff.as_of() + " 有效的规定比较 " + std::to_string(diff.drafts()) +
           " 篇：结论改变 " + std::to_string(verdicts) + " 篇，命中改变 " +
           std::to_string(diff.drafts_changed()) + " 篇";
  }
  return Count(diff.drafts(), "draft", "drafts") + " compared, as of " + diff.as_of() + ": " +
         std::to_string(verdicts) + " with another verdict, " +
         std::to_string(diff.drafts_changed()) + " with other violations";
}

std::string Step(Language language, const v1::VerdictChange& change) {
  return Arrow(Word(language, change.from()), Word(language, change.to()));
}

std::string Became(Language language, const v1::RuleDiff& rule) {
  const std::string_view from = Effect(language, rule.from(), rule.from_status());
  const std::string_view to = Effect(language, rule.to(), rule.to_status());
  if (rule.from_status() == v1::RULE_STATUS_UNSPECIFIED) {
    return std::string(Say(language, "新增：", "new: ")) + std::string(to);
  }
  if (rule.to_status() == v1::RULE_STATUS_UNSPECIFIED) {
    return std::string(Say(language, "删除：原为", "gone: was ")) + std::string(from);
  }
  return std::string(Say(language, "修改：", "changed: ")) +
         (from == to ? std::string(to) : Arrow(from, to));
}

bool IsFelt(const v1::RuleDiff& rule) { return rule.drafts() > 0; }

std::string Counted(Language language, const v1::RuleDiff& rule) {
  const std::string added = std::to_string(rule.added());
  const std::string removed = std::to_string(rule.removed());
  const std::string changed = std::to_string(rule.changed());
  if (language == Language::kChinese) {
    return "新增 " + added + " 处，消失 " + removed + " 处，改变 " + changed + " 处，涉及 " +
           std::to_string(rule.drafts()) + " 篇";
  }
  return added + " added, " + removed + " removed, " + changed + " changed, in " +
         Count(rule.drafts(), "draft", "drafts");
}

std::string SampleLine(Language language, const v1::ViolationSample& sample, int columns) {
  const bool added = sample.from() == v1::SEVERITY_UNSPECIFIED;
  const bool removed = sample.to() == v1::SEVERITY_UNSPECIFIED;
  std::string line = (added ? "+ " : removed ? "- " : "~ ") + Name(sample.draft_id());
  if (!sample.passage().empty()) line += " [" + Name(sample.passage()) + "]";
  line += "  " + Visible(sample.before());
  line += sample.quote().empty()
              ? std::string(Say(language, "〔缺少表述〕", "[a statement is missing] "))
              : Quoted(language, Shorten(sample.quote(), columns));
  line += Visible(sample.after()) + "  ";
  if (added || removed || sample.from() == sample.to()) {
    return line + std::string(Word(language, added ? sample.to() : sample.from()));
  }
  return line + Arrow(Word(language, sample.from()), Word(language, sample.to()));
}

std::string NotFelt(Language language, const v1::ListDiff& diff) {
  std::string ids;
  int count = 0;
  for (const v1::RuleDiff& rule : diff.rules()) {
    if (IsFelt(rule) || ++count > kRulesNamed) continue;
    ids += (count > 1 ? Say(language, "，", ", ") : "");
    ids += rule.rule_id();
  }
  if (count == 0) return "";
  if (count > kRulesNamed) {
    ids += std::string(Say(language, "，另有 ", ", and ")) + std::to_string(count - kRulesNamed) +
           std::string(Say(language, " 条", " more"));
  }
  if (language == Language::kChinese) {
    return "另有 " + std::to_string(count) + " 条规则不同，但不影响这些稿件：" + ids;
  }
  return Count(static_cast<std::uint32_t>(count), "rule differs and changes",
               "rules differ and change") +
         " nothing in these drafts: " + ids;
}

std::string NotCompared(Language language, const v1::ListDiff& diff) {
  const std::uint32_t count = diff.drafts_not_compared();
  if (count == 0) return "";
  if (language == Language::kChinese) return std::to_string(count) + " 篇未能比较";
  return Count(count, "draft was", "drafts were") + " not compared";
}

std::string NotComparedLine(const v1::NotCompared& draft) {
  return Visible(draft.draft_id() + ": " + draft.message());
}

}  // namespace redline::service
