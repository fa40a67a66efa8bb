// Prose: long texts made of everyday characters and words, the same on every machine.
//
//   Prose prose(TextKind::kProse, 4 << 20);
//   for (const Piece& draft : prose.Pieces(2048, 1000)) Fold(draft.sent);
//
// Nothing but the rhythm is real: words recur as in real text, a mark stands every ten characters,
// and now and then one of the planted wordings, which a list may ban.
//
// Units:    bytes of UTF-8.
// Threads:  immutable once made.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redline::benchmarks {

enum class TextKind {
  kCopy,         // Chinese, 200 sentences over and over: what a branch predictor likes
  kProse,        // Chinese, no sentence twice
  kTraditional,  // the same in traditional characters, as far as vocabulary.h knows them
  kDisguised,    // the same, 2 % of the characters followed by what should not stand there
  kEnglish,
};
std::string_view Name(TextKind kind);

// Some sentences of a Prose, in a row.
struct Piece {
  std::string_view sent;  // as a draft has it
  std::string_view read;  // without quotes and disguises, in simplified characters
  std::size_t first = 0;  // sentences [first, last)
  std::size_t last = 0;
};

class Prose {
 public:
  // Wordings that stand in the text on purpose.
  static constexpr std::size_t kPlanted = 50;

  // Sentences until `bytes` are full.
  Prose(TextKind kind, std::size_t bytes);

  TextKind kind() const { return kind_; }
  const std::vector<std::string>& planted() const { return planted_; }
  const std::vector<std::string>& words() const { return words_; }

  // How many sentences there are, and one of them, as read.
  std::size_t size() const { return read_ends_.size() - 1; }
  std::string_view Sentence(std::size_t i) const {
    return std::string_view(read_).substr(read_ends_[i], read_ends_[i + 1] - read_ends_[i]);
  }

  // `count` pieces of about `bytes` each, no two the same. They overlap when the text is too short
  // to give each its own. REQUIRES: bytes is below half of the text.
  std::vector<Piece> Pieces(std::size_t bytes, std::size_t count) const;

 private:
  class Writer;

  const TextKind kind_;
  std::vector<std::string> words_;    // most frequent first
  std::vector<std::string> planted_;  // as read
  std::string sent_;
  std::string read_;
  std::vector<std::size_t> sent_ends_ = {0};
  std::vector<std::size_t> read_ends_ = {0};
};

}  // namespace redline::benchmarks
