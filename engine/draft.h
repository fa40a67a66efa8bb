// Draft: copy that is not yet published, made of named passages.
//
//   Draft draft{.id = "post-42", .passages = {{"title", Format::kPlain, "稳赚不赔！"}},
//               .channel = "wechat"};
//
// Units:    bytes: of UTF-8, but of a passage's text in the charset that it declares.
// Bounds:   the constants below; a draft above one of them is refused, never cut. Those of texts
//           hold twice: for the bytes as sent and for the text in UTF-8.
// Scope:    an empty channel, product, audience or locale means "not stated", which counts as any.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace redline {

// One passage: 1 MiB holds any page of copy (the longest text of the development corpora is below
// 10 KB) and keeps the worst review well under a second.
inline constexpr std::size_t kMaxPassageBytes = 1 << 20;
// All passages of a draft together. Below 2^31, so that positions fit 32 bits.
inline constexpr std::size_t kMaxDraftBytes = 4 << 20;
inline constexpr std::size_t kMaxPassages = 256;
// Of a name: a draft's id, channel, product, audience, locale, a passage's name, a label or its
// value.
inline constexpr std::size_t kMaxNameBytes = 256;
inline constexpr std::size_t kMaxLabels = 64;
// Of one draft. More than this many is answered with an error, never with a shortened report.
inline constexpr std::size_t kMaxViolations = 10'000;

// How the text of a passage is to be read. kUnspecified is never valid: a passage says what it is.
enum class Format { kUnspecified, kPlain, kHtml, kMarkdown };

struct Passage {
  std::string name;  // "title", "body", "button"; shown in reports, may be empty
  Format format = Format::kUnspecified;
  std::string text;  // as sent
  // That `text` is in; empty is UTF-8. "gbk", "gb2312", "gb18030", "big5", "big5-hkscs", "utf-16",
  // "utf-16le", "utf-16be" and some other names of these (docs/api.md). What markup says about its
  // own charset is not looked at.
  std::string charset = {};
};

struct Draft {
  std::string id;
  std::vector<Passage> passages;
  std::string channel;                        // "wechat", "sms", "livestream" …
  std::string product;                        // "wealth", "fund", "loan" …
  std::string audience;                       // "retail", "professional", "minors" …
  std::string locale;                         // BCP 47: "zh-CN", "en-US"
  std::map<std::string, std::string> labels;  // the caller's own marks; never read by a rule
};

// Why a draft cannot be reviewed, or why its review did not finish. There is no verdict then.
struct ReviewError {
  enum class Kind {
    kInvalidDraft,    // the caller must change the draft; `field` names the part
    kTooLarge,        // over a bound of this header
    kTooManyMatches,  // over kMaxViolations, or over the scanner's own bound
    kCancelled,       // ReviewOptions::cancelled said so
    kScanFailed,      // the scanner did not finish: not the draft's fault
  };
  Kind kind = Kind::kScanFailed;
  std::string field;                  // "passages[1].text"; empty when no part is to blame
  std::string message;                // what is wrong and what to do, lower case, no full stop
  std::optional<std::size_t> offset;  // byte of the field as sent, when one is to blame
};

}  // namespace redline
