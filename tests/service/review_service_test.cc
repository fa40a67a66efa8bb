// Every way a review over gRPC can end. Nothing but a complete report is OK.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "tests/service/running_server.h"

namespace redline::service {
namespace {

using ::testing::HasSubstr;
using Kind = ReviewError::Kind;

constexpr char kReviewDraft[] = "/redline.v1.ReviewService/ReviewDraft";
constexpr char kBatch[] = "/redline.v1.ReviewService/BatchReviewDrafts";

TEST(ReviewService, SendsACompleteReport) {
  RunningServer server;
  const auto [status, response] = ReviewDraft(server, PlainDraft("💰稳赚不赔", "post-42"));
  ASSERT_TRUE(status.ok()) << status.error_message();
  const v1::Report& report = response.report();
  EXPECT_EQ(report.draft_id(), "post-42");
  EXPECT_EQ(report.verdict(), v1::VERDICT_BLOCK);
  ASSERT_EQ(report.violations_size(), 1);
  const v1::Violation& violation = report.violations(0);
  EXPECT_EQ(violation.rule_id(), "test.sure-win");
  EXPECT_EQ(violation.severity(), v1::SEVERITY_BLOCK);
  EXPECT_EQ(violation.quote(), "稳赚不赔");
  EXPECT_EQ(violation.span().passage(), "body");
  EXPECT_EQ(violation.span().utf8().begin(), 4U);
  EXPECT_EQ(violation.span().utf8().end(), 16U);
  EXPECT_EQ(violation.span().utf16().begin(), 2U);
  EXPECT_EQ(violation.span().code_point().begin(), 1U);
  EXPECT_EQ(violation.span().start().column(), 2U);
  EXPECT_EQ(report.ruleset().name(), "small");
  EXPECT_EQ(report.ruleset().rules(), 3U);
  const std::regex digest("sha256:[0-9a-f]{64}");
  EXPECT_TRUE(std::regex_match(report.ruleset().digest(), digest));
  EXPECT_TRUE(std::regex_match(report.content_digest(), digest));
  EXPECT_FALSE(report.engine_version().empty());
}

// Each profile that is served judges those who name it, and nobody is judged by a guess.
TEST(ReviewService, JudgesByTheProfileThatTheRequestNames) {
  RunningServer server(
      {.ruleset = SmallRuleset("1", "retail"), .more_rulesets = {SmallRuleset("2", "lender")}});
  const struct {
    const char* profile;
    const char* judged_by;  // empty: refused
  } cases[] = {{"", "retail"}, {"retail", "retail"}, {"lender", "lender"}, {"lendr", ""}};
  for (const auto& [profile, judged_by] : cases) {
    SCOPED_TRACE(profile);
    v1::ReviewDraftRequest request;
    *request.mutable_draft() = PlainDraft("稳赚不赔");
    request.set_profile(profile);
    v1::ReviewDraftResponse response;
    grpc::ClientContext context;
    const grpc::Status status = server.stub().ReviewDraft(&context, request, &response);
    v1::BatchReviewDraftsRequest batch;
    *batch.add_drafts() = PlainDraft("稳赚不赔");
    batch.set_profile(profile);
    const auto [batch_status, batch_response] = ReviewBatch(server, batch);
    if (*judged_by != '\0') {
      ASSERT_TRUE(status.ok()) << status.error_message();
      EXPECT_EQ(response.report().ruleset().profile(), judged_by);
      ASSERT_TRUE(batch_status.ok()) << batch_status.error_message();
      EXPECT_EQ(batch_response.ruleset().profile(), judged_by);
      EXPECT_EQ(batch_response.results(0).report().ruleset().profile(), judged_by);
      continue;
    }
    for (const grpc::Status& refused : {status, batch_status}) {
      EXPECT_EQ(refused.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
      EXPECT_EQ(FieldOf(DetailsOf(refused)), "profile");
      EXPECT_EQ(refused.error_message(),
                "profile: this server holds no profile \"lendr\"; send one of retail, lender, or "
                "leave the field empty");
    }
  }
}

TEST(ReviewService, RefusesAProfileWhereNoneIsServed) {
  RunningServer server;
  v1::ReviewDraftRequest request;
  *request.mutable_draft() = PlainDraft("稳赚不赔");
  request.set_profile(std::string(100, 'x'));
  v1::ReviewDraftResponse response;
  grpc::ClientContext context;
  const grpc::Status status = server.stub().ReviewDraft(&context, request, &response);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(status.error_message(),
            "profile: this server holds no profile of this name; it holds none: leave the field "
            "empty");
}

TEST(ReviewService, GivesTheVerdictOfTheWorstSeverity) {
  RunningServer server;
  const struct {
    const char* text;
    v1::Verdict want;
  } cases[] = {{"理财有风险", v1::VERDICT_PASS},
               {"立即抢购", v1::VERDICT_PASS},
               {"独家发售，立即抢购", v1::VERDICT_REVIEW},
               {"独家发售，稳赚不赔", v1::VERDICT_BLOCK},
               {"", v1::VERDICT_PASS}};
  for (const auto& [text, want] : cases) {
    SCOPED_TRACE(text);
    const auto [status, response] = ReviewDraft(server, PlainDraft(text));
    ASSERT_TRUE(status.ok()) << status.error_message();
    EXPECT_EQ(response.report().verdict(), want);
  }
}

TEST(ReviewService, LetsPassWhatIsWaived) {
  using std::chrono::year;
  ServerConfig config;
  config.today = [] { return Date{year{2026} / 11 / 24}; };
  config.waivers = std::make_shared<const Waivers>(std::vector<Waiver>{
      {.id = "w-1",
       .rule_id = "test.sure-win",
       .quote = "稳赚不赔",
       .content_digest = "",
       .reason = "书名",
       .approver = "王芳",
       .ticket = "LEGAL-1",
       .approved = Date{year{2026} / 11 / 1},
       .until = Date{year{2026} / 12 / 31},
       .origin = {}}});
  RunningServer server(config);
  const auto [status, response] = ReviewDraft(server, PlainDraft("稳赚不赔"));
  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(response.report().verdict(), v1::VERDICT_PASS);
  EXPECT_EQ(response.report().violations_size(), 0);
  ASSERT_EQ(response.report().waived_size(), 1);
  EXPECT_EQ(response.report().waived(0).waiver().id(), "w-1");
  EXPECT_EQ(response.report().waivers_digest(), config.waivers->digest());
}

TEST(ReviewService, RefusesWhatIsNoDraftAndNamesTheField) {
  RunningServer server;
  const auto with = [](auto change) {
    v1::Draft draft = PlainDraft("好");
    draft.add_passages()->CopyFrom(draft.passages(0));
    change(draft);
    return draft;
  };
  const struct {
    const char* name;
    v1::Draft draft;
    const char* reason;
    const char* field;
  } cases[] = {
      {"format not stated", with([](auto& d) { d.mutable_passages(1)->clear_format(); }),
       "INVALID_DRAFT", "draft.passages[1].format"},
      {"format of another time",
       with([](auto& d) { d.mutable_passages(1)->set_format(static_cast<v1::Format>(99)); }),
       "INVALID_DRAFT", "draft.passages[1].format"},
      {"no content", with([](auto& d) { d.mutable_passages(0)->clear_content(); }), "INVALID_DRAFT",
       "draft.passages[0].text"},
      {"another charset", with([](auto& d) {
         d.mutable_passages(1)->mutable_encoded()->set_data("\xC4\xE3");
         d.mutable_passages(1)->mutable_encoded()->set_charset("latin-1");
       }),
       "INVALID_DRAFT", "draft.passages[1].encoded.charset"},
      {"no charset", with([](auto& d) { d.mutable_passages(1)->mutable_encoded()->set_data("a"); }),
       "INVALID_DRAFT", "draft.passages[1].encoded.charset"},
      {"bytes that are not GBK", with([](auto& d) {
         d.mutable_passages(1)->mutable_encoded()->set_data("ab\xB1");
         d.mutable_passages(1)->mutable_encoded()->set_charset("gbk");
       }),
       "INVALID_DRAFT", "draft.passages[1].encoded.data"},
      {"too many bytes", with([](auto& d) {
         d.mutable_passages(1)->mutable_encoded()->set_data(std::string(kMaxPassageBytes + 1, 'a'));
         d.mutable_passages(1)->mutable_encoded()->set_charset("gbk");
       }),
       "DRAFT_TOO_LARGE", "draft.passages[1].encoded.data"},
      {"bytes that are not UTF-8", with([](auto& d) {
         d.mutable_passages(1)->mutable_encoded()->set_data("ab\xFF");
         d.mutable_passages(1)->mutable_encoded()->set_charset("UTF-8");
       }),
       "INVALID_DRAFT", "draft.passages[1].encoded.data"},
      {"no passages", with([](auto& d) { d.clear_passages(); }), "INVALID_DRAFT", "draft.passages"},
  };
  for (const auto& [name, draft, reason, field] : cases) {
    SCOPED_TRACE(name);
    const grpc::Status status = ReviewDraft(server, draft).status;
    EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
    EXPECT_EQ(ReasonOf(DetailsOf(status)), reason);
    EXPECT_EQ(FieldOf(DetailsOf(status)), field);
    EXPECT_THAT(status.error_message(), HasSubstr(field));
    EXPECT_EQ(DetailsOf(status).code(), status.error_code());
    EXPECT_EQ(DetailsOf(status).message(), status.error_message());
  }
}

TEST(ReviewService, ReadsDeclaredUtf8Bytes) {
  RunningServer server;
  v1::Draft draft = PlainDraft("");
  draft.mutable_passages(0)->mutable_encoded()->set_data("稳赚不赔");
  draft.mutable_passages(0)->mutable_encoded()->set_charset("Utf-8");
  const auto [status, response] = ReviewDraft(server, draft);
  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(response.report().verdict(), v1::VERDICT_BLOCK);
}

TEST(ReviewService, CountsDeclaredBytesAsSent) {
  RunningServer server;
  v1::Draft draft = PlainDraft("");
  const std::string sent = "ok \xCE\xC8\xD7\xAC\xB2\xBB\xC5\xE2!";  // ok 稳赚不赔!
  draft.mutable_passages(0)->mutable_encoded()->set_data(sent);
  draft.mutable_passages(0)->mutable_encoded()->set_charset("GBK");
  const auto [status, response] = ReviewDraft(server, draft);
  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(response.report().verdict(), v1::VERDICT_BLOCK);
  ASSERT_EQ(response.report().violations_size(), 1);
  const v1::Violation& violation = response.report().violations(0);
  EXPECT_EQ(violation.quote(), "稳赚不赔");
  const v1::Range& range = violation.span().sent();
  EXPECT_EQ(sent.substr(range.begin(), range.end() - range.begin()),
            "\xCE\xC8\xD7\xAC\xB2\xBB\xC5\xE2");
  EXPECT_EQ(violation.span().utf8().begin(), 3U);
  EXPECT_EQ(violation.span().utf8().end(), 15U);
}

TEST(ReviewService, SaysWhereDeclaredBytesAreBad) {
  RunningServer server;
  v1::Draft draft = PlainDraft("");
  draft.mutable_passages(0)->mutable_encoded()->set_data("\xCE\xC8\xD7\xFF");
  draft.mutable_passages(0)->mutable_encoded()->set_charset("gb18030");
  const grpc::Status status = ReviewDraft(server, draft).status;
  EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(OffsetOf(DetailsOf(status)), "2");
}

TEST(ReviewService, RefusesARequestWithoutADraft) {
  RunningServer server;
  const RawReply reply = CallRaw(server.channel(), kReviewDraft, "");
  EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(FieldOf(DetailsOf(reply.status)), "draft");
}

TEST(ReviewService, RefusesBytesThatAreNoMessage) {
  RunningServer server;
  for (const char* method : {kReviewDraft, kBatch}) {
    const RawReply reply = CallRaw(server.channel(), method, "\x0A\xFFgarbage");
    EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
    EXPECT_THAT(reply.status.error_message(), HasSubstr("not a "));
  }
}

TEST(ReviewService, NamesTheTextThatIsNotUtf8) {
  RunningServer server;
  v1::ReviewDraftRequest request;
  *request.mutable_draft() = PlainDraft("好");
  *request.mutable_draft()->add_passages() = PlainDraft("abcXYZ").passages(0);
  std::string bytes = request.SerializeAsString();
  bytes.replace(bytes.find("XYZ"), 3, "\xED\xA0\x80");  // a surrogate
  const RawReply reply = CallRaw(server.channel(), kReviewDraft, bytes);
  EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(FieldOf(DetailsOf(reply.status)), "draft.passages[1].text");
  EXPECT_EQ(OffsetOf(DetailsOf(reply.status)), "3");
}

TEST(ReviewService, ReadsTheDay) {
  ServerConfig config;
  config.today = [] { return Date{std::chrono::year{2026} / 11 / 24}; };
  RunningServer server(std::move(config));
  v1::ReviewDraftRequest request;
  *request.mutable_draft() = PlainDraft("好");
  const struct {
    const char* as_of;
    const char* want;  // empty: refused
  } cases[] = {{"", "2026-11-24"},
               {"2024-02-29", "2024-02-29"},
               {"0999-01-02", "0999-01-02"},
               {"2023-02-29", ""},
               {"2026-13-01", ""},
               {"2026-11-24T00:00:00", ""},
               {"24.11.2026", ""},
               {"2026-1-01", ""},
               {"２０２６-11-24", ""},
               {"2026-11-2x", ""},
               {"+026-11-24", ""}};
  for (const auto& [as_of, want] : cases) {
    SCOPED_TRACE(as_of);
    request.set_as_of(as_of);
    grpc::ClientContext context;
    v1::ReviewDraftResponse response;
    const grpc::Status status = server.stub().ReviewDraft(&context, request, &response);
    if (*want == '\0') {
      EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
      EXPECT_EQ(FieldOf(DetailsOf(status)), "as_of");
    } else {
      ASSERT_TRUE(status.ok()) << status.error_message();
      EXPECT_EQ(response.report().as_of(), want);
    }
  }
}

TEST(ReviewService, AnswersABatchInOrderAroundABadDraft) {
  RunningServer server;
  v1::BatchReviewDraftsRequest request;
  *request.add_drafts() = PlainDraft("稳赚不赔", "a");
  *request.add_drafts() = PlainDraft("好", "b");
  request.mutable_drafts(1)->mutable_passages(0)->clear_format();
  *request.add_drafts() = PlainDraft("好", "c");
  const auto [status, response] = ReviewBatch(server, request);
  ASSERT_TRUE(status.ok()) << status.error_message();
  ASSERT_EQ(response.results_size(), 3);
  EXPECT_EQ(response.results(0).draft_id(), "a");
  EXPECT_EQ(response.results(0).report().verdict(), v1::VERDICT_BLOCK);
  EXPECT_EQ(response.results(1).draft_id(), "b");
  ASSERT_TRUE(response.results(1).has_error());
  EXPECT_EQ(response.results(1).error().code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(FieldOf(response.results(1).error()), "drafts[1].passages[0].format");
  EXPECT_EQ(response.results(2).report().verdict(), v1::VERDICT_PASS);
  EXPECT_EQ(response.ruleset().digest(), response.results(2).report().ruleset().digest());
}

TEST(ReviewService, RefusesAnEmptyBatchAndATooLongOne) {
  RunningServer server;
  v1::BatchReviewDraftsRequest request;
  EXPECT_EQ(FieldOf(DetailsOf(ReviewBatch(server, request).status)), "drafts");
  for (int i = 0; i < kMaxBatchDrafts; ++i) *request.add_drafts() = PlainDraft("好");
  const auto full = ReviewBatch(server, request);
  ASSERT_TRUE(full.status.ok()) << full.status.error_message();
  EXPECT_EQ(full.response.results_size(), kMaxBatchDrafts);
  *request.add_drafts() = PlainDraft("好");
  const grpc::Status status = ReviewBatch(server, request).status;
  EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(ReasonOf(DetailsOf(status)), "DRAFT_TOO_LARGE");
}

TEST(ReviewService, HasNoVerdictWhenTheEngineHasNone) {
  const struct {
    Kind kind;
    grpc::StatusCode code;
    const char* reason;
  } cases[] = {
      {Kind::kInvalidDraft, grpc::StatusCode::INVALID_ARGUMENT, "INVALID_DRAFT"},
      {Kind::kTooLarge, grpc::StatusCode::INVALID_ARGUMENT, "DRAFT_TOO_LARGE"},
      {Kind::kTooManyMatches, grpc::StatusCode::RESOURCE_EXHAUSTED, "TOO_MANY_MATCHES"},
      {Kind::kCancelled, grpc::StatusCode::CANCELLED, "CANCELLED"},
      {Kind::kScanFailed, grpc::StatusCode::INTERNAL, "SCAN_FAILED"},
  };
  for (const auto& [kind, code, reason] : cases) {
    SCOPED_TRACE(reason);
    ServerConfig config;
    config.review = [kind](const Draft&, auto,
                           const ReviewOptions&) -> Result<Report, ReviewError> {
      return Unexpected(
          ReviewError{.kind = kind, .field = "", .message = "as told", .offset = std::nullopt});
    };
    RunningServer server(std::move(config));
    const auto [status, response] = ReviewDraft(server, PlainDraft("好"));
    EXPECT_EQ(status.error_code(), code);
    EXPECT_EQ(ReasonOf(DetailsOf(status)), reason);
    EXPECT_FALSE(response.has_report());
    v1::BatchReviewDraftsRequest request;
    *request.add_drafts() = PlainDraft("好");
    const auto batch = ReviewBatch(server, request);
    ASSERT_TRUE(batch.status.ok());
    EXPECT_EQ(batch.response.results(0).error().code(), code);
  }
}

TEST(ReviewService, SendsNoReportThatIsNotComplete) {
  const auto complete = [](std::shared_ptr<const Ruleset> ruleset) {
    Report report;
    report.verdict = Verdict::kPass;
    report.ruleset = std::move(ruleset);
    report.as_of = std::chrono::year{2026} / 11 / 24;
    report.content_digest = "sha256:" + std::string(64, '0');
    return report;
  };
  const struct {
    const char* name;
    std::function<void(Report&)> spoil;
  } cases[] = {{"no verdict", [](Report& r) { r.verdict = Verdict::kUnspecified; }},
               {"no ruleset", [](Report& r) { r.ruleset = nullptr; }},
               {"no digest", [](Report& r) { r.content_digest.clear(); }},
               {"no day", [](Report& r) { r.as_of = Date{std::chrono::year{2026} / 2 / 30}; }}};
  for (const auto& [name, spoil] : cases) {
    SCOPED_TRACE(name);
    ServerConfig config;
    config.review = [&complete, &spoil = spoil](
                        const Draft&, std::shared_ptr<const Ruleset> ruleset,
                        const ReviewOptions&) -> Result<Report, ReviewError> {
      Report report = complete(std::move(ruleset));
      spoil(report);
      return report;
    };
    RunningServer server(std::move(config));
    const auto [status, response] = ReviewDraft(server, PlainDraft("好"));
    EXPECT_EQ(status.error_code(), grpc::StatusCode::INTERNAL);
    EXPECT_FALSE(response.has_report());
  }
}

TEST(ReviewService, IsUnavailableUntilARulesetIsActive) {
  auto started = Server::Start({.listen = "127.0.0.1:0"});
  ASSERT_TRUE(started);
  const auto channel = grpc::CreateChannel("127.0.0.1:" + std::to_string((*started)->port()),
                                           grpc::InsecureChannelCredentials());
  v1::ReviewDraftRequest request;
  *request.mutable_draft() = PlainDraft("好");
  const std::string bytes = request.SerializeAsString();

  EXPECT_EQ(Health(channel, ""), "NOT_SERVING");
  EXPECT_EQ(Health(channel, "redline.v1.ReviewService"), "NOT_SERVING");
  const RawReply refused = CallRaw(channel, kReviewDraft, bytes);
  EXPECT_EQ(refused.status.error_code(), grpc::StatusCode::UNAVAILABLE);
  EXPECT_EQ(ReasonOf(DetailsOf(refused.status)), "NO_RULESET");

  (*started)->Activate(SmallRuleset());
  EXPECT_EQ(Health(channel, ""), "SERVING");
  EXPECT_EQ(Health(channel, "redline.v1.ReviewService"), "SERVING");
  EXPECT_EQ(Health(channel, "redline.v1.Other"),
            "error " + std::to_string(grpc::StatusCode::NOT_FOUND));
  EXPECT_TRUE(CallRaw(channel, kReviewDraft, bytes).status.ok());
}

TEST(ReviewService, IsNotThereUnderAnotherName) {
  RunningServer server;
  EXPECT_EQ(
      CallRaw(server.channel(), "/redline.v1.ReviewService/PassDraft", "").status.error_code(),
      grpc::StatusCode::UNIMPLEMENTED);
}

}  // namespace
}  // namespace redline::service
