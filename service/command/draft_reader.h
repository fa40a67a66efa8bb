// DraftReader: the drafts of one file or of the standard input, one after the other.
//
//   DraftReader reader("drafts.jsonl", InputFormat::kAuto);
//   while (std::optional<ReadDraft> read = reader.Next()) …
//
// A plain, Markdown or HTML file is one draft of one passage, a JSON file one Draft, a JSON Lines
// file one Draft a line. What cannot be read comes back as a ReadDraft with a problem, in its
// place: nothing is skipped.
//
// Bounds:   kMaxDraftInputBytes for one draft as written; memory for one draft at a time.
// Threads:  one.
#pragma once

#include <cstddef>
#include <fstream>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "redline/v1/draft.pb.h"

namespace redline::service {

// The largest draft (4 MiB) written as JSON with every byte escaped takes six times as much.
inline constexpr std::size_t kMaxDraftInputBytes = 32 << 20;

// kAuto reads by the ending of the file's name: .txt plain, .md Markdown, .html HTML, .json,
// .jsonl; the standard input and a name without ending are plain.
enum class InputFormat { kAuto, kPlain, kMarkdown, kHtml, kJson, kJsonLines };

struct ReadDraft {
  v1::Draft draft;
  std::string label;     // "notes.txt", "drafts.jsonl:7": where it was read, for messages
  std::size_t line = 0;  // of a JSON Lines file, from 1; else 0

  // Why there is no draft; empty when there is one.
  std::string problem;
  std::optional<std::size_t> offset;  // of the first bad byte in the file or line
};

class DraftReader {
 public:
  // `path` may be "-", the standard input. `charset` is that of a plain, Markdown or HTML file, as
  // Encoded names it; empty: UTF-8. JSON is always UTF-8.
  DraftReader(const std::string& path, InputFormat format, std::string charset = "");

  // The next draft or problem; nothing after the last.
  std::optional<ReadDraft> Next();

  InputFormat format() const { return format_; }

 private:
  // How a piece of the input ended.
  enum class End { kDelimiter, kEndOfInput, kTooLong, kFailed };

  void Decide(InputFormat format);
  ReadDraft ReadWhole();
  std::optional<ReadDraft> ReadLine();
  // Reads into `bytes` up to `delimiter` (not kept), or to the end when it is no byte.
  End Take(int delimiter, std::string& bytes);

  const std::string path_;
  const std::string charset_;
  InputFormat format_ = InputFormat::kPlain;
  std::ifstream file_;
  std::istream* input_ = nullptr;
  std::string refusal_;  // why nothing can be read at all
  std::size_t line_ = 0;
  bool done_ = false;
};

// The same decision without opening the file, for checks of the command line. Returns why the
// ending is refused, or nothing; `format` is set unless it is refused.
std::optional<std::string> DecideInputFormat(std::string_view path, InputFormat& format);

}  // namespace redline::service
