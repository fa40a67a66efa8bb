#include "service/server/review_service.h"

#include <grpcpp/support/proto_buffer_writer.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "service/server/status.h"
#include "service/server/wire_text.h"
#include "service/wire.h"

namespace redline::service {
namespace {

constexpr std::chrono::milliseconds kQuiet{100};
constexpr std::chrono::milliseconds kMaxQuiet{1000};
constexpr std::size_t kMaxProfileShown = 64;  // bytes; a longer name is not repeated in its error

// One call as gRPC sees it. Leaves the service when its last byte is handed over.
class Call final : public grpc::ServerUnaryReactor {
 public:
  explicit Call(InFlight* in_flight) : in_flight_(in_flight) {}

  void OnDone() override {
    InFlight* const in_flight = in_flight_;
    delete this;  // the end of a reactor's life, as gRPC defines it
    if (in_flight != nullptr) in_flight->Leave();
  }

 private:
  InFlight* const in_flight_;  // null: was not let in
};

bool DeadlinePassed(const grpc::CallbackServerContext& context) {
  return context.deadline() <= std::chrono::system_clock::now();
}

// Why nobody waits for the answer any more; nothing while somebody may.
std::optional<google::rpc::Status> GivenUp(const grpc::CallbackServerContext& context) {
  if (DeadlinePassed(context)) return DeadlineExceeded();
  if (context.IsCancelled()) return Cancelled();
  return std::nullopt;
}

// A report that may be sent: the engine reached a verdict and says what it read, by which rules and
// for which day.
bool IsComplete(const Report& report) {
  return report.verdict != Verdict::kUnspecified && report.ruleset != nullptr &&
         !report.content_digest.empty() && report.as_of.ok();
}

Unexpected<google::rpc::Status> Fail(const ReviewError& error, std::string_view field) {
  return Unexpected(ErrorToWire(error, field));
}

ReviewError Invalid(ReviewError::Kind kind, std::string field, std::string message) {
  return {.kind = kind,
          .field = std::move(field),
          .message = std::move(message),
          .offset = std::nullopt};
}

// A profile that no ruleset of this server is of. `known` may hold "", the lists as they are.
ReviewError UnknownProfile(std::string_view profile, const std::vector<std::string>& known) {
  std::string names;
  for (const std::string& name : known) {
    if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
  }
  const std::string shown =
      profile.size() > kMaxProfileShown ? "of this name" : "\"" + std::string(profile) + "\"";
  return Invalid(ReviewError::Kind::kInvalidDraft, "profile",
                 "this server holds no profile " + shown + "; " +
                     (names.empty() ? "it holds none: leave the field empty"
                                    : "send one of " + names + ", or leave the field empty"));
}

}  // namespace

struct ReviewService::Terms {
  const grpc::CallbackServerContext& context;
  std::shared_ptr<const Ruleset> ruleset;
  Date as_of;
};

ReviewService::ReviewService(Config config, const LiveRuleset* live)
    : config_(std::move(config)), live_(live), workers_(config_.workers) {}

grpc::ServerUnaryReactor* ReviewService::ReviewDraft(grpc::CallbackServerContext* context,
                                                     const grpc::ByteBuffer* request,
                                                     grpc::ByteBuffer* reply) {
  return Start(&ReviewService::AnswerReviewDraft, context, request, reply);
}

grpc::ServerUnaryReactor* ReviewService::BatchReviewDrafts(grpc::CallbackServerContext* context,
                                                           const grpc::ByteBuffer* request,
                                                           grpc::ByteBuffer* reply) {
  return Start(&ReviewService::AnswerBatchReviewDrafts, context, request, reply);
}

bool ReviewService::Drain(std::chrono::milliseconds patience) {
  in_flight_.Close();
  const bool finished = in_flight_.WaitUntilEmpty(patience);
  // gRPC cancels what reaches it while it shuts down, and few callers repeat a cancelled call.
  // Those who are refused here are told to go elsewhere: wait until they have.
  in_flight_.WaitUntilQuiet(kQuiet, kMaxQuiet);
  return finished;
}

grpc::ServerUnaryReactor* ReviewService::Start(Method method, grpc::CallbackServerContext* context,
                                               const grpc::ByteBuffer* request,
                                               grpc::ByteBuffer* reply) {
  if (!in_flight_.Enter()) {
    auto* call = new Call(nullptr);
    call->Finish(ToGrpc(Unavailable("STOPPING", "the server is stopping; try again elsewhere")));
    return call;
  }
  auto* call = new Call(&in_flight_);
  const auto work = [this, method, context, request, reply, call] {
    auto answer = (this->*method)(*context, *request);
    if (!answer) return call->Finish(ToGrpc(answer.error()));
    reply->Swap(&*answer);
    call->Finish(grpc::Status::OK);
  };
  if (!workers_.TrySubmit(request->Length(), work)) {
    call->Finish(ToGrpc(Unavailable("OVERLOADED", "too many reviews are waiting; try again")));
  }
  return call;
}

ReviewService::Answer ReviewService::AnswerReviewDraft(const grpc::CallbackServerContext& context,
                                                       const grpc::ByteBuffer& bytes) const {
  v1::ReviewDraftRequest request;
  if (const auto error = Parse(bytes, &request)) return Fail(*error, "");
  if (!request.has_draft()) {
    return Fail(
        Invalid(ReviewError::Kind::kInvalidDraft, "draft", "the request holds no draft; set it"),
        "");
  }
  auto terms = MakeTerms(context, request.as_of(), request.profile());
  if (!terms) return Unexpected(std::move(terms.error()));
  auto report = ReviewWire(request.draft(), "draft", *terms);
  if (!report) return Unexpected(std::move(report.error()));

  v1::ReviewDraftResponse reply;
  *reply.mutable_report() = std::move(*report);
  if (reply.ByteSizeLong() > config_.max_reply_bytes) {
    return Unexpected(ReplyTooLarge("the report is larger than a reply may be"));
  }
  return Pack(reply);
}

ReviewService::Answer ReviewService::AnswerBatchReviewDrafts(
    const grpc::CallbackServerContext& context, const grpc::ByteBuffer& bytes) const {
  v1::BatchReviewDraftsRequest request;
  if (const auto error = Parse(bytes, &request)) return Fail(*error, "");
  const int drafts = request.drafts_size();
  if (drafts == 0) {
    return Fail(
        Invalid(ReviewError::Kind::kInvalidDraft, "drafts", "the batch is empty; add a draft"), "");
  }
  if (drafts > kMaxBatchDrafts) {
    return Fail(Invalid(ReviewError::Kind::kTooLarge, "drafts",
                        std::to_string(drafts) + " drafts; send at most " +
                            std::to_string(kMaxBatchDrafts) + " at once"),
                "");
  }
  auto terms = MakeTerms(context, request.as_of(), request.profile());
  if (!terms) return Unexpected(std::move(terms.error()));

  v1::BatchReviewDraftsResponse reply;
  *reply.mutable_ruleset() = RulesetToWire(*terms->ruleset);
  std::size_t bytes_so_far = 0;
  for (int index = 0; index < drafts; ++index) {
    const v1::Draft& draft = request.drafts(index);
    auto report = ReviewWire(draft, "drafts[" + std::to_string(index) + "]", *terms);
    if (auto reason = GivenUp(context)) return Unexpected(std::move(*reason));
    v1::ReviewResult* result = reply.add_results();
    result->set_draft_id(draft.id());
    if (report) {
      *result->mutable_report() = std::move(*report);
    } else {
      *result->mutable_error() = std::move(report.error());
    }
    bytes_so_far += result->ByteSizeLong();
    if (bytes_so_far > config_.max_reply_bytes) {
      return Unexpected(ReplyTooLarge("the reports are larger than a reply may be; send at most " +
                                      std::to_string(index) + " of these drafts at once"));
    }
  }
  return Pack(reply);
}

Result<ReviewService::Terms, google::rpc::Status> ReviewService::MakeTerms(
    const grpc::CallbackServerContext& context, std::string_view as_of,
    std::string_view profile) const {
  auto date = AsOfFromWire(as_of, config_.today());
  if (!date) return Fail(date.error(), "");
  std::shared_ptr<const Ruleset> ruleset = live_->Get(profile);
  if (ruleset == nullptr) {
    const std::vector<std::string> profiles = live_->Profiles();
    if (!profiles.empty()) return Fail(UnknownProfile(profile, profiles), "");
    return Unexpected(Unavailable("NO_RULESET", "no ruleset is active yet; try again later"));
  }
  return Terms{.context = context, .ruleset = std::move(ruleset), .as_of = *date};
}

Result<v1::Report, google::rpc::Status> ReviewService::ReviewWire(const v1::Draft& message,
                                                                  std::string_view field,
                                                                  const Terms& terms) const {
  if (auto reason = GivenUp(terms.context)) return Unexpected(std::move(*reason));
  auto draft = DraftFromWire(message, field);
  if (!draft) return Fail(draft.error(), field);
  const ReviewOptions options{
      .as_of = terms.as_of,
      .cancelled = [&context = terms.context] { return GivenUp(context).has_value(); },
      .waivers = config_.waivers};
  auto report = config_.review(*draft, terms.ruleset, options);
  if (!report) {
    if (auto reason = GivenUp(terms.context)) return Unexpected(std::move(*reason));
    return Fail(InWireTerms(report.error(), message), field);
  }
  if (!IsComplete(*report)) {
    return Fail(Invalid(ReviewError::Kind::kScanFailed, "", "the review did not reach a verdict"),
                field);
  }
  return ReportToWire(*report, *draft);
}

ReviewService::Answer ReviewService::Pack(const google::protobuf::Message& reply) const {
  grpc::ByteBuffer bytes;
  bool own_buffer = false;
  const grpc::Status status =
      grpc::SerializationTraits<google::protobuf::Message>::Serialize(reply, &bytes, &own_buffer);
  if (!status.ok()) return Unexpected(ReplyTooLarge("the reply cannot be written"));
  return bytes;
}

}  // namespace redline::service
