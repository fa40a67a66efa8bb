#include "engine/text/neighbours.h"

#include <algorithm>
#include <string>

#include "engine/text/flag.h"
#include "engine/text/pinyin.h"
#include "engine/text/utf8.h"

namespace redline::text {
namespace {

using As = Reading::As;

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool IsLatin(char32_t c) { return c >= U'a' && c <= U'z'; }
// Han, kana and everything else that is written without blanks, after folding.
bool IsWide(char32_t c) { return c >= 0x2E80; }
bool IsAsciiLetter(char byte) { return IsLatin(static_cast<unsigned char>(byte) | 0x20); }
bool IsBlank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

// What `c` is to a neighbour that stands before or behind it: the first or the last letter of its
// fold (㍨ begins with 1 and ends with 点), 0 for what is no letter, digit or ideograph.
enum class Seen { kFromBefore, kFromBehind };
char32_t LetterOf(char32_t c, const FoldTable& table, Seen seen) {
  const FoldEntry entry = table.Find(c);
  switch (entry.kind()) {
    case FoldKind::kSelf:
      return c;
    case FoldKind::kShort: {
      const char bytes[4] = {static_cast<char>(entry.bytes()),
                             static_cast<char>(entry.bytes() >> 8),
                             static_cast<char>(entry.bytes() >> 16), '\0'};
      return CodePointAt({bytes, 4}, 0);
    }
    case FoldKind::kLong: {
      const std::string_view fold = table.Long(entry);
      return CodePointAt(fold, seen == Seen::kFromBefore ? 0 : PreviousBoundary(fold, fold.size()));
    }
    default:
      return 0;
  }
}

// Whether `letters` are how `character` is read, typed without its tone. ü is folded to u.
bool IsSyllable(std::string_view letters, char32_t character) {
  std::string syllable(SyllableOf(character));
  if (letters == syllable) return !letters.empty();
  std::replace(syllable.begin(), syllable.end(), 'v', 'u');
  return !letters.empty() && letters == syllable;
}

constexpr std::size_t kFarthest = 64;  // bytes looked at on either side for a letter

// Counts the line ends in a run of blanks, in either direction: CR LF is one.
class LineEnds {
 public:
  void Add(char byte) {
    const bool end = byte == '\n' || byte == '\r';
    if (end && !(count_ > 0 && last_ != byte && (last_ == '\n' || last_ == '\r'))) ++count_;
    last_ = byte;
  }
  int count() const { return count_; }

 private:
  int count_ = 0;
  char last_ = '\0';
};

}  // namespace

// The nearest character on one side.
struct Neighbours::Beside {
  char32_t letter = 0;  // its fold, 0 when it is a mark, a separator or an edge
  char32_t source = 0;  // as it stands
  std::size_t at = 0;   // where it begins
  bool blank = false;   // a blank or an edge lies between
  bool edge = false;    // the text or the paragraph ends on this side
};

Neighbours::Beside Neighbours::Before(std::size_t at, const FoldTable& table) const {
  Beside beside;
  LineEnds lines;
  for (std::size_t i = at; i > 0 && at - i < kFarthest;) {
    i = PreviousBoundary(text_, i);
    const char32_t c = CodePointAt(text_, i);
    if (table.Find(c).kind() == FoldKind::kDrop) continue;
    if (IsBlank(text_[i])) {
      beside.blank = true;
      lines.Add(text_[i]);
      if (lines.count() > 1) break;
      continue;
    }
    beside.letter = LetterOf(c, table, Seen::kFromBehind);
    beside.source = c;
    beside.at = i;
    return beside;
  }
  beside.edge = beside.blank = true;
  return beside;
}

Neighbours::Beside Neighbours::After(std::size_t at, const FoldTable& table) const {
  Beside beside;
  LineEnds lines;
  for (std::size_t i = at; i < text_.size() && i - at < kFarthest;) {
    const char32_t c = CodePointAt(text_, i);
    const std::size_t here = i;
    i += SequenceLength(text_[i]);
    if (table.Find(c).kind() == FoldKind::kDrop) continue;
    if (IsBlank(text_[here])) {
      beside.blank = true;
      lines.Add(text_[here]);
      if (lines.count() > 1) break;
      continue;
    }
    beside.letter = LetterOf(c, table, Seen::kFromBefore);
    beside.source = c;
    beside.at = here;
    return beside;
  }
  beside.edge = beside.blank = true;
  return beside;
}

// Whether the letter at one side of the mark has nothing but marks on its own other side, as each
// has in 稳,赚,不,赔: then the mark is a disguise, not the end of a clause.
bool Neighbours::StandsAlone(std::size_t at, std::size_t length, const FoldTable& table) const {
  const Beside before = Before(at, table);
  const Beside after = After(at + length, table);
  if (before.letter == 0 || after.letter == 0) return false;
  const Beside beyond_before = Before(before.at, table);
  const Beside beyond_after = After(after.at + SequenceLength(text_[after.at]), table);
  return beyond_before.letter == 0 || beyond_before.blank || beyond_after.letter == 0 ||
         beyond_after.blank;
}

Reading Neighbours::ReadPoint(std::size_t at, std::size_t length, const FoldTable& table) const {
  // The common case, decided as below without looking anything up: "risk. Free", "no. risk".
  if (at > 0 && at + 2 < text_.size() && IsAsciiLetter(text_[at - 1]) && text_[at + 1] == ' ' &&
      IsAsciiLetter(text_[at + 2])) {
    return {(text_[at + 2] & 0x20) == 0 ? As::kSentence : As::kSeparator, length};
  }
  const Beside before = Before(at, table);
  const Beside after = After(at + length, table);
  if (!before.blank && !after.blank && IsDigit(before.letter) && IsDigit(after.letter)) {
    return {As::kKept, length};
  }
  if (!after.blank) return {As::kSeparator, length};
  if (after.edge) return {As::kSentence, length};
  if (IsWide(before.letter) || IsWide(after.letter)) {
    return {StandsAlone(at, length, table) ? As::kSeparator : As::kSentence, length};
  }
  if (IsDigit(after.letter)) {  // "No. 1" is one word, "no risk. 5 % of" are two sentences
    const bool number = (before.source == U'o' || before.source == U'O') && before.at > 0 &&
                        (text_[before.at - 1] | 0x20) == 'n';
    return {number ? As::kSeparator : As::kSentence, length};
  }
  const bool capital = IsLatin(after.letter) && after.source != after.letter;
  return {capital || after.letter == 0 ? As::kSentence : As::kSeparator, length};
}

Reading Neighbours::ReadMark(char32_t c, std::size_t at, std::size_t length,
                             const FoldTable& table) const {
  const As mark = c == U',' || c == U':' ? As::kClause : As::kSentence;
  if (at + length == text_.size() || IsBlank(text_[at + length])) return {mark, length};
  const Beside before = Before(at, table);
  const Beside after = After(at + length, table);
  if (before.blank || after.blank || before.letter == 0 || after.letter == 0) return {mark, length};
  if (IsDigit(before.letter) && IsDigit(after.letter)) {
    if (c != U',') return {mark, length};
    // 1,000 is a number; 1,2 is a list.
    int digits = 1;
    for (Beside next = after; digits <= 3; ++digits) {
      next = After(next.at + SequenceLength(text_[next.at]), table);
      if (next.blank || !IsDigit(next.letter)) break;
    }
    return {digits == 3 ? As::kNothing : mark, length};
  }
  if (IsWide(before.letter) || IsWide(after.letter)) {
    return {StandsAlone(at, length, table) ? As::kSeparator : mark, length};
  }
  return {As::kSeparator, length};
}

// Line ends with the blanks around them: one is a wrapped line, two are a new paragraph.
Reading Neighbours::ReadBlanks(std::size_t at) const {
  std::size_t end = at + 1;
  if (end < text_.size() && !IsBlank(text_[end])) return {As::kSeparator, 1};
  LineEnds lines;
  lines.Add(text_[at]);
  for (; end < text_.size() && IsBlank(text_[end]); ++end) lines.Add(text_[end]);
  return {lines.count() > 1 ? As::kSentence : As::kSeparator, end - at};
}

// 保(bǎo)本: a reading, if the bracket stands right after Han and holds one to seven Latin letters
// of which one has a tone mark (reliability.md, A.1: 3,279 of 3,279 such brackets are readings).
// 保(bao)本: or the letters are how that very character is read. 技术(NLP) is neither.
Reading Neighbours::ReadBracket(std::size_t at, std::size_t length, const FoldTable& table) const {
  const Reading separator{As::kSeparator, length};
  const Beside before = Before(at, table);
  if (before.blank || before.letter == 0 || !IsWide(before.source)) return separator;
  std::string letters;
  bool tone = false;
  for (std::size_t i = at + length; i < text_.size();) {
    const char32_t c = CodePointAt(text_, i);
    i += SequenceLength(text_[i]);
    if (c == U')' || c == U'）') {
      const bool reading = !letters.empty() && (tone || IsSyllable(letters, before.source));
      return reading ? Reading{As::kNothing, i - at} : separator;
    }
    if (c == 0x300 || c == 0x301 || c == 0x304 || c == 0x30C) {
      tone = true;
      continue;
    }
    if (table.Find(c).kind() == FoldKind::kDrop) continue;
    const char32_t letter = LetterOf(c, table, Seen::kFromBefore);
    if (!IsLatin(letter) || letters.size() == 7) return separator;
    letters.push_back(static_cast<char>(letter));
    tone = tone || (c >= 0xC0 && c <= 0x1DC);  // precomposed: ā á ǎ à … ǜ
  }
  return separator;
}

// A run of regional indicators is flags, which stand between words like any emoji, if each pair of
// it is a flag that Unicode recommends. Otherwise fonts show letters: 🇿🇪🇷🇴. One that stands alone
// is a letter beside others and beside Latin ones, but not in 零🇨风险.
Reading Neighbours::ReadRegionalIndicators(std::size_t at, const FoldTable& table) const {
  constexpr std::size_t kLength = 4;
  const auto indicator_at = [&](std::size_t i) {
    return i + kLength <= text_.size() && IsRegionalIndicator(CodePointAt(text_, i));
  };
  // Flags are read at once: behind another indicator this one is a letter as that one was.
  if (at >= kLength && indicator_at(at - kLength)) return {As::kKept, kLength};
  std::size_t end = at;
  bool flags = true;
  while (indicator_at(end)) {
    flags = flags && indicator_at(end + kLength) && IsFlag(text_.substr(end, 2 * kLength));
    end += kLength;
    if (flags) end += kLength;
  }
  if (flags) return {As::kSeparator, end - at};
  const auto letter = [](const Beside& beside) {
    return IsLatin(beside.letter) || IsRegionalIndicator(beside.source);
  };
  const bool beside = end - at > kLength || letter(Before(at, table)) || letter(After(end, table));
  return {beside ? As::kKept : As::kSeparator, kLength};
}

Reading Neighbours::Read(char32_t c, std::size_t at, std::size_t length,
                         const FoldTable& table) const {
  switch (c) {
    case U'.':
    case U'․':
    case U'．':
    case U'﹒':
      return ReadPoint(at, length, table);
    case U',':
    case U';':
    case U':':
    case U'!':
    case U'?':
      return ReadMark(c, at, length, table);
    case U'\n':
    case U'\r':
      return ReadBlanks(at);
    case U'(':
    case U'（':
      return ReadBracket(at, length, table);
    default:
      if (IsRegionalIndicator(c)) return ReadRegionalIndicators(at, table);
      break;
  }
  const Beside before = Before(at, table);
  const Beside after = After(at + length, table);
  switch (c) {
    case U'\'':
    case U'’':
    case U'‘':
    case U'＇':
      return {!before.blank && !after.blank && IsLatin(before.letter) && IsLatin(after.letter)
                  ? As::kNothing
                  : As::kSeparator,
              length};
    case U'%':
    case U'％':
    case U'﹪':
    case U'‰':
    case U'‱':
      return {IsDigit(before.letter) ? As::kKept : As::kSeparator, length};
    default:  // currency, #
      return {!after.blank && IsDigit(after.letter) ? As::kKept : As::kSeparator, length};
  }
}

}  // namespace redline::text
