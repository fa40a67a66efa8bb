#include "engine/scanner.h"

#include <hs.h>

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
using Database = std::unique_ptr<hs_database_t, FreeDatabase>;
using Scratch = std::unique_ptr<hs_scratch_t, FreeScratch>;
using CompileError = std::unique_ptr<hs_compile_error_t, FreeCompileError>;

constexpr unsigned kLiteralFlags = 0;
constexpr unsigned kExpressionFlags = HS_FLAG_UTF8 | HS_FLAG_SOM_LEFTMOST;

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
Result<Database, std::vector<ScannerError>> CompileAll(const std::vector<std::string>& expressions,
                                                       unsigned flags, bool literal) {
  if (expressions.empty()) return Database();  // Hyperscan refuses an empty set
  std::vector<const char*> texts;
  std::vector<unsigned> ids;
  for (const std::string& expression : expressions) {
    ids.push_back(static_cast<unsigned>(texts.size()));
    texts.push_back(expression.c_str());
  }
  const std::vector<unsigned> all_flags(texts.size(), flags);
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  if (hs_compile_multi(texts.data(), all_flags.data(), ids.data(),
                       static_cast<unsigned>(texts.size()), HS_MODE_BLOCK, nullptr, &database,
                       &error) == HS_SUCCESS) {
    return Database(database);
  }
  const CompileError first(error);
  std::vector<ScannerError> errors;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    hs_database_t* single = nullptr;
    hs_compile_error_t* why = nullptr;
    if (hs_compile(texts[i], flags, HS_MODE_BLOCK, nullptr, &single, &why) == HS_SUCCESS) {
      hs_free_database(single);
      continue;
    }
    const CompileError owned(why);
    errors.push_back({literal, i, owned->message});
  }
  if (errors.empty())
    errors.push_back({literal, 0, std::string("all together: ") + first->message});
  return Unexpected(std::move(errors));
}

// What the callback, which is called from C and must not throw, works on.
struct Collector {
  const std::vector<std::uint32_t>* lengths = nullptr;  // of literals; null for expressions
  std::vector<Match>* matches = nullptr;
  std::size_t room = 0;
};

int Collect(unsigned id, unsigned long long from, unsigned long long to, unsigned /*flags*/,
            void* context) noexcept {
  auto* const collector = static_cast<Collector*>(context);
  if (collector->room == 0) return 1;
  --collector->room;
  const auto end = static_cast<std::uint32_t>(to);
  const auto begin = collector->lengths != nullptr ? end - (*collector->lengths)[id]
                                                   : static_cast<std::uint32_t>(from);
  collector->matches->push_back({id, begin, end});
  return 0;
}

}  // namespace

class Scanner::Databases {
 public:
  Database literals;
  Database expressions;
  std::vector<std::uint32_t> lengths;  // of the literals
  Scratch prototype;                   // fits both; only ever cloned

  Outcome Scan(const hs_database_t* database, const std::vector<std::uint32_t>* literal_lengths,
               std::string_view text, std::vector<Match>& matches) const;

 private:
  // A scratch may serve one scan at a time. Kept between scans, because making one costs more than
  // scanning a draft.
  class Lease {
   public:
    explicit Lease(const Databases& databases) : databases_(databases) {
      const std::lock_guard lock(databases.mutex_);
      if (databases.idle_.empty()) {
        hs_scratch_t* clone = nullptr;
        if (hs_clone_scratch(databases.prototype.get(), &clone) == HS_SUCCESS)
          scratch_.reset(clone);
      } else {
        scratch_ = std::move(databases.idle_.back());
        databases.idle_.pop_back();
      }
    }
    ~Lease() {
      if (scratch_ == nullptr) return;
      const std::lock_guard lock(databases_.mutex_);
      databases_.idle_.push_back(std::move(scratch_));
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    hs_scratch_t* get() const { return scratch_.get(); }

   private:
    const Databases& databases_;
    Scratch scratch_;
  };

  mutable std::mutex mutex_;
  mutable std::vector<Scratch> idle_;  // guarded by mutex_
};

Scanner::Outcome Scanner::Databases::Scan(const hs_database_t* database,
                                          const std::vector<std::uint32_t>* literal_lengths,
                                          std::string_view text,
                                          std::vector<Match>& matches) const {
  if (database == nullptr || text.empty()) return Outcome::kComplete;
  const Lease scratch(*this);
  if (scratch.get() == nullptr) return Outcome::kFailed;
  Collector collector{literal_lengths, &matches, kMaxMatches};
  const hs_error_t outcome = hs_scan(database, text.data(), static_cast<unsigned>(text.size()), 0,
                                     scratch.get(), Collect, &collector);
  if (outcome == HS_SCAN_TERMINATED) return Outcome::kTooManyMatches;
  return outcome == HS_SUCCESS ? Outcome::kComplete : Outcome::kFailed;
}

Result<std::unique_ptr<const Scanner>, std::vector<ScannerError>> Scanner::Compile(
    const std::vector<std::string>& literals, const std::vector<std::string>& expressions) {
  auto databases = std::make_unique<Databases>();
  std::vector<std::string> escaped;
  for (const std::string& literal : literals) {
    assert(!literal.empty());
    escaped.push_back(Escape(literal));
    databases->lengths.push_back(static_cast<std::uint32_t>(literal.size()));
  }
  auto compiled_literals = CompileAll(escaped, kLiteralFlags, true);
  auto compiled_expressions = CompileAll(expressions, kExpressionFlags, false);
  std::vector<ScannerError> errors;
  if (!compiled_literals) errors = std::move(compiled_literals.error());
  if (!compiled_expressions) {
    for (ScannerError& error : compiled_expressions.error()) errors.push_back(std::move(error));
  }
  if (!errors.empty()) return Unexpected(std::move(errors));
  databases->literals = std::move(compiled_literals.value());
  databases->expressions = std::move(compiled_expressions.value());
  hs_scratch_t* scratch = nullptr;
  for (const hs_database_t* database : {databases->literals.get(), databases->expressions.get()}) {
    if (database != nullptr && hs_alloc_scratch(database, &scratch) != HS_SUCCESS) {
      hs_free_scratch(scratch);
      return Unexpected(std::vector<ScannerError>{{false, 0, "no memory for scratch space"}});
    }
  }
  databases->prototype.reset(scratch);
  return std::unique_ptr<const Scanner>(new Scanner(std::move(databases)));
}

Scanner::Scanner(std::unique_ptr<const Databases> databases) : databases_(std::move(databases)) {}
Scanner::~Scanner() = default;

Scanner::Outcome Scanner::ScanLiterals(std::string_view text, std::vector<Match>& matches) const {
  return databases_->Scan(databases_->literals.get(), &databases_->lengths, text, matches);
}

Scanner::Outcome Scanner::ScanExpressions(std::string_view text,
                                          std::vector<Match>& matches) const {
  return databases_->Scan(databases_->expressions.get(), nullptr, text, matches);
}

bool Scanner::has_expressions() const { return databases_->expressions != nullptr; }

}  // namespace redline
