#include "engine/text/numeral.h"

#include <optional>

#include "engine/text/digits.h"

namespace redline::text {
namespace {

// The power of ten of a Chinese word, or 0.
int PowerOf(char32_t c) {
  switch (c) {
    case U'十':
      return 1;
    case U'百':
      return 2;
    case U'千':
      return 3;
    case U'万':
      return 4;
    case U'亿':
      return 8;
    default:
      return 0;
  }
}

struct LatinScale {
  std::u32string_view word;
  int power;
};
constexpr LatinScale kLatinScales[] = {{U"k", 3},       {U"w", 4},        {U"mn", 6},
                                       {U"bn", 9},      {U"thousand", 3}, {U"million", 6},
                                       {U"billion", 9}, {U"trillion", 12}};

// A number that grows from left to right: digits and the words that multiply them.
class NumeralReader {
 public:
  NumeralReader(const Letters& letters, std::size_t at) : letters_(letters), begin_(at), at_(at) {}

  Numeral Run() {
    while (Step()) {
    }
    if (pending_) AddPending(0);
    Add(section_, total_);
    numeral_.end = at_;
    numeral_.least = total_.least;
    numeral_.greatest = total_.greatest;
    if (parts_ > 1) numeral_.scale = 0;
    return numeral_;
  }

 private:
  struct Amount {
    Decimal least;
    Decimal greatest;
  };
  static void Add(const Amount& from, Amount& to) {
    to.least = to.least + from.least;
    to.greatest = to.greatest + from.greatest;
  }
  static void TimesTen(int power, Amount& amount) {
    amount.least = amount.least.TimesTen(power);
    amount.greatest = amount.greatest.TimesTen(power);
  }

  // Reads the next word; false when it is none of this number.
  bool Step() {
    if (!numeral_.valid) return false;
    if (IsMore() && at_ > begin_ && PowerOf(letters_[at_ + 1].read) != 0) ++at_;  // 10多万
    if (const int power = PowerOf(letters_[at_].read)) {
      return power < 4 ? TakeSmall(power) : TakeBig(power);
    }
    if (pending_) return TakeLatin();
    return TakeDigits();
  }

  bool IsMore() const {
    const char32_t c = letters_[at_].read;
    return c == U'多' || c == U'余';
  }

  bool TakeDigits() {
    // 三百六十点五: nothing stands before the point but words.
    const bool point =
        at_ > begin_ && letters_[at_].read == kPoint && IsHanDigit(letters_[at_ + 1]);
    const std::optional<Digits> digits =
        point ? ReadHanFraction(letters_, at_) : ReadDigits(letters_, at_);
    if (!digits || (at_ > begin_ && (letters_[at_].gap || !GoesOn(*digits)))) return false;
    if (letters_[at_].read == kHalf) numeral_.implied = true;
    numeral_.valid = digits->valid;
    pending_ = digits;
    at_ = digits->end;
    ++parts_;
    return true;
  }

  // Whether digits behind a word go on its number, as in 3万5千 and 3万5000, not in 满1万5%.
  bool GoesOn(const Digits& digits) const {
    if (IsHanDigit(letters_[at_]) || letters_[at_].read == kPoint) return true;
    if (digits.fraction) return false;
    if (letters_[at_].read == kHalf) return false;
    return PowerOf(letters_[digits.end].read) != 0 ||
           (IsPlainDigit(letters_[at_]) && digits.count >= 3);
  }

  bool TakeSmall(int power) {
    if (power >= last_small_) return false;
    if (pending_ && pending_->fraction && parts_ > 1) return false;
    if (!pending_) Imply(power);
    AddPending(power);
    last_small_ = power;
    numeral_.scale += power;
    numeral_.myriads = false;
    colloquial_ = power - 1;
    ++at_;
    return true;
  }

  bool TakeBig(int power) {
    if (power == last_big_) return false;
    if (!pending_ && !section_filled_ && last_big_ == 0) Imply(power);
    if (!pending_ && !section_filled_ && power < last_big_) return false;
    if (pending_) AddPending(0);
    if (last_big_ == 0 || power > last_big_) {
      Add(section_, total_);
      TimesTen(power, total_);
    } else {
      TimesTen(power, section_);
      Add(section_, total_);
    }
    section_ = {};
    section_filled_ = false;
    last_small_ = 4;
    last_big_ = power;
    numeral_.scale += power;
    numeral_.myriads = true;
    colloquial_ = power - 1;
    ++at_;
    return true;
  }

  // 5k, 3 million: ends the number.
  bool TakeLatin() {
    if (parts_ != 1 || !IsPlainDigit(letters_[begin_])) return false;
    for (const LatinScale& scale : kLatinScales) {
      const std::size_t end = letters_.EndOf(scale.word, at_);
      if (end == 0) continue;
      AddPending(scale.power);
      numeral_.scale += scale.power;
      numeral_.myriads = scale.word == U"w";
      at_ = end;
      return false;
    }
    return false;
  }

  // 十 is 10 by itself; 百, 千 and 万 need a unit to be a number.
  void Imply(int power) {
    Digits one;
    one.count = 1;
    one.least = one.greatest = Decimal::Of(1, 0);
    pending_ = one;
    ++parts_;
    if (power > 1) numeral_.implied = true;
  }

  // 两万五 is 25000: a single digit behind a word counts the next lower power.
  void AddPending(int power) {
    const bool last = power == 0 && colloquial_ > 0 && pending_->count == 1 && !pending_->zero &&
                      !pending_->fraction && PowerOf(letters_[at_].read) == 0;
    Amount amount{pending_->least, pending_->greatest};
    TimesTen(last ? colloquial_ : power, amount);
    Add(amount, section_);
    section_filled_ = true;
    pending_.reset();
  }

  const Letters& letters_;
  const std::size_t begin_;
  std::size_t at_;
  Numeral numeral_;
  std::optional<Digits> pending_;  // not yet multiplied
  Amount section_;                 // below the next 万 or 亿
  Amount total_;
  bool section_filled_ = false;
  int last_small_ = 4;  // power of the last 十百千 of the section
  int last_big_ = 0;
  int colloquial_ = 0;
  int parts_ = 0;  // digits that were read
};

}  // namespace

bool BeginsNumeral(const Letters& letters, std::size_t at) {
  const Letter& letter = letters[at];
  return IsDigit(letter) || letter.read == kTwo || letter.read == kHalf ||
         PowerOf(letter.read) != 0;
}

Numeral ReadNumeral(const Letters& letters, std::size_t at) {
  return NumeralReader(letters, at).Run();
}

int DigitAt(const Letters& letters, std::size_t at) {
  return IsDigit(letters[at]) ? static_cast<int>(ValueOf(letters[at])) : -1;
}

}  // namespace redline::text
