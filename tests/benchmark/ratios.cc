// Prints the ratios that the engine is held to, each beside its goal (docs/benchmarks.md).
//
//   ratios            all of them, about two minutes
//   ratios --smoke    tiny rounds: checks the counts, the figures mean nothing
//
// Absolute times depend on the machine and are not printed. Exit code: 0 measured (whatever the
// figures), 1 something was counted wrong.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/compiled_rules.h"
#include "engine/expression.h"
#include "engine/expressions.h"
#include "engine/scanner.h"
#include "engine/text/fold.h"
#include "engine/text/spaced_text.h"
#include "engine/text/visible_text.h"
#include "tests/benchmark/icu_fold.h"
#include "tests/benchmark/lists.h"
#include "tests/benchmark/paired.h"
#include "tests/benchmark/prose.h"
#include "tests/benchmark/raw_scan.h"
#include "tests/benchmark/wordings.h"

namespace redline::benchmarks {
namespace {

constexpr std::size_t kDraftBytes = 2'000;

struct Effort {
  std::size_t drafts = 1'500;
  std::size_t samples = 11;
  double least_seconds = 0.05;
};

[[noreturn]] void Fail(const std::string& what) {
  std::fprintf(stderr, "ratios: %s\n", what.c_str());
  std::exit(1);
}

enum class Goal { kNone, kAtLeast, kAtMost };

void Print(std::string_view what, TextKind kind, PairedRatio ratio, Goal goal, double bound) {
  std::string told = "-";
  if (goal != Goal::kNone) {
    char text[32];
    std::snprintf(text, sizeof text, "%s %g", goal == Goal::kAtLeast ? ">=" : "<=", bound);
    const bool met = goal == Goal::kAtLeast ? ratio.median >= bound : ratio.median <= bound;
    told = std::string(text) + (met ? "  met" : "  MISSED");
  }
  std::printf("%-52s %-12s %8.2f  (%.2f to %.2f)  %s\n", std::string(what).c_str(),
              std::string(Name(kind)).c_str(), ratio.median, ratio.low, ratio.high, told.c_str());
  std::fflush(stdout);
}

// Goals that say "so many times faster" need the ratio of speeds.
PairedRatio Inverse(PairedRatio ratio) { return {1 / ratio.median, 1 / ratio.high, 1 / ratio.low}; }

class Ratios {
 public:
  explicit Ratios(Effort effort) : effort_(effort) {}

  void Fold(TextKind kind) const {
    const Prose prose(kind, effort_.drafts * (kDraftBytes + 400));
    const std::vector<Piece> drafts = prose.Pieces(kDraftBytes, effort_.drafts);
    const IcuFold icu;
    const auto fold = [&](std::size_t) {
      std::size_t bytes = 0;
      for (const Piece& draft : drafts) {
        Use(text::Fold(draft.sent).text);
        bytes += draft.sent.size();
      }
      return bytes;
    };
    std::string folded;
    const auto casefold = [&](std::size_t) {
      std::size_t bytes = 0;
      for (const Piece& draft : drafts) {
        icu.Casefold(draft.sent, folded);
        Use(folded);
        bytes += draft.sent.size();
      }
      return bytes;
    };
    // A hundred times slower: each sample takes other drafts.
    const auto full = [&](std::size_t sample) {
      std::size_t bytes = 0;
      constexpr std::size_t kSome = 20;
      for (std::size_t i = 0; i < kSome; ++i) {
        const Piece& draft = drafts[(sample * kSome + i) % drafts.size()];
        icu.Full(draft.sent, folded);
        Use(folded);
        bytes += draft.sent.size();
      }
      return bytes;
    };
    Print("speed: fold with map / full ICU pipeline", kind, Inverse(Measure(fold, full)),
          Goal::kAtLeast, 60);
    Print("speed: fold with map / ICU NFKC casefold alone", kind, Inverse(Measure(fold, casefold)),
          Goal::kAtLeast, 1.2);
  }

  void FoldAndScan(TextKind kind, std::size_t phrases, double bound) const {
    const Prose prose(kind, effort_.drafts * (kDraftBytes + 400));
    const std::vector<Piece> drafts = prose.Pieces(kDraftBytes, effort_.drafts);
    std::vector<std::string> folded;
    for (const Piece& draft : drafts) folded.push_back(text::Fold(draft.sent).text);
    const std::vector<std::string> literals = FoldAll(MakePhrases(prose, phrases));
    const auto scanner = Scanner::Compile(literals);
    const RawScan raw(RawScan::Kind::kLiterals, literals);
    const std::size_t expected = Counts::OfPlanted(prose).In(drafts);

    std::vector<Match> matches;
    const auto engine = [&](std::size_t) {
      std::size_t found = 0;
      for (const Piece& draft : drafts) {
        const text::FoldedText text = text::Fold(draft.sent);
        matches.clear();
        if ((*scanner)->Scan(text.text, matches) != Scanner::Outcome::kComplete) {
          Fail("not scanned");
        }
        for (const Match& match : matches) {
          const Range source = text.map.SourceOf({match.begin, match.end}, draft.sent);
          found += source.end > source.begin ? 1 : 0;
        }
      }
      if (found != expected) Fail("the engine counts otherwise");
      return drafts.size();
    };
    const auto bare = [&](std::size_t) {
      std::size_t found = 0;
      for (const std::string& text : folded) found += raw.Count(text);
      if (found != expected) Fail("Hyperscan counts otherwise");
      return folded.size();
    };
    Print("time: fold + literals + map / hs_scan, " + std::to_string(phrases), kind,
          Measure(engine, bare), Goal::kAtMost, bound);
    const auto scan = [&](std::size_t) {
      for (const std::string& text : folded) {
        matches.clear();
        if ((*scanner)->Scan(text, matches) != Scanner::Outcome::kComplete) {
          Fail("not scanned");
        }
      }
      return folded.size();
    };
    Print("time: scanner alone / hs_scan, " + std::to_string(phrases), kind, Measure(scan, bare),
          Goal::kNone, 0);
  }

  // HTML bodies of about 20 KB: reading alone, and the whole review.
  void Html(TextKind kind, std::size_t phrases) const {
    constexpr std::size_t kTextBytes = 9'000;
    const std::size_t count = effort_.drafts / 10;
    const Prose prose(kind, count * (kTextBytes + 400));
    const std::vector<Piece> pieces = prose.Pieces(kTextBytes, count);
    const std::vector<Draft> plain = MakeDrafts(pieces);
    const std::vector<Draft> drafts = MakeHtmlDrafts(pieces);
    const auto ruleset = CompileOrExit(MakeList(MakePhrases(prose, phrases), {}));
    const std::size_t expected = Counts::OfPlanted(prose).In(pieces);
    if (CountPhraseViolations(drafts, ruleset) != expected ||
        CountPhraseViolations(plain, ruleset) != expected) {
      Fail("HTML counts otherwise");
    }
    const auto read = [&](std::size_t) {
      for (const Draft& draft : drafts) Use(text::ReadHtml(draft.passages[0].text).front().text());
      return drafts.size();
    };
    const auto review = [&ruleset](const std::vector<Draft>& some) {
      return [&ruleset, &some](std::size_t) {
        for (const Draft& draft : some) {
          if (!Review(draft, ruleset, {.as_of = kToday, .cancelled = {}})) Fail("not reviewed");
        }
        return some.size();
      };
    };
    const std::string size = std::to_string(phrases);
    Print("time: review of HTML / reading it, " + size, kind, Measure(review(drafts), read),
          Goal::kNone, 0);
    Print("time: review of HTML / of its text alone, " + size, kind,
          Measure(review(drafts), review(plain)), Goal::kNone, 0);
  }

  void WholeReview(TextKind kind, std::size_t phrases, std::size_t expressions) const {
    const Prose prose(kind, effort_.drafts * (kDraftBytes + 400));
    const std::vector<Piece> pieces = prose.Pieces(kDraftBytes, effort_.drafts);
    const std::vector<Draft> drafts = MakeDrafts(pieces);
    const auto wordings = MakePhrases(prose, phrases);
    const auto gaps = MakeExpressions(prose, expressions);
    const auto ruleset = CompileOrExit(MakeList(wordings, gaps));
    if (CountPhraseViolations(drafts, ruleset) != Counts::OfPlanted(prose).In(pieces)) {
      Fail("a review counts otherwise");
    }
    std::vector<std::string> rewritten;
    for (const GapExpression& gap : gaps) rewritten.push_back(*RewritePattern(gap.Pattern()));
    const RawScan literals(RawScan::Kind::kLiterals, FoldAll(wordings));
    const RawScan patterns(RawScan::Kind::kExpressions, rewritten);
    std::vector<text::FoldedText> folded;
    std::vector<std::string> spaced;
    std::size_t ends = 0;
    for (const Piece& piece : pieces) {
      folded.push_back(text::Fold(piece.sent));
      spaced.push_back(text::Space(folded.back()).text);
      ends += patterns.Count(spaced.back());
    }
    if (ends != Counts::OfEnds(prose, gaps).In(pieces)) Fail("Hyperscan counts otherwise");

    const auto review = [&](std::size_t) {
      for (const Draft& draft : drafts) {
        if (!Review(draft, ruleset, {.as_of = kToday, .cancelled = {}})) Fail("not reviewed");
      }
      return drafts.size();
    };
    const auto bare = [&](std::size_t) {
      for (std::size_t i = 0; i < folded.size(); ++i) {
        literals.Count(folded[i].text);
        patterns.Count(spaced[i]);
      }
      return folded.size();
    };
    const std::string size = std::to_string(phrases) + " + " + std::to_string(expressions);
    Print("time: review / hs_scan of both kinds, " + size, kind, Measure(review, bare),
          Goal::kAtMost, 1.2);

    const CompiledRules& compiled = ruleset->compiled();
    std::vector<Match> matches;
    const auto scans = [&](std::size_t) {
      for (const text::FoldedText& text : folded) {
        matches.clear();
        bool complete = compiled.scanner().Scan(text.text, matches) == Scanner::Outcome::kComplete;
        std::vector<Expressions::AtomMatch> atoms;
        for (const Match& match : matches) {
          const std::uint32_t atom = compiled.AtomOfLiteral(match.id);
          if (atom != CompiledRules::kNoAtom) atoms.push_back({atom, match.begin});
        }
        matches.clear();
        complete = complete && compiled.expressions().Find(text, std::move(atoms), matches) ==
                                   Scanner::Outcome::kComplete;
        if (!complete) Fail("not scanned");
      }
      return folded.size();
    };
    Print("time: review / its own scans, " + size, kind, Measure(review, scans), Goal::kNone, 0);
  }

  void ReviewWithAliases(TextKind kind, std::size_t phrases) const {
    const Prose prose(kind, effort_.drafts * (kDraftBytes + 400));
    const std::vector<Piece> pieces = prose.Pieces(kDraftBytes, effort_.drafts);
    const std::vector<Draft> drafts = MakeDrafts(pieces);
    NegativeList list = MakeList(MakePhrases(prose, phrases), {});
    const auto plain = CompileOrExit(list);
    for (Rule& rule : list.rules) {
      rule.aliases = {
          .pinyin = true, .homophones = true, .initials = true, .split = true, .written = {}};
    }
    const auto aliased = CompileOrExit(std::move(list));
    const std::size_t expected = Counts::OfPlanted(prose).In(pieces);
    for (const auto& ruleset : {plain, aliased}) {
      if (CountPhraseViolations(drafts, ruleset) != expected) Fail("a review counts otherwise");
    }
    const auto review_by = [&](const std::shared_ptr<const Ruleset>& ruleset) {
      return [&drafts, &ruleset](std::size_t) {
        for (const Draft& draft : drafts) {
          if (!Review(draft, ruleset, {.as_of = kToday, .cancelled = {}})) Fail("not reviewed");
        }
        return drafts.size();
      };
    };
    Print("time: review with aliases / without, " + std::to_string(phrases), kind,
          Measure(review_by(aliased), review_by(plain)), Goal::kNone, 0);
  }

 private:
  static void Use(const std::string& text) {
    asm volatile("" : : "r"(text.data()) : "memory");  // the work must not be left out
  }

  static std::vector<std::string> FoldAll(const std::vector<std::string>& texts) {
    std::vector<std::string> folded;
    for (const std::string& text : texts) folded.push_back(text::Fold(text).text);
    return folded;
  }

  template <typename Numerator, typename Denominator>
  PairedRatio Measure(const Numerator& numerator, const Denominator& denominator) const {
    return MeasureRatio(effort_.samples, effort_.least_seconds, numerator, denominator);
  }

  const Effort effort_;
};

}  // namespace
}  // namespace redline::benchmarks

int main(int argc, char** argv) {
  using redline::benchmarks::Effort;
  using redline::benchmarks::Ratios;
  using redline::benchmarks::TextKind;
  const bool smoke = argc > 1 && std::string_view(argv[1]) == "--smoke";
  const Effort effort = smoke ? Effort{.drafts = 100, .samples = 1, .least_seconds = 0} : Effort{};
  const Ratios ratios(effort);
  std::printf("%-52s %-12s %8s  %s\n", "ratio of", "text", "median", "(range)  goal");
  for (const TextKind kind : {TextKind::kCopy, TextKind::kProse, TextKind::kTraditional,
                              TextKind::kDisguised, TextKind::kEnglish}) {
    ratios.Fold(kind);
  }
  for (const TextKind kind : {TextKind::kCopy, TextKind::kProse}) {
    ratios.FoldAndScan(kind, 1'000, 2.7);
    ratios.FoldAndScan(kind, smoke ? 2'000 : 10'000, 1.5);
  }
  ratios.Html(TextKind::kProse, smoke ? 1'000 : 10'000);
  ratios.WholeReview(TextKind::kProse, smoke ? 1'000 : 10'000, smoke ? 20 : 500);
  ratios.ReviewWithAliases(TextKind::kProse, 1'000);
  return 0;
}
