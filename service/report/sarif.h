// Sarif: a SARIF log with one run for all drafts, as code scanning reads it.
//
// Specification: OASIS SARIF 2.1.0 with errata 01. Columns and character offsets are UTF-16 code
// units (columnKind), without the byte order mark; byteOffset counts the bytes of the file. Levels:
// block is error, review is warning, advise is note. Better wording is told in the message: it is
// advice to a writer, not a text that could replace another, hence there are no `fixes`.
//
// A draft that was not reviewed makes executionSuccessful false and is a notification of the run.
#pragma once

#include <memory>
#include <ostream>

#include "service/report/words.h"
#include "service/report/writer.h"

namespace redline::service {

std::unique_ptr<Writer> MakeSarif(std::ostream& out, Language language);

}  // namespace redline::service
