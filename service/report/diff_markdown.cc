#include "service/report/diff_markdown.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "service/report/diff_sentences.h"
#include "service/report/report_sentences.h"
#include "service/report/screen.h"
#include "service/report/sentences.h"

namespace redline::service {
namespace {

constexpr int kQuoteColumns = 60;

// Text inside a line of which nothing is a mark any more.
// Source: CommonMark 0.30, 2.4 (backslash escapes); `|` and `:` for GitHub's tables and links.
std::string Escaped(std::string_view text) {
  constexpr std::string_view kMarks = "\\`*_[]<>|~&#@:!$";
  std::string escaped;
  for (const char byte : Visible(text)) {
    if (kMarks.find(byte) != std::string_view::npos) escaped += '\\';
    escaped += byte;
  }
  return escaped;
}

// A block of code around lines that may hold backticks themselves. Nothing for no lines.
std::string Fenced(const std::string& lines) {
  if (lines.empty()) return "";
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char byte : lines) {
    run = byte == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  return "\n" + fence + "text\n" + lines + fence + "\n";
}

void WriteVerdicts(std::ostream& out, const v1::ListDiff& diff, Language language) {
  if (diff.verdicts().empty()) return;
  out << "\n| " << Say(language, "篇数", "drafts") << " | " << Say(language, "结论", "verdict")
      << " |\n|---:|---|\n";
  for (const v1::VerdictChange& change : diff.verdicts()) {
    out << "| " << change.drafts() << " | " << Step(language, change) << " |\n";
  }
}

void WriteRules(std::ostream& out, const v1::ListDiff& diff, Language language) {
  if (!std::ranges::any_of(diff.rules(), IsFelt)) return;
  out << Say(language, "\n| 规则 | | 新增 | 消失 | 改变 | 篇数 |\n",
             "\n| rule | | added | removed | changed | drafts |\n")
      << "|---|---|---:|---:|---:|---:|\n";
  std::string samples;
  for (const v1::RuleDiff& rule : diff.rules()) {
    if (!IsFelt(rule)) continue;
    out << "| `" << rule.rule_id() << "` " << Escaped(In(language, rule.title())) << " | "
        << Became(language, rule) << " | " << rule.added() << " | " << rule.removed() << " | "
        << rule.changed() << " | " << rule.drafts() << " |\n";
    if (rule.samples().empty()) continue;
    samples += rule.rule_id() + "\n";
    for (const v1::ViolationSample& sample : rule.samples()) {
      samples += "  " + SampleLine(language, sample, kQuoteColumns) + "\n";
    }
  }
  out << Fenced(samples);
}

}  // namespace

void WriteDiffMarkdown(std::ostream& out, const v1::ListDiff& diff, Language language) {
  if (language == Language::kByDraft) language = Language::kEnglish;
  out << "### Redline: " << Compared(language, diff) << "\n\n"
      << "- " << Escaped(NameOf(language, diff.from())) << "\n"
      << "- " << Escaped(NameOf(language, diff.to())) << "\n";
  WriteVerdicts(out, diff, language);
  WriteRules(out, diff, language);
  if (const std::string rules = NotFelt(language, diff); !rules.empty())
    out << "\n" << rules << "\n";
  if (const std::string count = NotCompared(language, diff); !count.empty()) {
    std::string lines;
    for (const v1::NotCompared& draft : diff.not_compared()) lines += NotComparedLine(draft) + "\n";
    out << "\n**" << count << "**\n" << Fenced(lines);
  }
}

}  // namespace redline::service
