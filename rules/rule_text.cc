#include "rules/rule_text.h"

#include <utility>

#include "rules/text_form.h"

namespace redline::rules {
namespace {

class Lines {
 public:
  Lines(std::size_t indent, std::string_view end)
      : indent_(indent + 2, ' '), first_(std::string(indent, ' ') + "- "), end_(end) {}

  void Add(std::string_view key, const std::string& value) {
    text_ += (text_.empty() ? first_ : indent_) + std::string(key) + ": " + value + end_;
  }
  void AddText(std::string_view key, const std::string& value) { Add(key, WrittenText(value)); }
  void AddTexts(std::string_view key, const std::vector<std::string>& values) {
    if (values.empty()) return;
    text_ += indent_ + std::string(key) + ":" + end_;
    for (const std::string& value : values) text_ += indent_ + "  - " + WrittenText(value) + end_;
  }
  void AddLanguages(std::string_view key, const Localized& value) {
    if (value.zh.empty() && value.en.empty()) return;
    if (value.en.empty()) return Add(key, "{ zh: " + WrittenText(value.zh) + " }");
    if (value.zh.empty()) return Add(key, "{ en: " + WrittenText(value.en) + " }");
    Add(key, "{ zh: " + WrittenText(value.zh) + ", en: " + WrittenText(value.en) + " }");
  }

  std::string Take() { return std::move(text_); }

 private:
  const std::string indent_;
  const std::string first_;
  const std::string end_;
  std::string text_;
};

}  // namespace

std::string RuleText(const NewRule& rule, std::size_t indent, std::string_view line_end) {
  Lines lines(indent, line_end);
  lines.AddText("id", rule.id);
  lines.AddLanguages("title", rule.title);
  lines.AddText("category", rule.category);
  lines.AddText("severity", rule.severity);
  lines.AddTexts("phrases", rule.phrases);
  lines.AddTexts("patterns", rule.patterns);
  lines.AddTexts("unless", rule.unless);
  lines.AddLanguages("message", rule.message);
  lines.AddLanguages("suggest", rule.suggest);
  lines.Add("basis",
            "[{ law: " + WrittenText(rule.law) + ", article: " + WrittenText(rule.article) +
                (rule.checked.empty() ? "" : ", checked: " + WrittenText(rule.checked)) + " }]");
  lines.AddTexts("flags", rule.flags);
  lines.AddTexts("passes", rule.passes);
  return lines.Take();
}

}  // namespace redline::rules
