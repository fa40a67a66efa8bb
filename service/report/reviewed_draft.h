// ReviewedDraft: a draft, where it was read, and what became of it: all that a writer is given.
//
// Threads: a plain value.
#pragma once

#include <cstddef>
#include <string>

#include "redline/v1/draft.pb.h"
#include "redline/v1/review_service.pb.h"

namespace redline::service {

struct ReviewedDraft {
  v1::Draft draft;          // empty when it could not be read
  v1::ReviewResult result;  // its report, or why there is none

  std::string label;     // "post.txt", "drafts.jsonl:7": names a draft that has no id
  std::string file;      // "post.txt", "drafts.jsonl"; "stdin"
  std::size_t line = 0;  // of a JSON Lines file, from 1; else 0

  // The file is the text: places in the one passage are places in the file. False for JSON.
  bool verbatim = false;

  // Violations that the baseline knows and the report no longer holds.
  std::size_t hidden = 0;

  const std::string& name() const { return draft.id().empty() ? label : draft.id(); }
};

}  // namespace redline::service
