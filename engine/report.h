// Report: what a review found in one draft, and the verdict that follows.
//
// A Report exists only when the whole draft was decoded, folded, scanned and resolved. A
// default-made one has no verdict (kUnspecified), which is never a pass.
//
// Order:    violations by passage, begin, longest first, rule id; not_applied by rule id.
// Lifetime: `rule` pointers stay valid as long as `ruleset` does, which the report itself holds.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule.h"
#include "engine/ruleset.h"
#include "engine/span.h"

namespace redline {

enum class Verdict { kUnspecified, kPass, kReview, kBlock };

// What stood between the words as written and the words as read. A text that carries one of these
// inside a banned word is more likely to be evasive than careless.
enum class Disguise {
  kWidth,           // ＲＩＳＫ, ﾘｽｸ
  kLetterForm,      // 𝐫𝐢𝐬𝐤, ⓡⓘⓢⓚ, ʳⁱˢᵏ, ⽆ (radical)
  kTraditional,     // 保證 for 保证
  kInvisible,       // zero-width characters, soft hyphens, direction marks
  kCombiningMark,   // r̶i̶s̶k̶, güáránteed
  kSeparator,       // 保*本, z.e.r.o
  kLookalike,       // Cyrillic а in guаranteed
  kReading,         // 保(bǎo)本
  kNumeral,         // 第①, 第1 for 第一
  kMarkup,          // 保<b>本</b>, 保&#26412;
  kHidden,          // text that a reader does not see, inside the words or all of them
  kHanVariant,      // 収 for 收, 囯 for 国
  kLeet,            // l00% for 100%, ri5k, ○风险
  kStretched,       // freeeee, 稳稳稳赚
  kReversed,        // turned by a direction override
  kPinyin,          // bǎo běn, 零feng险
  kHomophone,       // 零疯险
  kInitials,        // wzbp for 稳赚不赔
  kSplitCharacter,  // 亻呆 for 保
  kAlias,           // another spelling that the rule names
};
std::string_view Name(Disguise disguise);  // "width", "letter_form" …

struct Violation {
  const Rule* rule = nullptr;
  Severity severity = Severity::kUnspecified;  // the rule's, unless a context lowered it
  Span span;
  std::vector<Span> related;        // the rest of a phrase that runs on into later passages
  std::string quote;                // the passage's text of `span`, as UTF-8
  std::string folded_quote;         // how it was read; for a phrase in its author's spelling
  std::vector<Disguise> disguises;  // in order of the enum, each once
  std::string wording;              // the phrase or pattern that matched, as written in the list
  std::string
      context;  // what lowered the severity: a context's id, "joined" or "alias"; else empty
};

// A match that is no violation, and why.
struct Dismissal {
  enum class Reason { kException, kContext };
  const Rule* rule = nullptr;
  Span span;
  std::string quote;
  Reason reason = Reason::kException;
  std::string by;  // the exception as written, or the context's id
};

// A rule that was not applied to this draft, and why.
struct NotApplied {
  enum class Reason {
    kChannel,
    kProduct,
    kAudience,
    kLocale,
    kPassage,
    kNotYetEffective,
    kExpired
  };
  const Rule* rule = nullptr;
  Reason reason = Reason::kChannel;
};

struct Report {
  Verdict verdict = Verdict::kUnspecified;
  std::string draft_id;
  std::vector<Violation> violations;
  std::vector<Dismissal> dismissals;
  std::vector<NotApplied> not_applied;
  std::shared_ptr<const Ruleset> ruleset;
  Date as_of{};
  std::string engine_version;
  std::string content_digest;  // "sha256:…" over format, charset and bytes of every passage
};

}  // namespace redline
