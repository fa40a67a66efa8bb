#include "engine/text/code_point_fold.h"

#include <unicode/normalizer2.h>
#include <unicode/rbnf.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/usetiter.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>
#include <vector>

#include "engine/text/fold_table.h"
#include "engine/text/han_variants.h"
#include "engine/text/named_letters.h"

namespace redline::text {
namespace {

UScriptCode ScriptOf(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

std::u32string ToUtf32(const icu::UnicodeString& text) {
  std::u32string out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    out.push_back(static_cast<char32_t>(text.char32At(i)));
  }
  return out;
}

// ICU's data is part of the library; without it there is no fold, hence no review.
void Require(UErrorCode status) {
  if (U_FAILURE(status)) std::abort();
}

// Scripts whose letters pass for Latin ones.
bool MayLookLatin(char32_t c) {
  switch (ScriptOf(c)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARMENIAN:
    case USCRIPT_CHEROKEE:
    case USCRIPT_COPTIC:
    case USCRIPT_LISU:
      return u_isalpha(static_cast<UChar32>(c));
    default:
      return false;
  }
}

constexpr std::u32string_view kVoicingMarks = U"\u3099\u309A";

// Marks that a reader sees through. The kana voicing marks tell か from が and stay.
bool IsDroppedMark(char32_t c) {
  const int8_t category = u_charType(static_cast<UChar32>(c));
  if (category != U_NON_SPACING_MARK && category != U_ENCLOSING_MARK) return false;
  if (kVoicingMarks.find(c) != std::u32string_view::npos) return false;
  const UScriptCode script = ScriptOf(c);
  return script == USCRIPT_INHERITED || script == USCRIPT_COMMON;
}

bool IsInvisible(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR ||
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

// Traditional characters to simplified ones, each seen alone: one call over all of them, line by
// line, because the rules of several characters do not cross a line end.
std::map<char32_t, std::u32string> SimplifiedForms() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> simplify(icu::Transliterator::createInstance(
      UNICODE_STRING_SIMPLE("Traditional-Simplified"), UTRANS_FORWARD, status));
  Require(status);
  icu::UnicodeSet han;
  simplify->getSourceSet(han);
  icu::UnicodeString lines;
  std::u32string characters;
  for (icu::UnicodeSetIterator each(han); each.next() && !each.isString();) {
    characters.push_back(static_cast<char32_t>(each.getCodepoint()));
    lines.append(each.getCodepoint()).append(u'\n');
  }
  simplify->transliterate(lines);
  std::map<char32_t, std::u32string> forms;
  int32_t at = 0;
  for (const char32_t c : characters) {
    const int32_t end = lines.indexOf(u'\n', at);
    const std::u32string form = ToUtf32(lines.tempSubStringBetween(at, end));
    if (form != std::u32string(1, c)) forms[c] = form;
    at = end + 1;
  }
  return forms;
}

// Chinese numerals, as CLDR's spell-out rules write them: 零〇一壹… to ASCII digits, 拾佰仟 to
// 十百千.
std::map<char32_t, char32_t> ChineseNumerals() {
  std::map<char32_t, char32_t> numerals;
  for (const char* locale : {"zh", "zh_Hant"}) {
    UErrorCode status = U_ZERO_ERROR;
    icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale(locale), status);
    Require(status);
    const auto spell = [&](int32_t number, const char16_t* rules) {
      UErrorCode spelled = U_ZERO_ERROR;
      icu::UnicodeString out;
      icu::FieldPosition ignored;
      format.format(number, icu::UnicodeString(rules), out, ignored, spelled);
      return U_SUCCESS(spelled) ? ToUtf32(out) : std::u32string();
    };
    for (const char16_t* rules :
         {u"%spellout-numbering-year", u"%spellout-cardinal", u"%spellout-cardinal-financial"}) {
      for (int32_t digit = 0; digit <= 9; ++digit) {
        const std::u32string spelled = spell(digit, rules);
        if (spelled.size() == 1 && ScriptOf(spelled[0]) == USCRIPT_HAN) {
          numerals[spelled[0]] = U'0' + static_cast<char32_t>(digit);
        }
      }
    }
    numerals[U'〇'] = U'0';  // %spellout-numbering-year of 0 in CLDR; kept where the rules change
    for (const int32_t unit : {10, 100, 1000}) {
      const std::u32string plain = spell(unit, u"%spellout-cardinal");
      const std::u32string financial = spell(unit, u"%spellout-cardinal-financial");
      if (!plain.empty() && !financial.empty() && plain.back() != financial.back()) {
        numerals[financial.back()] = plain.back();
      }
    }
  }
  return numerals;
}

}  // namespace

bool IsSeparator(char32_t c) {
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (mask & (U_GC_Z_MASK | U_GC_P_MASK | U_GC_S_MASK | U_GC_CC_MASK | U_GC_CO_MASK |
                  U_GC_CN_MASK)) != 0;
}

// What is read from ICU once.
class CodePointFold::Sources {
 public:
  Sources() : simplified_(SimplifiedForms()), numerals_(ChineseNumerals()) {
    UErrorCode status = U_ZERO_ERROR;
    casefold_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
    decompose_ = icu::Normalizer2::getNFDInstance(status);
    spoof_.reset(uspoof_open(&status));
    Require(status);
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
      status = U_ZERO_ERROR;
      const std::string name = std::string("LATIN LETTER SMALL CAPITAL ") + letter;
      const UChar32 small = u_charFromName(U_UNICODE_CHAR_NAME, name.c_str(), &status);
      if (U_FAILURE(status)) continue;  // there is no small X
      const char32_t skeleton = Skeleton(static_cast<char32_t>(small));
      if (skeleton >= 0x80) small_capitals_[skeleton] = static_cast<char>(letter | 0x20);
    }
  }

  // Repeats Step until nothing changes. ICU maps 苎 to 苧 and 苧 to 苎: of such a circle, the least
  // stands for all.
  std::u32string Fold(char32_t c) const {
    std::vector<std::u32string> seen = {std::u32string(1, c)};
    while (true) {
      std::u32string next;
      for (const char32_t part : seen.back()) next += Step(part);
      if (next == seen.back()) return next;
      const auto circle = std::find(seen.begin(), seen.end(), next);
      if (circle != seen.end()) return *std::min_element(circle, seen.end());
      seen.push_back(std::move(next));
    }
  }

  // The ASCII letter that UTS #39 takes `c` for, in its case, or 0. It takes т for ᴛ, a small T.
  char SkeletonLetter(char32_t c) const {
    const char32_t letter = Skeleton(c);
    if (const auto small = small_capitals_.find(letter); small != small_capitals_.end()) {
      return small->second;
    }
    const char32_t lower = letter | 0x20;
    return lower >= U'a' && lower <= U'z' ? static_cast<char>(letter) : '\0';
  }

 private:
  struct CloseSpoof {
    void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
  };

  // What UTS #39 takes `c` for, without marks; 0 when that is not one character.
  char32_t Skeleton(char32_t c) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString source(static_cast<UChar32>(c));
    UChar out[32];
    const int32_t length =
        uspoof_getSkeleton(spoof_.get(), 0, source.getBuffer(), source.length(), out, 32, &status);
    if (U_FAILURE(status)) return '\0';
    std::u32string letters;
    for (const char32_t part : ToUtf32(decompose_->normalize({out, length}, status))) {
      if (!IsDroppedMark(part)) letters.push_back(part);
    }
    return letters.size() == 1 ? letters[0] : 0;
  }

  std::u32string Step(char32_t c) const {
    if (IsMark(c)) return {c};
    if (IsDroppedMark(c)) return {};  // before its case: that of U+0345 is a letter, ι
    // Seen before its case and NFKC: Η is h, but η is n; ϲ is c, but NFKC makes it σ.
    if (MayLookLatin(c) && ScriptOf(c) != USCRIPT_LATIN) {
      const char letter = SkeletonLetter(c);
      // UTS #39 takes I for l.
      if (letter == 'l' && u_isUUppercase(static_cast<UChar32>(c))) return {U'i'};
      if (letter != '\0') return {static_cast<char32_t>(letter | 0x20)};
    }
    const auto icu_char = static_cast<UChar32>(c);
    if (casefold_->isInert(icu_char) && decompose_->isInert(icu_char)) {
      return IsInvisible(c) ? std::u32string() : Letter(c);
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString folded = casefold_->normalize(icu::UnicodeString(icu_char), status);
    folded = decompose_->normalize(folded, status);
    Require(status);
    std::u32string out;
    bool fraction = false;
    for (const char32_t part : ToUtf32(folded)) {
      fraction = fraction || part == 0x2044;  // ½ is no 12
      if (IsDroppedMark(part) || IsInvisible(part)) continue;
      out += Letter(part);
    }
    if (fraction && out.size() > 1) return {c};
    // A character that spells a word with marks in it (⒈ is "1.", ㈱ is "(株)") keeps the letters.
    std::u32string letters;
    for (const char32_t part : out) {
      if (!IsSeparator(part) || part == U'%') letters.push_back(part);
    }
    if (out.size() == 1 || letters.empty()) return out;
    // ゛ is a blank with the voicing mark of a kana on it.
    return letters.find_first_not_of(kVoicingMarks) == std::u32string::npos ? U" " : letters;
  }

  std::u32string Letter(char32_t c) const {
    if (const auto form = simplified_.find(c); form != simplified_.end()) return form->second;
    if (const char32_t common = CommonForm(c)) return {common};
    if (const auto numeral = numerals_.find(c); numeral != numerals_.end()) {
      return {numeral->second};
    }
    const auto icu_char = static_cast<UChar32>(c);
    if (c < 0x80) return {c};
    if (const int32_t digit = u_charDigitValue(icu_char); digit >= 0) {
      return {U'0' + static_cast<char32_t>(digit)};
    }
    if (u_charType(icu_char) == U_OTHER_NUMBER) {
      const double value = u_getNumericValue(icu_char);
      if (value >= 0 && value < 1000 && value == static_cast<int>(value)) {
        const std::string digits = std::to_string(static_cast<int>(value));
        return {digits.begin(), digits.end()};
      }
    }
    const int8_t category = u_charType(icu_char);
    if (category == U_UNASSIGNED) return {c};
    if (category == U_OTHER_SYMBOL || category == U_LOWERCASE_LETTER) {
      if (const std::string letters = NamedLetters(c); !letters.empty()) {
        return {letters.begin(), letters.end()};
      }
    }
    if (MayLookLatin(c)) {
      if (const char letter = SkeletonLetter(c)) return {static_cast<char32_t>(letter | 0x20)};
    }
    return {c};
  }

  const std::map<char32_t, std::u32string> simplified_;
  const std::map<char32_t, char32_t> numerals_;
  const icu::Normalizer2* casefold_ = nullptr;   // owned by ICU
  const icu::Normalizer2* decompose_ = nullptr;  // owned by ICU
  std::unique_ptr<USpoofChecker, CloseSpoof> spoof_;
  std::map<char32_t, char> small_capitals_;  // by skeleton
};

CodePointFold::CodePointFold() : sources_(std::make_unique<const Sources>()) {}
CodePointFold::~CodePointFold() = default;

std::u32string CodePointFold::Fold(char32_t c) const { return sources_->Fold(c); }

}  // namespace redline::text
