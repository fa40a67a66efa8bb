#include "rules/rule_change.h"

#include <algorithm>
#include <utility>

namespace redline::rules {
namespace {

std::string_view WordOf(Severity severity) {
  return severity == Severity::kUnspecified
             ? "none"
             : kSeverityWords[static_cast<std::size_t>(severity) - 1];
}

std::string_view WordOf(InContext use) {
  switch (use) {
    case InContext::kNoViolation:
      return kContextUseWords[0];
    case InContext::kReview:
      return kContextUseWords[1];
    case InContext::kViolation:
      break;
  }
  return kContextUseWords[2];
}

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text.empty() ? "any" : text;
}

bool Holds(const std::vector<Wording>& wordings, const std::string& text) {
  return std::any_of(wordings.begin(), wordings.end(),
                     [&](const Wording& wording) { return wording.text == text; });
}

// Whether a part of a scope that says `wide` holds wherever one that says `narrow` does. Of locales
// "zh" also covers "zh-CN".
bool Covers(const std::vector<std::string>& wide, const std::vector<std::string>& narrow,
            bool locales) {
  if (wide.empty()) return true;
  const auto covered = [&](const std::string& word) {
    return std::any_of(wide.begin(), wide.end(), [&](const std::string& wider) {
      return word == wider || (locales && word.starts_with(wider + "-"));
    });
  };
  return !narrow.empty() && std::all_of(narrow.begin(), narrow.end(), covered);
}

// Sentences that one list of a rule's samples gets, and the other loses.
void Move(const std::vector<Wording>& sentences, std::vector<Wording>& from,
          std::vector<Wording>& to) {
  for (const Wording& sentence : sentences) {
    std::erase_if(from, [&](const Wording& sample) { return sample.text == sentence.text; });
    if (!Holds(to, sentence.text)) to.push_back(sentence);
  }
}

class ChangeMaker {
 public:
  ChangeMaker(const Change& change, const std::string& layer, Rule& rule,
              std::vector<RuleError>& errors)
      : change_(change), layer_(layer), rule_(rule), errors_(errors) {}

  void Make() {
    SwitchOff();
    SetSeverity();
    for (const ScopePart& part : change_.scope) SetScope(part);
    AddExceptions("unless", change_.exceptions, rule_.exceptions);
    AddExceptions("unless_patterns", change_.exception_patterns, rule_.exception_patterns);
    for (const ContextUse& use : change_.contexts) SetContext(use);
    if (change_.locked) Note(std::string(kLockedChange), change_.at.at("locked"));
  }

 private:
  void SwitchOff() {
    if (!change_.off || *change_.off == !rule_.off_by.empty()) return;
    const Origin& place = change_.at.at("off");
    if (*change_.off && IsLocked(place, "be switched off")) return;
    rule_.off_by = *change_.off ? layer_ : "";
    rule_.off_why = *change_.off ? change_.reason : "";
    Note(*change_.off ? "off: true" : "off: false", place);
  }

  void SetSeverity() {
    if (!change_.severity || *change_.severity == rule_.severity) return;
    const Origin& place = change_.at.at("severity");
    const std::string was(WordOf(rule_.severity));
    if (*change_.severity < rule_.severity &&
        IsLocked(place, "get a severity below `" + was + "`")) {
      return;
    }
    rule_.severity = *change_.severity;
    rule_.layer = layer_;
    Note("severity: " + std::string(WordOf(rule_.severity)) + " (was " + was + ")", place);
  }

  void SetScope(const ScopePart& part) {
    std::vector<std::string>& words = rule_.applies_to.*part.part;
    if (part.words == words) return;
    const std::string key(part.key);
    if (!Covers(part.words, words, key == "locales") &&
        IsLocked(part.origin, "apply to fewer `" + key + "` than " + Joined(words))) {
      return;
    }
    Note("applies_to: " + key + ": " + Joined(part.words) + " (was " + Joined(words) + ")",
         part.origin);
    words = part.words;
  }

  void AddExceptions(std::string_view key, const std::vector<Wording>& added,
                     std::vector<Wording>& exceptions) {
    std::vector<std::string> new_ones;
    for (const Wording& exception : added) {
      if (Holds(exceptions, exception.text)) continue;
      if (IsLocked(exception.origin, "get exceptions")) return;
      if (key == "unless" && Holds(rule_.phrases, exception.text)) {
        errors_.push_back({exception.origin, rule_.id,
                           "`" + exception.text +
                               "` is a phrase of the rule: as an exception it would never be "
                               "found; let the exception name the words around it"});
        continue;
      }
      exceptions.push_back(exception);
      exceptions.back().layer = layer_;
      new_ones.push_back(exception.text);
    }
    if (new_ones.empty()) return;
    Note(std::string(key) + ": " + Joined(new_ones), change_.at.find(key)->second);
  }

  void SetContext(const ContextUse& use) {
    const auto known =
        std::find_if(rule_.contexts.begin(), rule_.contexts.end(),
                     [&](const ContextUse& each) { return each.context == use.context; });
    const bool is_new = known == rule_.contexts.end();
    const InContext was = is_new ? InContext::kViolation : known->then;
    if (use.then == was) return;
    const bool milder = use.then == InContext::kNoViolation || was == InContext::kViolation;
    if (milder && IsLocked(use.origin, "count for less in the context `" + use.context + "`")) {
      return;
    }
    ContextUse& changed = is_new ? rule_.contexts.emplace_back() : *known;
    changed = use;
    changed.layer = layer_;
    Note("context: " + use.context + ": " + std::string(WordOf(use.then)) + " (was " +
             std::string(WordOf(was)) + ")",
         use.origin);
  }

  // Adds an error when the rule is locked: it then cannot do what `cannot` says.
  bool IsLocked(const Origin& place, const std::string& cannot) {
    if (!rule_.locked) return false;
    std::string by =
        "its list (" + rule_.origin.file + ", line " + std::to_string(rule_.origin.line) + ")";
    for (const LayerChange& change : rule_.changes) {
      if (change.what == kLockedChange) by = "the profile `" + change.layer + "`";
    }
    errors_.push_back({place, rule_.id,
                       "this rule is locked by " + by + " and cannot " + cannot +
                           ": delete this change, or ask whoever keeps it to unlock the rule"});
    return true;
  }

  void Note(std::string what, const Origin& place) {
    rule_.changes.push_back({layer_, std::move(what), change_.reason, place});
  }

  const Change& change_;
  const std::string& layer_;
  Rule& rule_;
  std::vector<RuleError>& errors_;
};

}  // namespace

void MakeChange(const Change& change, const std::string& layer, Rule& rule, Samples& samples,
                std::vector<RuleError>& errors) {
  ChangeMaker(change, layer, rule, errors).Make();
  Move(change.flags, samples.passes, samples.flags);
  Move(change.passes, samples.flags, samples.passes);
}

}  // namespace redline::rules
