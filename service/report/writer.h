// Writer: one format in which `redline check` tells what became of drafts.
//
//   std::unique_ptr<Writer> writer = MakeSarif(std::cout, Language::kByDraft);
//   writer->Add(reviewed);
//   writer->Finish();
//
// A draft that was not reviewed shows in every format as an error, never as a draft without
// violations. Every violation is written; none is left out. What rules on trial find, or a waiver
// lets pass, is none: formats that can only tell what must be mended leave it out.
//
// Errors:   those of the stream.
// Threads:  one.
#pragma once

#include "service/report/reviewed_draft.h"

namespace redline::service {

class Writer {
 public:
  Writer() = default;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  virtual ~Writer() = default;

  virtual void Add(const ReviewedDraft& reviewed) = 0;

  // Writes what has to stand at the end. Called once, last.
  virtual void Finish() = 0;
};

}  // namespace redline::service
