#include "service/report/heading.h"

#include <string>

#include "service/report/screen.h"

namespace redline::service {

void WriteHeading(std::ostream& out, const v1::Draft& draft, Language language, const Paint& paint,
                  int columns) {
  const std::string name =
      draft.id().empty() ? std::string(Say(language, "草稿", "draft")) : draft.id();
  const std::string shown = Shorten(name, columns - 6);
  std::string line;
  for (int used = Columns(shown) + 4; used < columns; ++used) line += "─";
  out << paint.Faint("──") << " " << paint.Strong(shown) << " " << paint.Faint(line) << "\n";
  std::string stated;
  for (const std::string& part :
       {draft.channel(), draft.product(), draft.audience(), draft.locale()}) {
    if (part.empty()) continue;
    if (!stated.empty()) stated += " · ";
    stated += Visible(part);
  }
  if (!stated.empty()) out << "   " << paint.Faint(Shorten(stated, columns - 3)) << "\n";
}

}  // namespace redline::service
