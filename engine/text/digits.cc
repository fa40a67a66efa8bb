#include "engine/text/digits.h"

#include <string_view>

#include "engine/text/fold_table.h"

namespace redline::text {
namespace {

// A blank that keeps a number together, or an apostrophe: 10 000, 1'000.
bool JoinsGroups(std::string_view skipped) {
  for (const std::string_view joint : {"\u00A0", "\u2009", "\u202F", "'", "’"}) {
    if (skipped == joint) return true;
  }
  return false;
}

class DigitReader {
 public:
  DigitReader(const Letters& letters, std::size_t at) : letters_(letters), at_(at) {}

  Digits Plain() {
    Run(&IsPlainDigit);
    while (JoinsGroup()) {
      if (letters_[at_].read == kClauseMark) ++at_;
      for (int i = 0; i < 3; ++i) Take();
    }
    if (IsPointBefore(&IsPlainDigit)) Fraction(&IsPlainDigit);
    while (digits_.fraction && IsPointBefore(&IsPlainDigit)) {  // 5.5.5
      digits_.valid = false;
      Fraction(&IsPlainDigit);
    }
    return Finish();
  }

  Digits Han() {
    Run(&IsHanDigit);
    if (letters_[at_].read == kPoint && !letters_[at_ + 1].gap && IsHanDigit(letters_[at_ + 1])) {
      Fraction(&IsHanDigit);
    }
    return Finish();
  }

 private:
  void Take() {
    digits_.least = digits_.least.WithDigit(ValueOf(letters_[at_]), digits_.fraction);
    if (!digits_.fraction) ++digits_.count;
    ++at_;
  }

  void Run(bool (*is_digit)(const Letter&)) {
    const std::size_t begin = at_;
    digits_.zero = letters_[at_].read == U'0';
    while (is_digit(letters_[at_]) && (at_ == begin || !letters_[at_].gap)) Take();
    first_ = digits_.count;
  }

  bool JoinsGroup() const {
    if (first_ > 3 || letters_.size() < at_ + 3) return false;
    const Letter& joint = letters_[at_];
    const bool comma = joint.read == kClauseMark && !joint.gap && joint.written == U'，';
    if (comma ? letters_[at_ + 1].gap : !(joint.gap && JoinsGroups(joint.skipped))) return false;
    const std::size_t begin = at_ + (comma ? 1 : 0);
    for (std::size_t i = begin; i < begin + 3; ++i) {
      if (!IsPlainDigit(letters_[i]) || (i > begin && letters_[i].gap)) return false;
    }
    return !IsPlainDigit(letters_[begin + 3]) || letters_[begin + 3].gap;
  }

  // A point that is a letter, or · which the fold skips.
  bool IsPointBefore(bool (*is_digit)(const Letter&)) const {
    const Letter& point = letters_[at_];
    if (is_digit(point)) return point.gap && point.skipped == "·";
    return (point.read == U'.' || point.read == kPoint) && !point.gap &&
           is_digit(letters_[at_ + 1]) && !letters_[at_ + 1].gap;
  }

  void Fraction(bool (*is_digit)(const Letter&)) {
    digits_.fraction = true;
    if (!is_digit(letters_[at_])) ++at_;
    const std::size_t begin = at_;
    while (is_digit(letters_[at_]) && (at_ == begin || !letters_[at_].gap)) Take();
  }

  Digits Finish() {
    digits_.end = at_;
    digits_.greatest = digits_.least;
    return digits_;
  }

  const Letters& letters_;
  std::size_t at_;
  std::size_t first_ = 0;  // digits of the first group
  Digits digits_;
};

// 七八 is 7 or 8, 三五 is 3 to 5; nobody writes 78 so.
void SpreadPair(const Letters& letters, std::size_t at, Digits& digits) {
  if (digits.count != 2 || digits.fraction || digits.zero) return;
  const unsigned first = ValueOf(letters[at]);
  const unsigned second = ValueOf(letters[at + 1]);
  if (second != first + 1 && !(first == 3 && second == 5)) return;
  digits.count = 1;
  digits.least = Decimal::Of(first, 0);
  digits.greatest = Decimal::Of(second, 0);
}

}  // namespace

bool IsDigit(const Letter& letter) { return letter.read >= U'0' && letter.read <= U'9'; }
bool IsHanDigit(const Letter& letter) {
  return IsDigit(letter) &&
         (letter.written == U'〇' || (letter.written >= 0x3400 && letter.written < 0xA000));
}
bool IsPlainDigit(const Letter& letter) { return IsDigit(letter) && !IsHanDigit(letter); }
unsigned ValueOf(const Letter& letter) { return static_cast<unsigned>(letter.read - U'0'); }

Digits ReadHanFraction(const Letters& letters, std::size_t at) {
  return DigitReader(letters, at).Han();
}

std::optional<Digits> ReadDigits(const Letters& letters, std::size_t at) {
  if (IsPlainDigit(letters[at])) return DigitReader(letters, at).Plain();
  if (IsHanDigit(letters[at])) {
    Digits digits = DigitReader(letters, at).Han();
    SpreadPair(letters, at, digits);
    return digits;
  }
  if (letters[at].read == kTwo || letters[at].read == kHalf) {
    Digits digits;
    digits.end = at + 1;
    digits.count = 1;
    digits.least = letters[at].read == kTwo ? Decimal::Of(2, 0) : Decimal::Of(5, -1);
    digits.greatest = digits.least;
    return digits;
  }
  return std::nullopt;
}

}  // namespace redline::text
