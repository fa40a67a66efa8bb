#include "engine/decode.h"

#include <string_view>
#include <utility>

#include "engine/text/utf8.h"

namespace redline {
namespace {

std::string Count(std::size_t count) { return std::to_string(count); }

ReviewError TooLarge(std::string field, std::string message) {
  return {ReviewError::Kind::kTooLarge, std::move(field), std::move(message), {}};
}

std::optional<ReviewError> RefuseName(std::string_view name, const std::string& field) {
  using Kind = ReviewError::Kind;
  if (name.size() > kMaxNameBytes) {
    return TooLarge(field, "it has " + Count(name.size()) + " bytes, at most " +
                               Count(kMaxNameBytes) + " are taken: shorten it");
  }
  if (const auto offset = text::FirstInvalidUtf8(name)) {
    return ReviewError{Kind::kInvalidDraft, field,
                       "not UTF-8 from byte " + Count(*offset) + " on: send it as UTF-8", offset};
  }
  return std::nullopt;
}

// What the draft says about itself, apart from its passages.
std::optional<ReviewError> RefuseNames(const Draft& draft) {
  const std::pair<const std::string*, const char*> names[] = {{&draft.id, "id"},
                                                              {&draft.channel, "channel"},
                                                              {&draft.product, "product"},
                                                              {&draft.audience, "audience"},
                                                              {&draft.locale, "locale"}};
  for (const auto& [name, field] : names) {
    if (auto error = RefuseName(*name, field)) return error;
  }
  if (draft.labels.size() > kMaxLabels) {
    return TooLarge("labels", "the draft has " + Count(draft.labels.size()) + " labels, at most " +
                                  Count(kMaxLabels) + " are taken");
  }
  for (const auto& [key, value] : draft.labels) {
    if (auto error = RefuseName(key, "labels")) return error;
    if (auto error = RefuseName(value, "labels")) return error;
  }
  return std::nullopt;
}

std::optional<ReviewError> RefuseSize(const std::string& field, std::size_t bytes,
                                      const char* unit) {
  if (bytes <= kMaxPassageBytes) return std::nullopt;
  return TooLarge(field + ".text", "the passage has " + Count(bytes) + unit + ", at most " +
                                       Count(kMaxPassageBytes) + " are reviewed: split it");
}

std::optional<ReviewError> RefuseTotal(std::size_t bytes, const char* unit) {
  if (bytes <= kMaxDraftBytes) return std::nullopt;
  return TooLarge("passages", "the passages have " + Count(bytes) + unit + " together, at most " +
                                  Count(kMaxDraftBytes) + " are reviewed: split the draft");
}

constexpr const char* kBytes = " bytes";
constexpr const char* kBytesOfUtf8 = " bytes of UTF-8";

// What can be told without decoding a passage.
std::optional<ReviewError> RefusePassages(const std::vector<Passage>& passages) {
  using Kind = ReviewError::Kind;
  if (passages.empty()) {
    return ReviewError{
        Kind::kInvalidDraft, "passages", "the draft has no passage: send at least one", {}};
  }
  if (passages.size() > kMaxPassages) {
    return TooLarge("passages", "the draft has " + Count(passages.size()) + " passages, at most " +
                                    Count(kMaxPassages) + " are reviewed: split it");
  }
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const Passage& passage = passages[i];
    const std::string field = "passages[" + Count(i) + "]";
    if (passage.format == Format::kUnspecified) {
      return ReviewError{Kind::kInvalidDraft,
                         field + ".format",
                         "the format is not stated: say plain, html or markdown",
                         {}};
    }
    if (auto error = RefuseSize(field, passage.text.size(), kBytes)) return error;
    if (auto error = RefuseName(passage.name, field + ".name")) return error;
    bytes += passage.text.size();
  }
  return RefuseTotal(bytes, kBytes);
}

Result<text::DecodedText, ReviewError> DecodePassage(const Passage& passage,
                                                     const std::string& field) {
  using Kind = ReviewError::Kind;
  const text::Charset* charset = text::FindCharset(passage.charset);
  if (charset == nullptr) {
    return Unexpected(
        ReviewError{Kind::kInvalidDraft,
                    field + ".charset",
                    "this charset is not read: declare " + std::string(text::kCharsetNames),
                    {}});
  }
  auto decoded = text::Decode(passage.text, *charset);
  if (!decoded) {
    return Unexpected(ReviewError{Kind::kInvalidDraft, field + ".text",
                                  std::move(decoded.error().message), decoded.error().offset});
  }
  if (auto error = RefuseSize(field, decoded->text().size(), kBytesOfUtf8)) {
    return Unexpected(*std::move(error));
  }
  return std::move(*decoded);
}

}  // namespace

Result<std::vector<text::DecodedText>, ReviewError> Decode(const Draft& draft) {
  if (auto error = RefuseNames(draft)) return Unexpected(*std::move(error));
  if (auto error = RefusePassages(draft.passages)) return Unexpected(*std::move(error));
  std::vector<text::DecodedText> texts;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < draft.passages.size(); ++i) {
    auto decoded = DecodePassage(draft.passages[i], "passages[" + Count(i) + "]");
    if (!decoded) return Unexpected(std::move(decoded.error()));
    bytes += decoded->text().size();
    if (auto error = RefuseTotal(bytes, kBytesOfUtf8)) return Unexpected(*std::move(error));
    texts.push_back(std::move(*decoded));
  }
  return texts;
}

}  // namespace redline
