// The words of waiver files. rules/waivers.schema.json says the same to editors; a test compares
// them.
#pragma once

#include <array>
#include <string_view>

namespace redline::rules {

inline constexpr std::array<std::string_view, 2> kWaiverFileKeys = {"max_days", "waivers"};
inline constexpr std::array<std::string_view, 9> kWaiverKeys = {
    "id", "rule", "quote", "content", "reason", "approver", "ticket", "approved", "until"};

}  // namespace redline::rules
