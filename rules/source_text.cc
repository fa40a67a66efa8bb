#include "rules/source_text.h"

#include <algorithm>

#include "rules/code_point.h"

namespace redline::rules {
namespace {

constexpr std::size_t kStep = 64;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

bool BeginsCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; }

// Windows ends lines in "\r\n"; the reader below knows one line end only.
std::string WithPlainLineEnds(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    plain.push_back(text[i]);
  }
  return plain;
}

bool LooksLikeUtf16(std::string_view text) {
  if (text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF") return true;
  return text.size() >= 2 && (text[0] == '\0') != (text[1] == '\0');
}

}  // namespace

SourceText::SourceText(const ListFile& file, ErrorList& errors) : path_(file.path) {
  if (file.text.size() > kMaxBytes) {
    errors.Add({path_, 0, 0},
               "the file is larger than 4 MiB: split it into several files of the same folder");
    return;
  }
  if (LooksLikeUtf16(file.text)) {
    errors.Add({path_, 1, 1}, "the file is stored as UTF-16: save it again with encoding UTF-8");
    return;
  }
  std::string_view bytes = file.text;
  if (bytes.substr(0, kUtf8Mark.size()) == kUtf8Mark) bytes.remove_prefix(kUtf8Mark.size());
  text_ = WithPlainLineEnds(bytes);
  Index();
  if (!CheckEncoding(errors)) return;
  const std::size_t before = errors.size();
  CheckCharacters(errors);
  readable_ = errors.size() == before;
}

void SourceText::Index() {
  line_begins_ = {0};
  std::uint32_t characters = 0;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (i % kStep == 0) characters_before_.push_back(characters);
    if (BeginsCharacter(text_[i])) ++characters;
    if (text_[i] == '\n') line_begins_.push_back(i + 1);
  }
  if (text_.size() % kStep == 0) characters_before_.push_back(characters);
}

Origin SourceText::Locate(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto characters = [this](std::size_t end) {
    const std::size_t from = end / kStep * kStep;
    const auto first = text_.begin() + static_cast<std::ptrdiff_t>(from);
    const auto last = text_.begin() + static_cast<std::ptrdiff_t>(end);
    return static_cast<int>(characters_before_[from / kStep]) +
           static_cast<int>(std::count_if(first, last, BeginsCharacter));
  };
  const auto next = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const std::size_t line_begin = *(next - 1);
  return {path_, static_cast<int>(next - line_begins_.begin()),
          characters(offset) - characters(line_begin) + 1};
}

std::size_t SourceText::OffsetOf(int line, int byte_column) const {
  if (line < 0 || byte_column < 0) return 0;
  const auto index = static_cast<std::size_t>(line);
  if (index >= line_begins_.size()) return text_.size();
  return std::min(line_begins_[index] + static_cast<std::size_t>(byte_column), text_.size());
}

std::string_view SourceText::LineAt(std::size_t offset) const {
  const auto next = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const std::size_t begin = *(next - 1);
  const std::size_t end = std::min(text_.find('\n', begin), text_.size());
  return std::string_view(text_).substr(begin, end - begin);
}

bool SourceText::CheckEncoding(ErrorList& errors) {
  for (std::size_t i = 0; i < text_.size();) {
    const CodePoint point = DecodeAt(text_, i);
    if (point.length == 0) {
      errors.Add(Locate(i),
                 "these bytes are no UTF-8 text (Chinese files saved as GBK look like "
                 "this): save the file again with encoding UTF-8");
      return false;
    }
    i += point.length;
  }
  return true;
}

void SourceText::CheckCharacters(ErrorList& errors) {
  bool only_blanks_so_far = true;
  for (std::size_t i = 0; i < text_.size();) {
    const CodePoint point = DecodeAt(text_, i);
    if (point.value == '\n') {
      only_blanks_so_far = true;
    } else if (point.value == '\t') {
      errors.Add(Locate(i), only_blanks_so_far
                                ? "a tab indents this line: indent with blanks instead"
                                : "a tab stands here: write a blank instead");
    } else if (point.value == '\0') {
      errors.Add(Locate(i), "a NUL character stands here: the file is damaged or no text file");
    } else if (IsControl(point.value)) {
      errors.Add(Locate(i),
                 "the control character " + NameOf(point.value) + " stands here: delete it");
    } else if (point.value == 0xFEFF) {
      errors.Add(Locate(i),
                 "an invisible byte order mark (U+FEFF) stands here: delete it; it is allowed "
                 "at the very beginning of a file only");
    }
    if (point.value != ' ' && point.value != '\t' && point.value != '\n')
      only_blanks_so_far = false;
    i += point.length;
  }
}

}  // namespace redline::rules
