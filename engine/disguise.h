// Disguise: what stood between the words as written and the words as read. Copy that carries one
// inside a banned word is more likely to be evasive than careless.
#pragma once

#include <optional>
#include <string_view>

namespace redline {

enum class Disguise {
  kWidth,           // ＲＩＳＫ, ﾘｽｸ
  kLetterForm,      // 𝐫𝐢𝐬𝐤, ⓡⓘⓢⓚ, ʳⁱˢᵏ, ⽆ (radical)
  kTraditional,     // 保證 for 保证
  kInvisible,       // zero-width characters, soft hyphens, direction marks
  kCombiningMark,   // r̶i̶s̶k̶, güáránteed
  kSeparator,       // 保*本, z.e.r.o
  kLookalike,       // Cyrillic а in guаranteed
  kReading,         // 保(bǎo)本
  kNumeral,         // 第①, 第1 for 第一
  kMarkup,          // 保<b>本</b>, 保&#26412;
  kHidden,          // text that a reader does not see, inside the words or all of them
  kHanVariant,      // 収 for 收, 囯 for 国
  kLeet,            // l00% for 100%, ri5k, ○风险
  kStretched,       // freeeee, 稳稳稳赚
  kReversed,        // turned by a direction override
  kPinyin,          // bǎo běn, 零feng险
  kHomophone,       // 零疯险
  kInitials,        // wzbp for 稳赚不赔
  kSplitCharacter,  // 亻呆 for 保
  kAlias,           // another spelling that the rule names
};

// "width", "letter_form" …, and the way back; nothing for any other name.
std::string_view Name(Disguise disguise);
std::optional<Disguise> DisguiseNamed(std::string_view name);

}  // namespace redline
