#include "service/command/charset_hint.h"

#include "engine/text/charset.h"

namespace redline::service {

std::string_view CharsetHint(std::string_view bytes) {
  const auto reads_as = [&](std::string_view name) {
    return text::Decode(bytes, *text::FindCharset(name)).has_value();
  };
  if (reads_as("utf-16")) {  // which needs a byte order mark
    return "; it begins with the byte order mark of UTF-16: if it is that, say --charset utf-16";
  }
  if (reads_as("gb18030")) {
    return "; its bytes can be read as GB18030: if it is that, or GBK, say --charset gb18030";
  }
  return "";
}

}  // namespace redline::service
