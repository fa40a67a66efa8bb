#include "engine/text/fold.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "engine/text/ascii_block.h"
#include "engine/text/fold_table.h"
#include "engine/text/neighbours.h"
#include "engine/text/utf8.h"

namespace redline::text {
namespace {

bool IsAsciiAlnum(unsigned char byte) {
  return static_cast<unsigned char>((byte | 0x20) - 'a') < 26 ||
         static_cast<unsigned char>(byte - '0') < 10;
}

// Writes folded text and its map side by side.
class Writer {
 public:
  explicit Writer(std::string_view source) : source_(source), neighbours_(source) {
    folded_.text.resize(source.size() + kSlack);
    GiveRoom(source.size() / 6 + 8);
  }

  FoldedText Run() &&;

 private:
  // Room behind the text that the fast loops may scribble on.
  static constexpr std::size_t kSlack = 32;

  // Makes the map's vector `count` long and points the cursors at what is free of it.
  void GiveRoom(std::size_t count) {
    const std::size_t used = Used();
    std::vector<Segment>& segments = folded_.map.mutable_segments();
    segments.resize(count);
    segments_ = segments.data() + used;
    segments_end_ = segments.data() + count;
  }
  // Makes room for `count` more segments, or for many.
  void Grow(std::size_t count) {
    GiveRoom(std::max(folded_.map.segments().size() * 2, Used() + count));
  }
  std::size_t Used() const {
    return static_cast<std::size_t>(segments_ - folded_.map.segments().data());
  }

  void AddSegment(std::size_t folded, std::uint32_t packed) {
    if (segments_ == segments_end_) Grow(1);
    *segments_++ = {static_cast<std::uint32_t>(folded), packed};
  }

  // Opens a segment at the current place; `flags` of Segment.
  void Open(std::uint32_t flags) {
    AddSegment(out_, static_cast<std::uint32_t>(at_) | flags | (gap_ ? Segment::kGap : 0));
    gap_ = false;
  }

  // Before bytes that follow their source byte by byte.
  void OpenPlain() {
    if (!broken_) return;
    Open(0);
    broken_ = false;
  }

  // Writes what the character at at_ (of `length` bytes) becomes: one code point or `several`.
  void Put(std::string_view bytes, std::size_t length, bool several = false) {
    if (bytes.size() == length && !several) {
      OpenPlain();
    } else {
      Open(Segment::kAtomic);
      broken_ = true;
    }
    // Never more than `remaining source + slack` must be left free for the fast loops.
    const std::size_t need = out_ + bytes.size() + (source_.size() - at_) + kSlack;
    if (need > folded_.text.size()) folded_.text.resize(need + need / 4);
    std::memcpy(folded_.text.data() + out_, bytes.data(), bytes.size());
    out_ += bytes.size();
    at_ += length;
  }

  void Skip(std::size_t length, bool gap) {
    at_ += length;
    gap_ = gap_ || gap;
    broken_ = true;
  }

  void PutEntry(FoldEntry entry, std::size_t length) {
    const char bytes[3] = {static_cast<char>(entry.bytes()), static_cast<char>(entry.bytes() >> 8),
                           static_cast<char>(entry.bytes() >> 16)};
    Put({bytes, entry.length()}, length);
  }

  void AsciiRun();
  // Apart, so that each has the registers for its own cursors: inlined, Han folds 10 % slower.
  [[gnu::noinline]] void AsciiBlocks();
  [[gnu::noinline]] void WideRun();
  void One();
  void Contextual(char32_t c, FoldEntry entry, std::size_t length);

  const std::string_view source_;
  const FoldTable& table_ = FoldTable::Get();
  const Neighbours neighbours_;
  FoldedText folded_;
  std::size_t at_ = 0;   // next source byte
  std::size_t out_ = 0;  // next folded byte
  // The next free segment; cheaper than push_back here.
  Segment* segments_ = folded_.map.mutable_segments().data();
  Segment* segments_end_ = nullptr;
  bool broken_ = true;  // the next plain bytes need a segment of their own
  bool gap_ = false;    // separators were skipped since the last folded byte
};

// Latin letters and digits, lower-cased, and the blanks between words. The cursors are copies: a
// store through a char pointer could alias the members, which would then be reloaded every time.
void Writer::AsciiRun() {
#if defined(__SSE2__)
  if (AsciiBlock::IsAt(source_, at_)) AsciiBlocks();
#endif
  char* const to = folded_.text.data();
  const char* const from = source_.data();
  const std::size_t size = source_.size();
  std::size_t at = at_;
  std::size_t out = out_;
  bool open = broken_;
  std::uint32_t gap = gap_ ? Segment::kGap : 0;
  while (true) {
    const std::size_t word = at;
    while (at < size && IsAsciiAlnum(static_cast<unsigned char>(from[at]))) {
      to[out + (at - word)] = static_cast<char>(from[at] | 0x20);
      ++at;
    }
    if (at > word) {
      if (open) AddSegment(out, static_cast<std::uint32_t>(word) | gap);
      out += at - word;
      open = false;
      gap = 0;
    }
    if (at >= size || from[at] != ' ') break;
    ++at;
    open = true;
    gap = Segment::kGap;
  }
  at_ = at;
  out_ = out;
  broken_ = open;
  gap_ = gap != 0;
}

#if defined(__SSE2__)
// What AsciiRun does and a few marks more, 64 bytes at a time where that can be. From word to word
// only bits are counted, so that the processor copies several words at once.
void Writer::AsciiBlocks() {
  // A run of 64 bytes has at most 32 words.
  constexpr std::size_t kMostWords = AsciiBlock::kSize / 2;
  char* const to = folded_.text.data();
  const char* const from = source_.data();
  std::size_t at = at_;
  std::size_t out = out_;
  bool open = broken_;
  std::uint32_t gap = gap_ ? Segment::kGap : 0;
  std::size_t run = AsciiBlock::kSize;
  while (run == AsciiBlock::kSize && AsciiBlock::IsAt(source_, at)) {
    const AsciiBlock block(from + at);
    run = static_cast<std::size_t>(std::countr_one(block.plain() | block.blank()));
    if (run == 0) break;
    const std::uint64_t in_run = ~std::uint64_t{0} >> (AsciiBlock::kSize - run);
    if (folded_.map.segments().size() - Used() < kMostWords) Grow(kMostWords);
    Segment* segment = segments_;
    if ((block.blank() & 1) != 0) {
      open = true;
      gap = Segment::kGap;
    }
    for (std::uint64_t left = block.plain() & in_run; left != 0;) {
      const int begin = std::countr_zero(left);
      const auto length = static_cast<std::size_t>(std::countr_one(left >> begin));
      left &= left + (std::uint64_t{1} << begin);  // the carry runs through the word
      const std::size_t word = at + static_cast<std::size_t>(begin);
      // Written in any case, kept if the word does not go on from the bytes before the block.
      *segment = {static_cast<std::uint32_t>(out), static_cast<std::uint32_t>(word) | gap};
      segment += open ? 1 : 0;
      open = true;
      gap = Segment::kGap;
      for (std::size_t i = 0; i < length; i += AsciiBlock::kStep) {
        AsciiBlock::Fold(from + word + i, to + out + i);
      }
      out += length;
    }
    segments_ = segment;
    open = ((block.blank() >> (run - 1)) & 1) != 0;
    gap = open ? Segment::kGap : 0;
    at += run;
  }
  at_ = at;
  out_ = out;
  broken_ = open;
  gap_ = gap != 0;
}
#endif

// Characters of three source bytes: Han, kana, full-width forms and their marks.
void Writer::WideRun() {
  // The upper byte of an entry that becomes three bytes, as nearly all ideographs do.
  constexpr std::uint32_t kThree = (static_cast<std::uint32_t>(FoldKind::kShort) << 4) | 3;
  char* const to = folded_.text.data();
  const auto* const from = reinterpret_cast<const unsigned char*>(source_.data());
  const std::size_t size = source_.size();
  std::size_t at = at_;
  std::size_t out = out_;
  bool broken = broken_;
  std::uint32_t gap = gap_ ? Segment::kGap : 0;
  while (at < size && (from[at] & 0xF0) == 0xE0) {
    const FoldEntry entry = table_.Basic((static_cast<std::uint32_t>(from[at] & 0x0F) << 12) |
                                         (static_cast<std::uint32_t>(from[at + 1] & 0x3F) << 6) |
                                         (from[at + 2] & 0x3Fu));
    const std::uint32_t bytes = entry.bytes();
    if (entry.bits >> 24 == kThree) {
      if (broken) {
        AddSegment(out, static_cast<std::uint32_t>(at) | gap);
        broken = false;
        gap = 0;
      }
      std::memcpy(to + out, &bytes, 4);
      out += 3;
      at += 3;
      continue;
    }
    const FoldKind kind = entry.kind();
    if (kind == FoldKind::kShort || kind == FoldKind::kList || kind == FoldKind::kClause ||
        kind == FoldKind::kSentence) {
      AddSegment(out, static_cast<std::uint32_t>(at) | Segment::kAtomic | gap);
      std::memcpy(to + out, &bytes, 4);
      out += entry.length();
      gap = 0;
    } else if (kind == FoldKind::kSeparator) {
      gap = Segment::kGap;
    } else if (kind != FoldKind::kDrop) {
      break;
    }
    at += 3;
    broken = true;
  }
  at_ = at;
  out_ = out;
  broken_ = broken;
  gap_ = gap != 0;
}

void Writer::Contextual(char32_t c, FoldEntry entry, std::size_t length) {
  const Reading reading = neighbours_.Read(c, at_, length, table_);
  switch (reading.as) {
    case Reading::As::kKept:
      return PutEntry(entry, length);
    case Reading::As::kNothing:
      return Skip(reading.length, false);
    case Reading::As::kSeparator:
      return Skip(reading.length, true);
    case Reading::As::kClause:
      return Put({&kClauseMark, 1}, length);
    case Reading::As::kSentence:
      Put({&kSentenceMark, 1}, length);
      if (reading.length > length) Skip(reading.length - length, false);
      return;
  }
}

// Any one character.
void Writer::One() {
  const std::size_t length = SequenceLength(source_[at_]);
  const char32_t c = CodePointAt(source_, at_);
  const FoldEntry entry = table_.Find(c);
  switch (entry.kind()) {
    case FoldKind::kSelf:
      return Put(source_.substr(at_, length), length);
    case FoldKind::kShort:
    case FoldKind::kList:
    case FoldKind::kClause:
    case FoldKind::kSentence:
      return PutEntry(entry, length);
    case FoldKind::kLong:
      return Put(table_.Long(entry), length, true);
    case FoldKind::kDrop:
      return Skip(length, false);
    case FoldKind::kSeparator:
      return Skip(length, true);
    case FoldKind::kContext:
      return Contextual(c, entry, length);
  }
}

FoldedText Writer::Run() && {
  while (at_ < source_.size()) {
    const auto byte = static_cast<unsigned char>(source_[at_]);
    if (byte == ' ' || IsAsciiAlnum(byte)) {
      AsciiRun();
    } else {
      const std::size_t before = at_;
      if ((byte & 0xF0) == 0xE0) WideRun();
      if (at_ == before) One();
    }
  }
  folded_.text.resize(out_);
  folded_.map.mutable_segments().resize(Used());
  return std::move(folded_);
}

}  // namespace

FoldedText Fold(std::string_view text) { return Writer(text).Run(); }

std::string FoldPhrase(std::string_view phrase) {
  std::string folded = Fold(phrase).text;
  const auto mark = [](char c) { return IsMark(static_cast<unsigned char>(c)); };
  while (!folded.empty() && mark(folded.back())) folded.pop_back();
  folded.erase(folded.begin(), std::find_if_not(folded.begin(), folded.end(), mark));
  return folded;
}

}  // namespace redline::text
