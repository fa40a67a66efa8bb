// What lists mean: the rules, contexts and samples that come out of a good file.

#include "rules/rule_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/engine/lists.h"

namespace redline::rules {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr char kFolder[] = REDLINE_SOURCE_DIR "/tests/rules/good/";
constexpr char kGood[] = REDLINE_SOURCE_DIR "/tests/rules/good/everything";

std::string ReadAll(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// A list that may lack the last line, with the rest of what every file needs.
std::string List(std::string_view body, std::string_view pack = "test") {
  return "pack: " + std::string(pack) + "\nversion: 2026-11-24\n" + std::string(body) + "...\n";
}

std::string RuleNamed(std::string_view id, std::string_view more = "") {
  return "  - id: " + std::string(id) +
         "\n    title: 稳赚\n    category: a\n    severity: block\n    phrases: [稳赚不赔]\n" +
         std::string(more) +
         "    message: 不得\n    basis: [{ law: 广告法, article: 一 }]\n    flags: [甲, 乙]\n"
         "    passes: [丙, 丁]\n";
}

constexpr std::string_view kLaws = "laws: [{ id: 广告法, name: 中华人民共和国广告法 }]\n";

std::string Errors(const std::vector<ListFile>& files) {
  const auto loaded = LoadRules("test", files);
  if (loaded) return "";
  std::string text;
  for (const RuleError& error : loaded.error()) text += Describe(error) + "\n";
  return text;
}

// Everything of a loaded list that a golden file can show.
class Printer {
 public:
  std::string Print(const LoadedRules& loaded) {
    out_ << "list " << loaded.list.name << " " << loaded.list.version << "\n";
    for (const WordGroup& group : loaded.words.groups) {
      out_ << "words " << group.id << " " << At(group.origin) << "\n";
      Print("title", group.title);
      Print("list", group.words);
    }
    for (const std::string& file : loaded.words.files) out_ << "file " << file << "\n";
    for (const Context& context : loaded.list.contexts) Print(context);
    for (const Category& category : loaded.categories) {
      out_ << "category " << category.id << " " << At(category.origin) << "\n";
      Print("title", category.title);
    }
    for (std::size_t i = 0; i < loaded.list.rules.size(); ++i) {
      Print(loaded.list.rules[i]);
      Print("flags", loaded.samples[i].flags);
      Print("passes", loaded.samples[i].passes);
      Print("known_gaps", loaded.samples[i].known_gaps);
    }
    return out_.str();
  }

 private:
  static std::string At(const Origin& origin) {
    const std::string file = origin.file.ends_with(".txt") ? origin.file + ":" : "";
    return file + std::to_string(origin.line) + ":" + std::to_string(origin.column);
  }
  void Print(const char* name, const std::vector<Wording>& wordings) {
    for (const Wording& wording : wordings) {
      out_ << "  " << name << " " << At(wording.origin) << " [" << wording.text << "]\n";
    }
  }
  void Print(const char* name, const std::vector<std::string>& words) {
    for (const std::string& word : words) out_ << "  " << name << " [" << word << "]\n";
  }
  void Print(const char* name, const Localized& text) {
    out_ << "  " << name << " zh [" << text.zh << "] en [" << text.en << "]\n";
  }
  void Print(const char* name, const std::optional<Date>& day) {
    if (!day) return;
    out_ << "  " << name << " " << static_cast<int>(day->year()) << "-"
         << static_cast<unsigned>(day->month()) << "-" << static_cast<unsigned>(day->day()) << "\n";
  }
  void Print(const Context& context) {
    out_ << "context " << context.id << " " << At(context.origin) << " reach " << context.reach
         << (context.stops_at == Context::Stop::kClause ? " clause\n" : " sentence\n");
    Print("title", context.title);
    Print("before", context.before);
    Print("after", context.after);
    Print("unless", context.exceptions);
  }
  void Print(const Rule& rule) {
    out_ << "rule " << rule.id << " " << At(rule.origin) << " pack " << rule.pack << " category "
         << rule.category << " severity " << static_cast<int>(rule.severity) << " status "
         << static_cast<int>(rule.status) << " owner [" << rule.owner << "]"
         << (rule.locked ? " locked" : "") << "\n";
    Print("replaced_by", rule.replaced_by);
    Print("title", rule.title);
    Print("channels", rule.applies_to.channels);
    Print("products", rule.applies_to.products);
    Print("audiences", rule.applies_to.audiences);
    Print("locales", rule.applies_to.locales);
    Print("passages", rule.applies_to.passages);
    Print("from", rule.from);
    Print("until", rule.until);
    Print("phrases", rule.phrases);
    Print("patterns", rule.patterns);
    out_ << "  aliases pinyin " << rule.aliases.pinyin << " homophones " << rule.aliases.homophones
         << " initials " << rule.aliases.initials << " split " << rule.aliases.split << "\n";
    Print("aliases", rule.aliases.written);
    for (const Near& near : rule.near) {
      out_ << "  near " << At(near.shown.origin) << " [" << near.shown.text << "] within "
           << (near.within ? std::to_string(*near.within) : "a sentence")
           << (near.in_order ? " in order" : "") << "\n";
      for (const auto& group : near.words) Print("  group", group);
    }
    for (const NumberCondition& condition : rule.numbers) {
      out_ << "  number " << At(condition.shown.origin) << " [" << condition.shown.text << "] "
           << Name(condition.measure) << " within "
           << (condition.within ? std::to_string(*condition.within) : "a sentence")
           << (condition.in_order ? " in order" : "");
      for (const auto& bound : {condition.least, condition.most}) {
        out_ << (bound ? " " + std::to_string(bound->value.Millionths()) +
                             (bound->included ? " included" : "")
                       : " none");
      }
      out_ << "\n";
      Print("word", condition.words);
    }
    if (rule.requirement) {
      out_ << "  requires where " << static_cast<int>(rule.requirement->where)
           << (rule.requirement->within ? " within " + std::to_string(*rule.requirement->within)
                                        : "")
           << "\n";
      Print("one_of", rule.requirement->one_of);
      Print("one_of_patterns", rule.requirement->one_of_patterns);
    }
    Print("unless", rule.exceptions);
    Print("unless_patterns", rule.exception_patterns);
    for (const ContextUse& use : rule.contexts) {
      out_ << "  context " << use.context << " " << static_cast<int>(use.then) << " "
           << At(use.origin) << "\n";
    }
    out_ << "  boundary " << static_cast<int>(rule.boundary) << "\n";
    for (const Disguise each : rule.folds.with) out_ << "  with " << Name(each) << "\n";
    for (const Disguise each : rule.folds.without) out_ << "  without " << Name(each) << "\n";
    Print("message", rule.message);
    Print("suggest", rule.suggestion);
    for (const Basis& basis : rule.basis) {
      out_ << "  basis " << basis.law << " | " << basis.document << " | " << basis.article << " | "
           << basis.issuer << " | " << basis.effective << " | " << static_cast<int>(basis.checked)
           << "\n";
    }
  }

  std::ostringstream out_;
};

TEST(LoadRules, ReadsEveryKey) {
  for (const std::string name : {"everything", "words"}) {
    const auto files = ReadListFiles(kFolder + name + ".yaml");
    ASSERT_TRUE(files);
    const auto loaded = LoadRules("golden", *files);
    ASSERT_TRUE(loaded) << Describe(loaded.error().front());
    const std::string printed = Printer().Print(*loaded);
    const std::string want = kFolder + name + ".want";
    if (std::getenv("REDLINE_UPDATE_GOLDEN") != nullptr) {
      std::ofstream(want, std::ios::binary) << printed;
    }
    EXPECT_EQ(printed, ReadAll(want));
  }
}

TEST(LoadRules, ReadsTheExampleOfTheManual) {
  const std::string manual = ReadAll(REDLINE_SOURCE_DIR "/docs/rules.md");
  const std::size_t begin = manual.find("# yaml-language-server");
  ASSERT_NE(begin, std::string::npos);
  const std::string example = manual.substr(begin, manual.find("```", begin) - begin);
  EXPECT_EQ(Errors({{"my-bank/rules.yaml", example}}), "");
}

// What the manual says about its examples of `numbers`, the first block of which it shows.
TEST(LoadRules, FindsTheNumbersThatTheManualNames) {
  const std::string manual = ReadAll(REDLINE_SOURCE_DIR "/docs/rules.md");
  std::size_t at = manual.find("```yaml\nnumbers:\n");
  ASSERT_NE(at, std::string::npos);
  at = manual.find("numbers:", at);
  std::istringstream lines(manual.substr(at, manual.find("```", at) - at));
  std::string keys;
  for (std::string line; std::getline(lines, line);) keys += "    " + line + "\n";
  const auto loaded =
      LoadRules("test", {{"a.yaml", List(std::string(kLaws) + "rules:\n" + RuleNamed("a", keys))}});
  ASSERT_TRUE(loaded) << Describe(loaded.error().front());
  const auto ruleset = tests::Compile(loaded->list.rules);
  const auto found = [&](const std::string& text) {
    return !tests::Reviewed(tests::Plain(text), ruleset).violations.empty();
  };
  for (const char* text :
       {"年利率高达36%", "36%的年化收益率", "年化百分之三十", "年化三十个点", "年化18%-36%",
        "存款50万元", "锁定期90天", "日息万分之五", "APR of 36%"}) {
    EXPECT_TRUE(found(text)) << text;
  }
  for (const char* text : {"年化24%", "年化2.4%", "存款49.9万元", "锁定期6个月", "日利率优惠",
                           "APR of 60%", "APR of 35.9%"}) {
    EXPECT_FALSE(found(text)) << text;
  }
}

TEST(LoadRules, ReadsWindowsLineEndsAndByteOrderMarkAlike) {
  const std::string text = ReadAll(std::string(kGood) + ".yaml");
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const auto plain = LoadRules("x", {{"a.yaml", text}});
  const auto loaded = LoadRules("x", {{"a.yaml", windows}});
  ASSERT_TRUE(plain);
  ASSERT_TRUE(loaded) << Describe(loaded.error().front());
  EXPECT_EQ(Printer().Print(*loaded), Printer().Print(*plain));
}

TEST(LoadRules, FindsLawsAndContextsInAnyFile) {
  const ListFile rules{"a.yaml",
                       List("rules:\n" + RuleNamed("a", "    context: { warned: pass }\n"))};
  const ListFile names{
      "b.yaml",
      List(std::string(kLaws) + "contexts: [{ id: warned, title: a, after: [骗局], reach: 3 }]\n")};
  const auto loaded = LoadRules("x", {rules, names});
  ASSERT_TRUE(loaded) << Describe(loaded.error().front());
  EXPECT_EQ(loaded->list.rules.front().basis.front().law, "中华人民共和国广告法");
  EXPECT_THAT(Errors({rules}), HasSubstr("a.yaml:11:20: a: no file defines the law `广告法`"));
}

TEST(LoadRules, DoesNotMissNamesOfAFileThatCannotBeRead) {
  const ListFile rules{"a.yaml", List("rules:\n" + RuleNamed("a"))};
  const ListFile damaged{"b.yaml", "pack: 'test\n"};
  EXPECT_THAT(Errors({rules, damaged}), HasSubstr("b.yaml:1:7: the quote"));
  EXPECT_EQ(Errors({rules, damaged}).find("a.yaml"), std::string::npos);
}

TEST(LoadRules, RefusesAnIdOfAnotherFile) {
  const ListFile a{"a.yaml", List(std::string(kLaws) + "rules:\n" + RuleNamed("x.one"))};
  const ListFile b{"b.yaml", List("rules:\n" + RuleNamed("x.two") + RuleNamed("x.one"))};
  EXPECT_EQ(Errors({a, b}),
            "b.yaml:13:5: x.one: another rule has this id: a.yaml, line 5; give one of the two a "
            "new id\n");
}

TEST(LoadRules, RefusesALawOfAnotherFile) {
  const ListFile a{"a.yaml", List(std::string(kLaws) + "rules:\n" + RuleNamed("x.one"))};
  const ListFile b{"b.yaml", List(kLaws)};
  EXPECT_THAT(Errors({a, b}),
              HasSubstr("b.yaml:3:8: the law `广告法` is already defined in a.yaml, line 3"));
}

// One list of categories for all files; where there is none, rules write what they like.
TEST(LoadRules, WantsDeclaredCategoriesAsSoonAsAFileDeclaresSome) {
  const ListFile rules{"a.yaml", List(std::string(kLaws) + "rules:\n" + RuleNamed("x.one"))};
  const ListFile other{"b.yaml", List("categories: [{ id: other, title: 其他 }]\n")};
  const ListFile own{"c.yaml", List("categories: [{ id: a, title: 甲 }]\n")};
  EXPECT_EQ(Errors({rules}), "");
  EXPECT_EQ(Errors({rules, other}),
            "a.yaml:7:15: x.one: no file declares the category `a`: add it to `categories`, with "
            "its `id` and `title`\n");
  EXPECT_EQ(Errors({rules, other, own}), "");
  const ListFile again{"d.yaml", own.text};
  EXPECT_THAT(Errors({rules, own, again}),
              HasSubstr("d.yaml:3:14: the category `a` is already defined in c.yaml, line 3"));
}

TEST(LoadRules, FindsTheRuleThatTookTheirPlaceInAnyFile) {
  const ListFile over{"a.yaml", List("rules:\n  - id: x.old\n    title: 旧\n    status: retired\n"
                                     "    replaced_by: [x.new]\n")};
  const ListFile now{"b.yaml", List(std::string(kLaws) + "rules:\n" + RuleNamed("x.new"))};
  const ListFile damaged{"c.yaml", "pack: 'test\n"};
  EXPECT_EQ(Errors({over, now}), "");
  EXPECT_THAT(Errors({over}), HasSubstr("a.yaml:7:19: x.old: no rule has the id `x.new`"));
  EXPECT_EQ(Errors({over, damaged}).find("x.new"), std::string::npos);
}

TEST(LoadRules, WantsThePackToBeTheFolder) {
  const std::string text = List(std::string(kLaws) + "rules:\n" + RuleNamed("a"));
  EXPECT_EQ(Errors({{"test/a.yaml", text}}), "");
  EXPECT_EQ(Errors({{"a.yaml", text}}), "");
  EXPECT_EQ(Errors({{"./a.yaml", text}}), "");
  EXPECT_EQ(Errors({{"packs/core/a.yaml", text}}),
            "packs/core/a.yaml:1:7: `pack` is `test`, but the file stands in the folder `core`: "
            "write the name of the folder, or move the file\n");
}

TEST(LoadRules, TakesTheGreatestVersion) {
  std::string newer = List(std::string(kLaws));
  newer.replace(newer.find("2026"), 4, "2027");
  const auto loaded =
      LoadRules("x", {{"a.yaml", newer}, {"b.yaml", List("rules:\n" + RuleNamed("a"))}});
  ASSERT_TRUE(loaded) << Describe(loaded.error().front());
  EXPECT_EQ(loaded->list.version, "2027-11-24");
}

TEST(LoadRules, RefusesAListWithoutRules) {
  EXPECT_THAT(Errors({}), HasSubstr("there is no rule in any file"));
  EXPECT_THAT(Errors({{"a.yaml", List(kLaws)}}), HasSubstr("there is no rule in any file"));
}

TEST(LoadRules, RefusesTheSameFileTwice) {
  const ListFile file{"a.yaml", List(std::string(kLaws) + "rules:\n" + RuleNamed("a"))};
  EXPECT_THAT(Errors({file, file}), HasSubstr("a.yaml: this file is given twice"));
}

}  // namespace
}  // namespace redline::rules
