#include "engine/text/flag.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace redline::text {

bool IsFlag(std::string_view indicators) {
  const auto flag =
      icu::UnicodeString::fromUTF8({indicators.data(), static_cast<int32_t>(indicators.size())});
  return u_stringHasBinaryProperty(flag.getBuffer(), flag.length(),
                                   UCHAR_RGI_EMOJI_FLAG_SEQUENCE) != 0;
}

}  // namespace redline::text
