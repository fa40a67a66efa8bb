// An author's pattern: rewritten, compiled, and looked for behind the filter of its words. Whatever
// RE2 finds without a filter must be found with it.
//
// Input: the pattern, a newline, the draft.
#include <re2/re2.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/expression.h"
#include "engine/expressions.h"
#include "engine/scanner.h"
#include "engine/text/fold.h"
#include "engine/text/fold_table.h"
#include "engine/text/spaced_text.h"
#include "tests/fuzz/drawn_text.h"
#include "tests/fuzz/require.h"

namespace redline::fuzz {
namespace {

constexpr std::size_t kMaxPattern = 120;  // bytes; larger ones take long to compile
constexpr std::size_t kMaxDraft = 200;    // bytes; below what expressions.cc calls a long match

using Places = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// From each place of each sentence the longest match that begins there.
Places FindUnfiltered(const std::string& rewritten, const text::FoldedText& folded) {
  re2::RE2::Options options;
  options.set_longest_match(true);
  options.set_log_errors(false);
  const re2::RE2 expression(rewritten, options);
  const text::SpacedText spaced = text::Space(folded);
  const re2::StringPiece whole(spaced.text);
  Places places;
  for (std::size_t begin = 0; begin < whole.size();) {
    std::size_t end = spaced.text.find(text::kSentenceMark, begin);
    end = end == std::string::npos ? whole.size() : end + 1;
    for (std::size_t at = begin; at < end; at += text::SequenceLength(spaced.text[at])) {
      re2::StringPiece found;
      if (!expression.Match(whole, at, end, re2::RE2::ANCHOR_START, &found, 1)) continue;
      const auto from = spaced.ToFolded(static_cast<std::uint32_t>(at));
      const auto to = spaced.ToFolded(static_cast<std::uint32_t>(at + found.size()));
      if (from < to) places.emplace_back(from, to);
    }
    begin = end;
  }
  return places;
}

Places FindFiltered(const Expressions& expressions, const text::FoldedText& folded) {
  std::vector<Expressions::AtomMatch> atoms;
  if (!expressions.atoms().empty()) {
    const auto scanner = Scanner::Compile(expressions.atoms());
    Require(scanner.has_value(), "atoms can be scanned for");
    std::vector<Match> found;
    Require((*scanner)->Scan(folded.text, found) == Scanner::Outcome::kComplete,
            "a short text is scanned");
    for (const Match& match : found) atoms.push_back({match.id, match.begin});
  }
  std::vector<Match> matches;
  Require(expressions.Find(folded, std::move(atoms), matches) == Scanner::Outcome::kComplete,
          "a short text is searched");
  Places places;
  for (const Match& match : matches) places.emplace_back(match.begin, match.end);
  return places;
}

void Sort(Places& places) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
}

void Check(std::string_view pattern, std::string_view draft) {
  if (pattern.size() > kMaxPattern || draft.size() > kMaxDraft) return;
  const auto rewritten = RewritePattern(pattern);
  if (!rewritten) {
    Require(!rewritten.error().empty(), "a refusal says why");
    return;
  }
  Require(!text::FirstInvalidUtf8(*rewritten), "a rewritten pattern is well-formed");
  const auto expressions = Expressions::Compile({*rewritten});
  if (!expressions) {
    Require(!expressions.error().empty() && !expressions.error()[0].message.empty(),
            "a refusal says why");
    return;
  }
  for (const std::string& atom : (*expressions)->atoms()) {
    Require(!atom.empty(), "no atom is empty");
  }
  const text::FoldedText folded = text::Fold(draft);
  Places want = FindUnfiltered(*rewritten, folded);
  Places got = FindFiltered(**expressions, folded);
  Sort(want);
  Sort(got);
  Require(got == want, "the filter leaves nothing out");
}

}  // namespace
}  // namespace redline::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = redline::fuzz::WellFormed(redline::fuzz::View(data, size));
  const std::size_t line = std::min(text.find('\n'), text.size());
  redline::fuzz::Check(std::string_view(text).substr(0, line),
                       std::string_view(text).substr(std::min(line + 1, text.size())));
  return 0;
}
