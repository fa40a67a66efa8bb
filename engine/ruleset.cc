#include "engine/ruleset.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/compiled_rules.h"
#include "engine/digest.h"

namespace redline {
namespace {

void Add(Digest& digest, const Localized& text) { digest.Add(text.zh).Add(text.en); }

void Add(Digest& digest, const std::vector<std::string>& texts) {
  digest.Add(static_cast<std::uint64_t>(texts.size()));
  for (const std::string& text : texts) digest.Add(text);
}

void Add(Digest& digest, const std::vector<Wording>& wordings) {
  digest.Add(static_cast<std::uint64_t>(wordings.size()));
  for (const Wording& wording : wordings) digest.Add(wording.text);
}

// With the profiles that reports name.
void AddExceptions(Digest& digest, const std::vector<Wording>& exceptions) {
  Add(digest, exceptions);
  for (const Wording& exception : exceptions) digest.Add(exception.layer);
}

void Add(Digest& digest, const std::optional<Date>& date) {
  digest.Add(
      date ? static_cast<std::uint64_t>(std::chrono::sys_days(*date).time_since_epoch().count())
           : ~std::uint64_t{0});
}

void Add(Digest& digest, const Context& context) {
  digest.Add("context").Add(context.id);
  Add(digest, context.title);
  Add(digest, context.before);
  Add(digest, context.after);
  Add(digest, context.exceptions);
  digest.Add(static_cast<std::uint64_t>(context.reach));
  digest.Add(static_cast<std::uint64_t>(context.stops_at));
}

void Add(Digest& digest, const Rule& rule) {
  digest.Add("rule").Add(rule.id).Add(rule.category).Add(rule.pack);
  digest.Add(static_cast<std::uint64_t>(rule.severity));
  digest.Add(static_cast<std::uint64_t>(rule.status));
  digest.Add(static_cast<std::uint64_t>(rule.locked));
  Add(digest, rule.title);
  const Scope& scope = rule.applies_to;
  for (const auto* part :
       {&scope.channels, &scope.products, &scope.audiences, &scope.locales, &scope.passages}) {
    Add(digest, *part);
  }
  Add(digest, rule.from);
  Add(digest, rule.until);
  Add(digest, rule.phrases);
  Add(digest, rule.patterns);
  AddExceptions(digest, rule.exceptions);
  AddExceptions(digest, rule.exception_patterns);
  const Aliases& aliases = rule.aliases;
  for (const bool made : {aliases.pinyin, aliases.homophones, aliases.initials, aliases.split}) {
    digest.Add(static_cast<std::uint64_t>(made));
  }
  Add(digest, aliases.written);
  digest.Add(static_cast<std::uint64_t>(rule.near.size()));
  for (const Near& near : rule.near) {
    digest.Add(static_cast<std::uint64_t>(near.words.size()));
    for (const auto& group : near.words) Add(digest, group);
    digest.Add(near.within ? *near.within : ~std::uint64_t{0});
    digest.Add(static_cast<std::uint64_t>(near.in_order));
  }
  digest.Add(static_cast<std::uint64_t>(rule.numbers.size()));
  for (const NumberCondition& condition : rule.numbers) {
    Add(digest, condition.words);
    digest.Add(condition.within ? *condition.within : ~std::uint64_t{0});
    digest.Add(static_cast<std::uint64_t>(condition.in_order)).Add(Name(condition.measure));
    for (const auto& bound : {condition.least, condition.most}) {
      digest.Add(bound ? bound->value.Millionths() : ~std::uint64_t{0});
      digest.Add(static_cast<std::uint64_t>(bound && bound->included));
    }
    digest.Add(condition.shown.text);
  }
  digest.Add(static_cast<std::uint64_t>(rule.requirement.has_value()));
  if (rule.requirement) {
    digest.Add(static_cast<std::uint64_t>(rule.requirement->where));
    digest.Add(rule.requirement->within ? *rule.requirement->within : ~std::uint64_t{0});
    Add(digest, rule.requirement->one_of);
    Add(digest, rule.requirement->one_of_patterns);
  }
  digest.Add(static_cast<std::uint64_t>(rule.contexts.size()));
  for (const ContextUse& use : rule.contexts) {
    digest.Add(use.context).Add(static_cast<std::uint64_t>(use.then)).Add(use.layer);
  }
  digest.Add(static_cast<std::uint64_t>(rule.boundary));
  for (const auto* disguises : {&rule.folds.with, &rule.folds.without}) {
    digest.Add(static_cast<std::uint64_t>(disguises->size()));
    for (const Disguise disguise : *disguises) digest.Add(Name(disguise));
  }
  Add(digest, rule.message);
  Add(digest, rule.suggestion);
  digest.Add(static_cast<std::uint64_t>(rule.basis.size()));
  for (const Basis& basis : rule.basis) {
    digest.Add(basis.law).Add(basis.document).Add(basis.article).Add(basis.issuer);
    digest.Add(basis.effective).Add(static_cast<std::uint64_t>(basis.checked));
  }
  digest.Add(rule.layer).Add(rule.off_by).Add(rule.off_why);
}

std::string DigestOf(const NegativeList& list) {
  Digest digest;
  digest.Add("redline ruleset 1").Add(list.name).Add(list.version).Add(list.profile);
  for (const Context& context : list.contexts) Add(digest, context);
  for (const Rule& rule : list.rules) Add(digest, rule);
  return digest.Finish();
}

bool IsLimited(const Rule& rule) {
  const Scope& scope = rule.applies_to;
  if (rule.status == Status::kDraft || rule.status == Status::kRetired) return true;
  return !rule.off_by.empty() || rule.from || rule.until || !scope.channels.empty() ||
         !scope.products.empty() || !scope.audiences.empty() || !scope.locales.empty() ||
         !scope.passages.empty();
}

std::vector<std::uint32_t> LimitedRules(const std::vector<Rule>& rules) {
  std::vector<std::uint32_t> limited;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (IsLimited(rules[i])) limited.push_back(static_cast<std::uint32_t>(i));
  }
  return limited;
}

// Ids that stand twice; a reader of a report could not tell which rule spoke.
std::vector<RuleError> RepeatedIds(const NegativeList& list) {
  std::vector<RuleError> errors;
  std::map<std::string_view, const Rule*> seen;
  for (const Rule& rule : list.rules) {
    const auto [first, added] = seen.try_emplace(rule.id, &rule);
    if (!added) {
      errors.push_back({rule.origin, rule.id,
                        "another rule has this id: " + first->second->origin.file + ":" +
                            std::to_string(first->second->origin.line)});
    }
  }
  return errors;
}

}  // namespace

Result<std::shared_ptr<const Ruleset>, std::vector<RuleError>> Ruleset::Compile(NegativeList list) {
  std::vector<RuleError> errors = RepeatedIds(list);
  auto compiled = CompiledRules::Compile(list);
  if (!compiled) {
    errors.insert(errors.end(), compiled.error().begin(), compiled.error().end());
  }
  if (!errors.empty()) {
    std::stable_sort(errors.begin(), errors.end(), [](const RuleError& a, const RuleError& b) {
      return std::tie(a.origin.file, a.origin.line, a.origin.column) <
             std::tie(b.origin.file, b.origin.line, b.origin.column);
    });
    return Unexpected(std::move(errors));
  }
  std::string digest = DigestOf(list);
  return std::shared_ptr<const Ruleset>(
      new Ruleset(std::move(list), std::move(*compiled), std::move(digest)));
}

std::string RuleDigest(const Rule& rule, const std::vector<Context>& contexts) {
  Digest digest;
  digest.Add("redline rule 1");
  for (const ContextUse& use : rule.contexts) {
    for (const Context& context : contexts) {
      if (context.id == use.context) Add(digest, context);
    }
  }
  Add(digest, rule);
  return digest.Finish();
}

Ruleset::Ruleset(NegativeList list, std::unique_ptr<const CompiledRules> compiled,
                 std::string digest)
    : list_(std::move(list)),
      limited_rules_(LimitedRules(list_.rules)),
      compiled_(std::move(compiled)),
      digest_(std::move(digest)) {}

Ruleset::~Ruleset() = default;

}  // namespace redline
