// Dates as lists write them: "2018-09-26", a real day of the calendar.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/rule.h"

namespace redline::rules {

std::optional<Date> ParseDate(std::string_view text);

std::string DateText(Date date);

}  // namespace redline::rules
