// Engine types to messages and back: every enum value, every field.

#include "service/wire.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/service/running_server.h"

namespace redline::service {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

Rule FullRule() {
  Rule rule;
  rule.id = "test.rule";
  rule.title = {"标题", "title"};
  rule.category = "category";
  rule.severity = Severity::kBlock;
  rule.message = {"消息", "message"};
  rule.suggestion = {"建议", "suggestion"};
  rule.basis = {{.law = "法",
                 .document = "文号",
                 .article = "第一条",
                 .issuer = "机关",
                 .effective = "2015-09-01",
                 .checked = Checked::kQuoted}};
  rule.pack = "pack";
  return rule;
}

const Span kSpan{.passage = 1,
                 .sent = {5, 11},
                 .utf8 = {4, 10},
                 .utf16 = {2, 4},
                 .code_point = {1, 3},
                 .start = {1, 2},
                 .end = {1, 4}};

Draft TwoPassages() {
  Draft draft;
  draft.id = "post-42";
  draft.passages = {{"title", Format::kPlain, "好"}, {"body", Format::kPlain, "💰稳赚"}};
  return draft;
}

Report EmptyReport() {
  Report report;
  report.verdict = Verdict::kPass;
  report.draft_id = "post-42";
  report.ruleset = SmallRuleset();
  report.as_of = year_month_day{year{2026}, month{1}, day{2}};
  report.engine_version = "0.1.0";
  report.content_digest = "sha256:abc";
  return report;
}

TEST(Wire, WritesEveryFieldOfAReport) {
  const Rule rule = FullRule();
  Report report = EmptyReport();
  report.verdict = Verdict::kBlock;
  report.violations = {{.rule = &rule,
                        .severity = Severity::kReview,
                        .span = kSpan,
                        .related = {kSpan, kSpan},
                        .quote = "稳赚",
                        .folded_quote = "稳赚",
                        .disguises = {Disguise::kWidth, Disguise::kNumeral},
                        .wording = "稳赚",
                        .missing = {"投资有风险", "风险自担"},
                        .near_miss = NearMiss{kSpan, "投资有险", {"风"}},
                        .context = "negated"}};
  report.dismissals = {{.rule = &rule,
                        .span = kSpan,
                        .quote = "稳赚",
                        .reason = Dismissal::Reason::kContext,
                        .by = "negated",
                        .layer = "bank"}};
  report.not_applied = {{.rule = &rule, .reason = NotApplied::Reason::kExpired}};
  const v1::Report wire = ReportToWire(report, TwoPassages());
  EXPECT_EQ(wire.draft_id(), "post-42");
  EXPECT_EQ(wire.verdict(), v1::VERDICT_BLOCK);
  EXPECT_EQ(wire.as_of(), "2026-01-02");
  EXPECT_EQ(wire.engine_version(), "0.1.0");
  EXPECT_EQ(wire.content_digest(), "sha256:abc");
  EXPECT_EQ(wire.ruleset().name(), "small");
  EXPECT_EQ(wire.ruleset().version(), report.ruleset->version());
  EXPECT_EQ(wire.ruleset().digest(), report.ruleset->digest());
  EXPECT_EQ(wire.ruleset().rules(), 3U);

  const v1::Violation& violation = wire.violations(0);
  EXPECT_EQ(violation.rule_id(), "test.rule");
  EXPECT_EQ(violation.title().zh(), "标题");
  EXPECT_EQ(violation.title().en(), "title");
  EXPECT_EQ(violation.category(), "category");
  EXPECT_EQ(violation.severity(), v1::SEVERITY_REVIEW);  // the violation's, not the rule's
  EXPECT_EQ(violation.quote(), "稳赚");
  EXPECT_EQ(violation.folded_quote(), "稳赚");
  ASSERT_EQ(violation.disguises_size(), 2);
  EXPECT_EQ(violation.disguises(1), v1::DISGUISE_NUMERAL);
  EXPECT_EQ(violation.wording(), "稳赚");
  EXPECT_EQ(violation.message().zh(), "消息");
  EXPECT_EQ(violation.suggestion().en(), "suggestion");
  ASSERT_EQ(violation.basis_size(), 1);
  EXPECT_EQ(violation.basis(0).law(), "法");
  EXPECT_EQ(violation.basis(0).document(), "文号");
  EXPECT_EQ(violation.basis(0).article(), "第一条");
  EXPECT_EQ(violation.basis(0).issuer(), "机关");
  EXPECT_EQ(violation.basis(0).effective(), "2015-09-01");
  EXPECT_EQ(violation.basis(0).checked(), v1::CHECKED_QUOTED);
  EXPECT_EQ(violation.context(), "negated");
  EXPECT_EQ(violation.pack(), "pack");
  EXPECT_EQ(violation.layer(), "pack");  // no profile set the severity
  ASSERT_EQ(violation.missing_size(), 2);
  EXPECT_EQ(violation.missing(1), "风险自担");
  EXPECT_EQ(violation.near_miss().quote(), "投资有险");
  EXPECT_EQ(violation.near_miss().lacking(0), "风");
  EXPECT_EQ(violation.near_miss().span().SerializeAsString(), violation.span().SerializeAsString());
  ASSERT_EQ(violation.related_size(), 2);
  EXPECT_EQ(violation.related(1).SerializeAsString(), violation.span().SerializeAsString());

  const v1::Span& span = violation.span();
  EXPECT_EQ(span.passage_index(), 1U);
  EXPECT_EQ(span.passage(), "body");
  EXPECT_EQ(span.sent().begin(), 5U);
  EXPECT_EQ(span.sent().end(), 11U);
  EXPECT_EQ(span.utf8().begin(), 4U);
  EXPECT_EQ(span.utf8().end(), 10U);
  EXPECT_EQ(span.utf16().begin(), 2U);
  EXPECT_EQ(span.utf16().end(), 4U);
  EXPECT_EQ(span.code_point().begin(), 1U);
  EXPECT_EQ(span.code_point().end(), 3U);
  EXPECT_EQ(span.start().line(), 1U);
  EXPECT_EQ(span.start().column(), 2U);
  EXPECT_EQ(span.end().line(), 1U);
  EXPECT_EQ(span.end().column(), 4U);

  EXPECT_EQ(wire.dismissals(0).rule_id(), "test.rule");
  EXPECT_EQ(wire.dismissals(0).span().SerializeAsString(), span.SerializeAsString());
  EXPECT_EQ(wire.dismissals(0).quote(), "稳赚");
  EXPECT_EQ(wire.dismissals(0).reason(), v1::DISMISSAL_REASON_CONTEXT);
  EXPECT_EQ(wire.dismissals(0).by(), "negated");
  EXPECT_EQ(wire.dismissals(0).layer(), "bank");
  EXPECT_EQ(wire.not_applied(0).rule_id(), "test.rule");
  EXPECT_EQ(wire.not_applied(0).reason(), v1::NOT_APPLIED_REASON_EXPIRED);
}

TEST(Wire, NamesTheProfileThatDecided) {
  Rule rule = FullRule();
  rule.layer = "branch";
  rule.off_by = "bank";
  rule.off_why = "抽奖由消保部审核";
  Report report = EmptyReport();
  report.ruleset = SmallRuleset("1", "branch");
  report.violations.resize(1);
  report.violations[0].rule = &rule;
  report.not_applied = {{.rule = &rule, .reason = NotApplied::Reason::kSwitchedOff},
                        {.rule = &rule, .reason = NotApplied::Reason::kChannel}};
  const v1::Report wire = ReportToWire(report, TwoPassages());
  EXPECT_EQ(wire.ruleset().profile(), "branch");
  EXPECT_EQ(wire.violations(0).layer(), "branch");
  EXPECT_EQ(wire.not_applied(0).reason(), v1::NOT_APPLIED_REASON_SWITCHED_OFF);
  EXPECT_EQ(wire.not_applied(0).layer(), "bank");
  EXPECT_EQ(wire.not_applied(0).why(), "抽奖由消保部审核");
  EXPECT_EQ(wire.not_applied(1).layer(), "");
}

TEST(Wire, ADefaultReportIsNeverAPass) {
  Report report;
  report.ruleset = SmallRuleset();
  report.as_of = {};
  EXPECT_EQ(ReportToWire(report, {}).verdict(), v1::VERDICT_UNSPECIFIED);
  EXPECT_EQ(v1::Report().verdict(), v1::VERDICT_UNSPECIFIED);
  report.as_of = year_month_day{year{2026}, month{2}, day{30}};
  EXPECT_EQ(ReportToWire(report, {}).as_of(), "");
}

TEST(Wire, WritesEveryVerdict) {
  const struct {
    Verdict verdict;
    v1::Verdict want;
  } cases[] = {{Verdict::kUnspecified, v1::VERDICT_UNSPECIFIED},
               {Verdict::kPass, v1::VERDICT_PASS},
               {Verdict::kReview, v1::VERDICT_REVIEW},
               {Verdict::kBlock, v1::VERDICT_BLOCK}};
  EXPECT_EQ(std::size(cases), static_cast<std::size_t>(v1::Verdict_ARRAYSIZE));
  for (const auto& [verdict, want] : cases) {
    Report report = EmptyReport();
    report.verdict = verdict;
    EXPECT_EQ(ReportToWire(report, {}).verdict(), want);
  }
}

TEST(Wire, WritesEverySeverityAndDisguise) {
  const struct {
    Severity severity;
    v1::Severity want;
  } severities[] = {{Severity::kUnspecified, v1::SEVERITY_UNSPECIFIED},
                    {Severity::kAdvise, v1::SEVERITY_ADVISE},
                    {Severity::kReview, v1::SEVERITY_REVIEW},
                    {Severity::kBlock, v1::SEVERITY_BLOCK}};
  EXPECT_EQ(std::size(severities), static_cast<std::size_t>(v1::Severity_ARRAYSIZE));
  const Rule rule = FullRule();
  for (const auto& [severity, want] : severities) {
    Report report = EmptyReport();
    report.violations.resize(1);
    report.violations[0].rule = &rule;
    report.violations[0].severity = severity;
    EXPECT_EQ(ReportToWire(report, TwoPassages()).violations(0).severity(), want);
  }

  const struct {
    Disguise disguise;
    v1::Disguise want;
  } disguises[] = {{Disguise::kWidth, v1::DISGUISE_WIDTH},
                   {Disguise::kLetterForm, v1::DISGUISE_LETTER_FORM},
                   {Disguise::kTraditional, v1::DISGUISE_TRADITIONAL},
                   {Disguise::kInvisible, v1::DISGUISE_INVISIBLE},
                   {Disguise::kCombiningMark, v1::DISGUISE_COMBINING_MARK},
                   {Disguise::kSeparator, v1::DISGUISE_SEPARATOR},
                   {Disguise::kLookalike, v1::DISGUISE_LOOKALIKE},
                   {Disguise::kReading, v1::DISGUISE_READING},
                   {Disguise::kNumeral, v1::DISGUISE_NUMERAL},
                   {Disguise::kMarkup, v1::DISGUISE_MARKUP},
                   {Disguise::kHidden, v1::DISGUISE_HIDDEN},
                   {Disguise::kHanVariant, v1::DISGUISE_HAN_VARIANT},
                   {Disguise::kLeet, v1::DISGUISE_LEET},
                   {Disguise::kStretched, v1::DISGUISE_STRETCHED},
                   {Disguise::kReversed, v1::DISGUISE_REVERSED},
                   {Disguise::kPinyin, v1::DISGUISE_PINYIN},
                   {Disguise::kHomophone, v1::DISGUISE_HOMOPHONE},
                   {Disguise::kInitials, v1::DISGUISE_INITIALS},
                   {Disguise::kSplitCharacter, v1::DISGUISE_SPLIT_CHARACTER},
                   {Disguise::kAlias, v1::DISGUISE_ALIAS}};
  EXPECT_EQ(std::size(disguises) + 1, static_cast<std::size_t>(v1::Disguise_ARRAYSIZE));
  for (const auto& [disguise, want] : disguises) {
    Report report = EmptyReport();
    report.violations.resize(1);
    report.violations[0].rule = &rule;
    report.violations[0].disguises = {disguise};
    EXPECT_EQ(ReportToWire(report, TwoPassages()).violations(0).disguises(0), want);
    // "letter_form" of the engine is DISGUISE_LETTER_FORM of the wire.
    std::string name = v1::Disguise_Name(want).substr(std::string_view("DISGUISE_").size());
    for (char& c : name) c = static_cast<char>(std::tolower(c));
    EXPECT_EQ(Name(disguise), name);
  }
}

TEST(Wire, WritesEveryReason) {
  using Reason = NotApplied::Reason;
  const struct {
    Reason reason;
    v1::NotAppliedReason want;
  } cases[] = {{Reason::kChannel, v1::NOT_APPLIED_REASON_CHANNEL},
               {Reason::kProduct, v1::NOT_APPLIED_REASON_PRODUCT},
               {Reason::kAudience, v1::NOT_APPLIED_REASON_AUDIENCE},
               {Reason::kLocale, v1::NOT_APPLIED_REASON_LOCALE},
               {Reason::kPassage, v1::NOT_APPLIED_REASON_PASSAGE},
               {Reason::kNotYetEffective, v1::NOT_APPLIED_REASON_NOT_YET_EFFECTIVE},
               {Reason::kExpired, v1::NOT_APPLIED_REASON_EXPIRED},
               {Reason::kDraft, v1::NOT_APPLIED_REASON_DRAFT},
               {Reason::kRetired, v1::NOT_APPLIED_REASON_RETIRED},
               {Reason::kSwitchedOff, v1::NOT_APPLIED_REASON_SWITCHED_OFF}};
  EXPECT_EQ(std::size(cases) + 1,
            static_cast<std::size_t>(v1::NotAppliedReason_descriptor()->value_count()));
  const Rule rule = FullRule();
  for (const auto& [reason, want] : cases) {
    Report report = EmptyReport();
    report.not_applied = {{.rule = &rule, .reason = reason}};
    EXPECT_EQ(ReportToWire(report, {}).not_applied(0).reason(), want);
  }
  Report report = EmptyReport();
  report.dismissals.resize(1);
  report.dismissals[0].rule = &rule;
  report.dismissals[0].reason = Dismissal::Reason::kException;
  EXPECT_EQ(ReportToWire(report, TwoPassages()).dismissals(0).reason(),
            v1::DISMISSAL_REASON_EXCEPTION);
}

TEST(Wire, WritesEveryNotice) {
  Report report = EmptyReport();
  Span span;
  span.passage = 1;
  span.utf8 = {3, 6};
  report.notices = {{Notice::Kind::kInvisible, span, "U+200B"},
                    {Notice::Kind::kDirectionOverride, {}, "U+202E"}};
  const v1::Report wire = ReportToWire(report, TwoPassages());
  ASSERT_EQ(wire.notices_size(), v1::NoticeKind_ARRAYSIZE - 1);
  EXPECT_EQ(wire.notices(0).kind(), v1::NOTICE_KIND_INVISIBLE);
  EXPECT_EQ(wire.notices(0).characters(), "U+200B");
  EXPECT_EQ(wire.notices(0).span().passage_index(), 1u);
  EXPECT_EQ(wire.notices(0).span().utf8().begin(), 3u);
  EXPECT_EQ(wire.notices(1).kind(), v1::NOTICE_KIND_DIRECTION_OVERRIDE);
}

TEST(Wire, WritesEveryFate) {
  const struct {
    Fate fate;
    v1::Fate want;
  } cases[] = {
      {Fate::kViolation, v1::FATE_VIOLATION},   {Fate::kException, v1::FATE_EXCEPTION},
      {Fate::kShadow, v1::FATE_SHADOW},         {Fate::kWaived, v1::FATE_WAIVED},
      {Fate::kContext, v1::FATE_CONTEXT},       {Fate::kCutsToken, v1::FATE_CUTS_TOKEN},
      {Fate::kCutsWord, v1::FATE_CUTS_WORD},    {Fate::kForeignWord, v1::FATE_FOREIGN_WORD},
      {Fate::kDisguise, v1::FATE_DISGUISE},     {Fate::kNoSign, v1::FATE_NO_SIGN},
      {Fate::kTooShort, v1::FATE_TOO_SHORT},    {Fate::kOverlaps, v1::FATE_OVERLAPS},
      {Fate::kSatisfied, v1::FATE_SATISFIED},   {Fate::kOtherPassage, v1::FATE_OTHER_PASSAGE},
      {Fate::kNotApplied, v1::FATE_NOT_APPLIED}};
  EXPECT_EQ(std::size(cases) + 1, static_cast<std::size_t>(v1::Fate_ARRAYSIZE));
  const Rule rule = FullRule();
  for (const auto& [fate, want] : cases) {
    Explanation explanation;
    explanation.report = EmptyReport();
    explanation.readings = {{1, Disguise::kLeet, "B0SS", "boss"}};
    explanation.matches = {{0, &rule, {}, "B0SS", "boss", fate, "by"}};
    const v1::Explanation wire = ExplanationToWire(explanation, TwoPassages());
    ASSERT_EQ(wire.matches_size(), 1);
    EXPECT_EQ(wire.matches(0).fate(), want);
    EXPECT_EQ(wire.matches(0).rule_id(), rule.id);
    EXPECT_EQ(wire.matches(0).by(), "by");
    EXPECT_EQ(wire.readings(0).respelled(), v1::DISGUISE_LEET);
    EXPECT_EQ(wire.readings(0).folded(), "boss");
    // "cuts_token" of the engine is FATE_CUTS_TOKEN of the wire.
    std::string name = v1::Fate_Name(want).substr(std::string_view("FATE_").size());
    for (char& c : name) c = static_cast<char>(std::tolower(c));
    EXPECT_EQ(Name(fate), name);
  }
}

TEST(Wire, WritesWhatIsFoundOnTrialApart) {
  const Rule rule = FullRule();
  Report report = EmptyReport();
  report.shadowed.resize(1);
  report.shadowed[0].rule = &rule;
  report.shadowed[0].quote = "保本";
  const v1::Report wire = ReportToWire(report, TwoPassages());
  EXPECT_EQ(wire.violations_size(), 0);
  ASSERT_EQ(wire.shadowed_size(), 1);
  EXPECT_EQ(wire.shadowed(0).rule_id(), rule.id);
  EXPECT_EQ(wire.shadowed(0).quote(), "保本");
}

TEST(Wire, WritesWhatIsWaivedAndWhy) {
  using Kind = WaiverWarning::Kind;
  const Rule rule = FullRule();
  const auto waivers = std::make_shared<const Waivers>(
      std::vector<Waiver>{{.id = "w-1",
                           .rule_id = rule.id,
                           .quote = "保本",
                           .content_digest = "",
                           .reason = "书名",
                           .approver = "王芳",
                           .ticket = "LEGAL-1",
                           .approved = year_month_day{year{2026}, month{1}, day{2}},
                           .until = year_month_day{year{2026}, month{2}, day{3}},
                           .origin = {}}});
  const Waiver* waiver = &waivers->all().front();
  Report report = EmptyReport();
  report.waivers = waivers;
  report.waived.resize(1);
  report.waived[0].violation.rule = &rule;
  report.waived[0].violation.quote = "保本";
  report.waived[0].waiver = waiver;
  report.waiver_warnings = {{Kind::kEndsSoon, waiver}, {Kind::kOver, waiver}};
  const v1::Report wire = ReportToWire(report, TwoPassages());
  EXPECT_EQ(wire.violations_size(), 0);
  EXPECT_EQ(wire.waivers_digest(), waivers->digest());
  ASSERT_EQ(wire.waived_size(), 1);
  EXPECT_EQ(wire.waived(0).violation().rule_id(), rule.id);
  EXPECT_EQ(wire.waived(0).violation().quote(), "保本");
  EXPECT_EQ(wire.waived(0).waiver().id(), "w-1");
  EXPECT_EQ(wire.waived(0).waiver().reason(), "书名");
  EXPECT_EQ(wire.waived(0).waiver().approver(), "王芳");
  EXPECT_EQ(wire.waived(0).waiver().ticket(), "LEGAL-1");
  EXPECT_EQ(wire.waived(0).waiver().approved(), "2026-01-02");
  EXPECT_EQ(wire.waived(0).waiver().until(), "2026-02-03");
  ASSERT_EQ(wire.waiver_warnings_size(), v1::WaiverWarningKind_ARRAYSIZE - 1);
  EXPECT_EQ(wire.waiver_warnings(0).kind(), v1::WAIVER_WARNING_KIND_ENDS_SOON);
  EXPECT_EQ(wire.waiver_warnings(1).kind(), v1::WAIVER_WARNING_KIND_OVER);
  EXPECT_EQ(wire.waiver_warnings(1).rule_id(), rule.id);
  EXPECT_EQ(wire.waiver_warnings(1).waiver().id(), "w-1");
}

TEST(Wire, WritesWhereARuleThatDiffersIsInItsLife) {
  const struct {
    Status status;
    v1::RuleStatus want;
  } cases[] = {{Status::kActive, v1::RULE_STATUS_ACTIVE},
               {Status::kDraft, v1::RULE_STATUS_DRAFT},
               {Status::kShadow, v1::RULE_STATUS_SHADOW},
               {Status::kRetired, v1::RULE_STATUS_RETIRED}};
  EXPECT_EQ(std::size(cases) + 1, static_cast<std::size_t>(v1::RuleStatus_ARRAYSIZE));
  const Report report = EmptyReport();
  for (const auto& [status, want] : cases) {
    Rule rule = FullRule();
    rule.status = status;
    const v1::ListDiff diff =
        DiffToWire(*report.ruleset, *report.ruleset, {{nullptr, &rule}}, report.as_of);
    ASSERT_EQ(diff.rules_size(), 1);
    EXPECT_EQ(diff.rules(0).from_status(), v1::RULE_STATUS_UNSPECIFIED);
    EXPECT_EQ(diff.rules(0).to_status(), want);
    // A severity is told of rules that count.
    EXPECT_EQ(diff.rules(0).to() != v1::SEVERITY_UNSPECIFIED, status == Status::kActive);
  }
}

TEST(Wire, WritesEveryDegreeOfChecking) {
  const struct {
    Checked checked;
    v1::Checked want;
  } cases[] = {{Checked::kUnverified, v1::CHECKED_UNVERIFIED},
               {Checked::kSecondary, v1::CHECKED_SECONDARY},
               {Checked::kQuoted, v1::CHECKED_QUOTED},
               {Checked::kText, v1::CHECKED_TEXT}};
  EXPECT_EQ(std::size(cases) + 1, static_cast<std::size_t>(v1::Checked_ARRAYSIZE));
  for (const auto& [checked, want] : cases) {
    Rule rule = FullRule();
    rule.basis[0].checked = checked;
    Report report = EmptyReport();
    report.violations.resize(1);
    report.violations[0].rule = &rule;
    EXPECT_EQ(ReportToWire(report, TwoPassages()).violations(0).basis(0).checked(), want);
  }
}

TEST(Wire, ReadsEveryFieldOfADraft) {
  v1::Draft message;
  message.set_id("post-42");
  message.set_channel("wechat");
  message.set_product("fund");
  message.set_audience("retail");
  message.set_locale("zh-CN");
  (*message.mutable_labels())["campaign"] = "双十一";
  for (v1::Format format : {v1::FORMAT_PLAIN, v1::FORMAT_HTML, v1::FORMAT_MARKDOWN}) {
    v1::Passage* passage = message.add_passages();
    passage->set_name("p" + std::to_string(message.passages_size()));
    passage->set_format(format);
    passage->set_text("\uFEFF好\r\n");
  }
  v1::Passage* encoded = message.add_passages();
  encoded->set_format(v1::FORMAT_PLAIN);
  encoded->mutable_encoded()->set_data("\xBA\xC3");
  encoded->mutable_encoded()->set_charset("GBK");
  const auto draft = DraftFromWire(message, "draft");
  ASSERT_TRUE(draft) << draft.error().message;
  EXPECT_EQ(draft->id, "post-42");
  EXPECT_EQ(draft->channel, "wechat");
  EXPECT_EQ(draft->product, "fund");
  EXPECT_EQ(draft->audience, "retail");
  EXPECT_EQ(draft->locale, "zh-CN");
  EXPECT_EQ(draft->labels.at("campaign"), "双十一");
  ASSERT_EQ(draft->passages.size(), 4U);
  EXPECT_EQ(draft->passages[0].charset, "");
  EXPECT_EQ(draft->passages[3].text, "\xBA\xC3");  // as sent; the engine decodes it
  EXPECT_EQ(draft->passages[3].charset, "GBK");
  EXPECT_EQ(draft->passages[0].format, Format::kPlain);
  EXPECT_EQ(draft->passages[1].format, Format::kHtml);
  EXPECT_EQ(draft->passages[2].format, Format::kMarkdown);
  EXPECT_EQ(draft->passages[2].name, "p3");
  EXPECT_EQ(draft->passages[2].text, "\uFEFF好\r\n");  // as sent, mark and line end included
}

TEST(Wire, NamesFieldsAsTheCallerWroteThem) {
  const ReviewError engine{.kind = ReviewError::Kind::kInvalidDraft,
                           .field = "passages[1].text",
                           .message = "not UTF-8",
                           .offset = 7};
  const google::rpc::Status status = ErrorToWire(engine, "drafts[3]");
  EXPECT_EQ(FieldOf(status), "drafts[3].passages[1].text");
  EXPECT_EQ(OffsetOf(status), "7");
  EXPECT_EQ(status.message(), "drafts[3].passages[1].text: not UTF-8");

  // The same text, sent as bytes.
  v1::Draft encoded;
  encoded.add_passages()->set_text("好");
  encoded.add_passages()->mutable_encoded()->set_charset("gbk");
  EXPECT_EQ(InWireTerms(engine, encoded).field, "passages[1].encoded.data");
  EXPECT_EQ(InWireTerms(
                {.kind = engine.kind, .field = "passages[1].charset", .message = "", .offset = {}},
                encoded)
                .field,
            "passages[1].encoded.charset");
  for (const char* field : {"passages[0].text", "passages[1].name", "passages", ""}) {
    EXPECT_EQ(
        InWireTerms({.kind = engine.kind, .field = field, .message = "", .offset = {}}, encoded)
            .field,
        field);
  }

  v1::Draft message;
  message.add_passages();
  const auto unread = DraftFromWire(message, "drafts[3]");
  ASSERT_FALSE(unread);
  EXPECT_EQ(FieldOf(ErrorToWire(unread.error(), "drafts[3]")), "drafts[3].passages[0].format");

  const auto day = AsOfFromWire("soon", {});
  ASSERT_FALSE(day);
  EXPECT_EQ(FieldOf(ErrorToWire(day.error(), "")), "as_of");
}

TEST(Wire, NoErrorIsOk) {
  using Kind = ReviewError::Kind;
  constexpr Kind kKinds[] = {Kind::kInvalidDraft, Kind::kTooLarge, Kind::kTooManyMatches,
                             Kind::kCancelled, Kind::kScanFailed};
  std::set<std::string> reasons;
  for (Kind kind : kKinds) {
    const google::rpc::Status status =
        ErrorToWire({.kind = kind, .field = "", .message = "", .offset = std::nullopt}, "draft");
    EXPECT_NE(status.code(), 0);
    reasons.insert(ReasonOf(status));
  }
  EXPECT_EQ(reasons.size(), std::size(kKinds)) << "each kind has a reason of its own";
  EXPECT_NE(ErrorToWire({}, "").code(), 0);
}

}  // namespace
}  // namespace redline::service
