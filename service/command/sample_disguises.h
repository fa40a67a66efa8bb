// Sample disguises: the words that were flagged in a sample, written as those write them who do not
// want to be found.
//
//   DisguiseQuote("这款稳赚不赔", {6, 18})  ->  separator "这款稳*赚*不*赔", invisible …
//
// A small set of our own, for authors of rules; that Redline sees through far more is proved for
// every shipped phrase by tests/metamorphic.
//
// Units:    bytes of UTF-8.
// Threads:  pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/disguise.h"
#include "engine/span.h"

namespace redline::service {

struct DisguisedSample {
  Disguise disguise = Disguise::kSeparator;
  std::string text;
};

// kWidth writes ASCII in its full-width forms, kInvisible puts U+200B between all characters,
// kSeparator a star between two that are Chinese (between Latin letters patterns, unlike phrases,
// see it as the edge of a word). What would change nothing is left out. REQUIRES: `quote` is on
// code points of `sample`.
std::vector<DisguisedSample> DisguiseQuote(std::string_view sample, Range quote);

}  // namespace redline::service
