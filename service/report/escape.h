// Escape: foreign text made safe for the formats that it is written into.
//
//   EscapeMarkup("<b>\"保本\"</b>")  ->  "&lt;b&gt;&quot;保本&quot;&lt;/b&gt;"
//   UriOf("春 季/a#1.txt")           ->  "%E6%98%A5%20%E5%AD%A3/a%231.txt"
//
// Threads: pure functions.
#pragma once

#include <string>
#include <string_view>

namespace redline::service {

// For the text and the attribute values of XML 1.0 and of HTML. Characters that XML forbids become
// U+FFFD; Visible (screen.h) shows them better and comes first.
std::string EscapeMarkup(std::string_view text);

// A path as a relative URI, or as a file: URI when it is absolute. Everything but the unreserved
// characters of RFC 3986, section 2.3, is percent-encoded.
std::string UriOf(std::string_view path);

}  // namespace redline::service
