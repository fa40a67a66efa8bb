// Wire: the only place where engine types and protobuf types meet.
//
// Errors:   a message that is no draft (unspecified format, no content, no charset) becomes a
//           ReviewError that names the field as the caller wrote it: "draft.passages[1].format".
// Threads:  pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/draft.h"
#include "engine/explanation.h"
#include "engine/report.h"
#include "engine/result.h"
#include "engine/ruleset.h"
#include "google/rpc/status.pb.h"
#include "redline/v1/diff.pb.h"
#include "redline/v1/draft.pb.h"
#include "redline/v1/explanation.pb.h"
#include "redline/v1/report.pb.h"
#include "service/diff/list_change.h"

namespace redline::service {

// The domain of every ErrorInfo.
inline constexpr std::string_view kErrorDomain = "redline.dev";

// `field` is how the caller names the message: "draft", "drafts[3]".
Result<Draft, ReviewError> DraftFromWire(const v1::Draft& message, std::string_view field);

// Reads YYYY-MM-DD. An empty text is `today`.
Result<Date, ReviewError> AsOfFromWire(std::string_view text, Date today);

// `draft` is the one that `report` judged; it gives the names of the passages.
v1::Report ReportToWire(const Report& report, const Draft& draft);

v1::Explanation ExplanationToWire(const Explanation& explanation, const Draft& draft);

// Two lists and the rules that differ between them; nothing is counted yet.
v1::ListDiff DiffToWire(const Ruleset& from, const Ruleset& to,
                        const std::vector<RuleChange>& changes, Date as_of);

v1::RulesetRef RulesetToWire(const Ruleset& ruleset);

// An error of the engine about `message`, its field named as in the message: what the engine calls
// "passages[1].text" is "passages[1].encoded.data" when the passage was sent so.
ReviewError InWireTerms(ReviewError error, const v1::Draft& message);

// A status with an ErrorInfo (domain "redline.dev", reason such as "INVALID_DRAFT") and, when a
// field is to blame, a BadRequest. The code is never OK. `field` is what DraftFromWire was given:
// engine errors name "passages[1].text", callers see "draft.passages[1].text".
google::rpc::Status ErrorToWire(const ReviewError& error, std::string_view field);

}  // namespace redline::service
