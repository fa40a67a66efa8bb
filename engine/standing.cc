#include "engine/standing.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/boundary.h"
#include "engine/text/disguise.h"
#include "engine/text/signs.h"
#include "engine/text/word_break.h"

namespace redline {
namespace {

bool IsLongEnoughForLeet(const Found& ban, const ScannedPassage& passage, const Ruleset& ruleset) {
  if (!passage.respelling || passage.respelling->disguise != Disguise::kLeet) return true;
  const std::vector<Disguise>& with = ruleset.rules()[ban.rule].folds.with;
  if (std::find(with.begin(), with.end(), Disguise::kLeet) != with.end()) return true;
  const std::string_view read = std::string_view(passage.folded.text)
                                    .substr(ban.range.begin, ban.range.end - ban.range.begin);
  const bool han = std::any_of(read.begin(), read.end(), [](char byte) { return byte < 0; });
  return han || read.size() >= kMinLeetLetters;
}

// Whether the letters of a match are a word of another script, and its phrase is not of that
// script.
bool IsForeign(const Found& ban, const ScannedPassage& passage, const Ruleset& ruleset) {
  if (!text::IsForeignWord(passage.folded, passage.visible(), ban.range)) return false;
  if (ban.use.pattern) return true;
  const std::string& phrase = WordingOf(ban.use, ruleset.list()).text;
  const text::FoldedText folded = text::Fold(phrase);
  return !text::IsForeignWord(folded, phrase, {0, static_cast<std::uint32_t>(folded.text.size())});
}

// Whether the rule sees through every disguise that the match takes.
bool IsSeenThrough(const Found& ban, const ScannedPassage& passage, const Ruleset& ruleset) {
  const std::vector<Disguise>& without = ruleset.rules()[ban.rule].folds.without;
  if (without.empty()) return true;
  const std::string& phrase = WordingOf(ban.use, ruleset.list()).text;
  const std::vector<Disguise> disguises =
      passage.DisguisesOf(ban.range, ban.use.pattern ? std::string_view() : phrase);
  return std::find_first_of(disguises.begin(), disguises.end(), without.begin(), without.end()) ==
         disguises.end();
}

// Whether a spelling that is no phrase stands as its kind must.
std::optional<Fate> WhyNotAsAlias(const Found& ban, const ScannedPassage& passage,
                                  const Ruleset& ruleset) {
  if (ban.use.alias == Disguise::kInitials &&
      !text::StandsAlone(passage.folded, passage.visible(), ban.range)) {
    return Fate::kCutsToken;
  }
  if (ban.use.alias == Disguise::kAlias &&
      !text::HoldsSigns(passage.folded, passage.visible(), ban.range,
                        WordingOf(ban.use, ruleset.list()).text)) {
    return Fate::kNoSign;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Fate> WhyNot(const Found& ban, const ScannedPassage& passage,
                           const Ruleset& ruleset) {
  if (text::CutsToken(passage.folded, passage.visible(), ban.range)) return Fate::kCutsToken;
  if (ruleset.rules()[ban.rule].boundary == Boundary::kWord &&
      text::CutsWord(passage.folded, passage.visible(), ban.range)) {
    return Fate::kCutsWord;
  }
  if (const auto fate = WhyNotAsAlias(ban, passage, ruleset)) return fate;
  if (!IsLongEnoughForLeet(ban, passage, ruleset)) return Fate::kTooShort;
  if (!IsSeenThrough(ban, passage, ruleset)) return Fate::kDisguise;
  if (IsForeign(ban, passage, ruleset)) return Fate::kForeignWord;
  return std::nullopt;
}

bool TakesRespelling(const Found& ban, const ScannedPassage& passage) {
  return passage.respelling->text.map().Interrupted(
      passage.folded.map.SourceOf(ban.range, passage.visible()));
}

}  // namespace redline
