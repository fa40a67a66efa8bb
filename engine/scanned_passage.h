// Scanned passage: one way to read a passage, folded, with everything that the scan found in it and
// the way back to the passage.
//
// A passage is read as it is shown; with what it hides; each text apart from the body by itself
// (text/visible_text.h); and each of these respelled, where it gives reason to (text/respelling.h).
//
// Lifetime: refers to the passage.
// Threads:  a value.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/disguise.h"
#include "engine/draft.h"
#include "engine/scanner.h"
#include "engine/sound_aliases.h"
#include "engine/span.h"
#include "engine/text/charset.h"
#include "engine/text/fold.h"
#include "engine/text/respelling.h"
#include "engine/text/visible_text.h"

namespace redline {

struct ScannedPassage {
  std::uint32_t index = 0;
  bool body = false;  // what is shown, as it stands: the first reading of a passage
  std::string_view name;
  std::string_view source;              // the passage's text
  const text::SentMap* sent = nullptr;  // from there to the bytes that were sent
  // What is shown of it, for its respellings too; none: plain text is shown as it stands.
  std::shared_ptr<const text::VisibleText> reading;
  std::optional<text::Respelling> respelling;  // of what is shown; most readings are none
  text::FoldedText folded;                     // of visible()
  std::vector<Match> literals;                 // in bytes of the folded text, as are expressions
  std::vector<Match> expressions;
  std::vector<AliasMatch> aliases;

  // What the passage shows, before it was respelled.
  std::string_view shown() const { return reading ? std::string_view(reading->text()) : source; }
  std::string_view visible() const {
    return respelling ? std::string_view(respelling->text.text()) : shown();
  }

  // Bytes of the passage from the first to the last character that makes up `range` of the folded
  // text.
  Range SourceOf(Range range) const;

  // Bytes of shown() that make up `range` of the folded text.
  Range ShownOf(Range range) const;

  // What stands between the passage and `range` of the folded text, in the order of the enum, each
  // once. `phrase` as in text::DisguisesOf.
  std::vector<Disguise> DisguisesOf(Range range, std::string_view phrase) const;
};

// The ways to read a passage, not yet scanned: the body first, respellings last. Empty when it
// could not be read.
std::vector<ScannedPassage> Read(const Passage& passage, const text::DecodedText& decoded,
                                 std::uint32_t index);

}  // namespace redline
