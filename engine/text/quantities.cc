#include "engine/text/quantities.h"

#include <algorithm>
#include <span>

#include "engine/text/letters.h"
#include "engine/text/numeral.h"
#include "engine/text/units.h"

namespace redline::text {
namespace {

constexpr std::size_t kInterestReach = 8;  // characters from 月息 to its 分

bool IsOneOf(char32_t c, std::u32string_view characters) {
  return c != 0 && characters.find(c) != std::u32string_view::npos;
}

// A number with what was found out about it, in letters.
struct Item {
  std::size_t begin = 0;
  std::size_t end = 0;
  Decimal least;  // in its own unit
  Decimal greatest;
  int scale = 0;  // as of Numeral
  std::optional<Unit> unit;
  bool prefixed = false;  // the unit stands before the number
};

class QuantityReader {
 public:
  explicit QuantityReader(const Letters& letters) : letters_(letters) {}

  std::vector<Item> Run() && {
    for (std::size_t at = 0; at < letters_.size();) at = ReadAt(at);
    return std::move(items_);
  }

 private:
  // Reads what begins at `at`; returns where to go on.
  std::size_t ReadAt(std::size_t at) {
    if (const std::size_t end = letters_.EndOf(U"百分百", at)) {
      items_.push_back(
          {at, end, Decimal::Of(100, 0), Decimal::Of(100, 0), 0, Unit{{}, Measure::kPercentage}});
      return end;
    }
    std::size_t number = at;
    const Unit* prefix = FindPrefix(letters_, at, &number);
    // 百分之 in 三百分之一 is no percentage; a sign behind a letter is of another currency: A$5.
    const bool joined = at > 0 && !letters_[at].gap;
    const bool divides = prefix != nullptr && prefix->measure == Measure::kPercentage;
    if (prefix != nullptr && (!BeginsNumeral(letters_, number) ||
                              (divides && joined && BeginsNumeral(letters_, at - 1)))) {
      prefix = nullptr;
      number = at;
    }
    if (!BeginsNumeral(letters_, number)) return at + 1;
    const Numeral numeral = ReadNumeral(letters_, number);
    Item item{at, numeral.end, numeral.least, numeral.greatest, numeral.scale, {}, false};
    if (prefix == nullptr && letters_[at].gap) {
      prefix = FindSign(Prefixes(), LastSign(letters_[at].skipped));
    }
    const bool foreign = prefix != nullptr && prefix->word == U"$" && joined &&
                         letters_[at - 1].read >= U'a' && letters_[at - 1].read <= U'z';
    const bool has_unit = TakeUnit(item) || TakeInterest(item);
    if (!has_unit && prefix != nullptr && !foreign) {
      item.unit = *prefix;
      item.prefixed = true;
    } else if (!has_unit && !foreign && numeral.myriads && !numeral.implied) {
      TakeMyriads(item);
    }
    // 百 and 半 by themselves are no numbers.
    if (numeral.implied && !item.unit) return number + 1;
    if (numeral.valid && !IsOrdinalOrDate(item)) items_.push_back(item);
    return std::max(item.end, numeral.end);
  }

  bool TakeUnit(Item& item) {
    const Letter& next = letters_[item.end];
    if (next.gap) {
      if (const Unit* sign = FindSign(Units(), FirstSign(next.skipped))) {
        item.unit = *sign;
        return true;
      }
    }
    std::size_t at = item.end;
    std::size_t end = 0;
    bool half = false;
    const Unit* unit = FindUnit(letters_, at, &end);
    if (unit == nullptr && IsOneOf(next.read, U"多余")) unit = FindUnit(letters_, ++at, &end);
    if (unit == nullptr) {  // 两个半月
      at = letters_.EndOf(U"个半", item.end);
      unit = at == 0 ? nullptr : FindUnit(letters_, at, &end);
      half = unit != nullptr;
    }
    if (unit == nullptr) return false;
    item.unit = *unit;
    item.end = end;
    if (unit->measure == Measure::kPeriod && letters_[end].read == U'半' &&
        letters_[end + 1].read != U'价') {  // 一年半
      half = true;
      ++item.end;
    }
    if (half) Add(Decimal::Of(5, -1), item);
    if (unit->word == U"成" && DigitAt(letters_, end) >= 0 && !letters_[end].gap) {  // 两成五
      const Numeral rest = ReadNumeral(letters_, end);
      std::size_t ignored = 0;
      if (rest.end == end + 1 && FindUnit(letters_, rest.end, &ignored) == nullptr) {
        Add(rest.least.TimesTen(-1), item);
        item.end = rest.end;
      }
    }
    return true;
  }

  static void Add(const Decimal& more, Item& item) {
    item.least = item.least + more;
    item.greatest = item.greatest + more;
  }

  // 月息2分, 年息八厘, 月息1分5厘.
  bool TakeInterest(Item& item) {
    const bool tenths = letters_[item.end].read == U'分';
    if (!tenths && letters_[item.end].read != U'厘') return false;
    if (tenths && IsOneOf(letters_[item.end + 1].read, U"之钟期红享行")) return false;
    const std::optional<int> power = PowerOfInterest(item.begin);
    if (!power) return false;
    item.unit = Unit{{}, Measure::kPercentage, *power + (tenths ? 1 : 0)};
    ++item.end;
    const int digit = DigitAt(letters_, item.end);
    if (!tenths || digit < 0 || letters_[item.end].gap) return true;
    const std::size_t behind = item.end + 1;
    std::size_t ignored = 0;
    if (DigitAt(letters_, behind) >= 0 || FindUnit(letters_, behind, &ignored) != nullptr)
      return true;
    Add(Decimal::Of(static_cast<std::uint64_t>(digit), -1), item);
    item.end = letters_[behind].read == U'厘' ? behind + 1 : behind;
    return true;
  }

  // The power of ten of 1厘, by the nearest word for interest before `begin`.
  std::optional<int> PowerOfInterest(std::size_t begin) const {
    for (std::size_t i = begin; i-- > 0 && begin - i <= kInterestReach;) {
      if (!IsOneOf(letters_[i + 1].read, U"息利化费")) continue;
      if (letters_[i].read == U'年') return 0;
      if (letters_[i].read == U'月') return -1;
      if (letters_[i].read == U'日' || letters_[i].read == U'天') return -2;
    }
    return std::nullopt;
  }

  // 存款50万 is money, 用户50万户 is not.
  void TakeMyriads(Item& item) const {
    constexpr std::u32string_view kCounted = U"人户名位家次张只用客份笔股台辆件个款条吨亩里粉";
    if (IsOneOf(letters_[item.end].read, kCounted) && !letters_[item.end].gap) return;
    item.unit = Unit{{}, Measure::kYuan};
  }

  bool IsOrdinalOrDate(const Item& item) const {
    const char32_t before = item.begin > 0 ? letters_[item.begin - 1].read : 0;
    if (before == U'第') return true;
    if (!item.unit || item.unit->measure != Measure::kPeriod) return false;
    const std::u32string_view word = item.unit->word;
    if (word == U"日") return before == U'月';
    if (word == U"月") return before == U'年' || IsFollowedBy(item.end, U"日号");
    if (word != U"年") return false;
    const bool calendar = item.least >= Decimal::Of(1900, 0) && item.least < Decimal::Of(2200, 0);
    return calendar || IsFollowedBy(item.end, U"月");
  }

  // Whether a number and one of `words` stand at `at`, as 12月 behind 24年.
  bool IsFollowedBy(std::size_t at, std::u32string_view words) const {
    return BeginsNumeral(letters_, at) &&
           IsOneOf(letters_[ReadNumeral(letters_, at).end].read, words);
  }

  const Letters& letters_;
  std::vector<Item> items_;
};

// Whether a range leads from `first` to `second`: 3%-5%, 3%到5%, 3 to 5%.
bool Lead(const Letters& letters, const Item& first, const Item& second) {
  if (first.end == second.begin) return IsDash(letters[second.begin].skipped);
  if (second.begin == first.end + 1) return IsOneOf(letters[first.end].read, U"到至");
  return second.begin == first.end + 2 && letters.EndOf(U"to", first.end) == second.begin;
}

// Joins `next` to `item` when both are the ends of one range.
bool Join(const Letters& letters, Item& item, Item next) {
  if (!Lead(letters, item, next)) return false;
  if (!item.unit && next.unit && !next.prefixed) {
    item.unit = next.unit;
    const Decimal scaled = item.greatest.TimesTen(next.scale);
    if (item.scale == 0 && scaled <= next.greatest) {
      item.least = item.least.TimesTen(next.scale);
      item.greatest = scaled;
    }
  } else if (item.prefixed && !next.unit) {
    next.unit = item.unit;
  }
  if (!item.unit || !next.unit || item.unit->measure != next.unit->measure) return false;
  const Unit in_measure{{}, item.unit->measure};
  item.least = std::min(InMeasure(item.least, *item.unit), InMeasure(next.least, *next.unit));
  item.greatest =
      std::max(InMeasure(item.greatest, *item.unit), InMeasure(next.greatest, *next.unit));
  item.end = next.end;
  item.scale = 0;
  item.unit = in_measure;
  return true;
}

std::vector<Item> JoinRanges(const Letters& letters, const std::vector<Item>& items) {
  std::vector<Item> joined;
  for (const Item& item : items) {
    if (joined.empty() || !Join(letters, joined.back(), item)) joined.push_back(item);
  }
  return joined;
}

}  // namespace

std::vector<Quantity> QuantitiesIn(const FoldedText& folded, std::string_view source, Range range) {
  const Letters letters(folded, source, range);
  std::vector<Quantity> quantities;
  for (const Item& item : JoinRanges(letters, QuantityReader(letters).Run())) {
    if (!item.unit || !item.unit->measure) continue;
    quantities.push_back({{letters[item.begin].folded.begin, letters[item.end - 1].folded.end},
                          *item.unit->measure,
                          InMeasure(item.least, *item.unit),
                          InMeasure(item.greatest, *item.unit)});
  }
  return quantities;
}

std::optional<Quantity> QuantityOf(std::string_view wording) {
  const FoldedText folded = Fold(wording);
  const Range all{0, static_cast<std::uint32_t>(folded.text.size())};
  const std::vector<Quantity> quantities = QuantitiesIn(folded, wording, all);
  if (quantities.size() != 1 || quantities.front().range != all) return std::nullopt;
  return quantities.front();
}

}  // namespace redline::text
