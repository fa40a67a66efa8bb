#include "service/report/words.h"

namespace redline::service {
namespace {

// UTF-8 of the CJK Unified Ideographs (U+4E00 to U+9FFF) and Extension A (U+3400 to U+4DBF) begins
// with E3 90 … E9 BF.
bool HoldsHan(std::string_view text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const auto next = static_cast<unsigned char>(text[i + 1]);
    if (lead >= 0xE4 && lead <= 0xE9) return true;
    if (lead == 0xE3 && next >= 0x90) return true;
  }
  return false;
}

}  // namespace

Language LanguageOf(const v1::Draft& draft) {
  if (!draft.locale().empty()) {
    return draft.locale().starts_with("zh") ? Language::kChinese : Language::kEnglish;
  }
  for (const v1::Passage& passage : draft.passages()) {
    if (HoldsHan(passage.text())) return Language::kChinese;
  }
  return Language::kEnglish;
}

Language LanguageFor(Language wanted, const v1::Draft& draft) {
  return wanted == Language::kByDraft ? LanguageOf(draft) : wanted;
}

const std::string& In(Language language, const v1::LocalizedText& text) {
  const bool english = language == Language::kEnglish ? !text.en().empty() : text.zh().empty();
  return english ? text.en() : text.zh();
}

std::string_view Word(Language language, v1::Verdict verdict) {
  switch (verdict) {
    case v1::VERDICT_PASS:
      return Say(language, "通过", "pass");
    case v1::VERDICT_REVIEW:
      return Say(language, "待审", "review");
    case v1::VERDICT_BLOCK:
      return Say(language, "禁止", "block");
    default:
      return Say(language, "未知", "unknown");
  }
}

std::string_view BySeverity(v1::Severity severity, std::string_view block, std::string_view review,
                            std::string_view advise) {
  switch (severity) {
    case v1::SEVERITY_REVIEW:
      return review;
    case v1::SEVERITY_ADVISE:
      return advise;
    default:
      return block;
  }
}

std::string_view Word(Language language, v1::Severity severity) {
  switch (severity) {
    case v1::SEVERITY_BLOCK:
      return Say(language, "禁止", "block");
    case v1::SEVERITY_REVIEW:
      return Say(language, "待审", "review");
    case v1::SEVERITY_ADVISE:
      return Say(language, "提示", "advise");
    default:
      return Say(language, "未知", "unknown");
  }
}

std::string_view Word(Language language, v1::RuleStatus status) {
  switch (status) {
    case v1::RULE_STATUS_ACTIVE:
      return Say(language, "启用", "active");
    case v1::RULE_STATUS_DRAFT:
      return Say(language, "草稿", "draft");
    case v1::RULE_STATUS_SHADOW:
      return Say(language, "试运行", "shadow");
    case v1::RULE_STATUS_RETIRED:
      return Say(language, "停用", "retired");
    default:
      return Say(language, "未知", "unknown");
  }
}

std::string_view Word(Language language, v1::Disguise disguise) {
  switch (disguise) {
    case v1::DISGUISE_WIDTH:
      return Say(language, "全角半角", "full-width or half-width forms");
    case v1::DISGUISE_LETTER_FORM:
      return Say(language, "花体字形", "fancy letter forms");
    case v1::DISGUISE_TRADITIONAL:
      return Say(language, "繁体", "traditional characters");
    case v1::DISGUISE_INVISIBLE:
      return Say(language, "隐形字符", "invisible characters");
    case v1::DISGUISE_COMBINING_MARK:
      return Say(language, "附加符号", "marks on letters");
    case v1::DISGUISE_SEPARATOR:
      return Say(language, "词中夹符号", "separators inside the word");
    case v1::DISGUISE_LOOKALIKE:
      return Say(language, "形近字母", "look-alike letters");
    case v1::DISGUISE_READING:
      return Say(language, "夹注读音", "a reading in brackets");
    case v1::DISGUISE_NUMERAL:
      return Say(language, "变体数字", "digits in other forms");
    case v1::DISGUISE_MARKUP:
      return Say(language, "词中夹标签或转义", "markup inside the word");
    case v1::DISGUISE_HIDDEN:
      return Say(language, "隐藏文字", "text that readers do not see");
    case v1::DISGUISE_HAN_VARIANT:
      return Say(language, "异体字", "variant characters");
    case v1::DISGUISE_LEET:
      return Say(language, "数字符号代字", "digits or symbols for letters");
    case v1::DISGUISE_STRETCHED:
      return Say(language, "重复拉长", "stretched letters");
    case v1::DISGUISE_REVERSED:
      return Say(language, "倒序书写", "text written backwards");
    case v1::DISGUISE_PINYIN:
      return Say(language, "拼音代字", "pinyin for characters");
    case v1::DISGUISE_HOMOPHONE:
      return Say(language, "谐音字", "characters that sound the same");
    case v1::DISGUISE_INITIALS:
      return Say(language, "拼音首字母", "the initials of the pinyin");
    case v1::DISGUISE_SPLIT_CHARACTER:
      return Say(language, "拆字", "characters taken apart");
    case v1::DISGUISE_ALIAS:
      return Say(language, "规则列明的写法", "a spelling that the rule names");
    default:
      return Say(language, "其他变形", "another disguise");
  }
}

std::string_view Word(Language language, v1::NoticeKind kind) {
  switch (kind) {
    case v1::NOTICE_KIND_INVISIBLE:
      return Say(language, "词中有隐形字符", "invisible characters in a word");
    case v1::NOTICE_KIND_DIRECTION_OVERRIDE:
      return Say(language, "文字方向被改写", "the direction of writing is overridden");
    default:
      return Say(language, "其他情况", "something else");
  }
}

std::string_view Word(Language language, v1::Fate fate) {
  switch (fate) {
    case v1::FATE_VIOLATION:
      return Say(language, "违规", "violation");
    case v1::FATE_SHADOW:
      return Say(language, "试运行规则命中，不影响结论", "found on trial, not counted");
    case v1::FATE_WAIVED:
      return Say(language, "违规，已豁免", "a violation that is waived");
    case v1::FATE_EXCEPTION:
      return Say(language, "不算：属于例外", "none: an exception covers it");
    case v1::FATE_CONTEXT:
      return Say(language, "不算：处于语境", "none: it stands in a context");
    case v1::FATE_CUTS_TOKEN:
      return Say(language, "不算：截断了单词或数字", "none: it cuts a word or a number");
    case v1::FATE_CUTS_WORD:
      return Say(language, "不算：截断了词语，规则要求整词", "none: it cuts a Chinese word");
    case v1::FATE_FOREIGN_WORD:
      return Say(language, "不算：是另一种文字的词", "none: a word of another script");
    case v1::FATE_DISGUISE:
      return Say(language, "不算：规则不还原这种变形", "none: the rule does not see through that");
    case v1::FATE_NO_SIGN:
      return Say(language, "不算：缺少写法中的符号", "none: a sign of the spelling is missing");
    case v1::FATE_TOO_SHORT:
      return Say(language, "不算：太短，不足以断定", "none: too short to be sure");
    case v1::FATE_OVERLAPS:
      return Say(language, "不另计：同一规则已有更长或更早的命中",
                 "not counted again: the rule has a longer or earlier match here");
    case v1::FATE_SATISFIED:
      return Say(language, "不算：所需声明已有，或已另行提示缺失",
                 "none: the statement it asks for stands there, or is told to be missing already");
    case v1::FATE_OTHER_PASSAGE:
      return Say(language, "不算：规则不看这个段落",
                 "none: the rule does not look at this passage");
    case v1::FATE_NOT_APPLIED:
      return Say(language, "不算：规则不适用于本稿", "none: the rule does not apply to this draft");
    default:
      return Say(language, "未知", "unknown");
  }
}

std::string_view Word(Language language, v1::NotAppliedReason reason) {
  switch (reason) {
    case v1::NOT_APPLIED_REASON_CHANNEL:
      return Say(language, "渠道不符", "other channel");
    case v1::NOT_APPLIED_REASON_PRODUCT:
      return Say(language, "产品不符", "other product");
    case v1::NOT_APPLIED_REASON_AUDIENCE:
      return Say(language, "受众不符", "other audience");
    case v1::NOT_APPLIED_REASON_LOCALE:
      return Say(language, "地区语言不符", "other locale");
    case v1::NOT_APPLIED_REASON_PASSAGE:
      return Say(language, "段落不符", "other passage");
    case v1::NOT_APPLIED_REASON_NOT_YET_EFFECTIVE:
      return Say(language, "尚未生效", "not in force yet");
    case v1::NOT_APPLIED_REASON_EXPIRED:
      return Say(language, "已失效", "no longer in force");
    case v1::NOT_APPLIED_REASON_DRAFT:
      return Say(language, "规则尚为草稿", "still a draft");
    case v1::NOT_APPLIED_REASON_RETIRED:
      return Say(language, "规则已停用", "retired");
    case v1::NOT_APPLIED_REASON_SWITCHED_OFF:
      return Say(language, "被方案停用", "switched off by a profile");
    default:
      return Say(language, "其他", "other");
  }
}

std::string_view Word(Language language, v1::Checked checked) {
  switch (checked) {
    case v1::CHECKED_TEXT:
      return "";
    case v1::CHECKED_QUOTED:
      return Say(language, "据官方引文", "as quoted from the official source");
    case v1::CHECKED_SECONDARY:
      return Say(language, "据二手资料，待核对原文", "second-hand: look it up in the law");
    default:
      return Say(language, "未核对，须查原文", "not verified: look it up in the law");
  }
}

}  // namespace redline::service
