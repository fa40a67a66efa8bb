#include "engine/scanned_passage.h"

#include <algorithm>
#include <utility>

#include "engine/text/disguise.h"

namespace redline {

Range ScannedPassage::SourceOf(Range range) const {
  const Range shown = ShownOf(range);
  return reading ? reading->map().SourceOf(shown) : shown;
}

Range ScannedPassage::ShownOf(Range range) const {
  const Range read = folded.map.SourceOf(range, visible());
  return respelling ? respelling->text.map().SourceOf(read) : read;
}

std::vector<Disguise> ScannedPassage::DisguisesOf(Range range, std::string_view phrase) const {
  std::vector<Disguise> disguises = text::DisguisesOf(folded, visible(), range, phrase);
  if (reading) {
    const Range shown = ShownOf(range);
    if (reading->map().Interrupted(shown)) disguises.push_back(Disguise::kMarkup);
    if (reading->map().Hidden(shown)) disguises.push_back(Disguise::kHidden);
  }
  if (respelling) disguises.push_back(respelling->disguise);
  std::sort(disguises.begin(), disguises.end());
  return disguises;
}

std::vector<ScannedPassage> Read(const Passage& passage, const text::DecodedText& decoded,
                                 std::uint32_t index) {
  const std::string_view source = decoded.text();
  std::vector<ScannedPassage> readings;
  const auto add = [&](std::shared_ptr<const text::VisibleText> reading) -> ScannedPassage& {
    ScannedPassage& scanned = readings.emplace_back();
    scanned.index = index;
    scanned.name = passage.name;
    scanned.source = source;
    scanned.sent = &decoded.map;
    scanned.reading = std::move(reading);
    return scanned;
  };
  if (passage.format == Format::kPlain) {
    add(nullptr);
  } else {
    const bool html = passage.format == Format::kHtml;
    for (text::VisibleText& reading : html ? text::ReadHtml(source) : text::ReadMarkdown(source)) {
      add(std::make_shared<const text::VisibleText>(std::move(reading)));
    }
  }
  if (!readings.empty()) readings.front().body = true;
  const std::size_t shown = readings.size();
  for (std::size_t i = 0; i < shown; ++i) {
    auto respellings = text::Respellings(readings[i].shown());
    if (!respellings) return {};
    for (text::Respelling& respelling : *respellings) {
      add(readings[i].reading).respelling = std::move(respelling);
    }
  }
  for (ScannedPassage& reading : readings) reading.folded = text::Fold(reading.visible());
  return readings;
}

}  // namespace redline
