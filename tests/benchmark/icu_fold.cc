#include "tests/benchmark/icu_fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <cstdlib>
#include <iostream>

namespace redline::benchmarks {
namespace {

void Require(UErrorCode status) {
  if (U_SUCCESS(status)) return;
  std::cerr << "ICU: " << u_errorName(status) << "\n";
  std::exit(1);
}

}  // namespace

struct IcuFold::Parts {
  const icu::Normalizer2* casefold = nullptr;
  std::unique_ptr<icu::Transliterator> simplify;
};

IcuFold::IcuFold()
    : parts_([] {
        UErrorCode status = U_ZERO_ERROR;
        auto parts = std::make_unique<Parts>();
        parts->casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
        Require(status);
        parts->simplify.reset(
            icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
        Require(status);
        return parts;
      }()) {}

IcuFold::~IcuFold() = default;

void IcuFold::Casefold(std::string_view text, std::string& folded) const {
  folded.clear();
  icu::StringByteSink<std::string> sink(&folded, static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  parts_->casefold->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink,
                                  nullptr, status);
  Require(status);
}

void IcuFold::Full(std::string_view text, std::string& folded) const {
  folded.clear();
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString wide = parts_->casefold->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status);
  Require(status);
  parts_->simplify->transliterate(wide);
  wide.toUTF8String(folded);
}

}  // namespace redline::benchmarks
