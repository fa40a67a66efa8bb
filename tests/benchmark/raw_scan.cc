#include "tests/benchmark/raw_scan.h"

#include <hs.h>

#include <cstdlib>
#include <iostream>

namespace redline::benchmarks {
namespace {

[[noreturn]] void Die(const char* what) {
  std::cerr << "Hyperscan: " << what << "\n";
  std::exit(1);
}

int CountOne(unsigned /*id*/, unsigned long long /*from*/, unsigned long long /*to*/,
             unsigned /*flags*/, void* count) noexcept {
  ++*static_cast<std::size_t*>(count);
  return 0;
}

}  // namespace

struct RawScan::Handles {
  hs_database_t* database = nullptr;
  hs_scratch_t* scratch = nullptr;

  ~Handles() {
    hs_free_scratch(scratch);
    hs_free_database(database);
  }
};

RawScan::RawScan(Kind kind, const std::vector<std::string>& wordings)
    : handles_([&] {
        std::vector<const char*> texts;
        std::vector<unsigned> ids;
        for (const std::string& wording : wordings) {
          ids.push_back(static_cast<unsigned>(ids.size()));
          texts.push_back(wording.c_str());
        }
        const std::vector<unsigned> flags(
            texts.size(), kind == Kind::kExpressions ? HS_FLAG_UTF8 | HS_FLAG_SOM_LEFTMOST : 0);
        auto handles = std::make_unique<Handles>();
        hs_compile_error_t* error = nullptr;
        if (hs_compile_multi(texts.data(), flags.data(), ids.data(),
                             static_cast<unsigned>(texts.size()), HS_MODE_BLOCK, nullptr,
                             &handles->database, &error) != HS_SUCCESS) {
          Die(error->message);
        }
        if (hs_alloc_scratch(handles->database, &handles->scratch) != HS_SUCCESS) Die("no scratch");
        return handles;
      }()) {}

RawScan::~RawScan() = default;

std::size_t RawScan::Count(std::string_view folded) const {
  std::size_t count = 0;
  if (hs_scan(handles_->database, folded.data(), static_cast<unsigned>(folded.size()), 0,
              handles_->scratch, CountOne, &count) != HS_SUCCESS) {
    Die("not scanned");
  }
  return count;
}

}  // namespace redline::benchmarks
