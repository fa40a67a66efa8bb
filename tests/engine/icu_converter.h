// ICU converter: makes and reads bytes of a character set one character at a time, and stops at
// what it cannot convert. A second opinion on engine/text/charset.h.
//
// Threads:  one IcuConverter for one thread.
#pragma once

#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <string>

namespace redline::tests {

class IcuConverter {
 public:
  explicit IcuConverter(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    converter_ = ucnv_open(name, &status);
    ucnv_setToUCallBack(converter_, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    ucnv_setFromUCallBack(converter_, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &status);
    EXPECT_TRUE(U_SUCCESS(status)) << name;
  }
  ~IcuConverter() { ucnv_close(converter_); }
  IcuConverter(const IcuConverter&) = delete;
  IcuConverter& operator=(const IcuConverter&) = delete;

  // The bytes of one character, or none when it has none that lead back to it.
  std::string Encode(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const auto character = static_cast<UChar32>(c);
    icu::UnicodeString text(character);
    char bytes[16];
    const int32_t length =
        ucnv_fromUChars(converter_, bytes, sizeof(bytes), text.getBuffer(), text.length(), &status);
    if (U_FAILURE(status) || length == 0) return "";
    const char* at = bytes;
    const std::string encoded(bytes, static_cast<std::size_t>(length));
    return Next(&at, bytes + length) == character && at == bytes + length ? encoded : "";
  }

  // The next character; negative when there is none at `*at`.
  UChar32 Next(const char** at, const char* end) {
    UErrorCode status = U_ZERO_ERROR;
    ucnv_reset(converter_);
    const UChar32 c = ucnv_getNextUChar(converter_, at, end, &status);
    return U_SUCCESS(status) ? c : -1;
  }

 private:
  UConverter* converter_ = nullptr;
};

}  // namespace redline::tests
