// Github: workflow commands, which GitHub Actions shows as annotations of the changed lines.
//
//   ::error file=post.txt,line=1,endLine=1,col=9,endColumn=13,title=cn.core.sure-win::「稳赚不赔」…
//
// Specification: workflow commands of GitHub Actions. %, CR and LF are escaped, and : and , in
// properties; the words of a draft never begin a line of the log. Columns in UTF-16 code units,
// endColumn exclusive; none where a violation goes over a line end, as GitHub wants it.
//
// GitHub shows the first 10 errors, 10 warnings and 10 notices of a step. What blocks is error,
// what a person must decide warning, hints are notices, the worst first; the last line counts them.
// A draft that was not reviewed is an error, before all others.
#pragma once

#include <memory>
#include <ostream>

#include "service/report/words.h"
#include "service/report/writer.h"

namespace redline::service {

// Writes at the end: the order is by severity.
std::unique_ptr<Writer> MakeGithub(std::ostream& out, Language language);

}  // namespace redline::service
