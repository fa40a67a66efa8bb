// Requests whose text is not UTF-8: which text, and from which byte on.

#include "service/server/wire_text.h"

#include <google/protobuf/stubs/logging.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "redline/v1/review_service.pb.h"

namespace redline::service {
namespace {

// `bytes` cut into slices of `size`, as a network may deliver them.
grpc::ByteBuffer Sliced(const std::string& bytes, std::size_t size) {
  std::vector<grpc::Slice> slices;
  for (std::size_t at = 0; at < bytes.size(); at += size) {
    slices.emplace_back(bytes.substr(at, size));
  }
  return {slices.data(), slices.size()};
}

std::optional<ReviewError> ParseDraft(const std::string& bytes) {
  v1::ReviewDraftRequest request;
  return Parse(Sliced(bytes, bytes.size() + 1), &request);
}

// The request's bytes with `mark`, a run of ASCII, replaced by as many other bytes.
std::string Spoil(const google::protobuf::Message& request, std::string_view mark,
                  std::string_view bytes) {
  std::string wire = request.SerializeAsString();
  EXPECT_EQ(mark.size(), bytes.size());
  return wire.replace(wire.find(mark), mark.size(), bytes);
}

TEST(WireText, ReadsWhatIsUtf8) {
  v1::ReviewDraftRequest request;
  request.mutable_draft()->add_passages()->set_text("稳赚不赔 💰 \U0010FFFF \u0080");
  request.mutable_draft()->set_id(std::string("nul \0 is a character", 20));
  const std::string wire = request.SerializeAsString();
  for (std::size_t size : {std::size_t{1}, std::size_t{7}, wire.size()}) {
    v1::ReviewDraftRequest read;
    EXPECT_FALSE(Parse(Sliced(wire, size), &read));
    EXPECT_EQ(read.SerializeAsString(), wire);
  }
}

TEST(WireText, ReadsAnEmptyMessage) {
  v1::ReviewDraftRequest request;
  EXPECT_FALSE(Parse(Sliced("", 1), &request));
  EXPECT_FALSE(request.has_draft());
}

TEST(WireText, FindsEveryKindOfBadSequenceAnywhere) {
  const struct {
    const char* name;
    std::string_view bytes;
  } cases[] = {
      {"overlong slash", "\xC0\xAF"},
      {"overlong in three", "\xE0\x80\xAF"},
      {"overlong in four", "\xF0\x80\x80\xAF"},
      {"high surrogate", "\xED\xA0\x80"},
      {"low surrogate", "\xED\xBF\xBF"},
      {"surrogate pair", "\xED\xA0\xBD\xED\xB8\x80"},
      {"above U+10FFFF", "\xF4\x90\x80\x80"},
      {"far above", "\xF8\x88\x80\x80\x80"},
      {"lone continuation", "\x80"},
      {"never a byte of UTF-8", "\xFF"},
      {"cut after one of two", "\xC3"},
      {"cut after two of three", "\xE7\xA8"},
      {"cut after three of four", "\xF0\x9F\x92"},
      {"GB 18030", "\xCE\xC8"},
  };
  const struct {
    std::string_view before;
    std::string_view after;
  } places[] = {{"", ""}, {"", "abc"}, {"稳赚", "不赔"}, {"abc", "abc"}, {"稳赚不赔", ""}};
  for (const auto& [name, bytes] : cases) {
    for (const auto& [before, after] : places) {
      SCOPED_TRACE(std::string(name) + " after " + std::to_string(before.size()) + " bytes");
      const std::string text = std::string(before) + std::string(bytes) + std::string(after);
      v1::ReviewDraftRequest request;
      request.mutable_draft()->add_passages()->set_text("好");
      request.mutable_draft()->add_passages()->set_text(std::string(text.size(), '~'));
      const auto error = ParseDraft(Spoil(request, std::string(text.size(), '~'), text));
      ASSERT_TRUE(error);
      EXPECT_EQ(error->kind, ReviewError::Kind::kInvalidDraft);
      EXPECT_EQ(error->field, "draft.passages[1].text");
      EXPECT_EQ(error->offset, before.size());
    }
  }
}

TEST(WireText, NamesEveryField) {
  v1::ReviewDraftRequest request;
  v1::Draft& draft = *request.mutable_draft();
  draft.set_id("~id~");
  draft.set_channel("~channel~");
  draft.set_product("~product~");
  draft.set_audience("~audience~");
  draft.set_locale("~locale~");
  (*draft.mutable_labels())["~key~"] = "~value~";
  draft.add_passages()->set_name("~name 0~");
  draft.add_passages()->set_name("~name 1~");
  draft.mutable_passages(1)->mutable_encoded()->set_charset("~charset~");
  request.set_as_of("~as of~");
  const struct {
    std::string_view mark;
    const char* field;
  } cases[] = {{"~id~", "draft.id"},
               {"~channel~", "draft.channel"},
               {"~product~", "draft.product"},
               {"~audience~", "draft.audience"},
               {"~locale~", "draft.locale"},
               {"~key~", "draft.labels"},
               {"~value~", "draft.labels"},
               {"~name 0~", "draft.passages[0].name"},
               {"~name 1~", "draft.passages[1].name"},
               {"~charset~", "draft.passages[1].encoded.charset"},
               {"~as of~", "as_of"}};
  for (const auto& [mark, field] : cases) {
    SCOPED_TRACE(mark);
    const auto error = ParseDraft(Spoil(request, mark, std::string(mark.size(), '\xFF')));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->field, field);
    EXPECT_EQ(error->offset, 0U);
  }
}

TEST(WireText, CountsTheDraftsOfABatchAndTheirPassages) {
  v1::BatchReviewDraftsRequest request;
  for (int i = 0; i < 3; ++i) {
    v1::Draft& draft = *request.add_drafts();
    draft.add_passages()->set_text("好");
    draft.add_passages()->set_text(i == 2 ? "a~~" : "好");
  }
  v1::BatchReviewDraftsRequest read;
  const auto error = Parse(Sliced(Spoil(request, "~~", "\xFF\xFE"), 5), &read);
  ASSERT_TRUE(error);
  EXPECT_EQ(error->field, "drafts[2].passages[1].text");
  EXPECT_EQ(error->offset, 1U);
}

TEST(WireText, DoesNotReadBytesAsText) {
  v1::ReviewDraftRequest request;
  request.mutable_draft()->add_passages()->mutable_encoded()->set_data("\xFF\xFE");
  EXPECT_FALSE(ParseDraft(request.SerializeAsString()));
}

TEST(WireText, SaysWhenBytesAreNoMessage) {
  v1::ReviewDraftRequest request;
  request.mutable_draft()->add_passages()->set_text("好");
  const std::string wire = request.SerializeAsString();
  using namespace std::literals;
  const struct {
    const char* name;
    std::string bytes;
  } cases[] = {{"cut short", wire.substr(0, wire.size() - 1)},
               {"a length that is too long", "\x0A\x7F"s},
               {"field number zero", "\x02\x00"s},
               {"an endless number", "\x08\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s},
               {"a group that does not end", "\x0B"s},
               {"the end of no group", "\x0C"s},
               {"JSON", R"({"draft":{}})"s}};
  for (const auto& [name, bytes] : cases) {
    SCOPED_TRACE(name);
    const auto error = ParseDraft(bytes);
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind, ReviewError::Kind::kInvalidDraft);
    EXPECT_EQ(error->field, "");
    EXPECT_EQ(error->message, "not a ReviewDraftRequest");
  }
}

TEST(WireText, SkipsFieldsOfALaterVersion) {
  v1::ReviewDraftRequest request;
  request.mutable_draft()->add_passages()->set_text("a~~");
  const std::string unknown = "\xA2\x06\x02\xFF\xFF\xA8\x06\x01";  // 100: bytes, 101: number
  const auto error = ParseDraft(unknown + Spoil(request, "~~", "\xC0\x80"));
  ASSERT_TRUE(error);
  EXPECT_EQ(error->field, "draft.passages[0].text");
  EXPECT_EQ(error->offset, 1U);
}

// protobuf appends the passages of a draft that is sent in two pieces; so does the path.
TEST(WireText, CountsOnInADraftThatCameInPieces) {
  v1::ReviewDraftRequest first;
  first.mutable_draft()->add_passages()->set_text("好");
  v1::ReviewDraftRequest second;
  second.mutable_draft()->add_passages()->set_text("~~");
  const auto error = ParseDraft(first.SerializeAsString() + Spoil(second, "~~", "\xC0\x80"));
  ASSERT_TRUE(error);
  EXPECT_EQ(error->field, "draft.passages[1].text");
}

}  // namespace
}  // namespace redline::service
