// Scalar: one text of a list file as it is written, in quotes or without.
//
//   auto scalar = ScanScalar(source.text(), offset, /*in_brackets=*/false);
//   if (!scalar) errors.Add(source.Locate(scalar.error().offset), scalar.error().message);
//
// A text stands on one line. Without quotes it ends before " #", before a colon and a blank, and
// inside of [ ] and { } also before , [ ] { } and ?.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/result.h"

namespace redline::rules {

struct Scalar {
  // Longer text is no phrase and no sentence; it is a quote that was never closed.
  static constexpr std::size_t kMaxBytes = 4 << 10;

  std::size_t begin = 0;  // of the quote, when there is one
  std::size_t end = 0;
  bool quoted = false;
  std::string value;
};

struct ScalarError {
  std::size_t offset = 0;
  std::string message;
};

// Reads the text that begins at `begin`, which is no blank and no line end.
Result<Scalar, ScalarError> ScanScalar(std::string_view text, std::size_t begin, bool in_brackets);

// Whether a blank, a line end or the end of the text stands at `offset`.
bool IsBlankOrEnd(std::string_view text, std::size_t offset);

// Whether the invisible character or foreign blank at `offset` must not stand outside of quotes.
// The joiners and selectors inside of an emoji may.
bool IsHidden(std::string_view text, std::size_t offset);
std::string ExplainHidden(std::string_view text, std::size_t offset);

// `text` as it must be written when it needs quotes; long text is shortened for a message.
std::string InQuotes(std::string_view text);

// The same without quotes.
std::string Shortened(std::string_view text);

}  // namespace redline::rules
