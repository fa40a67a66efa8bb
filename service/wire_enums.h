// Wire enums: the words of the engine as those of the API. No value becomes UNSPECIFIED, except for
// one that is no value.
//
// Threads:  pure functions.
#pragma once

#include "engine/explanation.h"
#include "engine/report.h"
#include "redline/v1/diff.pb.h"
#include "redline/v1/explanation.pb.h"
#include "redline/v1/report.pb.h"

namespace redline::service {

v1::Verdict ToWire(Verdict verdict);
v1::Severity ToWire(Severity severity);
v1::RuleStatus ToWire(Status status);
v1::NoticeKind ToWire(Notice::Kind kind);
v1::WaiverWarningKind ToWire(WaiverWarning::Kind kind);
v1::Disguise ToWire(Disguise disguise);
v1::Fate ToWire(Fate fate);
v1::DismissalReason ToWire(Dismissal::Reason reason);
v1::NotAppliedReason ToWire(NotApplied::Reason reason);
v1::Checked ToWire(Checked checked);

}  // namespace redline::service
