#include "rules/yaml_scalar.h"

#include <algorithm>

#include "rules/code_point.h"

namespace redline::rules {
namespace {

constexpr std::string_view kBrackets = ",[]{}";

Unexpected<ScalarError> Refuse(std::size_t offset, std::string message) {
  return Unexpected(ScalarError{offset, std::move(message)});
}

std::size_t LineEnd(std::string_view text, std::size_t offset) {
  return std::min(text.find('\n', offset), text.size());
}

std::string_view WithoutTrailingBlanks(std::string_view text) {
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

// What the author most likely meant as one text: to the end of the line, or inside of brackets to
// the next comma and blank or to the bracket that ends the line.
std::string_view MeantText(std::string_view text, std::size_t begin, bool in_brackets) {
  std::string_view rest = WithoutTrailingBlanks(text.substr(begin, LineEnd(text, begin) - begin));
  if (!in_brackets) return rest;
  const std::size_t comma = rest.find(", ");
  if (comma != std::string_view::npos) return rest.substr(0, comma);
  if (rest.size() > 1 && (rest.back() == ']' || rest.back() == '}')) rest.remove_suffix(1);
  return WithoutTrailingBlanks(rest);
}

Result<Scalar, ScalarError> Checked(Scalar scalar) {
  if (scalar.end - scalar.begin > Scalar::kMaxBytes) {
    return Refuse(scalar.begin,
                  "this text is longer than 4 KB: shorten it, or look for a quote "
                  "that is not closed");
  }
  return scalar;
}

Result<Scalar, ScalarError> ScanSingleQuoted(std::string_view text, std::size_t begin) {
  Scalar scalar{.begin = begin, .quoted = true, .value = ""};
  const std::size_t line_end = LineEnd(text, begin);
  for (std::size_t i = begin + 1; i < line_end; ++i) {
    if (text[i] != '\'') {
      scalar.value.push_back(text[i]);
    } else if (i + 1 < line_end && text[i + 1] == '\'') {
      scalar.value.push_back(text[i++]);
    } else {
      scalar.end = i + 1;
      return Checked(std::move(scalar));
    }
  }
  return Refuse(begin, "the quote ' that opens here is not closed on this line: add the closing '");
}

// Decodes the escape at `offset` (a backslash) into `value`; returns its length, 0 if it is none.
std::size_t DecodeEscape(std::string_view text, std::size_t offset, std::string& value) {
  const char kind = offset + 1 < text.size() ? text[offset + 1] : '\n';
  if (kind == '\\' || kind == '"') {
    value.push_back(kind);
    return 2;
  }
  const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  if (digits == 0 || offset + 2 + digits > text.size()) return 0;
  char32_t point = 0;
  for (const char digit : text.substr(offset + 2, digits)) {
    const bool number = digit >= '0' && digit <= '9';
    const char lower = static_cast<char>(digit | 0x20);
    if (!number && (lower < 'a' || lower > 'f')) return 0;
    point = point << 4 | static_cast<char32_t>(number ? digit - '0' : lower - 'a' + 10);
  }
  if (IsControl(point) || (point >= 0xD800 && point <= 0xDFFF) || point > 0x10FFFF) return 0;
  AppendUtf8(point, value);
  return 2 + digits;
}

Result<Scalar, ScalarError> ScanDoubleQuoted(std::string_view text, std::size_t begin) {
  Scalar scalar{.begin = begin, .quoted = true, .value = ""};
  const std::size_t line_end = LineEnd(text, begin);
  for (std::size_t i = begin + 1; i < line_end;) {
    if (text[i] == '"') {
      scalar.end = i + 1;
      return Checked(std::move(scalar));
    }
    if (text[i] != '\\') {
      scalar.value.push_back(text[i++]);
      continue;
    }
    const std::size_t length = DecodeEscape(text.substr(0, line_end), i, scalar.value);
    if (length == 0) {
      return Refuse(i,
                    "inside of double quotes a backslash has a meaning of its own, and this one "
                    "cannot be used: write the text in single quotes, '…'");
    }
    i += length;
  }
  return Refuse(begin,
                "the quote \" that opens here is not closed on this line: add the closing \"");
}

// Why unquoted text cannot begin at `begin`; empty when it can.
std::string ExplainFirst(std::string_view text, std::size_t begin, bool in_brackets) {
  const char first = text[begin];
  const std::string quoted = InQuotes(MeantText(text, begin, in_brackets));
  const std::string begins =
      std::string("text that begins with ") + first + " must stand in quotes: " + quoted;
  switch (first) {
    case '@':
    case '`':
    case '%':
      return begins;
    case '&':
      return begins + " (anchors and aliases of YAML are not used in lists)";
    case '*':
      return begins + " (aliases of YAML are not used in lists)";
    case '!':
      return begins + " (tags of YAML are not used in lists)";
    case '|':
    case '>':
      if (IsBlankOrEnd(text, begin + 1) || text[begin + 1] == '-' || text[begin + 1] == '+') {
        return std::string("text over several lines (") + first +
               ") is not used in lists: write it on one line behind its key";
      }
      return begins;
    case ',':
      return "a comma stands where text is expected: delete it, or put the text in quotes";
    case ']':
    case '}':
      return std::string("this ") + first + " closes nothing: delete it, or put the text in quotes";
    case '?':
      if (IsBlankOrEnd(text, begin + 1) || in_brackets) return begins;
      return "";
    case '-':
      if (IsBlankOrEnd(text, begin + 1) ||
          (in_brackets && kBrackets.find(text[begin + 1]) != std::string_view::npos)) {
        return begins;
      }
      return "";
    case ':':
      if (IsBlankOrEnd(text, begin + 1) || in_brackets) {
        return "a colon stands where text is expected: write the key before it, or put the text "
               "in quotes: " +
               quoted;
      }
      return "";
    default:
      return IsHidden(text, begin) ? ExplainHidden(text, begin) : "";
  }
}

bool EndsPlain(std::string_view text, std::size_t i, bool in_brackets) {
  if (text[i] == '#') return text[i - 1] == ' ';
  if (text[i] == ':') {
    return IsBlankOrEnd(text, i + 1) ||
           (in_brackets && kBrackets.find(text[i + 1]) != std::string_view::npos);
  }
  return in_brackets && (text[i] == '?' || kBrackets.find(text[i]) != std::string_view::npos);
}

Result<Scalar, ScalarError> ScanPlain(std::string_view text, std::size_t begin, bool in_brackets) {
  if (std::string why = ExplainFirst(text, begin, in_brackets); !why.empty()) {
    return Refuse(begin, std::move(why));
  }
  const std::size_t line_end = LineEnd(text, begin);
  std::size_t end = begin;
  while (end < line_end && (end == begin || !EndsPlain(text, end, in_brackets))) {
    if (IsHidden(text, end)) return Refuse(end, ExplainHidden(text, end));
    end += DecodeAt(text, end).length;
  }
  const bool ends_at_bracket =
      in_brackets && end < line_end && (text[end] == '[' || text[end] == '{' || text[end] == '?');
  if (ends_at_bracket) {
    return Refuse(begin, std::string("text with ") + text[end] +
                             " inside of brackets must stand in quotes: " +
                             InQuotes(MeantText(text, begin, true)));
  }
  Scalar scalar{.begin = begin, .value = ""};
  scalar.value = WithoutTrailingBlanks(text.substr(begin, end - begin));
  scalar.end = begin + scalar.value.size();
  const bool null_word = scalar.value == "~" || scalar.value == "null" || scalar.value == "Null" ||
                         scalar.value == "NULL";
  if (null_word) {
    return Refuse(begin, "`" + scalar.value +
                             "` means \"nothing\" in YAML: write the text in quotes, " +
                             InQuotes(scalar.value) + ", or delete the entry");
  }
  return Checked(std::move(scalar));
}

// Emoji are sequences: a selector or a joiner behind a symbol belongs to it.
bool IsPartOfEmoji(std::string_view text, std::size_t offset, char32_t value) {
  if (value != 0x200D && value != 0xFE0F && value != 0xFE0E) return false;
  std::size_t before = offset;
  while (before > 0) {
    --before;
    const CodePoint point = DecodeAt(text, before);
    if (point.length == 0) continue;  // inside of a character
    if (point.value == 0xFE0F && value == 0x200D) continue;
    const bool symbol = (point.value >= 0x203C && point.value < 0x2E80) || point.value >= 0x1F000 ||
                        point.value == 0xA9 || point.value == 0xAE;
    const bool keycap = value == 0xFE0F && (point.value == '#' || point.value == '*' ||
                                            (point.value >= '0' && point.value <= '9'));
    return (symbol && !IsHan(point.value) && !IsInvisible(point.value)) || keycap;
  }
  return false;
}

}  // namespace

Result<Scalar, ScalarError> ScanScalar(std::string_view text, std::size_t begin, bool in_brackets) {
  if (text[begin] == '\'') return ScanSingleQuoted(text, begin);
  if (text[begin] == '"') return ScanDoubleQuoted(text, begin);
  return ScanPlain(text, begin, in_brackets);
}

bool IsBlankOrEnd(std::string_view text, std::size_t offset) {
  return offset >= text.size() || text[offset] == ' ' || text[offset] == '\n';
}

bool IsHidden(std::string_view text, std::size_t offset) {
  const char32_t value = DecodeAt(text, offset).value;
  if (IsForeignBlank(value)) return true;
  return IsInvisible(value) && !IsPartOfEmoji(text, offset, value);
}

std::string ExplainHidden(std::string_view text, std::size_t offset) {
  const char32_t value = DecodeAt(text, offset).value;
  if (IsForeignBlank(value)) {
    return "the blank " + NameOf(value) +
           " stands here: write an ordinary blank, or put the text "
           "in quotes if it belongs to it";
  }
  return "the invisible character " + NameOf(value) +
         " stands here: delete it, or put the text "
         "in quotes if it belongs to it";
}

std::string Shortened(std::string_view text) {
  constexpr std::size_t kMaxBytes = 120;
  if (text.size() <= kMaxBytes) return std::string(text);
  std::size_t end = kMaxBytes;
  while (end > 0 && DecodeAt(text, end).length == 0) --end;
  return std::string(text.substr(0, end)) + "…";
}

std::string InQuotes(std::string_view text) {
  std::string quoted = "'";
  for (const char c : Shortened(text)) {
    if (c == '\'') quoted.push_back(c);
    quoted.push_back(c);
  }
  return quoted + "'";
}

}  // namespace redline::rules
