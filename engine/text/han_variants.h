// Han variants: characters that honest Chinese copy does not use, and what each stands for.
//
//   CommonForm(U'収') is U'收'; CommonForm(U'㐂') is U'喜'; CommonForm(U'收') is 0
//
// Covers what ICU's Traditional-Simplified leaves alone: forms of Japan and Korea, old and popular
// forms, look-alikes. No character of 通用规范汉字表 has a common form, so no two words of today's
// Chinese become one. Why a table of our own: docs/decisions/0013.
//
// Threads:  pure.
// Source:   Unihan 15.0 by han_variants.py, which states the properties and the rule.
#pragma once

namespace redline::text {

// The character in common use that `c` is a variant of; 0 when it is none.
char32_t CommonForm(char32_t c);

}  // namespace redline::text
