#include "tests/benchmark/prose.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <random>
#include <utility>

#include "engine/text/utf8.h"
#include "tests/benchmark/vocabulary.h"

namespace redline::benchmarks {
namespace {

// std::uniform_int_distribution differs between libraries; this does not.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : random_(seed) {}

  std::size_t Below(std::size_t bound) { return random_() % bound; }
  bool Chance(std::size_t percent) { return Below(100) < percent; }
  std::size_t Between(std::size_t low, std::size_t high) { return low + Below(high - low + 1); }

  // An index below `bound`, small ones far more often, as words are in real text.
  std::size_t Frequent(std::size_t bound) {
    const double u = static_cast<double>(random_()) / 4294967296.0;
    return std::min(bound - 1, static_cast<std::size_t>(static_cast<double>(bound) * u * u * u));
  }

 private:
  std::mt19937 random_;
};

template <std::size_t N>
std::string_view Any(Dice& dice, const std::array<std::string_view, N>& choices) {
  return choices[dice.Below(N)];
}

std::vector<std::string> ChineseWords(Dice& dice) {
  const std::u32string_view han = FrequentHan();
  std::vector<std::string> words;
  for (std::size_t i = 0; i < 4000; ++i) {
    std::string word;
    const std::size_t letters = i % 4 == 0 ? 1 : i % 9 == 0 ? 3 : 2;
    for (std::size_t k = 0; k < letters; ++k) {
      text::AppendUtf8(
          letters == 1 ? han[std::min(i / 4, han.size() - 1)] : han[dice.Frequent(han.size())],
          word);
    }
    words.push_back(std::move(word));
  }
  return words;
}

std::string Lower(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

}  // namespace

std::string_view Name(TextKind kind) {
  static constexpr std::array<std::string_view, 5> kNames = {"copy", "prose", "traditional",
                                                             "disguised", "english"};
  return kNames[static_cast<std::size_t>(kind)];
}

// Writes sentence after sentence into a Prose.
class Prose::Writer {
 public:
  explicit Writer(Prose& prose) : prose_(prose) {}

  void Plant();
  void Write(std::size_t bytes);

 private:
  // Appends what stands in the draft and what is read there.
  void Put(std::string_view sent, std::string_view read) {
    prose_.sent_ += sent;
    prose_.read_ += read;
  }
  void PutHan(std::string_view read);
  void ChineseSentence();
  void EnglishSentence();
  void Repeat(std::size_t sentence);
  void End() {
    prose_.sent_ends_.push_back(prose_.sent_.size());
    prose_.read_ends_.push_back(prose_.read_.size());
  }

  Prose& prose_;
  Dice dice_{20261124};
};

void Prose::Writer::Plant() {
  const bool english = prose_.kind_ == TextKind::kEnglish;
  if (english) {
    for (const std::string_view word : EnglishWords()) prose_.words_.emplace_back(word);
  } else {
    prose_.words_ = ChineseWords(dice_);
  }
  while (prose_.planted_.size() < kPlanted) {
    const std::string& one = prose_.words_[dice_.Below(prose_.words_.size())];
    const std::string& other = prose_.words_[dice_.Below(prose_.words_.size())];
    if (one.size() < 6 || other.size() < 6 || one == other) continue;
    std::string wording = one + (english ? " " : "") + other;
    if (std::ranges::find(prose_.planted_, wording) != prose_.planted_.end()) continue;
    prose_.planted_.push_back(std::move(wording));
  }
}

void Prose::Writer::PutHan(std::string_view read) {
  static constexpr std::array<std::string_view, 4> kDisguises = {"\u200B", "\u00AD", " ", "*"};
  std::string sent;
  for (std::size_t at = 0; at < read.size();) {
    const char32_t c = text::CodePointAt(read, at);
    text::AppendUtf8(prose_.kind_ == TextKind::kTraditional ? Traditional(c) : c, sent);
    at += text::SequenceLength(read[at]);
    if (prose_.kind_ == TextKind::kDisguised && dice_.Chance(2)) sent += Any(dice_, kDisguises);
  }
  Put(sent, read);
}

void Prose::Writer::ChineseSentence() {
  static constexpr std::array<std::string_view, 10> kClauseMarks = {"，", "，", "，", "，", "，",
                                                                    "，", "，", "、", "：", "；"};
  static constexpr std::array<std::string_view, 5> kEnds = {"。", "。", "。", "！", "？"};
  static constexpr std::array<std::string_view, 6> kNumbers = {"5.5%", "30", "2026",
                                                               "100%", "7",  "APP"};
  const std::size_t clauses = dice_.Between(2, 4);
  for (std::size_t clause = 0; clause < clauses; ++clause) {
    const std::size_t words = dice_.Between(4, 8);
    for (std::size_t word = 0; word < words; ++word) {
      PutHan(prose_.words_[dice_.Frequent(prose_.words_.size())]);
    }
    if (dice_.Chance(6)) {
      const std::string_view number = Any(dice_, kNumbers);
      Put(number, number);
      PutHan(prose_.words_[dice_.Frequent(prose_.words_.size())]);
    }
    if (dice_.Chance(5)) PutHan(prose_.planted_[dice_.Below(kPlanted)]);
    if (dice_.Chance(4)) {
      Put("“", "");
      PutHan(prose_.words_[dice_.Frequent(prose_.words_.size())]);
      Put("”", "");
    }
    const std::string_view mark = Any(dice_, kClauseMarks);
    if (clause + 1 < clauses) Put(mark, mark);
  }
  const std::string_view end = Any(dice_, kEnds);
  Put(end, end);
}

void Prose::Writer::EnglishSentence() {
  static constexpr std::array<std::string_view, 5> kEnds = {". ", ". ", ". ", "! ", "? "};
  const std::size_t words = dice_.Between(8, 18);
  std::string sentence;
  for (std::size_t i = 0; i < words; ++i) {
    sentence += dice_.Chance(1) ? "5% " : "";
    sentence += prose_.words_[dice_.Frequent(prose_.words_.size())];
    if (dice_.Chance(1)) sentence += " " + prose_.planted_[dice_.Below(kPlanted)];
    if (i + 1 < words) sentence += dice_.Chance(8) ? ", " : " ";
  }
  sentence[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(sentence[0])));
  if (sentence[0] == '5') sentence.insert(0, "About ");
  sentence += Any(dice_, kEnds);
  Put(sentence, Lower(sentence));
}

void Prose::Writer::Repeat(std::size_t sentence) {
  const std::string sent = prose_.sent_.substr(
      prose_.sent_ends_[sentence], prose_.sent_ends_[sentence + 1] - prose_.sent_ends_[sentence]);
  const std::string read(prose_.Sentence(sentence));
  Put(sent, read);
}

void Prose::Writer::Write(std::size_t bytes) {
  while (prose_.sent_.size() < bytes) {
    if (prose_.kind_ == TextKind::kEnglish) {
      EnglishSentence();
    } else if (prose_.kind_ == TextKind::kCopy && prose_.size() >= 200) {
      Repeat(dice_.Below(200));
    } else {
      ChineseSentence();
    }
    End();
  }
}

Prose::Prose(TextKind kind, std::size_t bytes) : kind_(kind) {
  Writer writer(*this);
  writer.Plant();
  writer.Write(bytes);
}

std::vector<Piece> Prose::Pieces(std::size_t bytes, std::size_t count) const {
  std::vector<Piece> pieces;
  // Whole sentences: begin at the next one after each of `count` places spread evenly.
  const std::size_t stride = std::min(bytes + 200, (sent_.size() - bytes) / count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto sentence_at = [&](std::size_t offset) {
      const auto place = std::lower_bound(sent_ends_.begin(), sent_ends_.end(), offset);
      return static_cast<std::size_t>(place - sent_ends_.begin());
    };
    Piece piece;
    piece.first = sentence_at(i * stride);
    piece.last = std::min(size(), std::max(piece.first + 1, sentence_at(i * stride + bytes)));
    piece.sent = std::string_view(sent_).substr(sent_ends_[piece.first],
                                                sent_ends_[piece.last] - sent_ends_[piece.first]);
    piece.read = std::string_view(read_).substr(read_ends_[piece.first],
                                                read_ends_[piece.last] - read_ends_[piece.first]);
    pieces.push_back(piece);
  }
  return pieces;
}

}  // namespace redline::benchmarks
