// Every phrase of the shipped lists, written in every way that Techniques() knows, is found by its
// own rule at its own place.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/review.h"
#include "rules/rule_list.h"
#include "tests/engine/lists.h"
#include "tests/metamorphic/forms.h"
#include "tests/metamorphic/techniques.h"

namespace redline::tests {
namespace {

// Phrases of one draft: far from the bound on violations.
constexpr std::size_t kPhrasesADraft = 400;

struct Phrase {
  const Rule* rule = nullptr;
  std::u32string text;
};

// The lists that ship, compiled once for all tests.
struct Shipped {
  std::shared_ptr<const Ruleset> ruleset;
  std::vector<rules::Samples> samples;
  std::vector<Phrase> phrases;
};

const Shipped& TheLists() {
  static const Shipped shipped = [] {
    Shipped lists;
    auto loaded = rules::LoadRules("shipped", rules::ShippedLists());
    if (!loaded) std::abort();
    auto ruleset = Ruleset::Compile(std::move(loaded->list));
    if (!ruleset) std::abort();
    lists.ruleset = *ruleset;
    lists.samples = std::move(loaded->samples);
    for (const Rule& rule : lists.ruleset->rules()) {
      for (const Wording& phrase : rule.phrases) {
        lists.phrases.push_back({&rule, ToUtf32(phrase.text)});
      }
    }
    return lists;
  }();
  return shipped;
}

const Rule& RuleNamed(const std::string& id) {
  const std::vector<Rule>& rules = TheLists().ruleset->rules();
  const auto rule =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& each) { return each.id == id; });
  if (rule == rules.end()) std::abort();
  return *rule;
}

// A phrase in a draft: where it was put.
struct Placed {
  const Phrase* phrase = nullptr;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// 加v信: what stands between two scripts is typography, not a disguise (disguise.h).
bool ChangesScriptThroughout(const std::u32string& phrase) {
  return std::adjacent_find(phrase.begin(), phrase.end(), [](char32_t left, char32_t right) {
           return u_hasBinaryProperty(static_cast<UChar32>(left), UCHAR_IDEOGRAPHIC) ==
                  u_hasBinaryProperty(static_cast<UChar32>(right), UCHAR_IDEOGRAPHIC);
         }) == phrase.end();
}

class Page {
 public:
  explicit Page(const Technique& technique)
      : passage_{"body", technique.format, ""}, disguises_(technique.disguises) {}

  // Each phrase is a clause of its own in a paragraph of its own, so that no other words are near.
  void Add(const Phrase& phrase, const std::u32string& written) {
    passage_.text += passage_.format == Format::kHtml ? "<p>甲：" : "甲：";
    Placed placed{&phrase, static_cast<std::uint32_t>(passage_.text.size()), 0};
    passage_.text += ToUtf8(written);
    placed.end = static_cast<std::uint32_t>(passage_.text.size());
    passage_.text += passage_.format == Format::kHtml ? "。</p>\n" : "。\n\n";
    placed_.push_back(placed);
  }

  std::size_t size() const { return placed_.size(); }

  // The phrases whose rule does not report them at their place and as disguised.
  std::vector<Placed> Missed() const {
    Draft draft;
    draft.passages = {passage_};
    const Report report = Reviewed(draft, TheLists().ruleset);
    std::multimap<std::uint32_t, const Violation*> by_begin;
    for (const Violation& violation : report.violations) {
      const Range& place = violation.span.utf8;
      EXPECT_EQ(violation.quote, passage_.text.substr(place.begin, place.end - place.begin));
      by_begin.emplace(place.begin, &violation);
    }
    std::vector<Placed> missed;
    for (const Placed& placed : placed_) {
      const auto [first, last] = by_begin.equal_range(placed.begin);
      const bool found = std::any_of(first, last, [&](const auto& entry) {
        return entry.second->rule == placed.phrase->rule &&
               entry.second->span.utf8.end == placed.end &&
               NamesADisguise(*entry.second, placed.phrase->text);
      });
      if (!found) missed.push_back(placed);
    }
    return missed;
  }

  std::string Text(const Placed& placed) const {
    return passage_.text.substr(placed.begin, placed.end - placed.begin);
  }

 private:
  // A pattern is not told how it would be written: it takes blanks and quotes as they come.
  bool NamesADisguise(const Violation& violation, const std::u32string& phrase) const {
    const std::vector<Wording>& patterns = violation.rule->patterns;
    const bool by_pattern =
        std::any_of(patterns.begin(), patterns.end(),
                    [&](const Wording& pattern) { return pattern.text == violation.wording; });
    return by_pattern || disguises_.empty() || ChangesScriptThroughout(phrase) ||
           std::find_first_of(violation.disguises.begin(), violation.disguises.end(),
                              disguises_.begin(), disguises_.end()) != violation.disguises.end();
  }

  Passage passage_;
  std::vector<Disguise> disguises_;
  std::vector<Placed> placed_;
};

// Writes every phrase by `technique`; the texts that were missed, by rule.
std::vector<std::string> MissedOf(const Technique& technique) {
  std::vector<std::string> missed;
  std::size_t phrases = 0;
  Page page(technique);
  const auto finish = [&] {
    for (const Placed& placed : page.Missed()) {
      missed.push_back(placed.phrase->rule->id + ": " + page.Text(placed));
    }
    phrases += page.size();
    page = Page(technique);
  };
  for (std::size_t i = 0; i < TheLists().phrases.size(); ++i) {
    const Phrase& phrase = TheLists().phrases[i];
    const auto written = technique.write(phrase.text, i);
    if (!written) continue;
    // What asks for a statement stands alone: another phrase of the page may be that statement.
    const bool alone = phrase.rule->requirement.has_value();
    if (alone && page.size() > 0) finish();
    page.Add(phrase, *written);
    if (alone || page.size() == kPhrasesADraft) finish();
  }
  finish();
  EXPECT_GT(phrases, 0u) << technique.name;
  return missed;
}

std::string Shown(const std::vector<std::string>& missed) {
  std::string out = std::to_string(missed.size());
  for (std::size_t i = 0; i < missed.size() && i < 12; ++i) out += "\n  " + missed[i];
  return out;
}

TEST(Metamorphic, PhrasesAreFoundAsTheyStand) {
  const auto missed =
      MissedOf({"as it stands",
                Format::kPlain,
                [](const std::u32string& phrase, std::size_t) { return std::optional(phrase); },
                {}});
  EXPECT_TRUE(missed.empty()) << Shown(missed);
}

TEST(Metamorphic, PhrasesAreFoundHoweverTheyAreWritten) {
  for (const Technique& technique : Techniques()) {
    const auto missed = MissedOf(technique);
    EXPECT_TRUE(missed.empty()) << technique.name << ": " << Shown(missed);
  }
}

// A day on which `rule` applies.
Date InForce(const Rule& rule) {
  if (rule.from && kToday < *rule.from) return *rule.from;
  if (rule.until && kToday > *rule.until) return *rule.until;
  return kToday;
}

bool Flags(const Rule& rule, Format format, const std::u32string& text) {
  Draft draft;
  draft.passages = {{"body", format, ToUtf8(text)}};
  const Report report = Reviewed(draft, TheLists().ruleset, InForce(rule));
  return std::any_of(report.violations.begin(), report.violations.end(),
                     [&](const Violation& violation) { return violation.rule == &rule; });
}

// What must be flagged stays flagged, what must pass stays clean. Unlike single phrases, samples
// also meet patterns, exceptions and contexts.
TEST(Metamorphic, SamplesMeanTheSameHoweverTheyAreWritten) {
  for (const Technique& rendering : Renderings()) {
    std::vector<std::string> changed;
    for (const rules::Samples& samples : TheLists().samples) {
      const Rule& rule = RuleNamed(samples.rule_id);
      const auto check = [&](const std::vector<Wording>& texts, bool flagged) {
        for (const Wording& sample : texts) {
          const auto written = rendering.write(ToUtf32(sample.text), 0);
          if (written && Flags(rule, rendering.format, *written) != flagged) {
            changed.push_back(rule.id + (flagged ? " no longer flags " : " now flags ") +
                              ToUtf8(*written));
          }
        }
      };
      check(samples.flags, true);
      check(samples.passes, false);
    }
    EXPECT_TRUE(changed.empty()) << rendering.name << ": " << Shown(changed);
  }
}

}  // namespace
}  // namespace redline::tests
