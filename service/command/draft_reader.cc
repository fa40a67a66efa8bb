#include "service/command/draft_reader.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <utility>

#include "engine/text/utf8.h"
#include "service/report/json.h"

namespace redline::service {
namespace {

constexpr int kNoDelimiter = -2;  // no byte, and not the end-of-file mark of streams (-1)

void Parse(std::string_view text, ReadDraft& read) {
  if (const auto offset = text::FirstInvalidUtf8(text)) {
    read.problem = "not UTF-8 at byte " + std::to_string(*offset);
    read.offset = offset;
    return;
  }
  if (const auto problem = ReadJson(text, read.draft)) {
    read.problem = "not a draft in JSON: " + *problem;
  }
}

v1::Format FormatOf(InputFormat format) {
  switch (format) {
    case InputFormat::kMarkdown:
      return v1::FORMAT_MARKDOWN;
    case InputFormat::kHtml:
      return v1::FORMAT_HTML;
    default:
      return v1::FORMAT_PLAIN;
  }
}

}  // namespace

std::optional<std::string> DecideInputFormat(std::string_view path, InputFormat& format) {
  if (format != InputFormat::kAuto) return std::nullopt;
  format = InputFormat::kPlain;
  if (path == "-") return std::nullopt;
  std::string ending = std::filesystem::path(path).extension().string();
  std::ranges::transform(ending, ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (ending.empty() || ending == ".txt" || ending == ".text") return std::nullopt;
  if (ending == ".json") {
    format = InputFormat::kJson;
    return std::nullopt;
  }
  if (ending == ".jsonl" || ending == ".ndjson") {
    format = InputFormat::kJsonLines;
    return std::nullopt;
  }
  if (ending == ".md" || ending == ".markdown") {
    format = InputFormat::kMarkdown;
    return std::nullopt;
  }
  if (ending == ".html" || ending == ".htm") {
    format = InputFormat::kHtml;
    return std::nullopt;
  }
  return "cannot tell from the ending \"" + ending +
         "\" how to read it; say --input plain, markdown, html, json or jsonl";
}

DraftReader::DraftReader(const std::string& path, InputFormat format, std::string charset)
    : path_(path), charset_(std::move(charset)) {
  Decide(format);
}

void DraftReader::Decide(InputFormat format) {
  if (const auto refusal = DecideInputFormat(path_, format)) {
    refusal_ = *refusal;
    return;
  }
  format_ = format;
  if (path_ == "-") {
    input_ = &std::cin;
    return;
  }
  std::error_code error;
  if (std::filesystem::is_directory(path_, error)) {
    refusal_ = "is a folder; name the files in it";
    return;
  }
  file_.open(path_, std::ios::binary);
  if (!file_) {
    refusal_ = std::string("cannot be opened: ") + std::strerror(errno);
    return;
  }
  input_ = &file_;
}

std::optional<ReadDraft> DraftReader::Next() {
  if (done_) return std::nullopt;
  if (input_ == nullptr) {
    done_ = true;
    ReadDraft read;
    read.label = path_;
    read.problem = refusal_;
    return read;
  }
  if (format_ == InputFormat::kJsonLines) return ReadLine();
  done_ = true;
  return ReadWhole();
}

ReadDraft DraftReader::ReadWhole() {
  ReadDraft read;
  read.label = path_ == "-" ? "stdin" : path_;
  std::string bytes;
  const End end = Take(kNoDelimiter, bytes);
  if (end == End::kFailed) {
    read.problem = "cannot be read";
  } else if (end == End::kTooLong) {
    read.problem = "larger than " + std::to_string(kMaxDraftInputBytes) + " bytes";
  } else if (format_ == InputFormat::kJson) {
    Parse(bytes, read);
  } else {
    // The id has a bound of 256 bytes; a file's own name stays below it.
    constexpr std::size_t kMaxIdBytes = 256;
    read.draft.set_id(read.label.size() <= kMaxIdBytes
                          ? read.label
                          : std::filesystem::path(read.label).filename().string());
    v1::Passage* passage = read.draft.add_passages();
    passage->set_format(FormatOf(format_));
    if (charset_.empty()) {
      passage->set_text(std::move(bytes));
    } else {
      passage->mutable_encoded()->set_data(std::move(bytes));
      passage->mutable_encoded()->set_charset(charset_);
    }
  }
  return read;
}

std::optional<ReadDraft> DraftReader::ReadLine() {
  std::string bytes;
  const End end = Take('\n', bytes);
  if (end == End::kEndOfInput && bytes.empty()) {
    done_ = true;
    return std::nullopt;
  }
  ReadDraft read;
  read.line = ++line_;
  read.label = (path_ == "-" ? "stdin" : path_) + ":" + std::to_string(line_);
  if (end == End::kFailed) {
    done_ = true;
    read.problem = "cannot be read";
  } else if (end == End::kTooLong) {
    read.problem = "larger than " + std::to_string(kMaxDraftInputBytes) + " bytes";
  } else if (bytes.find_first_not_of(" \t\r") == std::string::npos) {
    read.problem = "the line is empty; write one draft a line";
  } else {
    Parse(bytes, read);
  }
  return read;
}

DraftReader::End DraftReader::Take(int delimiter, std::string& bytes) {
  bool too_long = false;
  std::streambuf& buffer = *input_->rdbuf();
  constexpr int kEof = std::streambuf::traits_type::eof();
  try {
    for (int byte = buffer.sbumpc(); byte != kEof; byte = buffer.sbumpc()) {
      if (byte == delimiter) return too_long ? End::kTooLong : End::kDelimiter;
      if (bytes.size() == kMaxDraftInputBytes) too_long = true;
      // The rest of a line that is too long is read over, so that the next line is found.
      if (!too_long) bytes.push_back(static_cast<char>(byte));
      if (too_long && delimiter == kNoDelimiter) return End::kTooLong;
    }
  } catch (const std::ios_base::failure&) {  // how libstdc++ reports that read(2) failed
    return End::kFailed;
  }
  return too_long ? End::kTooLong : End::kEndOfInput;
}

}  // namespace redline::service
