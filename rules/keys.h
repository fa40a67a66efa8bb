// The words of the list language: which keys a map may have, in the order in which they stand, and
// which values a key may take. rules/schema.json says the same to editors; a test compares them.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace redline::rules {

using Words = std::span<const std::string_view>;

inline constexpr std::array<std::string_view, 8> kFileKeys = {
    "pack", "version", "laws", "words", "contexts", "categories", "defaults", "rules"};
inline constexpr std::array<std::string_view, 6> kLawKeys = {"id",     "name",      "document",
                                                             "issuer", "effective", "checked"};
inline constexpr std::array<std::string_view, 3> kWordGroupKeys = {"id", "title", "list"};
// What an entry of a list may be instead of a text.
inline constexpr std::array<std::string_view, 2> kWordReferenceKeys = {"words", "file"};
inline constexpr std::array<std::string_view, 7> kContextKeys = {
    "id", "title", "before", "after", "unless", "reach", "stops_at"};
inline constexpr std::array<std::string_view, 2> kCategoryKeys = {"id", "title"};
inline constexpr std::array<std::string_view, 3> kDefaultsKeys = {"aliases", "context", "boundary"};
inline constexpr std::array<std::string_view, 27> kRuleKeys = {
    "id",          "title",    "category",   "severity",  "status",  "owner",
    "replaced_by", "locked",   "applies_to", "effective", "phrases", "patterns",
    "near",        "numbers",  "requires",   "aliases",   "unless",  "unless_patterns",
    "context",     "boundary", "folds",      "message",   "suggest", "basis",
    "flags",       "passes",   "known_gaps"};
inline constexpr std::array<std::string_view, 2> kAliasKeys = {"generate", "written"};
inline constexpr std::array<std::string_view, 1> kDefaultAliasKeys = {"generate"};
inline constexpr std::array<std::string_view, 3> kNearKeys = {"words", "within", "order"};
inline constexpr std::array<std::string_view, 8> kNumberKeys = {
    "words", "within", "order", "any", "above", "at_least", "below", "at_most"};
inline constexpr std::array<std::string_view, 4> kRequiresKeys = {"one_of", "one_of_patterns",
                                                                  "where", "within"};
inline constexpr std::array<std::string_view, 2> kFoldsKeys = {"with", "without"};
inline constexpr std::array<std::string_view, 5> kScopeKeys = {"channels", "products", "audiences",
                                                               "locales", "passages"};
inline constexpr std::array<std::string_view, 2> kEffectiveKeys = {"from", "until"};
inline constexpr std::array<std::string_view, 3> kBasisKeys = {"law", "article", "checked"};
inline constexpr std::array<std::string_view, 2> kLanguageKeys = {"zh", "en"};
inline constexpr std::array<std::string_view, 6> kProfileKeys = {"profile", "title", "version",
                                                                 "extends", "packs", "changes"};
inline constexpr std::array<std::string_view, 13> kChangeKeys = {
    "rule",   "category",        "pack",    "reason", "off",   "severity", "locked", "applies_to",
    "unless", "unless_patterns", "context", "flags",  "passes"};

inline constexpr std::array<std::string_view, 3> kSeverityWords = {"advise", "review", "block"};
inline constexpr std::array<std::string_view, 4> kStatusWords = {"active", "draft", "shadow",
                                                                 "retired"};
inline constexpr std::array<std::string_view, 2> kTruthWords = {"true", "false"};
inline constexpr std::array<std::string_view, 4> kCheckedWords = {"text", "quoted", "secondary",
                                                                  "unverified"};
inline constexpr std::array<std::string_view, 3> kContextUseWords = {"pass", "review", "flag"};
inline constexpr std::array<std::string_view, 4> kAliasWords = {"pinyin", "homophones", "initials",
                                                                "split"};
inline constexpr std::array<std::string_view, 2> kOrderWords = {"given", "any"};
// The names of measures (engine/measure.h).
inline constexpr std::array<std::string_view, 8> kMeasureWords = {
    "percentage", "yuan", "dollar", "hk_dollar", "euro", "pound", "period", "times"};
inline constexpr std::array<std::string_view, 2> kWhereWords = {"draft", "passage"};
inline constexpr std::array<std::string_view, 2> kBoundaryWords = {"token", "word"};
// What `folds` may name: `with` only what is not seen through in every rule as it is.
inline constexpr std::array<std::string_view, 1> kWithWords = {"leet"};
inline constexpr std::array<std::string_view, 14> kWithoutWords = {
    "width",       "letter_form", "traditional", "invisible", "combining_mark",
    "separator",   "lookalike",   "reading",     "numeral",   "markup",
    "han_variant", "leet",        "stretched",   "reversed"};
inline constexpr std::array<std::string_view, 2> kStopWords = {"clause", "sentence"};

// The keys of a map that stands behind `key`, itself or in a list, in the order in which they
// stand; behind no key is the file. Empty for any other, and where the author chooses the keys
// (`context`).
Words KeysBehind(std::string_view key);

// " (did you mean `phrases`?)", or nothing when no word of `known` is near `word`.
std::string DidYouMean(std::string_view word, Words known);

// "`advise`, `review`, `block`".
std::string Listed(Words words);

// "cn.core.sure-win": lower-case words and digits, joined by dots and hyphens.
bool IsRuleId(std::string_view text);

// "guaranteed-return": lower-case words and digits, joined by hyphens.
bool IsWord(std::string_view text);

// A channel, product or audience, as the systems that send drafts call it: "private_fund".
bool IsScopeName(std::string_view text);

// The shape of a BCP 47 language: "zh", "zh-CN", "en-US".
bool IsLocale(std::string_view text);

}  // namespace redline::rules
