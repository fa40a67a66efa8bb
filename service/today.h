// Today: the day in Beijing (UTC+8, no daylight saving), by which rules are in force or not.
//
// The only clock of Redline; the engine reads none.
#pragma once

#include <chrono>

#include "engine/rule.h"

namespace redline::service {

inline Date Today() {
  using std::chrono::days;
  const auto beijing = std::chrono::system_clock::now() + std::chrono::hours(8);
  return Date{std::chrono::floor<days>(beijing)};
}

}  // namespace redline::service
