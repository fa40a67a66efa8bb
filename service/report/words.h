// Words: what the text report says, in Chinese and English.
//
// Threads: pure functions.
#pragma once

#include <string>
#include <string_view>

#include "redline/v1/diff.pb.h"
#include "redline/v1/draft.pb.h"
#include "redline/v1/explanation.pb.h"
#include "redline/v1/report.pb.h"

namespace redline::service {

enum class Language { kByDraft, kChinese, kEnglish };

// The language of a draft: by its locale when it states one, else Chinese when one of its texts
// holds a Han character; encoded passages are not looked at. Never kByDraft.
Language LanguageOf(const v1::Draft& draft);

// The wanted language, or that of the draft. Never kByDraft.
Language LanguageFor(Language wanted, const v1::Draft& draft);

// The wanted language, or the other one where the list offers nothing in it.
const std::string& In(Language language, const v1::LocalizedText& text);

// One of two wordings.
inline std::string_view Say(Language language, std::string_view zh, std::string_view en) {
  return language == Language::kEnglish ? en : zh;
}

std::string_view Word(Language language, v1::Verdict verdict);
// One of three words; a severity that is not known counts as the worst.
std::string_view BySeverity(v1::Severity severity, std::string_view block, std::string_view review,
                            std::string_view advise);

std::string_view Word(Language language, v1::Severity severity);
std::string_view Word(Language language, v1::RuleStatus status);
std::string_view Word(Language language, v1::Disguise disguise);
std::string_view Word(Language language, v1::NotAppliedReason reason);
std::string_view Word(Language language, v1::NoticeKind kind);
std::string_view Word(Language language, v1::Fate fate);
// How far a citation was verified; empty when it was read in the text of the law.
std::string_view Word(Language language, v1::Checked checked);

}  // namespace redline::service
