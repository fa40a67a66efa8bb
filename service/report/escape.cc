#include "service/report/escape.h"

namespace redline::service {

std::string EscapeMarkup(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default: {
        const bool forbidden =
            static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
        escaped += forbidden ? std::string("\uFFFD") : std::string(1, c);
      }
    }
  }
  return escaped;
}

std::string UriOf(std::string_view path) {
  constexpr std::string_view kHexadecimal = "0123456789ABCDEF";
  const bool absolute = path.starts_with('/');
  while (path.starts_with("./")) path.remove_prefix(2);
  std::string uri = absolute ? "file://" : "";
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if (letter || digit || std::string_view("-._~/").find(c) != std::string_view::npos) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += kHexadecimal[byte >> 4];
    uri += kHexadecimal[byte & 0xF];
  }
  return uri;
}

}  // namespace redline::service
