#include "engine/text/fold_table.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "engine/text/code_point_fold.h"
#include "engine/text/utf8.h"

namespace redline::text {
namespace {

constexpr char32_t kLastCodePoint = 0x10FFFF;

bool IsSurrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

// What becomes of a code point whose fold is `folded`.
FoldKind KindOf(char32_t c, const std::u32string& folded) {
  switch (c) {
    case kListMark:
    case U'、':
    case U'､':
    case U'﹑':
    case U'︑':
      return FoldKind::kList;
    case kClauseMark:
    case U'，':
    case U'：':
    case U'﹐':
    case U'﹕':
    case U'︐':
    case U'︓':
      return FoldKind::kClause;
    case kSentenceMark:
    case U'。':
    case U'！':
    case U'？':
    case U'；':
    case U'｡':
    case U'﹖':
    case U'﹗':
    case U'﹔':
    case U'︒':
    case U'︕':
    case U'︖':
    case U'︔':
    case 0x2029:
    case U'\f':
      return FoldKind::kSentence;
    case U',':
    case U';':
    case U':':
    case U'!':
    case U'?':
    case U'.':
    case U'․':
    case U'．':
    case U'﹒':
    case U'\'':
    case U'’':
    case U'‘':
    case U'＇':
    case U'\n':
    case U'\r':
    case U'(':
    case U'（':
    case U'%':
    case U'％':
    case U'﹪':
    case U'‰':
    case U'‱':
    case U'#':
    case U'＃':
    case U'﹟':
      return FoldKind::kContext;
    default:
      break;
  }
  if (u_charType(static_cast<UChar32>(c)) == U_CURRENCY_SYMBOL) return FoldKind::kContext;
  if (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_REGIONAL_INDICATOR)) {
    return FoldKind::kContext;
  }
  if (folded.empty()) return FoldKind::kDrop;
  if (std::all_of(folded.begin(), folded.end(), IsSeparator)) {
    const bool mark = folded.find_first_of(U"!?") != std::u32string::npos;  // ‼ ⁉
    return mark ? FoldKind::kSentence : FoldKind::kSeparator;
  }
  return FoldKind::kShort;  // Add() finds out how long it is
}

}  // namespace

const FoldTable& FoldTable::Get() {
  static const FoldTable table;
  return table;
}

FoldTable::FoldTable() : basic_(0x10000), index_((kLastCodePoint + 1 - 0x10000) >> 8) {
  const CodePointFold folder;
  blocks_.push_back(Block{});  // all kSelf, shared by the empty planes
  for (char32_t c = 0; c <= kLastCodePoint; ++c) {
    if (IsSurrogate(c)) continue;
    if (const int8_t category = u_charType(static_cast<UChar32>(c));
        category == U_PRIVATE_USE_CHAR ||
        (category == U_UNASSIGNED &&
         !u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT))) {
      Add(c, FoldKind::kSeparator, {}, false);
      continue;
    }
    const std::u32string folded = folder.Fold(c);
    std::string bytes;
    for (const char32_t part : folded) AppendUtf8(part, bytes);
    Add(c, KindOf(c, folded), bytes, folded.size() > 1);
  }
}

void FoldTable::Add(char32_t c, FoldKind kind, std::string_view folded, bool several) {
  std::string self;
  AppendUtf8(c, self);
  if (kind == FoldKind::kList) folded = std::string_view(&kListMark, 1);
  if (kind == FoldKind::kClause) folded = std::string_view(&kClauseMark, 1);
  if (kind == FoldKind::kSentence) folded = std::string_view(&kSentenceMark, 1);
  // The entry of a kContext character has room for three bytes. The few currency signs that become
  // more (﷼ spells a word, 𞋿 takes four) are read as letters, wherever they stand.
  if (kind == FoldKind::kContext && (several || folded.size() > 3)) kind = FoldKind::kShort;
  // Three bytes that stay are kept in the entry too: the fast loop of the fold then needs no case.
  if (kind == FoldKind::kShort && folded == self && self.size() != 3) kind = FoldKind::kSelf;
  FoldEntry entry;
  if (kind == FoldKind::kShort && (several || folded.size() > 3)) {
    kind = FoldKind::kLong;
    entry.bits = static_cast<std::uint32_t>(pool_.size());
    pool_.push_back(static_cast<char>(folded.size()));
    pool_ += folded;
  } else if (kind == FoldKind::kSelf || kind == FoldKind::kDrop || kind == FoldKind::kSeparator) {
    entry.bits = 0;
  } else {
    for (std::size_t i = 0; i < folded.size() && i < 3; ++i) {
      entry.bits |= static_cast<std::uint32_t>(static_cast<unsigned char>(folded[i])) << (8 * i);
    }
    entry.bits |= static_cast<std::uint32_t>(folded.size() & 3) << 24;
  }
  entry.bits |= static_cast<std::uint32_t>(kind) << 28;
  if (c < 0x10000) {
    basic_[c] = entry;
    return;
  }
  std::uint16_t& block = index_[(c - 0x10000) >> 8];
  if (block == 0) {
    if (entry.bits == 0) return;
    block = static_cast<std::uint16_t>(blocks_.size());
    blocks_.push_back(Block{});
  }
  blocks_[block][c & 0xFF] = entry;
}

std::string FoldTable::Folded(char32_t code_point) const {
  const FoldEntry entry = Find(code_point);
  std::string out;
  switch (entry.kind()) {
    case FoldKind::kSelf:
      AppendUtf8(code_point, out);
      break;
    case FoldKind::kLong:
      out = Long(entry);
      break;
    case FoldKind::kShort:
    case FoldKind::kContext:
    case FoldKind::kList:
    case FoldKind::kClause:
    case FoldKind::kSentence:
      for (std::uint32_t i = 0; i < entry.length(); ++i) {
        out.push_back(static_cast<char>(entry.bytes() >> (8 * i)));
      }
      break;
    case FoldKind::kDrop:
    case FoldKind::kSeparator:
      break;
  }
  return out;
}

}  // namespace redline::text
