// Spellings of a phrase that no fold can know: what counts as one, and which innocent words do not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/resolve.h"
#include "engine/review.h"
#include "tests/engine/lists.h"

namespace redline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using tests::BanPhrases;
using tests::Compile;
using tests::Plain;
using tests::Quotes;
using tests::Reviewed;

// One rule that asks for all that can be made from its phrases.
Rule WithAliases(std::vector<std::string> phrases, std::vector<std::string> written = {}) {
  Rule rule = BanPhrases("r", std::move(phrases));
  rule.aliases = {.pinyin = true,
                  .homophones = true,
                  .initials = true,
                  .split = true,
                  .written = tests::Wordings(std::move(written))};
  return rule;
}

const std::shared_ptr<const Ruleset>& Promises() {
  static const auto ruleset =
      Compile({WithAliases({"稳赚不赔", "零风险", "高收益", "保本", "加微信", "征信修复",
                            "国家担保", "方案", "联系老师", "国家级", "最好的选择", "绿色通道"})});
  return ruleset;
}

std::vector<std::string> Found(const std::string& text) {
  return Quotes(Reviewed(Plain(text), Promises()));
}

TEST(Alias, ReadsEverySpelling) {
  const struct {
    std::string text;
    std::string quote;
    std::string phrase;
    Disguise disguise;
  } kCases[] = {
      {"这款零疯险，放心买", "零疯险", "零风险", Disguise::kHomophone},
      {"真的稳转不陪哦", "稳转不陪", "稳赚不赔", Disguise::kHomophone},
      {"請加薇信了解", "加薇信", "加微信", Disguise::kHomophone},
      {"0疯险", "0疯险", "零风险", Disguise::kHomophone},
      {"零 疯*险", "零 疯*险", "零风险", Disguise::kHomophone},
      {"零feng险产品", "零feng险", "零风险", Disguise::kPinyin},
      {"选零fēng险", "零fēng险", "零风险", Disguise::kPinyin},
      {"ling feng xian", "ling feng xian", "零风险", Disguise::kPinyin},
      {"LingFengXian!", "LingFengXian", "零风险", Disguise::kPinyin},
      {"放心，bǎo běn的", "bǎo běn", "保本", Disguise::kPinyin},
      {"放心，baoben的", "baoben", "保本", Disguise::kPinyin},
      {"放心，保ben的", "保ben", "保本", Disguise::kPinyin},
      {"lǜ色通道", "lǜ色通道", "绿色通道", Disguise::kPinyin},
      {"lvse tongdao", "lvse tongdao", "绿色通道", Disguise::kPinyin},
      {"加威信", "加威信", "加微信", Disguise::kHomophone},
      {"零疯xian", "零疯xian", "零风险", Disguise::kHomophone},
      {"选亻呆本，安心", "亻呆本", "保本", Disguise::kSplitCharacter},
      {"高 丩 攵 益", "高 丩 攵 益", "高收益", Disguise::kSplitCharacter},
      {"禾急贝兼不贝咅", "禾急贝兼不贝咅", "稳赚不赔", Disguise::kSplitCharacter},
      {"产品wzbp，速来", "wzbp", "稳赚不赔", Disguise::kInitials},
      {"GJDB", "GJDB", "国家担保", Disguise::kInitials},
  };
  for (const auto& each : kCases) {
    SCOPED_TRACE(each.text);
    const Report report = Reviewed(Plain(each.text), Promises());
    ASSERT_THAT(Quotes(report), ElementsAre("r: " + each.quote));
    const Violation& violation = report.violations[0];
    EXPECT_EQ(violation.wording, each.phrase);
    EXPECT_EQ(violation.folded_quote, each.phrase);
    EXPECT_EQ(violation.context, kAliasContext);
    EXPECT_EQ(violation.severity, Severity::kReview);
    EXPECT_EQ(report.verdict, Verdict::kReview);
    EXPECT_THAT(violation.disguises, ::testing::Contains(each.disguise));
    EXPECT_THAT(violation.disguises, ::testing::Not(::testing::Contains(Disguise::kCombiningMark)));
    EXPECT_TRUE(std::is_sorted(violation.disguises.begin(), violation.disguises.end()));
  }
}

TEST(Alias, LeavesInnocentWordsAlone) {
  const std::string kTexts[] = {
      "高手艺术团演出",    // 高手艺 sounds like 高收益
      "全程无缝衔接",      // 无缝衔, like 无风险
      "出于正信修行",      //
      "他增加威信的办法",  // 增加 is cut
      "请练习老师的题",    // 练习 is a word that has no character of 联系老师
      "国家及地方的扶持",  // 国家 is a word and 及 its neighbour
      "带领风险部门",      //
      "最女子的选择",      // 女子 is a word
      "抱本书看",          // two syllables: only pinyin counts
      "fan gan",           //
      "fang an",           // two words in plain letters may be of another language
      "bao ben",           //
      "Bao Ben先生",       //
      "担保Ben先生",       // a name beside 保
      "Alibaobenben",      //
      "订单WZBP20241101",  //
      "订单WZBP-2024",     //
      "xwzbp",             //
      "wz bp",             //
      "wzb",               //
      "lin gfengx ian",        // a blank inside a syllable
      "零，疯险",          // a clause ends between
      "零。feng险",        //
      "www.wzbp.com",      // a name on the net
  };
  for (const std::string& text : kTexts) EXPECT_THAT(Found(text), IsEmpty()) << text;
}

TEST(Alias, ThePhraseItselfIsNone) {
  const Report report = Reviewed(Plain("零风险，稳赚不赔"), Promises());
  ASSERT_THAT(Quotes(report), ElementsAre("r: 零风险", "r: 稳赚不赔"));
  for (const Violation& violation : report.violations) {
    EXPECT_EQ(violation.severity, Severity::kBlock);
    EXPECT_THAT(violation.context, IsEmpty());
    EXPECT_THAT(violation.disguises, IsEmpty());
  }
}

// A guess that overlaps a violation of the same rule must not take its place and lower it.
TEST(Alias, APhraseGoesBeforeAGuess) {
  const auto ruleset = Compile({WithAliases({"零风险保本", "保本保息"})});
  const Report report = Reviewed(Plain("零疯险保本保息"), ruleset);
  ASSERT_THAT(Quotes(report), ElementsAre("r: 保本保息"));
  EXPECT_EQ(report.violations[0].severity, Severity::kBlock);
  EXPECT_THAT(Quotes(Reviewed(Plain("零疯险保本。保本保息"), ruleset)),
              ElementsAre("r: 零疯险保本", "r: 保本保息"));
}

TEST(Alias, ExceptionsAndContextsCountForThemToo) {
  Rule rule = WithAliases({"稳赚不赔"});
  rule.exceptions = tests::Wordings({"没有wzbp的投资"});
  rule.contexts = {{"negated", InContext::kNoViolation, {}}};
  Context negated;
  negated.id = "negated";
  negated.before = tests::Wordings({"不承诺"});
  negated.reach = 4;
  const auto ruleset = Compile({rule}, {negated});
  EXPECT_THAT(Quotes(Reviewed(Plain("wzbp"), ruleset)), ElementsAre("r: wzbp"));
  EXPECT_THAT(Quotes(Reviewed(Plain("没有wzbp的投资"), ruleset)), IsEmpty());
  const Report report = Reviewed(Plain("不承诺稳转不陪"), ruleset);
  EXPECT_THAT(Quotes(report), IsEmpty());
  ASSERT_EQ(report.dismissals.size(), 1u);
  EXPECT_EQ(report.dismissals[0].by, "negated");
}

TEST(Alias, OnlyWhatTheRuleAsksFor) {
  const std::string text = "零疯险 lingfengxian 稳转不陪 wzbp 零风阝佥";
  const struct {
    Aliases aliases;
    std::vector<std::string> found;
  } kCases[] = {
      {{}, {}},
      {{.pinyin = true, .written = {}}, {"r: lingfengxian"}},
      {{.homophones = true, .written = {}}, {"r: 零疯险", "r: 稳转不陪"}},
      {{.split = true, .written = {}}, {"r: 零风阝佥"}},
      {{.initials = true, .written = {}}, {"r: wzbp"}},
  };
  for (const auto& each : kCases) {
    Rule rule = BanPhrases("r", {"零风险", "稳赚不赔"});
    rule.aliases = each.aliases;
    EXPECT_EQ(Quotes(Reviewed(Plain(text), Compile({rule}))), each.found);
  }
}

TEST(Alias, OfARuleThatDoesNotApplyIsNone) {
  Rule rule = WithAliases({"零风险"});
  rule.applies_to.channels = {"sms"};
  const auto ruleset = Compile({rule});
  Draft draft = Plain("零疯险 lfx");
  draft.channel = "web";
  EXPECT_THAT(Quotes(Reviewed(draft, ruleset)), IsEmpty());
  draft.channel = "sms";
  EXPECT_THAT(Quotes(Reviewed(draft, ruleset)), ElementsAre("r: 零疯险"));
}

TEST(Alias, WrittenByTheAuthorIsAsGoodAsAPhrase) {
  const auto ruleset = Compile({WithAliases({"加微信", "稳赚不赔"}, {"加V信", "稳💰不赔"})});
  const Report report = Reviewed(Plain("加 ｖ 信，稳💰不赔"), ruleset);
  ASSERT_THAT(Quotes(report), ElementsAre("r: 加 ｖ 信", "r: 稳💰不赔"));
  for (const Violation& violation : report.violations) {
    EXPECT_EQ(violation.severity, Severity::kBlock);
    EXPECT_THAT(violation.context, IsEmpty());
    EXPECT_THAT(violation.disguises, ::testing::Contains(Disguise::kAlias));
  }
  EXPECT_EQ(report.violations[0].wording, "加V信");
  EXPECT_THAT(report.violations[1].disguises, ElementsAre(Disguise::kAlias));
}

TEST(Alias, AnEmojiOfAWrittenOneMustBeThere) {
  const auto ruleset = Compile({WithAliases({"稳赚不赔"}, {"稳💰不赔"})});
  EXPECT_THAT(Quotes(Reviewed(Plain("稳 💰 不赔"), ruleset)), ElementsAre("r: 稳 💰 不赔"));
  EXPECT_THAT(Quotes(Reviewed(Plain("稳🎁💰️不*赔"), ruleset)),
              ElementsAre("r: 稳🎁💰️不*赔"));
  for (const std::string text : {"稳不赔", "稳🎁不赔", "稳不💰赔", "💰稳不赔"}) {
    EXPECT_THAT(Quotes(Reviewed(Plain(text), ruleset)), IsEmpty()) << text;
  }
}

TEST(Alias, ThatSaysNothingIsRefused) {
  const auto refused = [](const std::string& alias) {
    const auto ruleset = Ruleset::Compile({"test", "1", {}, {WithAliases({"稳赚不赔"}, {alias})}});
    return ruleset ? std::string() : ruleset.error().at(0).message;
  };
  EXPECT_THAT(refused("穩 賺不賠"), ::testing::HasSubstr("read as the phrase '稳赚不赔'"));
  EXPECT_THAT(refused("稳💰赚不赔"), ::testing::HasSubstr("read as the phrase"));
  EXPECT_THAT(refused("💰不赔"), ::testing::HasSubstr("begins or ends with a sign"));
  EXPECT_THAT(refused("+V"), ::testing::HasSubstr("begins or ends with a sign"));
  EXPECT_THAT(refused("💰"), ::testing::HasSubstr("nothing but marks"));
  EXPECT_THAT(refused("\xFF"), ::testing::HasSubstr("not UTF-8"));
  EXPECT_THAT(refused("稳💰不赔"), IsEmpty());
}

TEST(Alias, ChangesTheDigest) {
  const auto digest = [](const Aliases& aliases) {
    Rule rule = BanPhrases("r", {"零风险"});
    rule.aliases = aliases;
    return Compile({rule})->digest();
  };
  const std::string plain = digest({});
  std::vector<std::string> digests = {plain};
  Aliases aliases[5];
  aliases[0].pinyin = aliases[1].homophones = aliases[2].initials = aliases[3].split = true;
  aliases[4].written = tests::Wordings({"零凤险"});
  for (const Aliases& each : aliases) digests.push_back(digest(each));
  std::sort(digests.begin(), digests.end());
  EXPECT_EQ(std::unique(digests.begin(), digests.end()), digests.end());
}

// Aliases end with their passage, as an initial word in a title and one in a body are two words.
TEST(Alias, DoNotRunOverThePassage) {
  Draft draft = Plain("零疯");
  draft.passages.push_back({"b", Format::kPlain, "险wz"});
  draft.passages.push_back({"c", Format::kPlain, "bp"});
  EXPECT_THAT(Quotes(Reviewed(draft, Promises())), IsEmpty());
}

}  // namespace
}  // namespace redline
