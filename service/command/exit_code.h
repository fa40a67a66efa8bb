// Exit codes, the same for every subcommand.
#pragma once

namespace redline::service {

inline constexpr int kExitClean = 0;        // nothing at or above the wanted severity
inline constexpr int kExitFound = 1;        // something was
inline constexpr int kExitNotReviewed = 2;  // could not review: usage, lists, input, output

}  // namespace redline::service
