// Flags in emoji are pairs of regional indicators: 🇨🇳 is one flag, 🇿🇪🇷🇴 are letters in frames.
//
// Source:  Unicode Technical Standard 51, ED-14 and the RGI_Emoji_Flag_Sequence of ICU.
// Threads: any.
#pragma once

#include <string_view>

namespace redline::text {

// One of the 26 letters of which flags are made: U+1F1E6 to U+1F1FF.
inline bool IsRegionalIndicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

// Whether these two regional indicators, in UTF-8, are a flag that Unicode recommends.
bool IsFlag(std::string_view indicators);

}  // namespace redline::text
