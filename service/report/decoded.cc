#include "service/report/decoded.h"

#include <string>

#include "engine/text/charset.h"

namespace redline::service {

v1::Draft Decoded(v1::Draft draft) {
  for (v1::Passage& passage : *draft.mutable_passages()) {
    if (!passage.has_encoded()) continue;
    const text::Charset* charset = text::FindCharset(passage.encoded().charset());
    if (charset == nullptr) continue;
    if (const auto decoded = text::Decode(passage.encoded().data(), *charset)) {
      passage.set_text(std::string(decoded->text()));
    }
  }
  return draft;
}

}  // namespace redline::service
