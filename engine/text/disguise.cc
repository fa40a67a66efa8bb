#include "engine/text/disguise.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <bitset>
#include <optional>

#include "engine/text/fold_table.h"
#include "engine/text/han_variants.h"
#include "engine/text/utf8.h"

namespace redline::text {
namespace {

UScriptCode ScriptOf(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool IsWide(char32_t c) { return c >= 0x2E80; }

bool IsLatinByScript(char32_t c) {
  const UScriptCode script = ScriptOf(c);
  return script == USCRIPT_LATIN || script == USCRIPT_COMMON;
}

// Quotes, brackets and blanks: what honest copy puts around and between words.
bool IsOrdinary(char32_t c) {
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return u_isspace(static_cast<UChar32>(c)) || c == U'"' || c == U'\'' ||
         (mask & (U_GC_PS_MASK | U_GC_PE_MASK | U_GC_PI_MASK | U_GC_PF_MASK)) != 0;
}

bool IsDash(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_DASH_PUNCTUATION; }

// Whether honest copy may skip `gap` between two characters of a word or phrase.
bool IsOrdinaryGap(std::string_view gap, bool wide) {
  for (std::size_t i = 0; i < gap.size(); i += SequenceLength(gap[i])) {
    const char32_t c = CodePointAt(gap, i);
    if (!IsOrdinary(c) && (wide || !(IsDash(c) || c == U'/'))) return false;
  }
  return true;
}

// One folded character with the source it comes from and the source skipped before it.
struct Origin {
  std::uint32_t folded = 0;
  char32_t read = 0;
  char32_t written = 0;
  std::string_view skipped;
  bool gap = false;
};

// 一 is read as 1, but stands in a word as 壹 does.
bool IsWrittenWide(const Origin& origin) {
  return IsWide(origin.read) || ScriptOf(origin.written) == USCRIPT_HAN;
}

// Calls `visit` for each character of the folded text in `range`, in order.
template <typename Visit>
void ForEachOrigin(const FoldedText& folded, std::string_view source, Range range, Visit visit) {
  std::uint32_t behind = 0;  // source end of the last character
  for (std::uint32_t at = range.begin; at < range.end;) {
    const auto next = at + static_cast<std::uint32_t>(SequenceLength(folded.text[at]));
    const Range from = folded.map.SourceOf({at, next}, source);
    Origin origin;
    origin.folded = at;
    origin.read = CodePointAt(folded.text, at);
    origin.written = CodePointAt(source, from.begin);
    if (at > range.begin && from.begin > behind) {
      origin.skipped = source.substr(behind, from.begin - behind);
      origin.gap = folded.map.GapBefore(at);
    }
    visit(origin);
    behind = from.end;
    at = next;
  }
}

// What turned the written character into the one that was read.
std::optional<Disguise> OfCharacter(char32_t written, char32_t read) {
  const auto c = static_cast<UChar32>(written);
  if (written == read || static_cast<char32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT)) == read) {
    return std::nullopt;
  }
  const auto width = static_cast<UEastAsianWidth>(u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH));
  if (width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH) return Disguise::kWidth;
  const auto decomposition =
      static_cast<UDecompositionType>(u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE));
  if (ScriptOf(written) == USCRIPT_HAN && decomposition != U_DT_NONE) return Disguise::kLetterForm;
  const bool digit = read >= U'0' && read <= U'9';
  if (digit || (ScriptOf(read) == USCRIPT_HAN && u_getNumericValue(c) >= 10)) {
    return Disguise::kNumeral;
  }
  if (ScriptOf(written) == USCRIPT_HAN) {
    return CommonForm(written) == 0 ? Disguise::kTraditional : Disguise::kHanVariant;
  }
  if (u_isalpha(c) && !IsLatinByScript(written) && decomposition == U_DT_NONE) {
    return Disguise::kLookalike;
  }
  if (decomposition == U_DT_CANONICAL) return Disguise::kCombiningMark;
  return Disguise::kLetterForm;
}

class Collected {
 public:
  void Add(Disguise disguise) { found_.set(static_cast<std::size_t>(disguise)); }

  // Skipped invisible characters and marks. What belongs to an emoji (joiners, selectors) is none.
  void AddSkipped(std::string_view skipped) {
    bool emoji = false;
    for (std::size_t i = 0; i < skipped.size(); i += SequenceLength(skipped[i])) {
      const char32_t c = CodePointAt(skipped, i);
      const auto icu_char = static_cast<UChar32>(c);
      if (FoldTable::Get().Find(c).kind() != FoldKind::kDrop) {
        emoji = u_hasBinaryProperty(icu_char, UCHAR_EMOJI);
        continue;
      }
      if (emoji && (c == 0x200D || u_hasBinaryProperty(icu_char, UCHAR_VARIATION_SELECTOR)))
        continue;
      const int8_t category = u_charType(icu_char);
      const bool mark = category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK;
      Add(mark && !u_hasBinaryProperty(icu_char, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)
              ? Disguise::kCombiningMark
              : Disguise::kInvisible);
    }
  }

  std::vector<Disguise> List() const {
    std::vector<Disguise> list;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (found_.test(i)) list.push_back(static_cast<Disguise>(i));
    }
    return list;
  }

 private:
  std::bitset<static_cast<std::size_t>(Disguise::kAlias) + 1> found_;
};

bool HoldsLetter(std::string_view skipped) {
  for (std::size_t i = 0; i < skipped.size(); i += SequenceLength(skipped[i])) {
    const char32_t c = CodePointAt(skipped, i);
    if (u_isalpha(static_cast<UChar32>(c)) &&
        FoldTable::Get().Find(c).kind() != FoldKind::kDrop) {  // U+115F is a letter, and invisible
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Disguise> DisguisesOf(const FoldedText& folded, std::string_view source, Range range,
                                  std::string_view phrase) {
  const FoldedText written = Fold(phrase);
  const std::string_view read =
      std::string_view(folded.text).substr(range.begin, range.end - range.begin);
  const std::size_t shift = written.text.find(read);  // marks at the phrase's edges are not scanned
  const bool aligned = !phrase.empty() && shift != std::string::npos;

  Collected found;
  bool wide_before = false;
  std::uint32_t phrase_behind = 0;  // end of the phrase's last character
  ForEachOrigin(folded, source, range, [&](const Origin& origin) {
    bool phrase_gap = false;
    std::string_view phrase_skipped;
    char32_t meant = 0;
    if (aligned) {
      const auto at = static_cast<std::uint32_t>(origin.folded - range.begin + shift);
      const auto end = at + static_cast<std::uint32_t>(SequenceLength(written.text[at]));
      const Range from = written.map.SourceOf({at, end}, phrase);
      meant = CodePointAt(phrase, from.begin);
      if (phrase_behind > 0 && phrase_behind < from.begin) {
        phrase_skipped = phrase.substr(phrase_behind, from.begin - phrase_behind);
      }
      phrase_behind = from.end;
      phrase_gap = written.map.GapBefore(at);
    }
    if (!origin.skipped.empty() && origin.skipped != phrase_skipped) {
      const bool wide = wide_before && IsWrittenWide(origin);
      const bool mixed = wide_before != IsWrittenWide(origin);
      if (!origin.gap && HoldsLetter(origin.skipped)) {
        found.Add(Disguise::kReading);
      } else {
        found.AddSkipped(origin.skipped);
        const bool may_part = aligned ? phrase_gap || mixed : true;
        if (origin.gap && !(may_part && IsOrdinaryGap(origin.skipped, wide))) {
          found.Add(Disguise::kSeparator);
        }
      }
    }
    if (origin.written != meant) {
      const bool numeral = aligned && origin.read >= U'0' && origin.read <= U'9' &&
                           origin.written == origin.read && IsWide(meant);
      const auto disguise =
          numeral ? std::optional(Disguise::kNumeral) : OfCharacter(origin.written, origin.read);
      // A pattern does not say how it wants its numerals: 一 and 1 are both as expected.
      const bool expected =
          !aligned && disguise == Disguise::kNumeral && ScriptOf(origin.written) == USCRIPT_HAN;
      if (disguise && !expected) found.Add(*disguise);
    }
    wide_before = IsWrittenWide(origin);
  });
  return found.List();
}

bool ReadsAsWritten(const FoldedText& folded, std::string_view source, Range range, Range core) {
  bool plain = true;
  char32_t previous = 0;
  ForEachOrigin(folded, source, range, [&](const Origin& origin) {
    const bool inside = origin.folded > core.begin && origin.folded < core.end;
    if (!inside && origin.gap) {
      const bool wide = IsWide(previous) || IsWide(origin.read);
      plain = plain && IsOrdinaryGap(origin.skipped, wide);
    }
    previous = origin.read;
  });
  return plain;
}

bool IsForeignWord(const FoldedText& folded, std::string_view source, Range range) {
  bool latin = false;
  bool foreign = false;
  ForEachOrigin(folded, source, range, [&](const Origin& origin) {
    if (origin.read < U'a' || origin.read > U'z') {
      latin = latin || IsWide(origin.read);
      return;
    }
    (IsLatinByScript(origin.written) ? latin : foreign) = true;
  });
  return foreign && !latin;
}

}  // namespace redline::text
