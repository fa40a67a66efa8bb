// Output: the results of `redline check` in the order of the drafts.
//
//   text   a picture of each draft, and a line that sums up when there were several
//   json   one redline.v1.Report; for several drafts one redline.v1.BatchReviewDraftsResponse
//   jsonl  one redline.v1.ReviewResult a line, written at once
//   others a writer of service/report each
//
// Errors:   ok() turns false when something could not be written; the review counts as not done.
// Threads:  one.
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "redline/v1/review_service.pb.h"
#include "service/report/reviewed_draft.h"
#include "service/report/sentences.h"
#include "service/report/text.h"
#include "service/report/writer.h"

namespace redline::service {

enum class OutputFormat {
  kText,
  kJson,
  kJsonLines,
  kSarif,
  kRdjsonLines,
  kGithub,
  kGitlab,
  kCheckstyle,
  kJunit,
  kHtml
};

struct OutputStyle {
  OutputFormat format = OutputFormat::kText;
  TextStyle text;
  bool several = false;                             // there may be more than one draft
  v1::Severity fail_on = v1::SEVERITY_UNSPECIFIED;  // unspecified: never
};

class Output {
 public:
  Output(std::ostream& out, const OutputStyle& style);

  void Add(ReviewedDraft reviewed);

  // Writes what has to stand at the end.
  void Finish(const v1::RulesetRef& ruleset);

  bool ok() const { return out_.good(); }

 private:
  void AddText(const ReviewedDraft& reviewed);

  std::ostream& out_;
  const OutputStyle style_;
  const std::unique_ptr<Writer> writer_;  // of the formats that are none of ours
  Tally tally_;
  v1::BatchReviewDraftsResponse batch_;  // json of several drafts
};

}  // namespace redline::service
