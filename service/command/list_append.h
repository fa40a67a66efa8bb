// ListAppend: a rule put at the end of a list file, and everything else of it left as it is.
//
//   auto list = ListAppend::Open("my/lists/my-bank/bank.yaml", "my/lists");
//   auto text = list->With(new_rule);               // not yet written
//   if (auto errors = list->Try(*text, new_rule.id); errors.empty()) list->Write(*text);
//
// The rule is put before the end mark (...). Nothing is written that does not load, whose samples
// do not hold, or of which lint has something to say.
//
// Errors:   as lists have them, all at once.
// Threads:  one; two processes at one file are not kept apart.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/result.h"
#include "engine/rule.h"
#include "rules/rule_list.h"
#include "rules/rule_text.h"

namespace redline::service {

class ListAppend {
 public:
  // `folder`: where the lists stand that are loaded together with `file`, which is one of them;
  // empty when it stands alone. Refuses lists that do not load.
  static Result<ListAppend, std::vector<RuleError>> Open(const std::string& file,
                                                         const std::string& folder);

  bool HasRule(const std::string& id) const;

  // The text of the file with one more rule.
  std::string With(const rules::NewRule& rule) const;

  // What is wrong with `text`, so far as the rule `id` is concerned.
  std::vector<RuleError> Try(const std::string& text, const std::string& id) const;

  // Puts `text` in the place of the file at once: a reader sees the old or the new one. Returns
  // what went wrong, or nothing.
  std::string Write(const std::string& text) const;

 private:
  ListAppend() = default;

  std::filesystem::path path_;
  std::vector<rules::ListFile> files_;
  std::size_t at_ = 0;  // of the file, in files_
  rules::LoadedRules loaded_;
};

}  // namespace redline::service
