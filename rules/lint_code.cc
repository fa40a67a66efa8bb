#include "rules/lint_code.h"

#include <algorithm>

namespace redline::rules {
namespace {

constexpr auto kWarning = LintLevel::kWarning;
constexpr auto kError = LintLevel::kError;

constexpr LintCode kCodes[] = {
    {"L001", "not-a-list", kError,
     "The list cannot be read, or cannot be compiled. The message says what is wrong at its place; "
     "nothing is reviewed with such a list, and nothing else is looked for before it is mended.",
     "Do what the message says. All errors of all files are told at once.", "severity: loud",
     "severity: block"},
    {"L101", "phrase-in-phrase", kWarning,
     "A phrase holds another phrase of its own rule. The shorter one is found wherever the longer "
     "one stands, so the longer one reports nothing more, and whoever reads the list thinks that "
     "it does.",
     "Delete the longer phrase. Nothing is said where the longer one does have work to do: where "
     "the rule asks for pinyin, homophones or initials, or where an exception or a context "
     "excuses the shorter one.",
     "phrases: [稳赚, 稳赚不赔]", "phrases: [稳赚]"},
    {"L102", "phrase-of-another-rule", kWarning,
     "A phrase holds, or is, a phrase of another rule that has the same category, stands on the "
     "same article of a law and is at least as severe. A draft with it is told the same thing "
     "twice.",
     "Keep the phrase in one of the two rules, or give the rules scopes, categories or articles "
     "that tell why they are two.",
     "# another rule of this category and article has the phrase 躺着赚钱\n"
     "phrases: [躺着赚钱不是梦]",
     "# another rule of this category and article has the phrase 躺着赚钱\n"
     "phrases: [稳赚不赔]"},
    {"L103", "phrase-twice", kWarning,
     "Two phrases of a rule are read alike: case, width, traditional script, separators and "
     "numerals make no difference. The second one does nothing.",
     "Keep the simplest spelling and delete the other.", "phrases: [稳赚不赔, 穩賺-不賠]",
     "phrases: [稳赚不赔]"},
    {"L104", "one-character", kWarning,
     "A phrase is read as one character. It also stands in many harmless words: 最 in 最近.",
     "Write the words that are meant, or name the harmless ones under `unless`, or ask for whole "
     "words with `boundary: word`.",
     "phrases: [最]", "phrases: [最安全]"},
    {"L105", "number-at-the-end", kWarning,
     "A phrase ends with a number, such as 第一 or TOP10. Redline does not cut a number in two, "
     "but what is counted is "
     "left open: 第一 is also found in 第一次 and 第一步.",
     "Write what is counted, or name the harmless words under `unless`, or ask for whole words "
     "with `boundary: word`.",
     "phrases: [全国第一]", "phrases: [全国第一名]"},
    {"L106", "always-excused", kError,
     "An exception of the rule covers a phrase of the rule by itself, so that the phrase is "
     "excused wherever it stands and never found.",
     "Delete the phrase, or write into the exception the words around the phrase that make it "
     "harmless.",
     "unless_patterns: ['稳赚(不赔)?']", "unless_patterns: ['没有稳赚(不赔)?']"},
    {"L107", "number-of-another", kWarning,
     "An entry of `numbers` finds nothing that another one of its rule does not find: its words "
     "stand there too, and its bounds lie within those. It does nothing, and likely one of the two "
     "bounds is wrong.",
     "Delete it, or correct its bounds.",
     "numbers: [{ words: [年化], above: 5 % }, { words: [年化], above: 8 % }]",
     "numbers: [{ words: [年化], above: 5 % }, { words: [月息], above: 2 % }]"},
    {"L201", "exception-never-applies", kWarning,
     "An exception excuses only a match that lies within it, and this one holds nothing that its "
     "rule finds. It does nothing.",
     "Write the forbidden words into the exception, with the words around them; what stands near "
     "a match without touching it is a matter for `context`. Or delete the exception.",
     "unless: [没有赚钱]", "unless: [没有稳赚不赔]"},
    {"L202", "exception-too-wide", kWarning,
     "An exception pattern begins or ends with a run of any characters. It reaches further than "
     "its words and excuses other matches that happen to stand there.",
     "Let the pattern begin and end with words.", "unless_patterns: ['不存在[^。]*']",
     "unless_patterns: ['不存在[^，。]{0,6}稳赚不赔']"},
    {"L301", "plain-pattern", kWarning,
     "A pattern holds no sign of a regular expression. As a phrase it is found faster, and in "
     "more disguises.",
     "Move it from `patterns` to `phrases`, or from `unless_patterns` to `unless`.",
     "patterns: ['躺赚']", "phrases: [稳赚不赔, 躺赚]"},
    {"L302", "wide-gap", kWarning,
     "A pattern lets more than 40 characters, or any number of them, stand between its words. "
     "Words that far apart have little to do with each other, and long gaps are slow.",
     "Write a bound, such as {0,8}, or use `near`.", "patterns: ['保证.*收益']",
     "patterns: ['保证.{0,8}收益']"},
    {"L401", "no-suggestion", kWarning,
     "A rule says what is wrong and not what to write instead. Whoever wrote the copy has to "
     "guess.",
     "Add `suggest`.", "# no `suggest`", "suggest: 理财有风险，投资须谨慎"},
    {"L402", "unverified-basis", kWarning,
     "Every basis of the rule was written from memory: nobody has looked it up. A report that "
     "cites it may cite what does not exist.",
     "Read the article and write `checked: text`, or `quoted` or `secondary` if that is what "
     "was read.",
     "basis: [{ law: 广告法, article: 第二十五条, checked: unverified }]",
     "basis: [{ law: 广告法, article: 第二十五条, checked: secondary }]"},
    {"L403", "expired", kWarning, "The last day of the rule is past: it is never applied any more.",
     "Write a later day if the rule still holds. If it does not, write `status: retired`: its id "
     "must not vanish.",
     "effective: { until: 2020-12-31 }", "effective: { until: 2099-12-31 }"},
    {"L404", "scope-never-met", kWarning,
     "No draft can be within the scope and hold what the rule looks for: a name is longer than "
     "the 256 bytes that a draft may state, or the rule is for English drafts only and all of its "
     "wording is Chinese.",
     "Correct `applies_to`.", "applies_to: { locales: [en] }", "applies_to: { locales: [zh] }"},
    {"L405", "one-off-word", kWarning,
     "A category, channel, product or audience is used by one rule only, and another one that is "
     "nearly the same by several. It is likely a slip, and a scope with a slip in it is never "
     "met.",
     "Write the word that the other rules use.",
     "# other rules have the category high-yield-promise\n"
     "category: high-yield-promises",
     "# other rules have the category high-yield-promise\n"
     "category: high-yield-promise"},
    {"L501", "sample-proves-nothing", kWarning,
     "A sentence under `passes` has nothing in common with what the rule looks for: not two "
     "characters in a row, nor a word of Latin letters. Of course it passes.",
     "Write a harmless sentence that holds the same words.",
     "passes: [今天天气很好, 没有稳赚不赔的投资]", "passes: [稳赚靠的是勤劳, 没有稳赚不赔的投资]"},
    {"L601", "id-vanished", kError,
     "A rule of the older list is not there any more. Ids are for ever: reports, waivers and logs "
     "refer to them. This is looked for with `--against OLD` only.",
     "Put the rule back. If it is over, an entry with its id, its title and `status: retired` is "
     "enough; `replaced_by` names the rules that took its place.",
     "# in the older list: id: my-bank.sure-win\n"
     "id: my-bank.sure-gain",
     "# in the older list: id: my-bank.sure-win\n"
     "id: my-bank.sure-win"},
    {"L701", "unused-words", kWarning,
     "No list refers to a word group. Whoever adds a word to it thinks that it is looked for, and "
     "it is not.",
     "Refer to the group where its words belong, with `{ words: … }`, or delete it.",
     "# elsewhere: words: [{ id: easy-money, list: [躺着数钱] }]\n"
     "phrases: [稳赚不赔]",
     "# elsewhere: words: [{ id: easy-money, list: [躺着数钱] }]\n"
     "phrases: [稳赚不赔, { words: easy-money }]"},
    {"L702", "word-twice", kWarning,
     "Two words of a word group are read alike: case, width, traditional script, separators and "
     "numerals make no difference. The second one does nothing.",
     "Keep the simplest spelling and delete the other.",
     "# elsewhere: words: [{ id: easy-money, list: [躺着数钱, 躺著-數錢] }]\n"
     "phrases: [稳赚不赔, { words: easy-money }]",
     "# elsewhere: words: [{ id: easy-money, list: [躺着数钱] }]\n"
     "phrases: [稳赚不赔, { words: easy-money }]"},
    {"L703", "unnamed-file", kWarning,
     "No list names a text file that stands among the lists. If it is a word file, its words are "
     "not looked for.",
     "Name the file where its words belong, with `{ file: … }`, or put it elsewhere.",
     "# beside the list: names.txt\n"
     "phrases: [稳赚不赔]",
     "# beside the list: names.txt\n"
     "phrases: [稳赚不赔, { file: names.txt }]"},
};

std::string Block(std::string_view keys) { return "```yaml\n" + std::string(keys) + "\n```\n"; }

}  // namespace

std::span<const LintCode> LintCodes() { return kCodes; }

const LintCode* FindLintCode(std::string_view code_or_name) {
  const auto found = std::find_if(std::begin(kCodes), std::end(kCodes), [&](const LintCode& c) {
    return c.code == code_or_name || c.name == code_or_name;
  });
  return found == std::end(kCodes) ? nullptr : found;
}

std::string_view Name(LintLevel level) { return level == kError ? "error" : "warning"; }

std::string AsMarkdown(const LintCode& code) {
  std::string text = "## " + std::string(code.code) + " " + std::string(code.name);
  text += " (" + std::string(Name(code.level)) + ")\n\n";
  text += std::string(code.why) + "\n\n" + std::string(code.how) + "\n\n";
  text += "Found in\n\n" + Block(code.wrong) + "\nand not in\n\n" + Block(code.right);
  return text;
}

}  // namespace redline::rules
