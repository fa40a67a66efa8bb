// Text form: how a text is written in a list file.
//
//   WrittenText("稳赚不赔")     稳赚不赔
//   WrittenText("it's #1")      'it''s #1'
//
// Plain is what nobody and no reader of YAML can take for anything else: letters, digits and Han
// with single signs inside, and no number, yes or null. Everything else stands in single quotes.
//
// Threads: pure functions.
#pragma once

#include <string>
#include <string_view>

namespace redline::rules {

bool IsPlainText(std::string_view text);

// REQUIRES: the text stands on one line.
std::string WrittenText(std::string_view text);
std::string InSingleQuotes(std::string_view text);

}  // namespace redline::rules
