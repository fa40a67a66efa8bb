#include "engine/draft.h"

#include "engine/text/utf8.h"

namespace redline {
namespace {

std::string Count(std::size_t count) { return std::to_string(count); }

std::optional<ReviewError> RefusePassage(const Passage& passage, const std::string& field) {
  using Kind = ReviewError::Kind;
  switch (passage.format) {
    case Format::kPlain:
      break;
    case Format::kUnspecified:
      return ReviewError{Kind::kInvalidDraft, field + ".format",
                         "the format is not stated: say plain", {}};
    case Format::kHtml:
    case Format::kMarkdown:
      return ReviewError{Kind::kUnsupportedFormat, field + ".format",
                         "this version reads plain text only: send the text as the reader sees it",
                         {}};
  }
  if (passage.text.size() > kMaxPassageBytes) {
    return ReviewError{Kind::kTooLarge, field + ".text",
                       "the passage has " + Count(passage.text.size()) + " bytes, at most " +
                           Count(kMaxPassageBytes) + " are reviewed: split it",
                       {}};
  }
  if (const auto offset = text::FirstInvalidUtf8(passage.text)) {
    return ReviewError{Kind::kInvalidDraft, field + ".text",
                       "not UTF-8 from byte " + Count(*offset) + " on: send the text as UTF-8",
                       offset};
  }
  if (const auto offset = text::FirstInvalidUtf8(passage.name)) {
    return ReviewError{Kind::kInvalidDraft, field + ".name",
                       "not UTF-8 from byte " + Count(*offset) + " on", offset};
  }
  return std::nullopt;
}

}  // namespace

std::optional<ReviewError> Refuse(const Draft& draft) {
  using Kind = ReviewError::Kind;
  if (draft.passages.empty()) {
    return ReviewError{Kind::kInvalidDraft, "passages",
                       "the draft has no passage: send at least one", {}};
  }
  if (draft.passages.size() > kMaxPassages) {
    return ReviewError{Kind::kTooLarge, "passages",
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
    return ReviewError{Kind::kTooLarge, "passages",
                       "the passages have " + Count(bytes) + " bytes together, at most " +
                           Count(kMaxDraftBytes) + " are reviewed: split the draft",
                       {}};
  }
  return std::nullopt;
}

}  // namespace redline
