#include "service/report/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "service/report/paint.h"
#include "service/report/picture.h"
#include "service/report/screen.h"

namespace redline::service {
namespace {

constexpr std::size_t kDigestDigits = 12;  // of the ruleset's digest; enough to tell lists apart
constexpr int kLawsShown = 2;              // of one rule
constexpr std::size_t kQuotesShown = 8;    // of one rule; the picture marks all of them

std::string Blanks(int count) {
  return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

std::string Quoted(Language language, std::string_view text) {
  return std::string(Say(language, "「", "“")) + std::string(text) +
         std::string(Say(language, "」", "”"));
}

// Violations of one rule with one severity, explained together. Numbers count from 1.
struct Finding {
  std::vector<int> numbers;
  std::vector<const v1::Violation*> violations;
};

std::vector<Finding> ByRule(const v1::Report& report) {
  std::vector<Finding> findings;
  std::map<std::pair<std::string, int>, std::size_t> known;
  for (int i = 0; i < report.violations_size(); ++i) {
    const v1::Violation& violation = report.violations(i);
    const auto [entry, fresh] =
        known.try_emplace({violation.rule_id(), violation.severity()}, findings.size());
    if (fresh) findings.emplace_back();
    findings[entry->second].numbers.push_back(i + 1);
    findings[entry->second].violations.push_back(&violation);
  }
  return findings;
}

const std::string& TextOf(const v1::Passage& passage) {
  return passage.has_encoded() ? passage.encoded().data() : passage.text();
}

class Page {
 public:
  Page(std::ostream& out, const v1::Draft& draft, const v1::Report& report, const TextStyle& style)
      : out_(out),
        draft_(draft),
        report_(report),
        columns_(style.columns),
        language_(style.language == Language::kByDraft ? LanguageOf(draft) : style.language),
        paint_{style.colour} {}

  void Write() {
    Heading();
    for (int i = 0; i < draft_.passages_size(); ++i) Passage(i);
    for (const Finding& finding : ByRule(report_)) Explain(finding);
    Ending();
  }

 private:
  std::string_view Say(std::string_view zh, std::string_view en) const {
    return service::Say(language_, zh, en);
  }

  void Heading() {
    const std::string name = draft_.id().empty() ? std::string(Say("草稿", "draft")) : draft_.id();
    const std::string shown = Shorten(name, columns_ - 6);
    std::string line;
    for (int used = Columns(shown) + 4; used < columns_; ++used) line += "─";
    out_ << paint_.Faint("──") << " " << paint_.Strong(shown) << " " << paint_.Faint(line) << "\n";
    std::string stated;
    for (const std::string& part :
         {draft_.channel(), draft_.product(), draft_.audience(), draft_.locale()}) {
      if (part.empty()) continue;
      if (!stated.empty()) stated += " · ";
      stated += Visible(part);
    }
    if (!stated.empty()) out_ << "   " << paint_.Faint(Shorten(stated, columns_ - 3)) << "\n";
  }

  void Passage(int index) {
    const v1::Passage& passage = draft_.passages(index);
    const bool named = draft_.passages_size() > 1 || !passage.name().empty();
    if (named) {
      std::string name = passage.name();
      if (name.empty()) name = std::string(Say("段落 ", "passage ")) + std::to_string(index + 1);
      out_ << "\n  " << paint_.Strong("[" + Shorten(name, columns_ - 4) + "]") << "\n";
    }
    std::vector<Mark> marks;
    const auto mark = [&](const v1::Span& span, int number, v1::Severity severity) {
      if (span.passage_index() != static_cast<unsigned>(index)) return;
      marks.push_back({.begin = span.utf8().begin(),
                       .end = span.utf8().end(),
                       .number = number,
                       .severity = severity});
    };
    for (int i = 0; i < report_.violations_size(); ++i) {
      const v1::Violation& violation = report_.violations(i);
      mark(violation.span(), i + 1, violation.severity());
      for (const v1::Span& span : violation.related()) mark(span, i + 1, violation.severity());
    }
    std::ranges::stable_sort(marks, {}, &Mark::begin);
    for (const std::string& row : DrawPassage(TextOf(passage), marks, paint_, columns_)) {
      out_ << row << "\n";
    }
  }

  // "1, 3   block   Promise of guaranteed principal            cn.core.guaranteed-principal"
  void Explain(const Finding& finding) {
    const v1::Violation& violation = *finding.violations.front();
    std::string numbers;
    for (const int number : finding.numbers) {
      if (!numbers.empty()) numbers += ", ";
      numbers += std::to_string(number);
    }
    if (Columns(numbers) > columns_ / 3) {
      numbers =
          std::to_string(finding.numbers.front()) + " … " + std::to_string(finding.numbers.back());
    }
    const std::string severity(Word(language_, violation.severity()));
    const std::string id = Visible(violation.rule_id());
    const std::string& stated_title = In(language_, violation.title());
    const int before = 2 + Columns(numbers) + 2 + Columns(severity) + 2;
    const int room = columns_ - before - 2 - Columns(id);
    const bool together = room >= std::min(Columns(stated_title), 24);
    const std::string title = Shorten(stated_title, together ? room : columns_ - before);
    out_ << "\n  " << paint_.Severity(violation.severity(), numbers + "  " + severity) << "  "
         << paint_.Strong(title);
    if (together) {
      out_ << Blanks(2 + room - Columns(title)) << paint_.Faint(id) << "\n";
    } else {
      out_ << "\n" << Blanks(columns_ - Columns(id)) << paint_.Faint(id) << "\n";
    }
    Quotes(finding);
    Entry(Say("原因", "why"), In(language_, violation.message()));
    Entry(Say("语境", "context"), Context(violation.context()));
    Laws(violation);
    Entry(Say("改写", "instead"), In(language_, violation.suggestion()));
  }

  // The first laws of the list; the reports in JSON name all.
  void Laws(const v1::Violation& violation) {
    for (int i = 0; i < violation.basis_size(); ++i) {
      std::string citation = Citation(violation.basis(i));
      const int more = violation.basis_size() - i - 1;
      if (i + 1 == kLawsShown && more > 0) {
        citation += std::string(Say("，另有 ", ", and ")) + std::to_string(more) +
                    std::string(Say(" 项依据", " more"));
      }
      Entry(Say("依据", "law"), citation);
      if (i + 1 == kLawsShown) break;
    }
  }

  // The words as written, each once, with how often they stand there.
  void Quotes(const Finding& finding) {
    std::vector<std::pair<std::string, int>> quotes;
    for (const v1::Violation* violation : finding.violations) {
      const std::string quote = Quote(*violation);
      const auto known = std::ranges::find(quotes, quote, &std::pair<std::string, int>::first);
      if (known == quotes.end()) {
        quotes.emplace_back(quote, 1);
      } else {
        ++known->second;
      }
    }
    std::string text;
    for (std::size_t i = 0; i < std::min(quotes.size(), kQuotesShown); ++i) {
      if (i > 0) text += Say("；", "; ");
      text += quotes[i].first;
      if (quotes[i].second > 1) text += " ×" + std::to_string(quotes[i].second);
    }
    if (quotes.size() > kQuotesShown) {
      text += std::string(Say("；另有 ", "; and ")) + std::to_string(quotes.size() - kQuotesShown) +
              std::string(Say(" 种", " more"));
    }
    Entry(Say("原文", "words"), text);
  }

  std::string Quote(const v1::Violation& violation) const {
    std::string text = Quoted(language_, Shorten(violation.quote(), columns_ / 2));
    if (violation.disguises().empty()) return text;
    std::string disguises;
    for (const int disguise : violation.disguises()) {
      if (!disguises.empty()) disguises += Say("、", ", ");
      disguises += Word(language_, static_cast<v1::Disguise>(disguise));
    }
    const bool alike = violation.quote() == violation.folded_quote();
    const std::string read =
        alike ? "" : Quoted(language_, Shorten(violation.folded_quote(), columns_ / 2));
    if (language_ == Language::kEnglish) {
      return text + (alike ? "" : " read as " + read) + " (" + disguises + ")";
    }
    return text + (alike ? "" : "读作" + read) + "（" + disguises + "）";
  }

  // Why the severity is lower than the rule's.
  std::string Context(const std::string& id) const {
    if (id.empty()) return "";
    if (id == "joined") {
      return std::string(Say("跨段落连读而成，须人工判断",
                             "read over the end of a passage: a person must decide"));
    }
    return std::string(
               Say("处于此语境，须人工判断：", "stands in a context that a person must judge: ")) +
           id;
  }

  std::string Citation(const v1::Basis& basis) const {
    std::string text = basis.law();
    const bool named = text.starts_with("《") || language_ == Language::kEnglish;
    if (!named && !text.empty()) text = "《" + text + "》";
    if (!basis.article().empty()) text += std::string(Say("", ", ")) + basis.article();
    if (!basis.document().empty()) {
      text += std::string(Say("（", " (")) + basis.document() + std::string(Say("）", ")"));
    }
    const std::string_view doubt = Word(language_, basis.checked());
    if (!doubt.empty()) {
      text += std::string(Say("〔", " [")) + std::string(doubt) + std::string(Say("〕", "]"));
    }
    return text;
  }

  // A label and a text that hangs beside it.
  void Entry(std::string_view label, std::string_view text) {
    if (text.empty()) return;
    const int indent = 4;
    const int beside = indent + (language_ == Language::kEnglish ? 9 : 6);
    std::string lead =
        Blanks(indent) + paint_.Faint(label) + Blanks(beside - indent - Columns(label));
    for (const std::string& line : Wrap(text, columns_ - beside)) {
      out_ << lead << line << "\n";
      lead = Blanks(beside);
    }
  }

  void Ending() {
    out_ << "\n  " << paint_.Verdict(report_.verdict(), VerdictInWords()) << "\n";
    Note(Excused());
    Note(LeftOut());
    const v1::RulesetRef& ruleset = report_.ruleset();
    std::string digest = ruleset.digest();
    if (digest.starts_with("sha256:")) digest = digest.substr(7);
    digest = digest.substr(0, kDigestDigits);
    Note(std::string(Say("规则集 ", "ruleset ")) + ruleset.name() + " " + ruleset.version() + " (" +
         digest + ")" + std::string(Say("，", ", ")) + std::to_string(ruleset.rules()) +
         std::string(Say(" 条规则，按 ", " rules, as of ")) + report_.as_of() +
         std::string(Say(" 有效的规定", "")));
  }

  void Note(const std::string& text) {
    if (text.empty()) return;
    for (const std::string& line : Wrap(text, columns_ - 2)) {
      out_ << "  " << paint_.Faint(line) << "\n";
    }
  }

  std::string Counts() const {
    std::string text;
    for (const v1::Severity severity :
         {v1::SEVERITY_BLOCK, v1::SEVERITY_REVIEW, v1::SEVERITY_ADVISE}) {
      const auto count = std::ranges::count_if(
          report_.violations(),
          [&](const v1::Violation& violation) { return violation.severity() == severity; });
      if (count == 0) continue;
      if (!text.empty()) text += Say("，", ", ");
      const std::string word(Word(language_, severity));
      text += language_ == Language::kEnglish ? std::to_string(count) + " " + word
                                              : word + " " + std::to_string(count) + " 处";
    }
    return text;
  }

  std::string VerdictInWords() const {
    const std::string counts = Counts();
    const std::string detail =
        counts.empty() ? "" : std::string(Say("（", " (")) + counts + std::string(Say("）", ")"));
    switch (report_.verdict()) {
      case v1::VERDICT_PASS:
        return std::string(counts.empty() ? Say("✓ 通过：未发现违反本规则集的用语",
                                                "✓ PASS: no rule of this list is broken")
                                          : Say("✓ 通过：仅有提示", "✓ PASS: hints only")) +
               detail;
      case v1::VERDICT_REVIEW:
        return std::string(Say("! 待审：须经人工审核后方可发布",
                               "! REVIEW: a person must decide before it is published")) +
               detail;
      case v1::VERDICT_BLOCK:
        return std::string(Say("✗ 禁止发布：须先修改", "✗ BLOCK: must not be published")) + detail;
      default:
        return std::string(Say("✗ 未审核：不得发布", "✗ NOT REVIEWED: must not be published"));
    }
  }

  // Matches that are no violation.
  std::string Excused() const {
    const int count = report_.dismissals_size();
    if (count == 0) return "";
    std::set<std::string_view> known;
    std::string quotes;
    for (const v1::Dismissal& dismissal : report_.dismissals()) {
      if (!known.insert(dismissal.quote()).second) continue;
      if (known.size() > 3) {
        quotes += " …";
        break;
      }
      if (known.size() > 1) quotes += Say("、", ", ");
      quotes += Quoted(language_, Shorten(dismissal.quote(), 20));
    }
    if (language_ == Language::kEnglish) {
      return std::to_string(count) + (count == 1 ? " match" : " matches") +
             " excused by an exception or a context: " + quotes;
    }
    return std::to_string(count) + " 处命中因例外或语境不算违规：" + quotes;
  }

  // Rules that were not applied.
  std::string LeftOut() const {
    if (report_.not_applied().empty()) return "";
    std::map<v1::NotAppliedReason, int> counts;
    for (const v1::NotApplied& rule : report_.not_applied()) ++counts[rule.reason()];
    std::string text = std::to_string(report_.not_applied_size()) +
                       std::string(Say(" 条规则不适用：", report_.not_applied_size() == 1
                                                              ? " rule not applied: "
                                                              : " rules not applied: "));
    bool first = true;
    for (const auto& [reason, count] : counts) {
      if (!std::exchange(first, false)) text += Say("，", ", ");
      text += std::string(Word(language_, reason)) + " " + std::to_string(count);
    }
    return text;
  }

  std::ostream& out_;
  const v1::Draft& draft_;
  const v1::Report& report_;
  const int columns_;
  const Language language_;
  const Paint paint_;
};

}  // namespace

void WriteText(std::ostream& out, const v1::Draft& draft, const v1::Report& report,
               const TextStyle& style) {
  Page(out, draft, report, style).Write();
}

}  // namespace redline::service
