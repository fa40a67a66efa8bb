#include "rules/rule_text.h"

#include <algorithm>

#include "engine/text/utf8.h"

namespace redline::rules {
namespace {

// Han of the basic block (U+4E00 to U+9FFF), letters, digits, and single signs inside.
bool IsPlain(const std::string& text) {
  if (text::FirstInvalidUtf8(text) || text == "null" || text == "Null" || text == "NULL") {
    return false;
  }
  bool edge = true;  // a sign cannot stand here
  for (std::size_t at = 0; at < text.size(); at += text::SequenceLength(text[at])) {
    const char32_t c = text::CodePointAt(text, at);
    const bool word = (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') ||
                      (c >= U'A' && c <= U'Z') || (c >= 0x4E00 && c <= 0x9FFF);
    const bool sign = c == U' ' || c == U'-' || c == U'.' || c == U'_';
    if (!word && (!sign || edge)) return false;
    edge = !word;
  }
  return !edge;
}

std::string Quoted(const std::string& text) {
  if (IsPlain(text)) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'";
}

class Lines {
 public:
  Lines(std::size_t indent, std::string_view end)
      : indent_(indent + 2, ' '), first_(std::string(indent, ' ') + "- "), end_(end) {}

  void Add(std::string_view key, const std::string& value) {
    text_ += (text_.empty() ? first_ : indent_) + std::string(key) + ": " + value + end_;
  }
  void AddText(std::string_view key, const std::string& value) { Add(key, Quoted(value)); }
  void AddTexts(std::string_view key, const std::vector<std::string>& values) {
    if (values.empty()) return;
    text_ += indent_ + std::string(key) + ":" + end_;
    for (const std::string& value : values) text_ += indent_ + "  - " + Quoted(value) + end_;
  }
  void AddLanguages(std::string_view key, const Localized& value) {
    if (value.zh.empty() && value.en.empty()) return;
    if (value.en.empty()) return Add(key, "{ zh: " + Quoted(value.zh) + " }");
    if (value.zh.empty()) return Add(key, "{ en: " + Quoted(value.en) + " }");
    Add(key, "{ zh: " + Quoted(value.zh) + ", en: " + Quoted(value.en) + " }");
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
  lines.Add("basis", "[{ law: " + Quoted(rule.law) + ", article: " + Quoted(rule.article) +
                         (rule.checked.empty() ? "" : ", checked: " + Quoted(rule.checked)) +
                         " }]");
  lines.AddTexts("flags", rule.flags);
  lines.AddTexts("passes", rule.passes);
  return lines.Take();
}

}  // namespace redline::rules
