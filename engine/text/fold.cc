#include "engine/text/fold.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "engine/text/ascii_block.h"
#include "engine/text/fold_table.h"
#include "engine/text/folded_writer.h"
#include "engine/text/neighbours.h"
#include "engine/text/utf8.h"

namespace redline::text {
namespace {

bool IsAsciiAlnum(unsigned char byte) {
  return static_cast<unsigned char>((byte | 0x20) - 'a') < 26 ||
         static_cast<unsigned char>(byte - '0') < 10;
}

// Reads a text from its begin to its end.
class Folder {
 public:
  explicit Folder(std::string_view source)
      : source_(source), neighbours_(source), writer_(source) {}

  FoldedText Run() &&;

 private:
  void PutEntry(FoldEntry entry, std::size_t length) {
    const char bytes[3] = {static_cast<char>(entry.bytes()), static_cast<char>(entry.bytes() >> 8),
                           static_cast<char>(entry.bytes() >> 16)};
    writer_.Put({bytes, entry.length()}, length);
  }

  void AsciiRun();
  // Apart, so that each has the registers for its own place: inlined, Han folds 10 % slower.
  [[gnu::noinline]] void AsciiBlocks();
  [[gnu::noinline]] void WideRun();
  void One();
  void Contextual(char32_t c, FoldEntry entry, std::size_t length);

  const std::string_view source_;
  const FoldTable& table_ = FoldTable::Get();
  const Neighbours neighbours_;
  FoldedWriter writer_;
};

// Latin letters and digits, lower-cased, and the blanks between words.
void Folder::AsciiRun() {
#if defined(__SSE2__)
  if (AsciiBlock::IsAt(source_, writer_.place().at)) AsciiBlocks();
#endif
  char* const to = writer_.text();
  const char* const from = source_.data();
  const std::size_t size = source_.size();
  FoldedWriter::Place place = writer_.place();
  while (true) {
    const std::size_t word = place.at;
    while (place.at < size && IsAsciiAlnum(static_cast<unsigned char>(from[place.at]))) {
      to[place.out + (place.at - word)] = static_cast<char>(from[place.at] | 0x20);
      ++place.at;
    }
    if (place.at > word) {
      if (place.broken) {
        writer_.AddSegment(place.out, static_cast<std::uint32_t>(word) | place.gap);
      }
      place.out += place.at - word;
      place.broken = false;
      place.gap = 0;
    }
    if (place.at >= size || from[place.at] != ' ') break;
    ++place.at;
    place.broken = true;
    place.gap = Segment::kGap;
  }
  writer_.MoveTo(place);
}

#if defined(__SSE2__)
// What AsciiRun does and a few marks more, 64 bytes at a time where that can be. From word to word
// only bits are counted, so that the processor copies several words at once.
void Folder::AsciiBlocks() {
  // A run of 64 bytes has at most 32 words.
  constexpr std::size_t kMostWords = AsciiBlock::kSize / 2;
  char* const to = writer_.text();
  const char* const from = source_.data();
  FoldedWriter::Place place = writer_.place();
  std::size_t run = AsciiBlock::kSize;
  while (run == AsciiBlock::kSize && AsciiBlock::IsAt(source_, place.at)) {
    const AsciiBlock block(from + place.at);
    run = static_cast<std::size_t>(std::countr_one(block.plain() | block.blank()));
    if (run == 0) break;
    const std::uint64_t in_run = ~std::uint64_t{0} >> (AsciiBlock::kSize - run);
    Segment* segment = writer_.FreeSegments(kMostWords);
    if ((block.blank() & 1) != 0) {
      place.broken = true;
      place.gap = Segment::kGap;
    }
    for (std::uint64_t left = block.plain() & in_run; left != 0;) {
      const int begin = std::countr_zero(left);
      const auto length = static_cast<std::size_t>(std::countr_one(left >> begin));
      left &= left + (std::uint64_t{1} << begin);  // the carry runs through the word
      const std::size_t word = place.at + static_cast<std::size_t>(begin);
      // Written in any case, kept if the word does not go on from the bytes before the block.
      *segment = {static_cast<std::uint32_t>(place.out),
                  static_cast<std::uint32_t>(word) | place.gap};
      segment += place.broken ? 1 : 0;
      place.broken = true;
      place.gap = Segment::kGap;
      for (std::size_t i = 0; i < length; i += AsciiBlock::kStep) {
        AsciiBlock::Fold(from + word + i, to + place.out + i);
      }
      place.out += length;
    }
    writer_.KeepSegments(segment);
    place.broken = ((block.blank() >> (run - 1)) & 1) != 0;
    place.gap = place.broken ? Segment::kGap : 0;
    place.at += run;
  }
  writer_.MoveTo(place);
}
#endif

// Characters of three source bytes: Han, kana, full-width forms and their marks.
void Folder::WideRun() {
  // The upper byte of an entry that becomes three bytes, as nearly all ideographs do.
  constexpr std::uint32_t kThree = (static_cast<std::uint32_t>(FoldKind::kShort) << 4) | 3;
  char* const to = writer_.text();
  const auto* const from = reinterpret_cast<const unsigned char*>(source_.data());
  const std::size_t size = source_.size();
  FoldedWriter::Place place = writer_.place();
  while (place.at < size && (from[place.at] & 0xF0) == 0xE0) {
    const std::size_t at = place.at;
    const FoldEntry entry = table_.Basic((static_cast<std::uint32_t>(from[at] & 0x0F) << 12) |
                                         (static_cast<std::uint32_t>(from[at + 1] & 0x3F) << 6) |
                                         (from[at + 2] & 0x3Fu));
    const std::uint32_t bytes = entry.bytes();
    if (entry.bits >> 24 == kThree) {
      if (place.broken) {
        writer_.AddSegment(place.out, static_cast<std::uint32_t>(at) | place.gap);
        place.broken = false;
        place.gap = 0;
      }
      std::memcpy(to + place.out, &bytes, 4);
      place.out += 3;
      place.at += 3;
      continue;
    }
    const FoldKind kind = entry.kind();
    if (kind == FoldKind::kShort || kind == FoldKind::kList || kind == FoldKind::kClause ||
        kind == FoldKind::kSentence) {
      writer_.AddSegment(place.out, static_cast<std::uint32_t>(at) | Segment::kAtomic | place.gap);
      std::memcpy(to + place.out, &bytes, 4);
      place.out += entry.length();
      place.gap = 0;
    } else if (kind == FoldKind::kSeparator) {
      place.gap = Segment::kGap;
    } else if (kind != FoldKind::kDrop) {
      break;
    }
    place.at += 3;
    place.broken = true;
  }
  writer_.MoveTo(place);
}

void Folder::Contextual(char32_t c, FoldEntry entry, std::size_t length) {
  const Reading reading = neighbours_.Read(c, writer_.place().at, length, table_);
  switch (reading.as) {
    case Reading::As::kKept:
      return PutEntry(entry, length);
    case Reading::As::kNothing:
      return writer_.Skip(reading.length, false);
    case Reading::As::kSeparator:
      return writer_.Skip(reading.length, true);
    case Reading::As::kClause:
      return writer_.Put({&kClauseMark, 1}, length);
    case Reading::As::kSentence:
      writer_.Put({&kSentenceMark, 1}, length);
      if (reading.length > length) writer_.Skip(reading.length - length, false);
      return;
  }
}

// Any one character.
void Folder::One() {
  const std::size_t at = writer_.place().at;
  const std::size_t length = SequenceLength(source_[at]);
  const char32_t c = CodePointAt(source_, at);
  const FoldEntry entry = table_.Find(c);
  switch (entry.kind()) {
    case FoldKind::kSelf:
      return writer_.Put(source_.substr(at, length), length);
    case FoldKind::kShort:
    case FoldKind::kList:
    case FoldKind::kClause:
    case FoldKind::kSentence:
      return PutEntry(entry, length);
    case FoldKind::kLong:
      return writer_.Put(table_.Long(entry), length, true);
    case FoldKind::kDrop:
      return writer_.Skip(length, false);
    case FoldKind::kSeparator:
      return writer_.Skip(length, true);
    case FoldKind::kContext:
      return Contextual(c, entry, length);
  }
}

FoldedText Folder::Run() && {
  while (writer_.place().at < source_.size()) {
    const std::size_t at = writer_.place().at;
    const auto byte = static_cast<unsigned char>(source_[at]);
    if (byte == ' ' || IsAsciiAlnum(byte)) {
      AsciiRun();
    } else {
      if ((byte & 0xF0) == 0xE0) WideRun();
      if (writer_.place().at == at) One();
    }
  }
  return std::move(writer_).Finish();
}

}  // namespace

FoldedText Fold(std::string_view text) { return Folder(text).Run(); }

std::string FoldPhrase(std::string_view phrase) {
  std::string folded = Fold(phrase).text;
  const auto mark = [](char c) { return IsMark(static_cast<unsigned char>(c)); };
  while (!folded.empty() && mark(folded.back())) folded.pop_back();
  folded.erase(folded.begin(), std::find_if_not(folded.begin(), folded.end(), mark));
  return folded;
}

}  // namespace redline::text
