#include "engine/draft.h"

#include <string_view>
#include <utility>

#include "engine/text/utf8.h"

namespace redline {
namespace {

std::string Count(std::size_t count) { return std::to_string(count); }

std::optional<ReviewError> RefuseName(std::string_view name, const std::string& field) {
  using Kind = ReviewError::Kind;
  if (name.size() > kMaxNameBytes) {
    return ReviewError{Kind::kTooLarge,
                       field,
                       "it has " + Count(name.size()) + " bytes, at most " + Count(kMaxNameBytes) +
                           " are taken: shorten it",
                       {}};
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
    return ReviewError{ReviewError::Kind::kTooLarge,
                       "labels",
                       "the draft has " + Count(draft.labels.size()) + " labels, at most " +
                           Count(kMaxLabels) + " are taken",
                       {}};
  }
  for (const auto& [key, value] : draft.labels) {
    if (auto error = RefuseName(key, "labels")) return error;
    if (auto error = RefuseName(value, "labels")) return error;
  }
  return std::nullopt;
}

std::optional<ReviewError> RefusePassage(const Passage& passage, const std::string& field) {
  using Kind = ReviewError::Kind;
  if (passage.format == Format::kUnspecified) {
    return ReviewError{Kind::kInvalidDraft,
                       field + ".format",
                       "the format is not stated: say plain, html or markdown",
                       {}};
  }
  if (passage.text.size() > kMaxPassageBytes) {
    return ReviewError{Kind::kTooLarge,
                       field + ".text",
                       "the passage has " + Count(passage.text.size()) + " bytes, at most " +
                           Count(kMaxPassageBytes) + " are reviewed: split it",
                       {}};
  }
  if (const auto offset = text::FirstInvalidUtf8(passage.text)) {
    return ReviewError{Kind::kInvalidDraft, field + ".text",
                       "not UTF-8 from byte " + Count(*offset) + " on: send the text as UTF-8",
                       offset};
  }
  return RefuseName(passage.name, field + ".name");
}

}  // namespace

std::optional<ReviewError> Refuse(const Draft& draft) {
  using Kind = ReviewError::Kind;
  if (auto error = RefuseNames(draft)) return error;
  if (draft.passages.empty()) {
    return ReviewError{
        Kind::kInvalidDraft, "passages", "the draft has no passage: send at least one", {}};
  }
  if (draft.passages.size() > kMaxPassages) {
    return ReviewError{Kind::kTooLarge,
                       "passages",
                       "the draft has " + Count(draft.passages.size()) + " passages, at most " +
                           Count(kMaxPassages) + " are reviewed: split it",
                       {}};
  }
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < draft.passages.size(); ++i) {
    if (auto error = RefusePassage(draft.passages[i], "passages[" + Count(i) + "]")) return error;
    bytes += draft.passages[i].text.size();
  }
  if (bytes > kMaxDraftBytes) {
    return ReviewError{Kind::kTooLarge,
                       "passages",
                       "the passages have " + Count(bytes) + " bytes together, at most " +
                           Count(kMaxDraftBytes) + " are reviewed: split the draft",
                       {}};
  }
  return std::nullopt;
}

}  // namespace redline
