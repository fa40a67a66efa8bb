#include "engine/expressions.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <utility>

#include "engine/text/fold_table.h"
#include "engine/text/spaced_text.h"
#include "engine/text/utf8.h"

namespace redline {
namespace {

// Shorter atoms, such as %, stand in most sentences and would filter nothing.
constexpr int kMinAtomBytes = 2;
// Instructions of one compiled expression; the shipped list stays below 3,000. Bounds memory and
// the time to compile what an author writes.
constexpr int kMaxProgram = 20'000;
// A match up to this long may hide another that begins inside it; both are found.
constexpr std::size_t kOverlapBytes = 256;

re2::RE2::Options OptionsOf() {
  re2::RE2::Options options;
  options.set_longest_match(true);
  options.set_log_errors(false);
  options.set_max_mem(64 << 20);
  return options;
}

// An atom as the scanner can find it: folded text has no blanks.
std::string WithoutBlanks(std::string atom) {
  std::erase(atom, ' ');
  return atom;
}

}  // namespace

class Expressions::Filter {
 public:
  re2::FilteredRE2 tree{kMinAtomBytes};
  std::vector<std::vector<int>>
      nodes_of_atoms;           // by atom; several nodes may read the same unspaced
  std::vector<bool> always;     // by expression: no atom can rule it out
  std::vector<int> unfiltered;  // expressions that no atom can rule out

  // Which expressions may match a sentence that holds these atoms.
  std::vector<int> Candidates(const std::vector<AtomMatch>& atoms, std::size_t first,
                              std::size_t last) const {
    if (first == last) return unfiltered;
    std::vector<int> nodes;
    for (std::size_t i = first; i < last; ++i) {
      const std::vector<int>& of_atom = nodes_of_atoms[atoms[i].atom];
      nodes.insert(nodes.end(), of_atom.begin(), of_atom.end());
    }
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    std::vector<int> candidates;
    tree.AllPotentials(nodes, &candidates);
    candidates.insert(candidates.end(), unfiltered.begin(), unfiltered.end());
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    return candidates;
  }
};

Result<std::unique_ptr<const Expressions>, std::vector<Expressions::Error>> Expressions::Compile(
    const std::vector<std::string>& expressions) {
  auto filter = std::make_unique<Filter>();
  const re2::RE2::Options options = OptionsOf();
  std::vector<Error> errors;
  for (std::size_t id = 0; id < expressions.size(); ++id) {
    int added = 0;
    if (filter->tree.Add(expressions[id], options, &added) != re2::RE2::NoError) {
      errors.push_back({id, "cannot be compiled: " + re2::RE2(expressions[id], options).error()});
      continue;
    }
    const re2::RE2& expression = filter->tree.GetRE2(added);
    if (re2::RE2::FullMatch("", expression)) {
      errors.push_back({id, "can match nothing at all: at least one character must be required"});
    } else if (expression.ProgramSize() > kMaxProgram) {
      errors.push_back({id, "costs too much: make its repeats and alternatives smaller"});
    }
  }
  if (!errors.empty()) return Unexpected(std::move(errors));

  std::vector<std::string> words;
  if (!expressions.empty()) {
    filter->tree.Compile(&words);
    filter->tree.AllPotentials({}, &filter->unfiltered);
  }
  std::vector<std::string> atoms;
  std::map<std::string, std::size_t> known;
  for (std::size_t node = 0; node < words.size(); ++node) {
    const auto [atom, added] = known.try_emplace(WithoutBlanks(words[node]), atoms.size());
    if (added) {
      atoms.push_back(atom->first);
      filter->nodes_of_atoms.emplace_back();
    }
    filter->nodes_of_atoms[atom->second].push_back(static_cast<int>(node));
  }
  return std::unique_ptr<const Expressions>(new Expressions(std::move(filter), std::move(atoms)));
}

Expressions::Expressions(std::unique_ptr<const Filter> filter, std::vector<std::string> atoms)
    : filter_(std::move(filter)), atoms_(std::move(atoms)) {}

Expressions::~Expressions() = default;

Scanner::Outcome Expressions::Find(const text::FoldedText& folded, std::vector<AtomMatch> atoms,
                                   std::vector<Match>& matches) const {
  if (filter_->tree.NumRegexps() == 0) return Scanner::Outcome::kComplete;
  if (atoms.empty() && filter_->unfiltered.empty()) return Scanner::Outcome::kComplete;
  std::sort(atoms.begin(), atoms.end(),
            [](const AtomMatch& a, const AtomMatch& b) { return a.begin < b.begin; });
  const text::SpacedText spaced = text::Space(folded);
  const re2::StringPiece whole(spaced.text);
  std::size_t room = Scanner::kMaxMatches;

  // A sentence ends behind its mark, so that an expression may ask for the end of one.
  std::size_t atom = 0;
  for (std::size_t begin = 0; begin < whole.size();) {
    std::size_t end = spaced.text.find(text::kSentenceMark, begin);
    end = end == std::string::npos ? whole.size() : end + 1;
    const std::uint32_t folded_end = spaced.ToFolded(static_cast<std::uint32_t>(end));
    const std::size_t first = atom;
    while (atom < atoms.size() && atoms[atom].begin < folded_end) ++atom;
    for (const int id : filter_->Candidates(atoms, first, atom)) {
      const re2::RE2& expression = filter_->tree.GetRE2(id);
      re2::StringPiece found;
      for (std::size_t from = begin; from < end;) {
        if (!expression.Match(whole, from, end, re2::RE2::UNANCHORED, &found, 1)) break;
        const auto at = static_cast<std::size_t>(found.data() - whole.data());
        if (room-- == 0) return Scanner::Outcome::kTooManyMatches;
        const Match match{static_cast<std::uint32_t>(id),
                          spaced.ToFolded(static_cast<std::uint32_t>(at)),
                          spaced.ToFolded(static_cast<std::uint32_t>(at + found.size()))};
        if (match.begin < match.end) matches.push_back(match);
        from = found.size() > kOverlapBytes ? at + found.size()
                                            : at + text::SequenceLength(spaced.text[at]);
      }
    }
    begin = end;
  }
  return Scanner::Outcome::kComplete;
}

}  // namespace redline
