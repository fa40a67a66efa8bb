// MarkedPassage: one passage as HTML, its violations marked and numbered.
//
//   本产品<a class="number block" id="d1-m1" href="#d1-v1" …>1</a><mark class="block"
//   …>保本</mark>…
//
// The number leads to the explanation and tells a screen reader that a mark begins; a text that is
// only heard says where it ends. Where marks overlap, the worst severity gives the colour.
//
// The passage is foreign text: markup is escaped, and characters that nobody sees or that turn the
// direction of writing are shown by their code points, as in the text report.
//
// Units:    bytes of UTF-8 for marks.
// Threads:  pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redline/v1/report.pb.h"
#include "service/report/words.h"

namespace redline::service {

// The violations of `report` in one passage. `prefix` makes ids unique in the page: "d1-"; the
// explanation of violation 3 has the id "d1-v3", its mark "d1-m3".
std::string MarkedPassage(std::string_view text, unsigned passage_index, const v1::Report& report,
                          Language language, const std::string& prefix);

}  // namespace redline::service
