// Charset hint: which --charset to try when a file is not UTF-8. A hint and no more: what is not
// declared is not guessed.
//
//   CharsetHint("\xB1\xA3\xB1\xBE")
//   // "; its bytes can be read as GB18030: if it is that, or GBK, say --charset gb18030"
//
// Threads:  pure.
#pragma once

#include <string_view>

namespace redline::service {

// To be put behind the reason why `bytes` were refused. Empty when nothing suggests itself.
std::string_view CharsetHint(std::string_view bytes);

}  // namespace redline::service
