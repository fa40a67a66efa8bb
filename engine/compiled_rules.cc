#include "engine/compiled_rules.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/expression.h"
#include "engine/ruleset.h"
#include "engine/text/fold.h"
#include "engine/text/signs.h"
#include "engine/text/utf8.h"

namespace redline {
namespace {

// Characters that have nothing in common. A pattern that finds all of them finds anything.
constexpr std::string_view kProbe = "鑫x淼7 犇q焱3 骉z垚9 彧k";

// Things to scan for, each once, with their uses.
class Inventory {
 public:
  void Add(const std::string& text, Use use) { uses_[IdOf(text)].push_back(use); }
  // The id of `text`, which is added without a use when it is not known yet.
  std::size_t IdOf(const std::string& text) {
    const auto [entry, added] = ids_.try_emplace(text, texts_.size());
    if (added) {
      texts_.push_back(text);
      uses_.emplace_back();
    }
    return entry->second;
  }
  const std::vector<std::string>& texts() const { return texts_; }
  std::vector<std::vector<Use>>& uses() { return uses_; }

 private:
  std::unordered_map<std::string, std::size_t> ids_;
  std::vector<std::string> texts_;
  std::vector<std::vector<Use>> uses_;
};

class Compiler {
 public:
  explicit Compiler(const NegativeList& list) : list_(list) {}

  void AddRules();
  void AddContexts();
  void CheckContexts(std::vector<std::vector<std::uint32_t>>& contexts);
  void CheckScanner(const Scanner& scanner);
  void CheckExpressions(const Expressions& compiled);
  void Blame(Inventory& inventory, std::size_t id, const std::string& message);

  Inventory literals;
  Inventory expressions;
  std::vector<RuleError> errors;

 private:
  void Refuse(const Wording& wording, const std::string& id, std::string message) {
    errors.push_back({wording.origin, id, std::move(message)});
  }
  const std::string& IdOf(const Use& use) const {
    const bool context = use.role == Use::Role::kBefore || use.role == Use::Role::kAfter ||
                         use.role == Use::Role::kContextException;
    return context ? list_.contexts[use.owner].id : list_.rules[use.owner].id;
  }
  void AddLiteral(const Wording& wording, const Use& use);
  void AddLiterals(const std::vector<Wording>& wordings, Use use);
  void AddNear(const Rule& rule, Use use);
  void AddNumbers(const Rule& rule, Use use);
  void AddRequirement(const Rule& rule, std::uint32_t index);
  void AddPatterns(const std::vector<Wording>& wordings, Use use);
  void AddInitials(const Rule& rule, Use use);
  void CheckWrittenAliases(const Rule& rule);

  const NegativeList& list_;
};

void Compiler::AddLiteral(const Wording& wording, const Use& use) {
  if (text::FirstInvalidUtf8(wording.text)) {
    return Refuse(wording, IdOf(use), "the phrase is not UTF-8");
  }
  const std::string folded = text::FoldPhrase(wording.text);
  if (folded.empty()) {
    return Refuse(wording, IdOf(use),
                  "the phrase '" + wording.text +
                      "' holds nothing but marks, blanks or invisible characters: write the words "
                      "that are banned");
  }
  literals.Add(folded, use);
}

void Compiler::AddLiterals(const std::vector<Wording>& wordings, Use use) {
  for (use.wording = 0; use.wording < wordings.size(); ++use.wording) {
    AddLiteral(wordings[use.wording], use);
  }
}

void Compiler::AddNear(const Rule& rule, Use use) {
  for (use.wording = 0; use.wording < rule.near.size(); ++use.wording) {
    const Near& near = rule.near[use.wording];
    if (near.words.size() < 2 || near.words.size() > kMaxNearGroups) {
      Refuse(near.shown, rule.id,
             "words stand near each other in two groups to " + std::to_string(kMaxNearGroups));
      continue;
    }
    for (use.group = 0; use.group < near.words.size(); ++use.group) {
      for (const Wording& word : near.words[use.group]) AddLiteral(word, use);
    }
  }
}

void Compiler::AddNumbers(const Rule& rule, Use use) {
  for (use.wording = 0; use.wording < rule.numbers.size(); ++use.wording) {
    const NumberCondition& condition = rule.numbers[use.wording];
    if (condition.words.empty()) {
      Refuse(condition.shown, rule.id, "a number belongs to a word: name at least one");
    }
    for (const auto& bound : {condition.least, condition.most}) {
      if (bound && !bound->value.IsBound()) {
        Refuse(condition.shown, rule.id,
               "the number is too large or has more than five decimals: write a simpler one");
      }
    }
    for (const Wording& word : condition.words) AddLiteral(word, use);
  }
}

void Compiler::AddPatterns(const std::vector<Wording>& wordings, Use use) {
  use.pattern = true;
  for (use.wording = 0; use.wording < wordings.size(); ++use.wording) {
    const Wording& wording = wordings[use.wording];
    if (text::FirstInvalidUtf8(wording.text)) {
      Refuse(wording, IdOf(use), "the pattern is not UTF-8");
      continue;
    }
    auto expression = RewritePattern(wording.text);
    if (!expression) {
      Refuse(wording, IdOf(use), "the pattern cannot be used: " + expression.error());
      continue;
    }
    expressions.Add(*expression, use);
  }
}

void Compiler::AddInitials(const Rule& rule, Use use) {
  for (use.wording = 0; use.wording < rule.phrases.size(); ++use.wording) {
    const std::string initials = Initials(text::FoldPhrase(rule.phrases[use.wording].text));
    if (!initials.empty()) literals.Add(initials, use);
  }
}

void Compiler::CheckWrittenAliases(const Rule& rule) {
  std::unordered_map<std::string, const Wording*> phrases;
  for (const Wording& phrase : rule.phrases) phrases[text::FoldPhrase(phrase.text)] = &phrase;
  for (const Wording& alias : rule.aliases.written) {
    const auto phrase = phrases.find(text::FoldPhrase(alias.text));
    if (phrase != phrases.end()) {
      Refuse(alias, rule.id,
             "the alias '" + alias.text + "' is read as the phrase '" + phrase->second->text +
                 "', which is found anyway: delete the alias");
    } else if (text::HasSignAtEdge(alias.text)) {
      Refuse(alias, rule.id,
             "the alias '" + alias.text +
                 "' begins or ends with a sign that is skipped in reading: put a word on both "
                 "sides of the sign, or delete it");
    }
  }
}

void Compiler::AddRules() {
  using Role = Use::Role;
  for (std::uint32_t i = 0; i < list_.rules.size(); ++i) {
    const Rule& rule = list_.rules[i];
    if (rule.status == Status::kRetired) continue;  // what it still holds is looked for no more
    if (rule.phrases.empty() && rule.patterns.empty() && rule.near.empty() &&
        rule.numbers.empty() && !rule.requirement) {
      errors.push_back(
          {rule.origin, rule.id, "the rule has no phrase, pattern, words near or numbers"});
    }
    if (rule.severity == Severity::kUnspecified) {
      errors.push_back({rule.origin, rule.id, "the rule has no severity"});
    }
    const std::size_t errors_before = errors.size();
    AddLiterals(rule.phrases, {Role::kBan, false, i, 0});
    AddLiterals(rule.aliases.written, {Role::kBan, false, i, 0, Disguise::kAlias});
    if (errors.size() == errors_before) {
      CheckWrittenAliases(rule);
      if (rule.aliases.initials) AddInitials(rule, {Role::kBan, false, i, 0, Disguise::kInitials});
    }
    AddPatterns(rule.patterns, {Role::kBan, true, i, 0});
    AddNear(rule, {Role::kNear, true, i, 0});
    AddNumbers(rule, {Role::kNumber, true, i, 0});
    if (rule.requirement) AddRequirement(rule, i);
    AddLiterals(rule.exceptions, {Role::kException, false, i, 0});
    AddPatterns(rule.exception_patterns, {Role::kException, true, i, 0});
  }
}

void Compiler::AddRequirement(const Rule& rule, std::uint32_t index) {
  const Requirement& requirement = *rule.requirement;
  if (requirement.one_of.empty() && requirement.one_of_patterns.empty()) {
    errors.push_back({rule.origin, rule.id, "the rule requires no statement"});
  }
  AddLiterals(requirement.one_of, {Use::Role::kStatement, false, index, 0});
  AddPatterns(requirement.one_of_patterns, {Use::Role::kStatement, true, index, 0});
}

void Compiler::AddContexts() {
  using Role = Use::Role;
  for (std::uint32_t i = 0; i < list_.contexts.size(); ++i) {
    const Context& context = list_.contexts[i];
    AddLiterals(context.before, {Role::kBefore, false, i, 0});
    AddLiterals(context.after, {Role::kAfter, false, i, 0});
    AddLiterals(context.exceptions, {Role::kContextException, false, i, 0});
  }
}

void Compiler::CheckContexts(std::vector<std::vector<std::uint32_t>>& contexts) {
  std::unordered_map<std::string_view, std::uint32_t> ids;
  for (std::uint32_t i = 0; i < list_.contexts.size(); ++i) ids[list_.contexts[i].id] = i;
  for (const Rule& rule : list_.rules) {
    std::vector<std::uint32_t>& indexes = contexts.emplace_back();
    for (const ContextUse& use : rule.contexts) {
      const auto found = ids.find(use.context);
      if (found == ids.end()) {
        errors.push_back({use.origin, rule.id, "no context is called '" + use.context + "'"});
      } else {
        indexes.push_back(found->second);
      }
    }
  }
}

// Blames everything that a scanned-for thing is used for.
void Compiler::Blame(Inventory& inventory, std::size_t id, const std::string& message) {
  for (const Use& use : inventory.uses()[id]) Refuse(WordingOf(use, list_), IdOf(use), message);
}

// Proves on this machine that the scanner finds each literal.
void Compiler::CheckScanner(const Scanner& scanner) {
  for (const std::size_t id : NotFound(scanner, literals.texts())) {
    RuleError error;
    error.message = "the scanner does not find '" + literals.texts()[id] +
                    "' in itself: do not use this list on this machine";
    errors.push_back(std::move(error));
  }
}

// Refuses expressions that find anything: every character of a text that holds all atoms there are
// would be covered. Filters are left aside by naming every atom.
void Compiler::CheckExpressions(const Expressions& compiled) {
  const text::FoldedText probe = text::Fold(kProbe);
  std::vector<Expressions::AtomMatch> every_atom;
  for (std::uint32_t atom = 0; atom < compiled.atoms().size(); ++atom) {
    every_atom.push_back({atom, 0});
  }
  std::vector<Match> matches;
  if (compiled.Find(probe, std::move(every_atom), matches) != Scanner::Outcome::kComplete) {
    RuleError error;
    error.message = "the trial of the patterns did not finish: do not use this list";
    errors.push_back(std::move(error));
    return;
  }
  std::vector<std::vector<bool>> covered(expressions.texts().size());
  for (const Match& match : matches) {
    std::vector<bool>& bytes = covered[match.id];
    bytes.resize(probe.text.size());
    std::fill(bytes.begin() + match.begin, bytes.begin() + match.end, true);
  }
  for (std::size_t id = 0; id < covered.size(); ++id) {
    const bool all = !covered[id].empty() &&
                     std::find(covered[id].begin(), covered[id].end(), false) == covered[id].end();
    if (all) {
      Blame(expressions, id,
            "the pattern matches any text: name at least one word that must be there");
    }
  }
}

}  // namespace

Result<std::unique_ptr<const CompiledRules>, std::vector<RuleError>> CompiledRules::Compile(
    const NegativeList& list) {
  std::unique_ptr<CompiledRules> compiled(new CompiledRules);
  Compiler compiler(list);
  compiler.AddRules();
  compiler.AddContexts();
  compiler.CheckContexts(compiled->contexts_);
  auto expressions = Expressions::Compile(compiler.expressions.texts());
  if (!expressions) {
    for (const Expressions::Error& error : expressions.error()) {
      compiler.Blame(compiler.expressions, error.id, "the pattern " + error.message);
    }
    return Unexpected(std::move(compiler.errors));
  }
  compiled->expressions_ = std::move(*expressions);
  compiler.CheckExpressions(*compiled->expressions_);
  const std::vector<std::string>& atoms = compiled->expressions_->atoms();
  for (std::uint32_t atom = 0; atom < atoms.size(); ++atom) {
    const std::size_t id = compiler.literals.IdOf(atoms[atom]);
    compiled->atoms_.resize(std::max(compiled->atoms_.size(), id + 1), kNoAtom);
    compiled->atoms_[id] = atom;
  }
  compiled->atoms_.resize(compiler.literals.texts().size(), kNoAtom);
  auto scanner = Scanner::Compile(compiler.literals.texts());
  if (!scanner) {
    for (const ScannerError& error : scanner.error()) {
      compiler.Blame(compiler.literals, error.id,
                     "the phrase cannot be compiled: " + error.message);
    }
  } else {
    compiled->scanner_ = std::move(*scanner);
    compiler.CheckScanner(*compiled->scanner_);
  }
  if (!compiler.errors.empty()) return Unexpected(std::move(compiler.errors));
  auto sounds = SoundAliases::Compile(list.rules);
  if (!sounds) return Unexpected(std::move(sounds.error()));
  compiled->sounds_ = std::move(*sounds);
  compiled->splits_ = std::any_of(list.rules.begin(), list.rules.end(),
                                  [](const Rule& rule) { return rule.aliases.split; });
  for (std::uint32_t i = 0; i < list.rules.size(); ++i) {
    const Rule& rule = list.rules[i];
    if (rule.requirement && rule.status != Status::kRetired) compiled->requiring_.push_back(i);
  }
  compiled->literals_ = std::move(compiler.literals.uses());
  compiled->patterns_ = std::move(compiler.expressions.uses());
  return std::unique_ptr<const CompiledRules>(std::move(compiled));
}

}  // namespace redline
