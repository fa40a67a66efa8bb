#include "tests/metamorphic/techniques.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "tests/metamorphic/forms.h"

namespace redline::tests {
namespace {

using Written = std::optional<std::u32string>;
using Write = std::function<Written(const std::u32string&, std::size_t)>;

char32_t Lower(char32_t c) {
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

bool IsLatin(char32_t c) { return Lower(c) >= U'a' && Lower(c) <= U'z'; }
bool IsHan(char32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC); }

// Only letters and digits are parted: a mark belongs to its number or word (50%, #1, can't), and a
// blank parts already.
bool MayBeParted(char32_t left, char32_t right) {
  return u_isalnum(static_cast<UChar32>(left)) && u_isalnum(static_cast<UChar32>(right));
}

// Puts `insert(i, turn)` behind each character i but the last.
Write Between(std::function<std::u32string(std::size_t)> insert) {
  return [insert = std::move(insert)](const std::u32string& phrase, std::size_t turn) -> Written {
    std::u32string out;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      out.push_back(phrase[i]);
      if (i + 1 < phrase.size() && MayBeParted(phrase[i], phrase[i + 1])) {
        out += insert(turn + i);
      }
    }
    return out;
  };
}

Write BetweenText(std::u32string text) {
  return Between([text = std::move(text)](std::size_t) { return text; });
}

Write BetweenAnyOf(std::u32string characters) {
  return Between([characters = std::move(characters)](std::size_t turn) {
    return std::u32string(1, characters[turn % characters.size()]);
  });
}

// One of each side by side.
Write BetweenBoth(std::u32string first, std::u32string second) {
  return Between([first = std::move(first), second = std::move(second)](std::size_t turn) {
    return std::u32string{first[turn % first.size()], second[turn % second.size()]};
  });
}

// Takes another form of each character that has one.
Write Instead(Forms forms) {
  return [forms = std::move(forms)](const std::u32string& phrase, std::size_t turn) -> Written {
    std::u32string out = phrase;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      const auto found = forms.find(Lower(phrase[i]));
      if (found != forms.end()) out[i] = found->second[(turn + i) % found->second.size()];
    }
    return out == phrase ? Written() : out;
  };
}

// The same for every second letter: a word whose letters are all of another script is a word of
// another language (disguise.h, IsForeignWord).
Write InsteadOfSome(Forms forms) {
  return [forms = std::move(forms)](const std::u32string& phrase, std::size_t turn) -> Written {
    std::u32string out = phrase;
    bool kept = false;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      const auto found = forms.find(Lower(phrase[i]));
      const bool take = found != forms.end() && (i + turn) % 2 == 0;
      if (take) out[i] = found->second[(turn / 2 + i) % found->second.size()];
      kept = kept || (!take && (IsLatin(phrase[i]) || IsHan(phrase[i])));
    }
    return out == phrase || !kept ? Written() : out;
  };
}

// Encloses what stands between the first and the last character: 稳<b>赚不</b>赔.
Write Around(std::u32string begin, std::u32string end) {
  return [begin = std::move(begin), end = std::move(end)](const std::u32string& phrase,
                                                          std::size_t) -> Written {
    const std::size_t size = phrase.size();
    if (size < 3 || !MayBeParted(phrase[0], phrase[1]) ||
        !MayBeParted(phrase[size - 2], phrase[size - 1])) {
      return std::nullopt;
    }
    return phrase.substr(0, 1) + begin + phrase.substr(1, size - 2) + end + phrase.back();
  };
}

// Each character by `spell`.
Write Each(std::function<std::u32string(char32_t)> spell) {
  return [spell = std::move(spell)](const std::u32string& phrase, std::size_t) -> Written {
    std::u32string out;
    for (const char32_t c : phrase) out += spell(c);
    return out == phrase ? Written() : out;
  };
}

Write Then(Write first, Write second) {
  return [first = std::move(first), second = std::move(second)](const std::u32string& phrase,
                                                                std::size_t turn) -> Written {
    return second(first(phrase, turn).value_or(phrase), turn);
  };
}

// Character by character: ICU also reads spellings of two characters (甚麼 as 什么), which the fold
// does not (decision 0002). Where it does not find the way back, it took another word (发 as 髮).
Written Traditional(const std::u32string& phrase, std::size_t) {
  const std::u32string traditional = Transliterated("Simplified-Traditional", phrase);
  if (traditional == phrase || traditional.size() != phrase.size()) return std::nullopt;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (Transliterated("Traditional-Simplified", traditional.substr(i, 1)) != phrase.substr(i, 1)) {
      return std::nullopt;
    }
  }
  return traditional;
}

// 稳(wěn)赚(zhuàn)不(bù)赔: readings by `to_latin` behind each ideograph but a last one.
Write Readings(const char* to_latin, char32_t open, char32_t close) {
  return [=](const std::u32string& phrase, std::size_t) -> Written {
    std::u32string out;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      out.push_back(phrase[i]);
      if (!IsHan(phrase[i]) || i + 1 == phrase.size()) continue;
      const std::u32string reading = Transliterated(to_latin, phrase.substr(i, 1));
      if (!std::all_of(reading.begin(), reading.end(), [](char32_t c) {
            return u_isalpha(static_cast<UChar32>(c)) && !IsHan(c);
          })) {
        continue;
      }
      out += open + reading + close;
    }
    return out == phrase ? Written() : out;
  };
}

// Indicators side by side may make a flag, so something invisible parts them. One alone beside an
// ideograph is no letter (decision 0016).
Written RegionalIndicators(const std::u32string& phrase, std::size_t) {
  std::u32string out;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const bool beside =
        (i > 0 && IsLatin(phrase[i - 1])) || (i + 1 < phrase.size() && IsLatin(phrase[i + 1]));
    if (!IsLatin(phrase[i]) || !beside) {
      out.push_back(phrase[i]);
      continue;
    }
    out.push_back(U'\U0001F1E6' + (Lower(phrase[i]) - U'a'));
    if (i + 1 < phrase.size()) out.push_back(U'\u200B');
  }
  return out == phrase ? Written() : out;
}

// Another bracket closes and opens in each gap: 保】【本.
Write Brackets() {
  const std::u32string opening = SetOf("[[:Ps:]&[:Bidi_Paired_Bracket_Type=Open:]]");
  return Between([opening](std::size_t turn) {
    const char32_t open = opening[turn % opening.size()];
    const auto close = static_cast<char32_t>(u_getBidiPairedBracket(static_cast<UChar32>(open)));
    return std::u32string{close, open};
  });
}

std::u32string Decimal(char32_t c) {
  return U"&#" + ToUtf32(std::to_string(static_cast<std::uint32_t>(c))) + U";";
}

std::u32string Upper(char32_t c) {
  return {static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)))};
}

// Marks that end a sentence or clause, and those that a number takes in, part for good.
constexpr const char* kOtherPunctuation =
    "[[:Po:]&[:NFKC_Quick_Check=Yes:]-[:Terminal_Punctuation:]-[#%‰‱]]";
// Symbols that show a letter, digit or ideograph are read as that.
constexpr const char* kSymbols =
    "[[:So:]-[:^NFKC_Quick_Check=Yes:]-[:Regional_Indicator:]"
    "-[:Block=Enclosed_Alphanumerics:]-[:Block=Enclosed_Alphanumeric_Supplement:]]";

std::u32string Escaped(char32_t c) {
  return c < 0x80 && u_ispunct(static_cast<UChar32>(c)) ? std::u32string{U'\\', c}
                                                        : std::u32string{c};
}

}  // namespace

std::vector<Technique> Techniques() {
  std::vector<Technique> all;
  using D = Disguise;
  const auto plain = [&](const char* name, std::vector<Disguise> disguises, Write write) {
    all.push_back({name, Format::kPlain, std::move(write), std::move(disguises)});
  };
  const auto html = [&](const char* name, Write write) {
    all.push_back({name, Format::kHtml, std::move(write), {Disguise::kMarkup}});
  };
  const auto markdown = [&](const char* name, Write write) {
    all.push_back({name, Format::kMarkdown, std::move(write), {Disguise::kMarkup}});
  };

  const Write wide = Instead(FormsByDecomposition({U_DT_WIDE, U_DT_NARROW}));
  const std::u32string ignorable =
      SetOf("[[:Cf:][:Default_Ignorable_Code_Point:]-[:Cn:]-[:Bidi_Control:]]");
  const std::u32string inherited = SetOf("[[[:Mn:][:Me:]]&[:Script=Inherited:]-[\\u3099\\u309A]]");

  plain("upper case", {}, Each(Upper));
  plain("full and half width", {D::kWidth}, wide);
  plain("styled letters", {D::kLetterForm, D::kNumeral},
        Instead(FormsByDecomposition({U_DT_FONT})));
  plain("letters in circles and squares", {D::kLetterForm, D::kNumeral},
        Instead(FormsByDecomposition({U_DT_CIRCLE, U_DT_SQUARE})));
  plain("raised and lowered letters", {D::kLetterForm, D::kNumeral},
        Instead(FormsByDecomposition({U_DT_SUPER, U_DT_SUB})));
  plain("radicals and bracketed letters", {D::kLetterForm, D::kNumeral},
        Instead(FormsByDecomposition({U_DT_COMPAT})));
  // The Kelvin sign is a K by its case, which is no disguise.
  plain("compatibility ideographs", {}, Instead(FormsByDecomposition({U_DT_CANONICAL})));
  for (const char* prefix :
       {"NEGATIVE CIRCLED LATIN CAPITAL LETTER ", "NEGATIVE SQUARED LATIN CAPITAL LETTER ",
        "LATIN LETTER SMALL CAPITAL "}) {
    plain(prefix, {D::kLetterForm}, Instead(FormsByName(prefix)));
  }
  plain("regional indicators", {D::kLetterForm}, RegionalIndicators);
  plain("accented letters", {D::kCombiningMark}, Instead(AccentedForms()));
  plain("look-alike letters", {D::kLookalike, D::kCombiningMark}, InsteadOfSome(LookAlikeForms()));
  plain("other numerals", {D::kNumeral, D::kWidth}, Instead(NumeralForms()));
  plain("traditional", {D::kTraditional, D::kNumeral}, Traditional);

  plain("invisible characters", {D::kInvisible}, BetweenAnyOf(ignorable));
  plain("direction controls", {D::kInvisible}, BetweenAnyOf(SetOf("[:Bidi_Control:]")));
  plain("variation selectors", {D::kInvisible}, BetweenAnyOf(SetOf("[:Variation_Selector:]")));
  plain("tag characters", {D::kInvisible}, BetweenAnyOf(SetOf("[\\U000E0020-\\U000E007F]")));
  plain("soft hyphens", {D::kInvisible}, BetweenText(U"\u00AD"));
  plain("combining marks", {D::kCombiningMark, D::kInvisible}, BetweenAnyOf(inherited));

  plain("blanks", {D::kSeparator}, BetweenAnyOf(SetOf("[:Zs:]")));
  plain("dashes", {D::kSeparator}, BetweenAnyOf(SetOf("[:Pd:]")));
  plain("connectors", {D::kSeparator}, BetweenAnyOf(SetOf("[:Pc:]")));
  plain("quotes", {D::kSeparator}, BetweenAnyOf(SetOf("[[:Pi:][:Pf:]]")));
  plain("other punctuation", {D::kSeparator}, BetweenAnyOf(SetOf(kOtherPunctuation)));
  plain("signs", {D::kSeparator}, BetweenAnyOf(SetOf("[[:Sm:][:Sk:]]")));
  plain("symbols", {D::kSeparator}, BetweenAnyOf(SetOf(kSymbols)));
  plain("braille blanks", {D::kSeparator}, BetweenText(U"\u2800"));
  plain("brackets", {D::kSeparator}, Brackets());
  plain("emoji", {D::kSeparator},
        Between([emoji = Emoji()](std::size_t turn) { return emoji[turn % emoji.size()]; }));
  plain("wrapped lines", {}, Around(U"\n", U"\r\n"));
  plain("one character a line", {D::kSeparator}, BetweenText(U"\n"));
  plain("readings", {D::kReading}, Readings("Han-Latin", U'(', U')'));
  plain("readings in wide brackets", {D::kReading}, Readings("Han-Latin", U'（', U'）'));
  plain("readings without tones", {D::kReading},
        Readings("Han-Latin; NFD; [:Mn:] Remove", U'(', U')'));

  html("inline tag", Around(U"<b style=\"color:red\">", U"</b>"));
  html("empty tags", BetweenText(U"<i></i>"));
  html("comments", BetweenText(U"<!-- 不 -->"));
  html("wbr", BetweenText(U"<wbr>"));
  html("soft hyphen entities", BetweenText(U"&shy;"));
  html("zero-width entities", BetweenText(U"&ZeroWidthSpace;&#8203;&zwj;"));
  html("decimal entities", Each(Decimal));
  markdown("strong", Around(U"**", U"**"));
  markdown("emphasis", Around(U"*", U"*"));
  markdown("link", Around(U"[", U"](https://example.com/a \"b\")"));
  markdown("code", Around(U"`", U"`"));
  markdown("struck", Around(U"~~", U"~~"));
  markdown("escaped stars", BetweenText(U"\\*"));
  markdown("comments in markdown", BetweenText(U"<!-- 不 -->"));
  markdown("decimal entities in markdown", Each(Decimal));

  plain("traditional, invisible and symbols", {D::kSeparator},
        Then(Traditional, BetweenBoth(ignorable, SetOf(kSymbols))));
  plain("width, marks and blanks", {D::kSeparator},
        Then(wide, BetweenBoth(inherited, SetOf("[:Zs:]"))));
  plain("traditional, readings", {D::kReading},
        Then(Traditional, Readings("Han-Latin", U'(', U')')));
  html("traditional, soft hyphens in tags", Then(Traditional, BetweenText(U"<i>&shy;</i>")));
  return all;
}

std::vector<Technique> Renderings() {
  return {
      {"upper case", Format::kPlain, Each(Upper), {}},
      {"full and half width",
       Format::kPlain,
       Instead(FormsByDecomposition({U_DT_WIDE, U_DT_NARROW})),
       {}},
      {"traditional", Format::kPlain, Traditional, {}},
      {"zero-width spaces", Format::kPlain, BetweenText(U"\u200B"), {}},
      {"html entities", Format::kHtml, Each(Decimal), {}},
      {"markdown escapes", Format::kMarkdown, Each(Escaped), {}},
  };
}

}  // namespace redline::tests
