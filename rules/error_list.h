// ErrorList: the errors of one list file, collected while it is read.
//
//   errors.set_rule_id("cn.core.sure-win");
//   errors.Add(node.origin, "`severity` is missing: write for example `severity: block`");
//
// Bounds: kMaxErrors; the next one is replaced by a last error that says so, so that a file of
//         four million tabs does not become four million messages.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "engine/rule.h"

namespace redline::rules {

class ErrorList {
 public:
  static constexpr std::size_t kMaxErrors = 1'000;

  // The rule that later errors are about; empty for none.
  void set_rule_id(std::string rule_id) { rule_id_ = std::move(rule_id); }
  const std::string& rule_id() const { return rule_id_; }

  void Add(const Origin& origin, std::string message) {
    if (errors_.size() > kMaxErrors) return;
    if (errors_.size() == kMaxErrors) {
      message = "this file has more than 1,000 errors: correct those above first";
    }
    errors_.push_back({origin, rule_id_, std::move(message)});
  }

  bool empty() const { return errors_.empty(); }
  std::size_t size() const { return errors_.size(); }
  const std::vector<RuleError>& errors() const { return errors_; }

 private:
  std::string rule_id_;
  std::vector<RuleError> errors_;
};

}  // namespace redline::rules
