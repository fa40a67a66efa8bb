// Output: the results of `redline check` in the order of the drafts, as text, JSON or JSON Lines.
//
//   text   a picture of each draft, and a line that sums up when there were several
//   json   one redline.v1.Report; for several drafts one redline.v1.BatchReviewDraftsResponse
//   jsonl  one redline.v1.ReviewResult a line, written at once
//
// Errors:   ok() turns false when something could not be written; the review counts as not done.
// Threads:  one.
#pragma once

#include <ostream>
#include <string>

#include "redline/v1/draft.pb.h"
#include "redline/v1/review_service.pb.h"
#include "service/report/text.h"

namespace redline::service {

enum class OutputFormat { kText, kJson, kJsonLines };

class Output {
 public:
  // `several`: there may be more than one draft.
  Output(std::ostream& out, OutputFormat format, const TextStyle& style, bool several);

  // `label` names a draft that has no id.
  void Add(const v1::Draft& draft, const std::string& label, v1::ReviewResult result);

  // Writes what has to stand at the end.
  void Finish(const v1::RulesetRef& ruleset);

  bool ok() const { return out_.good(); }

 private:
  void AddText(const v1::Draft& draft, const std::string& label, const v1::Report& report);

  std::ostream& out_;
  const OutputFormat format_;
  const TextStyle style_;
  const bool several_;
  int drafts_ = 0;
  int verdicts_[v1::Verdict_ARRAYSIZE] = {};  // VERDICT_UNSPECIFIED counts what was not reviewed
  v1::BatchReviewDraftsResponse batch_;       // json of several drafts
};

}  // namespace redline::service
