// Decoded: a draft with the texts that its encoded passages stand for, as writers cut and show it.
//
// Threads: pure.
#pragma once

#include "redline/v1/draft.pb.h"

namespace redline::service {

// What cannot be decoded has no report, hence stays as it is.
v1::Draft Decoded(v1::Draft draft);

}  // namespace redline::service
