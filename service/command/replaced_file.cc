#include "service/command/replaced_file.h"

#include <fstream>
#include <system_error>

namespace redline::service {

namespace fs = std::filesystem;

std::string ReplaceFile(const fs::path& path, std::string_view text) {
  std::error_code failure;
  const fs::path place = fs::canonical(path, failure);
  if (failure) return "the file cannot be found: " + failure.message();
  fs::path fresh = place;
  fresh += ".new";
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (!out) {
    fs::remove(fresh, failure);
    return "the file cannot be written";
  }
  fs::permissions(fresh, fs::status(place, failure).permissions(), failure);
  if (!failure) fs::rename(fresh, place, failure);
  if (!failure) return "";
  const std::string why = "the file cannot be replaced: " + failure.message();
  fs::remove(fresh, failure);
  return why;
}

}  // namespace redline::service
