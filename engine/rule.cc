#include "engine/rule.h"

namespace redline {

std::string Describe(const RuleError& error) {
  std::string out = error.origin.file.empty() ? "(no file)" : error.origin.file;
  if (error.origin.line > 0) {
    out += ':' + std::to_string(error.origin.line) + ':' + std::to_string(error.origin.column);
  }
  out += ": ";
  if (!error.rule_id.empty()) out += error.rule_id + ": ";
  return out + error.message;
}

}  // namespace redline
