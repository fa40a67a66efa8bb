#include "engine/text/respelling.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "engine/text/utf8.h"
#include "engine/text/visual_order.h"

namespace redline::text {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool IsLeetSign(char c) { return c == '@' || c == '$' || c == '!'; }
bool IsTokenByte(char c) { return IsDigit(c) || IsLetter(c) || IsLeetSign(c); }
bool IsHan(char32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC); }

// How the signs of a token are read.
enum class Leet { kOneIsI, kOneIsL, kDigits };

// What `c` stands for, or 0 for itself.
char LetterFor(char c, Leet leet) {
  switch (c) {
    case '0':
      return 'o';
    case '1':
      return leet == Leet::kOneIsL ? 'l' : 'i';
    case '3':
      return 'e';
    case '4':
    case '@':
      return 'a';
    case '5':
    case '$':
      return 's';
    case '7':
      return 't';
    case '!':
      return 'i';
    default:
      return '\0';
  }
}

char DigitFor(char c) {
  switch (c) {
    case 'l':
    case 'I':
      return '1';
    case 'o':
    case 'O':
      return '0';
    default:
      return '\0';
  }
}

char StandsFor(char c, Leet leet) {
  return leet == Leet::kDigits ? DigitFor(c) : LetterFor(c, leet);
}

// Whether `token` mixes letters with signs in a way that can be read as `leet`.
bool IsMixed(std::string_view token, Leet leet) {
  std::size_t letters = 0;
  std::size_t digits = 0;
  std::size_t changed = 0;
  for (const char c : token) {
    letters += IsLetter(c) ? 1 : 0;
    digits += IsDigit(c) ? 1 : 0;
    changed += StandsFor(c, leet) != '\0' ? 1 : 0;
  }
  if (changed == 0) return false;
  if (leet == Leet::kDigits) return digits > 0 && digits + changed == token.size();
  return letters > 0 && changed * 2 <= token.size();
}

// ○ for 零, as in ○风险; ○○银行 leaves a name out.
bool IsRoundZero(std::string_view text, std::size_t at) {
  const auto is_round = [](char32_t c) { return c == U'○' || c == U'◯'; };
  if (!is_round(CodePointAt(text, at))) return false;
  const std::size_t next = at + SequenceLength(text[at]);
  const bool first = at == 0 || !is_round(CodePointAt(text, PreviousBoundary(text, at)));
  return first && next < text.size() && IsHan(CodePointAt(text, next));
}

// Gathers the changes to a text; what lies between them is shown as it stands.
class Changes {
 public:
  explicit Changes(std::string_view text) : text_(text) {}

  void Replace(std::string_view by, std::size_t begin, std::size_t end) {
    Leave(begin, end);
    shown_.Replace(by, begin, end);
  }
  // Leaves bytes [begin, end) out.
  void Leave(std::size_t begin, std::size_t end) {
    shown_.Show(text_, done_, begin);
    done_ = end;
    changed_ = true;
  }
  void AddTo(std::vector<Respelling>& respellings, Disguise disguise) && {
    if (!changed_) return;
    shown_.Show(text_, done_, text_.size());
    respellings.push_back({disguise, std::move(shown_)});
  }

 private:
  const std::string_view text_;
  VisibleText shown_;
  std::size_t done_ = 0;  // bytes that are shown or left out
  bool changed_ = false;
};

void AddLeet(std::string_view text, Leet leet, std::vector<Respelling>& respellings) {
  Changes changes(text);
  bool ones = false;
  for (std::size_t at = 0; at < text.size();) {
    if (!IsTokenByte(text[at])) {
      const std::size_t next = at + SequenceLength(text[at]);
      if (leet == Leet::kOneIsI && next - at == 3 && IsRoundZero(text, at)) {
        changes.Replace("0", at, next);
      }
      at = next;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && IsTokenByte(text[end])) ++end;
    std::string_view token = text.substr(at, end - at);
    while (!token.empty() && token.back() == '!') token.remove_suffix(1);
    if (IsMixed(token, leet)) {
      for (std::size_t i = 0; i < token.size(); ++i) {
        if (const char c = StandsFor(token[i], leet)) changes.Replace({&c, 1}, at + i, at + i + 1);
        ones = ones || token[i] == '1';
      }
    }
    at = end;
  }
  if (leet != Leet::kOneIsL || ones) std::move(changes).AddTo(respellings, Disguise::kLeet);
}

// Leaves out of each run of the same character all but `keep`.
void AddStretched(std::string_view text, std::size_t keep, std::vector<Respelling>& respellings) {
  constexpr std::size_t kStretch = 3;  // "look" and 天天 are words, "loook" is none
  Changes changes(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = SequenceLength(text[at]);
    const bool latin = IsLetter(text[at]);
    if (!latin && (length < 3 || keep > 1 || !IsHan(CodePointAt(text, at)))) {
      at += length;
      continue;
    }
    const auto same = [&](std::size_t other) {
      return latin ? (text[other] | 0x20) == (text[at] | 0x20)
                   : text.substr(other, length) == text.substr(at, length);
    };
    std::size_t end = at + length;
    while (end + length <= text.size() && same(end)) end += length;
    if (end - at >= kStretch * length) changes.Leave(at + keep * length, end);
    at = end;
  }
  std::move(changes).AddTo(respellings, Disguise::kStretched);
}

// What in a text gives reason to respell it: a superset, told in one pass without branches. Most
// drafts end here.
struct Reasons {
  bool leet = false;       // a letter beside a digit or sign, or bytes of ○
  bool stretched = false;  // three equal letters, or three equal characters of three bytes
  bool reversed = false;   // bytes of a direction override
};

// Sixteen bytes side by side, a vector extension of GCC and Clang: it compares them all at once.
using Bytes = unsigned char __attribute__((vector_size(16)));
constexpr std::size_t kStep = sizeof(Bytes);
constexpr std::size_t kAhead = 8;  // the step at one byte looks this far

Bytes Load(const char* at) {
  Bytes bytes;
  std::memcpy(&bytes, at, kStep);
  return bytes;
}
bool Any(Bytes bytes) {
  std::uint64_t halves[2];
  std::memcpy(halves, &bytes, kStep);
  return (halves[0] | halves[1]) != 0;
}

// REQUIRES: text can be read for kStep + kAhead bytes behind the last multiple of kStep below size.
Reasons ReasonsIn(const char* text, std::size_t size) {
  const auto mask = [](auto compared) { return reinterpret_cast<Bytes>(compared); };
  const auto letter = [&](Bytes b) { return mask((b | 0x20) - 'a' < 26); };
  const auto sign = [&](Bytes b) {
    return mask(b - '0' < 10) | mask(b == '@') | mask(b == '$') | mask(b == '!');
  };
  Bytes leet{};
  Bytes stretched{};
  Bytes reversed{};
  for (std::size_t i = 0; i < size; i += kStep) {
    const char* const at = text + i;
    const Bytes a = Load(at);
    const Bytes b = Load(at + 1);
    const Bytes c = Load(at + 2);
    leet |= (letter(a) & sign(b)) | (sign(a) & letter(b));
    leet |= mask(a == 0xE2) & mask(b == 0x97);  // ○ is E2 97 8B, ◯ is E2 97 AF
    stretched |= letter(a) & mask(((a ^ b) | 0x20) == 0x20) & mask(((a ^ c) | 0x20) == 0x20);
    const Bytes again = (a ^ Load(at + 3)) | (b ^ Load(at + 4)) | (c ^ Load(at + 5));
    const Bytes thrice = again | (a ^ Load(at + 6)) | (b ^ Load(at + 7)) | (c ^ Load(at + 8));
    stretched |= mask((a & 0xF0) == 0xE0) & mask(thrice == 0);
    reversed |= mask(a == 0xE2) & mask(b == 0x80) & mask((c | 3) == 0xAF);  // E2 80 AD, E2 80 AE
  }
  return {Any(leet), Any(stretched), Any(reversed)};
}

Reasons ReasonsIn(std::string_view text) {
  const std::size_t rest = std::min(text.size(), text.size() % kStep + kStep + kAhead);
  const std::size_t whole = (text.size() - rest) / kStep * kStep;
  const Reasons first = ReasonsIn(text.data(), whole);
  const std::string end = std::string(text.substr(whole)) + std::string(kStep + kAhead, '\0');
  const Reasons last = ReasonsIn(end.data(), text.size() - whole);
  return {first.leet || last.leet, first.stretched || last.stretched,
          first.reversed || last.reversed};
}

}  // namespace

std::optional<std::vector<Respelling>> Respellings(std::string_view text) {
  const Reasons reasons = ReasonsIn(text);
  std::vector<Respelling> respellings;
  if (reasons.leet) {
    for (const Leet leet : {Leet::kOneIsI, Leet::kOneIsL, Leet::kDigits}) {
      AddLeet(text, leet, respellings);
    }
  }
  if (reasons.stretched) {
    for (const std::size_t keep : {1u, 2u}) AddStretched(text, keep, respellings);
  }
  if (reasons.reversed) {
    std::optional<VisibleText> seen = InVisualOrder(text);
    if (!seen) return std::nullopt;
    respellings.push_back({Disguise::kReversed, *std::move(seen)});
  }
  return respellings;
}

}  // namespace redline::text
