#include "engine/scanner.h"

#include <hs.h>

#include <algorithm>
#include <cassert>
#include <mutex>
#include <utility>

namespace redline {
namespace {

struct FreeDatabase {
  void operator()(hs_database_t* database) const { hs_free_database(database); }
};
struct FreeScratch {
  void operator()(hs_scratch_t* scratch) const { hs_free_scratch(scratch); }
};
struct FreeCompileError {
  void operator()(hs_compile_error_t* error) const { hs_free_compile_error(error); }
};
using Compiled = std::unique_ptr<hs_database_t, FreeDatabase>;
using Scratch = std::unique_ptr<hs_scratch_t, FreeScratch>;
using CompileError = std::unique_ptr<hs_compile_error_t, FreeCompileError>;

// A regular expression for exactly these bytes. Bytes from 0x80 up stand for themselves.
std::string Escape(std::string_view literal) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  for (const char c : literal) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
    if (plain) {
      out.push_back(c);
    } else {
      out += "\\x";
      out.push_back(kHex[byte >> 4]);
      out.push_back(kHex[byte & 15]);
    }
  }
  return out;
}

// Compiles all or, when that fails, says which of them are to blame.
Result<Compiled, std::vector<ScannerError>> CompileAll(
    const std::vector<std::string>& expressions) {
  if (expressions.empty()) return Compiled();  // Hyperscan refuses an empty set
  std::vector<const char*> texts;
  std::vector<unsigned> ids;
  for (const std::string& expression : expressions) {
    ids.push_back(static_cast<unsigned>(texts.size()));
    texts.push_back(expression.c_str());
  }
  const std::vector<unsigned> flags(texts.size(), 0);
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  if (hs_compile_multi(texts.data(), flags.data(), ids.data(), static_cast<unsigned>(texts.size()),
                       HS_MODE_BLOCK, nullptr, &database, &error) == HS_SUCCESS) {
    return Compiled(database);
  }
  const CompileError together(error);
  std::vector<ScannerError> errors;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    hs_database_t* single = nullptr;
    hs_compile_error_t* why = nullptr;
    if (hs_compile(texts[i], 0, HS_MODE_BLOCK, nullptr, &single, &why) == HS_SUCCESS) {
      hs_free_database(single);
      continue;
    }
    const CompileError owned(why);
    errors.push_back({i, owned->message});
  }
  if (errors.empty()) errors.push_back({0, together->message});
  return Unexpected(std::move(errors));
}

// What the callback, which is called from C and must not throw, works on.
struct Collector {
  const std::vector<std::uint32_t>* lengths = nullptr;
  std::vector<Match>* matches = nullptr;
  std::size_t room = 0;
};

int Collect(unsigned id, unsigned long long /*from*/, unsigned long long to, unsigned /*flags*/,
            void* context) noexcept {
  auto* const collector = static_cast<Collector*>(context);
  if (collector->room == 0) return 1;
  --collector->room;
  const auto end = static_cast<std::uint32_t>(to);
  collector->matches->push_back({id, end - (*collector->lengths)[id], end});
  return 0;
}

}  // namespace

class Scanner::Database {
 public:
  Compiled compiled;                   // null when there is nothing to scan for
  std::vector<std::uint32_t> lengths;  // of the literals
  Scratch prototype;                   // only ever cloned

  // A scratch may serve one scan at a time. Kept between scans, because making one costs more than
  // scanning a draft.
  class Lease {
   public:
    explicit Lease(const Database& database) : database_(database) {
      const std::lock_guard lock(database.mutex_);
      if (database.idle_.empty()) {
        hs_scratch_t* clone = nullptr;
        if (hs_clone_scratch(database.prototype.get(), &clone) == HS_SUCCESS) scratch_.reset(clone);
      } else {
        scratch_ = std::move(database.idle_.back());
        database.idle_.pop_back();
      }
    }
    ~Lease() {
      if (scratch_ == nullptr) return;
      const std::lock_guard lock(database_.mutex_);
      database_.idle_.push_back(std::move(scratch_));
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    hs_scratch_t* get() const { return scratch_.get(); }

   private:
    const Database& database_;
    Scratch scratch_;
  };

 private:
  mutable std::mutex mutex_;
  mutable std::vector<Scratch> idle_;  // guarded by mutex_
};

Result<std::unique_ptr<const Scanner>, std::vector<ScannerError>> Scanner::Compile(
    const std::vector<std::string>& literals) {
  auto database = std::make_unique<Database>();
  std::vector<std::string> escaped;
  for (const std::string& literal : literals) {
    assert(!literal.empty());
    escaped.push_back(Escape(literal));
    database->lengths.push_back(static_cast<std::uint32_t>(literal.size()));
  }
  auto compiled = CompileAll(escaped);
  if (!compiled) return Unexpected(std::move(compiled.error()));
  database->compiled = std::move(compiled.value());
  hs_scratch_t* scratch = nullptr;
  if (database->compiled != nullptr &&
      hs_alloc_scratch(database->compiled.get(), &scratch) != HS_SUCCESS) {
    return Unexpected(std::vector<ScannerError>{{0, "no memory for scratch space"}});
  }
  database->prototype.reset(scratch);
  return std::unique_ptr<const Scanner>(new Scanner(std::move(database)));
}

Scanner::Scanner(std::unique_ptr<const Database> database) : database_(std::move(database)) {}
Scanner::~Scanner() = default;

Scanner::Outcome Scanner::Scan(std::string_view text, std::vector<Match>& matches) const {
  if (database_->compiled == nullptr || text.empty()) return Outcome::kComplete;
  const Database::Lease scratch(*database_);
  if (scratch.get() == nullptr) return Outcome::kFailed;
  Collector collector{&database_->lengths, &matches, kMaxMatches};
  const hs_error_t outcome =
      hs_scan(database_->compiled.get(), text.data(), static_cast<unsigned>(text.size()), 0,
              scratch.get(), Collect, &collector);
  if (outcome == HS_SCAN_TERMINATED) return Outcome::kTooManyMatches;
  return outcome == HS_SUCCESS ? Outcome::kComplete : Outcome::kFailed;
}

std::vector<std::size_t> NotFound(const Scanner& scanner,
                                  const std::vector<std::string>& literals) {
  std::vector<std::size_t> ids;
  std::vector<Match> matches;
  for (std::size_t id = 0; id < literals.size(); ++id) {
    matches.clear();
    const bool complete = scanner.Scan(literals[id], matches) == Scanner::Outcome::kComplete;
    const bool found = std::any_of(matches.begin(), matches.end(), [&](const Match& match) {
      return match.id == id && match.begin == 0 && match.end == literals[id].size();
    });
    if (!complete || !found) ids.push_back(id);
  }
  return ids;
}

}  // namespace redline
