#include "engine/report.h"

namespace redline {

void TakeWorse(const Violation& other, Violation& stays) {
  if (other.severity <= stays.severity) return;
  stays.severity = other.severity;
  stays.context = other.context;
}

}  // namespace redline
