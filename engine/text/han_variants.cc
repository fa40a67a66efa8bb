#include "engine/text/han_variants.h"

#include <algorithm>
#include <iterator>

namespace redline::text {
namespace {

struct HanVariant {
  char32_t variant;
  char32_t common;
};

constexpr HanVariant kHanVariants[] = {
#include "engine/text/han_variants.inc"
};

}  // namespace

char32_t CommonForm(char32_t c) {
  const auto* const found =
      std::lower_bound(std::begin(kHanVariants), std::end(kHanVariants), c,
                       [](const HanVariant& row, char32_t key) { return row.variant < key; });
  return found != std::end(kHanVariants) && found->variant == c ? found->common : 0;
}

}  // namespace redline::text
