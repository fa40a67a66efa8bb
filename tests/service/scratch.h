// Scratch: a folder of one test alone, gone after it.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace redline::service {

class Scratch {
 public:
  Scratch() {
    std::string name = testing::TempDir() + "redline-test-XXXXXX";
    path_ = mkdtemp(name.data());
  }
  ~Scratch() { std::filesystem::remove_all(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string Path(const std::string& file) const { return path_ / file; }
  std::string Write(const std::string& file, const std::string& text) const {
    std::ofstream(Path(file), std::ios::binary) << text;
    return Path(file);
  }

 private:
  std::filesystem::path path_;
};

}  // namespace redline::service
