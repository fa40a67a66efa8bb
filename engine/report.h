// Report: what a review found in one draft, and the verdict that follows.
//
// A Report exists only when the whole draft was decoded, folded, scanned and resolved. A
// default-made one has no verdict (kUnspecified), which is never a pass.
//
// Order:    violations by passage, begin, longest first, rule id; shadowed and dismissals likewise;
//           notices by passage and begin; not_applied by rule id.
//           waived likewise; warnings by id of the waiver.
// Lifetime: `rule` pointers stay valid as long as `ruleset` does, and `waiver` pointers as long as
//           `waivers` does, both of which the report itself holds.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/disguise.h"
#include "engine/rule.h"
#include "engine/ruleset.h"
#include "engine/span.h"
#include "engine/waiver.h"

namespace redline {

enum class Verdict { kUnspecified, kPass, kReview, kBlock };

// The place that comes nearest to a statement that a draft should hold.
struct NearMiss {
  Span span;
  std::string quote;                 // the passage's bytes of `span`
  std::vector<std::string> lacking;  // the parts of the statement that are not there
};

struct Violation {
  const Rule* rule = nullptr;
  Severity severity = Severity::kUnspecified;  // the rule's, unless a context lowered it
  Span span;
  std::vector<Span> related;          // the rest of a phrase that runs on into later passages
  std::string quote;                  // the passage's text of `span`, as UTF-8
  std::string folded_quote;           // how it was read; for a phrase in its author's spelling
  std::vector<Disguise> disguises;    // in order of the enum, each once
  std::string wording;                // the phrase or pattern that matched, as written in the list
  std::vector<std::string> missing;   // the accepted statements, when one of them must stand
  std::optional<NearMiss> near_miss;  // and what comes nearest
  std::string
      context;  // what lowered the severity: a context's id, "joined" or "alias"; else empty
};

// Of two violations of one rule at one place, one stays: it takes the severity of the other when
// that is worse, so that nothing is judged more mildly for being told once.
void TakeWorse(const Violation& other, Violation& stays);

// A match that is no violation, and why.
struct Dismissal {
  enum class Reason { kException, kContext };
  const Rule* rule = nullptr;
  Span span;
  std::string quote;
  Reason reason = Reason::kException;
  std::string by;     // the exception as written, or the context's id
  std::string layer;  // the profile that added it; empty: the rule's own list
};

// Something in a passage that its editor should know of although no rule speaks of it. It is no
// violation and changes no verdict.
struct Notice {
  enum class Kind {
    kInvisible,          // characters that nobody sees inside a word
    kDirectionOverride,  // text is shown in another order than it is written
  };
  Kind kind = Kind::kInvisible;
  Span span;
  std::string characters;  // "U+200B U+200D"
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
    kExpired,
    kDraft,    // the rule is one
    kRetired,  // the rule is
    kSwitchedOff,  // by a profile: Rule::off_by and Rule::off_why tell which and why
  };
  const Rule* rule = nullptr;
  Reason reason = Reason::kChannel;
};

// A violation that a person lets pass; the verdict does not count it.
struct Waived {
  Violation violation;
  const Waiver* waiver = nullptr;
};

// A waiver that someone should see to.
struct WaiverWarning {
  enum class Kind {
    kEndsSoon,  // it was used, and its last day is near (waive.h)
    kOver,      // it would have been used, and its last day is past
  };
  Kind kind = Kind::kEndsSoon;
  const Waiver* waiver = nullptr;
};

struct Report {
  Verdict verdict = Verdict::kUnspecified;
  std::string draft_id;
  std::vector<Violation> violations;
  std::vector<Violation> shadowed;  // what rules in shadow find; the verdict does not count it
  std::vector<Waived> waived;
  std::vector<WaiverWarning> waiver_warnings;
  std::vector<Dismissal> dismissals;
  std::vector<Notice> notices;
  std::vector<NotApplied> not_applied;
  std::shared_ptr<const Ruleset> ruleset;
  std::shared_ptr<const Waivers> waivers;  // null when none were given
  Date as_of{};
  std::string engine_version;
  std::string content_digest;  // "sha256:…" over format, charset and bytes of every passage
};

}  // namespace redline
