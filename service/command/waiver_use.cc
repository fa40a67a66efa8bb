#include "service/command/waiver_use.h"

#include "service/report/screen.h"
#include "service/report/report_sentences.h"

namespace redline::service {

void WaiverUse::Count(const v1::Report& report) {
  for (const v1::WaivedViolation& waived : report.waived()) {
    ++waived_;
    used_.insert(waived.waiver().id());
  }
  for (const v1::WaiverWarning& warning : report.waiver_warnings()) {
    used_.insert(warning.waiver().id());
    warned_[warning.waiver().id()] = warning;
  }
}

void WaiverUse::Write(std::ostream& out) const {
  if (waivers_ == nullptr) return;
  if (waived_ > 0) {
    out << "redline: " << waived_ << (waived_ == 1 ? " violation is" : " violations are")
        << " waived\n";
  }
  for (const auto& [id, warning] : warned_) {
    out << "redline: " << Warned(Language::kEnglish, warning) << "\n";
  }
  std::set<std::string> unused;
  for (const Waiver& waiver : waivers_->all()) {
    if (!used_.contains(waiver.id)) unused.insert(waiver.id);
  }
  if (unused.empty()) return;
  out << "redline: no draft needed the " << (unused.size() == 1 ? "waiver" : "waivers");
  const char* before = " ";
  for (const std::string& id : unused) {
    out << before << Visible(id);
    before = ", ";
  }
  out << "\n";
}

}  // namespace redline::service
