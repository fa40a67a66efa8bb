// The engine's version, as stamped on every report. Set by CMake from project(VERSION).
#pragma once

#include <string_view>

namespace redline {

inline constexpr std::string_view kEngineVersion = REDLINE_VERSION;

}  // namespace redline
