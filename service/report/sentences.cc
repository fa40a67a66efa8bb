#include "service/report/sentences.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "service/report/screen.h"

namespace redline::service {
namespace {

constexpr int kStatementsShown = 3;

}  // namespace

std::string Quoted(Language language, std::string_view text) {
  return std::string(Say(language, "「", "“")) + std::string(text) +
         std::string(Say(language, "」", "”"));
}

std::string Quote(Language language, const v1::Violation& violation, int columns) {
  std::string text = Quoted(language, Shorten(violation.quote(), columns));
  if (violation.disguises().empty()) return text;
  std::string disguises;
  for (const int disguise : violation.disguises()) {
    if (!disguises.empty()) disguises += Say(language, "、", ", ");
    disguises += Word(language, static_cast<v1::Disguise>(disguise));
  }
  const bool alike = violation.quote() == violation.folded_quote();
  const std::string read =
      alike ? "" : Quoted(language, Shorten(violation.folded_quote(), columns));
  if (language == Language::kEnglish) {
    return text + (alike ? "" : " read as " + read) + " (" + disguises + ")";
  }
  return text + (alike ? "" : "读作" + read) + "（" + disguises + "）";
}

std::string Citation(Language language, const v1::Basis& basis) {
  std::string text = basis.law();
  const bool named = text.starts_with("《") || language == Language::kEnglish;
  if (!named && !text.empty()) text = "《" + text + "》";
  if (!basis.article().empty()) text += std::string(Say(language, "", ", ")) + basis.article();
  if (!basis.document().empty()) {
    text += std::string(Say(language, "（", " (")) + basis.document() +
            std::string(Say(language, "）", ")"));
  }
  const std::string_view doubt = Word(language, basis.checked());
  if (!doubt.empty()) {
    text += std::string(Say(language, "〔", " [")) + std::string(doubt) +
            std::string(Say(language, "〕", "]"));
  }
  return text;
}

std::string LoweredBy(Language language, const std::string& id) {
  if (id.empty()) return "";
  if (id == "joined") {
    return std::string(Say(language, "跨段落连读而成，须人工判断",
                           "read over the end of a passage: a person must decide"));
  }
  if (id == "alias") {
    return std::string(Say(language, "按读音、首字母或拆字读作此语，须人工判断",
                           "read by its sound, initials or parts: a person must decide"));
  }
  return std::string(Say(language, "处于此语境，须人工判断：",
                         "stands in a context that a person must judge: ")) +
         id;
}

std::string Told(Language language, const v1::Violation& violation) {
  constexpr int kQuoteColumns = 60;
  std::string text;
  const auto add = [&](std::string_view zh, std::string_view en, const std::string& what) {
    if (what.empty()) return;
    if (text.ends_with('.')) text += ' ';
    text += std::string(Say(language, zh, en)) + Visible(what);
    const bool ended = what.ends_with('.') || what.ends_with("。");
    if (!ended) text += Say(language, "。", ".");
  };
  // A statement that is missing from an empty draft has no words.
  if (!violation.quote().empty()) {
    text = Quote(language, violation, kQuoteColumns) + std::string(Say(language, "：", ": "));
  }
  add("", "", In(language, violation.title()));
  add("", "", In(language, violation.message()));
  add("缺少：", "Missing: ", Statements(language, violation));
  add("语境：", "Context: ", LoweredBy(language, violation.context()));
  add("", "", SetBy(language, violation));
  if (!violation.basis().empty()) {
    std::string law = Citation(language, violation.basis(0));
    if (const int more = violation.basis_size() - 1; more > 0) {
      law += std::string(Say(language, "，另有 ", ", and ")) + std::to_string(more) +
             std::string(Say(language, " 项依据", " more"));
    }
    add("依据：", "Law: ", law);
  }
  add("改写：", "Instead: ", In(language, violation.suggestion()));
  return text;
}

int Tally::drafts() const { return std::accumulate(std::begin(verdicts_), std::end(verdicts_), 0); }

std::string InWords(Language language, const Tally& tally) {
  const auto count = [&](v1::Verdict verdict) { return std::to_string(tally.of(verdict)); };
  const std::string drafts = std::to_string(tally.drafts());
  if (language == Language::kEnglish) {
    return drafts + (tally.drafts() == 1 ? " draft: " : " drafts: ") + count(v1::VERDICT_PASS) +
           " pass, " + count(v1::VERDICT_REVIEW) + " review, " + count(v1::VERDICT_BLOCK) +
           " block, " + count(v1::VERDICT_UNSPECIFIED) + " not reviewed";
  }
  return drafts + " 篇：通过 " + count(v1::VERDICT_PASS) + "，待审 " + count(v1::VERDICT_REVIEW) +
         "，禁止 " + count(v1::VERDICT_BLOCK) + "，未能审核 " + count(v1::VERDICT_UNSPECIFIED);
}

std::string Hidden(Language language, std::size_t count) {
  if (count == 0) return "";
  if (language == Language::kEnglish) {
    return std::to_string(count) + (count == 1 ? " violation" : " violations") +
           " of the baseline not shown; the verdict counts what is hidden too";
  }
  return "基线中已有的 " + std::to_string(count) + " 处违规未显示，但仍计入结论";
}

std::string NotReviewed(Language language, std::string_view reason) {
  return std::string(Say(language, "未审核，不得发布：", "not reviewed, must not be published: ")) +
         Visible(reason);
}

std::string Statements(Language language, const v1::Violation& violation) {
  std::string text;
  for (int i = 0; i < violation.missing_size(); ++i) {
    if (i == kStatementsShown) return text + std::string(Say(language, " 等", " or others"));
    if (i > 0) text += Say(language, "或", " or ");
    text += Quoted(language, violation.missing(i));
  }
  return text;
}

std::string Nearest(Language language, const v1::NearMiss& near_miss, int columns) {
  const v1::LineColumn& start = near_miss.span().start();
  std::string text = std::to_string(start.line()) + ":" + std::to_string(start.column()) + " " +
                     Quoted(language, Shorten(near_miss.quote(), columns));
  if (near_miss.lacking().empty()) return text;
  text += Say(language, "，缺", ", which lacks ");
  for (int i = 0; i < near_miss.lacking_size(); ++i) {
    if (i > 0) text += Say(language, "、", ", ");
    text += Quoted(language, near_miss.lacking(i));
  }
  return text;
}

std::string Became(Language language, const v1::Match& match) {
  std::string text(Word(language, match.fate()));
  if (match.by().empty()) return text;
  return text + std::string(Say(language, "：", ": ")) + Quoted(language, match.by());
}

std::string SetBy(Language language, const v1::Violation& violation) {
  if (violation.layer().empty() || violation.layer() == violation.pack()) return "";
  return std::string(Say(language, "级别由方案 ", "severity set by the profile ")) +
         violation.layer() + std::string(Say(language, " 设定", ""));
}

}  // namespace redline::service
