// ReplaceFile: a new text for a file that is there, put in its place at once.
//
//   if (const std::string why = ReplaceFile("my/lists/bank.yaml", text); !why.empty())
//   Complain(why);
//
// A reader sees the old or the new text, never a part. The permissions are kept; a link stays a
// link to the file that is replaced. When it fails, the file is as it was.
//
// Errors:   what went wrong, in words; empty for nothing.
// Threads:  two at one file are not kept apart.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace redline::service {

std::string ReplaceFile(const std::filesystem::path& path, std::string_view text);

}  // namespace redline::service
