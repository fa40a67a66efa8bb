// Result: a value, or the reason why there is none.
//
//   Result<Report, ReviewError> report = Review(draft, ruleset, options);
//   if (!report) return Refuse(report.error());
//   Publish(report->verdict);
//
// Keeps the shape of std::expected (C++23), which gcc 12 does not offer in C++20 mode, so that it
// can be replaced by it. Errors:  value() and error() abort when the other side is held.
#pragma once

#include <cstdlib>
#include <utility>
#include <variant>

namespace redline {

// Marks a reason: `return Unexpected(ReviewError{…});`
template <typename E>
class Unexpected {
 public:
  explicit Unexpected(E error) : error_(std::move(error)) {}
  E& error() { return error_; }

 private:
  E error_;
};

template <typename T, typename E>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: as std::expected
  Result(Unexpected<E> reason)                                           // NOLINT: as std::expected
      : state_(std::in_place_index<1>, std::move(reason.error())) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() { return has_value() ? *std::get_if<0>(&state_) : (std::abort(), value()); }
  const T& value() const {
    return has_value() ? *std::get_if<0>(&state_) : (std::abort(), value());
  }
  E& error() { return has_value() ? (std::abort(), error()) : *std::get_if<1>(&state_); }
  const E& error() const {
    return has_value() ? (std::abort(), error()) : *std::get_if<1>(&state_);
  }

  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

 private:
  std::variant<T, E> state_;
};

}  // namespace redline
