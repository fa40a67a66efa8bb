// Random text for property tests: drawn from what real and evasive copy is made of, so that the
// rare characters meet often. Seeded; the same seed gives the same texts on every machine.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "engine/text/utf8.h"

namespace redline::tests {

// A sanitizer makes everything some twenty times slower.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

// How many texts a property is tried on.
inline constexpr int kRandomTexts = kSanitized ? 50'000 : 1'000'000;

class RandomText {
 public:
  explicit RandomText(std::uint32_t seed) : random_(seed) {}

  std::uint32_t Below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_()) % bound; }

  // One character: mostly from the pool, sometimes any scalar value.
  char32_t Character() {
    static constexpr std::u32string_view kPool =
        U"保本保息稳赚不赔零风险高收益第一品牌百十千万壹佰〇①⓪㈠證賺險戶"
        U"abcxyzABRISKriskZero0123456789ａｂＲＩＳＫ１２０％𝐫𝐢𝐬𝐤ⓡⓘʳⁱаеоαοօﬁﬃßİéüǎō"
        U"   \t\n\r\u3000，。、；：！？,.;:!?'’\"“”()（）【】-—_*·~|/%$€¥#…♥✅💰"
        U"\u200B\u200D\u00AD\uFE0F\u0301\u0332\u202E\u202C\u115F\u2060"
        U"👨👩👧🇨🇳👍🏻がｶﾞ한เ\x1E\x1F"
        U"収囯髙乾🇿🇪🇷🇴🆓🆉ⱥвВϲ\u0345\u309B\u2024";
    if (Below(40) == 0) {
      const char32_t any = Below(0x110000);
      return any >= 0xD800 && any < 0xE000 ? U'?' : any;
    }
    return kPool[Below(static_cast<std::uint32_t>(kPool.size()))];
  }

  std::string Text(std::uint32_t most_characters) {
    std::string text;
    for (std::uint32_t i = Below(most_characters + 1); i > 0; --i) {
      text::AppendUtf8(Character(), text);
    }
    return text;
  }

 private:
  std::mt19937 random_;
};

}  // namespace redline::tests
