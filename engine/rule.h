// Rule: one entry of the negative list, as written. Ruleset (ruleset.h) is its compiled form.
//
//   Rule rule;
//   rule.id = "cn.core.sure-win";
//   rule.severity = Severity::kBlock;
//   rule.phrases = {{.text = "稳赚不赔"}};
//   rule.exceptions = {{.text = "没有稳赚不赔"}};
//
// Phrases are literal; case, width, traditional script, invisible characters and separators do not
// matter (text/fold.h). Patterns are regular expressions over folded text (expression.h).
// Threads: plain values.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/decimal.h"
#include "engine/disguise.h"
#include "engine/measure.h"

namespace redline {

using Date = std::chrono::year_month_day;

enum class Severity { kUnspecified, kAdvise, kReview, kBlock };

// Where a rule is in its life.
enum class Status {
  kActive,   // counts
  kDraft,    // written and not yet used: applied to its own samples only
  kShadow,   // on trial: what it finds is reported apart and changes no verdict
  kRetired,  // over: never applied, kept because reports and waivers name its id
};

// The same sentence in the languages that reports are read in. Either may be empty.
struct Localized {
  std::string zh;
  std::string en;
};

// Where something was written, for error messages. Line and column are 1-based; 0 is unknown.
struct Origin {
  std::string file;
  int line = 0;
  int column = 0;  // in characters (code points)
};

// A wrong rule. Rendered as `file:line:column: rule id: message`.
struct RuleError {
  Origin origin;
  std::string rule_id;  // empty when the error is outside of any rule
  std::string message;  // what and what to do, lower case, no full stop
};
std::string Describe(const RuleError& error);

// A banned (or excusing) wording and where it stands.
struct Wording {
  std::string text;
  Origin origin;
  std::string layer = {};  // of an exception: the profile that added it; else empty
};

// How far a basis was verified by whoever wrote the rule.
enum class Checked {
  kUnverified,  // from memory: a person must look it up
  kSecondary,   // read in a summary, article or news report
  kQuoted,      // read as a verbatim quotation that names the official source
  kText,        // read in the text of the law itself
};

// The law that a rule stands on.
struct Basis {
  std::string law;        // 中华人民共和国广告法
  std::string document;   // 主席令第二十二号; may be empty
  std::string article;    // 第二十五条第（一）项
  std::string issuer;     // 全国人大常委会
  std::string effective;  // as the source states it: "2015-09-01"
  Checked checked = Checked::kUnverified;
};

// What a rule is limited to. An empty list means any; so does a draft that does not state the part.
struct Scope {
  std::vector<std::string> channels;
  std::vector<std::string> products;
  std::vector<std::string> audiences;
  std::vector<std::string> locales;   // "zh" also covers "zh-CN"
  std::vector<std::string> passages;  // names of passages
};

// What a match means when it stands in a context (below).
enum class InContext { kViolation, kReview, kNoViolation };

struct ContextUse {
  std::string context;  // Context::id
  InContext then = InContext::kNoViolation;
  Origin origin;
  std::string layer = {};  // the profile that says so; empty: the rule's own list
};

// Spellings of a rule's phrases that no fold can know: docs/decisions/0019. What is made from the
// phrases asks for a person: a match is never more than a review.
struct Aliases {
  bool pinyin = false;           // bǎo běn, baoben, 零feng险
  bool homophones = false;       // 零疯险 for 零风险
  bool initials = false;         // wzbp for 稳赚不赔
  bool split = false;            // 亻呆本 for 保本
  std::vector<Wording> written;  // 加V信, 稳💰不赔: as good as a phrase
};

// Where a match may begin and end. Latin words and numbers are never cut; kWord does not cut
// Chinese words either (text/word_break.h).
enum class Boundary { kToken, kWord };

// Where a rule sees through more, or through less, than others do. By default leet is seen through
// from kMinLeetLetters letters and digits on, everything else always.
struct Folds {
  std::vector<Disguise> with;     // seen through in any case
  std::vector<Disguise> without;  // a match that takes one of these is none
};
inline constexpr std::size_t kMinLeetLetters = 6;

// Words that are a violation when they stand close together: one of each group, in one sentence,
// and from each to the next at most `within` characters (nothing: however far).
//
//   {.words = {{本金}, {无忧, 安全}}, .within = 4}    "本金绝对安全"
struct Near {
  std::vector<std::vector<Wording>> words;  // two groups to kMaxNearGroups
  std::optional<std::uint32_t> within;      // in characters of folded text
  bool in_order = false;                    // the groups must stand in the order given
  Wording shown;                            // for reports: "本金 … 无忧"
};
inline constexpr std::size_t kMaxNearGroups = 5;

// A number that is a violation when it belongs to a word and lies within the bounds: one of the
// words stands in its sentence, at most `within` characters away (nothing: however far).
//
//   {.words = {{年化}}, .within = 8, .measure = kPercentage, .least = {5, not included}}
//   "年化收益可达6%"
//
// Of a range (3%-6%) one number within the bounds is enough. Without bounds any number of the
// measure is a violation.
struct NumberCondition {
  struct Bound {
    Decimal value;  // in the unit of the measure; Decimal::IsBound
    bool included = false;
  };
  std::vector<Wording> words;
  std::optional<std::uint32_t> within;  // in characters of folded text
  bool in_order = false;                // the word must stand before the number
  Measure measure = Measure::kPercentage;
  std::optional<Bound> least;
  std::optional<Bound> most;
  Wording shown;  // for reports: "年化 > 5 %"
};

// A statement that must stand in the draft, such as a risk notice. What its rule looks for
// (phrases, patterns, words near) asks for the statement; a rule that looks for nothing asks in
// every draft that it applies to. Only what a reader is shown counts as said.
struct Requirement {
  // Where the statement may stand: anywhere in the draft; in the same passage; or at most `within`
  // characters of folded text from what asks for it.
  enum class Where { kDraft, kPassage };
  Where where = Where::kDraft;
  std::optional<std::uint32_t> within;
  std::vector<Wording> one_of;           // accepted statements
  std::vector<Wording> one_of_patterns;  // the same as regular expressions
};

// What a profile, a layer above the rule's list, made of the rule.
//
//   {.layer = "city-branch", .what = "severity: block (was review)", .why = "人行分行 2026 年通知"}
struct LayerChange {
  std::string layer;  // the profile's name
  std::string what;   // in the words of the list language
  std::string why;    // as the profile gives it
  Origin origin;
};

struct Rule {
  std::string id;  // stable for ever: lower-case words joined by dots and hyphens
  Localized title;
  std::string category;
  Severity severity = Severity::kUnspecified;  // of a retired rule it may be left out
  Status status = Status::kActive;
  std::string owner;                 // who answers for the rule; may be empty
  std::vector<Wording> replaced_by;  // of a retired rule: the ids of rules that took its place
  Scope applies_to;
  std::optional<Date> from;   // first day in force
  std::optional<Date> until;  // last day in force
  std::vector<Wording> phrases;
  std::vector<Wording> patterns;
  std::vector<Near> near;
  std::vector<NumberCondition> numbers;
  std::optional<Requirement> requirement;
  Aliases aliases;                          // of the phrases
  std::vector<Wording> exceptions;          // literal: excuse a match that they cover
  std::vector<Wording> exception_patterns;  // the same as regular expressions
  std::vector<ContextUse> contexts;
  Boundary boundary = Boundary::kToken;
  Folds folds;
  Localized message;
  Localized suggestion;
  std::vector<Basis> basis;
  std::string pack;  // the pack that the rule was read from
  Origin origin;

  bool locked = false;               // no profile and no waiver may make it milder
  std::string layer;                 // the profile that set the severity; empty: none did
  std::string off_by;                // the profile that switched it off; empty: none did
  std::string off_why;               // and why
  std::vector<LayerChange> changes;  // all of them, lowest layer first
};

// Wording around a match that changes its meaning, shared by many rules: a negation ("不承诺"
// before "保本") or a warning ("谨防" before, "骗局" after).
//
// A match stands in the context when one of `before` ends at most `reach` characters before it, or
// one of `after` begins at most `reach` characters behind it, with no barrier between: no clause
// mark (，：) when `stops_at` is kClause, no sentence mark (。！？；) in either case. Wording
// covered by an exception ("不仅" covers "不") does not count.
struct Context {
  enum class Stop { kClause, kSentence };
  std::string id;
  Localized title;
  std::vector<Wording> before;
  std::vector<Wording> after;
  std::vector<Wording> exceptions;
  int reach = 0;  // in characters of folded text
  Stop stops_at = Stop::kClause;
  Origin origin;
};

}  // namespace redline
