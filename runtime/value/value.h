#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace lq {

// One value of a type of the language, 16 bytes, trivially copyable. It does not know its type and
// owns nothing: texts and list items live in an arena, a lead, a program or a plan that outlives
// it.
//
//   yes_no                       0 or 1
//   one of E                     index of the value in its enum's declaration order
//   integer, decimal N places    the number, scaled by 10^N
//   money CUR                    minor units of the currency (cents for EUR, yen for JPY)
//   percent                      basis points (80 % is 8000)
//   date, instant                days, milliseconds since 1970-01-01 (UTC); may be negative
//   country, currency, language  index in the sorted ISO table (runtime/value/iso.h)
//   text, email, domain, phone   normalised UTF-8
//   list of T                    items in the order given, each once
class Value {
 public:
  Value() = default;
  static Value Number(std::int64_t number) {
    Value value;
    value.number_ = number;
    return value;
  }
  static Value Text(std::string_view text) {
    Value value;
    value.text_ = text.data();
    value.size_ = static_cast<std::uint32_t>(text.size());
    return value;
  }
  static Value List(std::span<const Value> items) {
    Value value;
    value.items_ = items.data();
    value.size_ = static_cast<std::uint32_t>(items.size());
    return value;
  }

  // Stands where there is no value. Only a type that goes down to the least number of all has it as
  // a value, too; what works with None leaves that value to others.
  static Value None() { return Number(std::numeric_limits<std::int64_t>::min()); }

  std::int64_t number() const { return number_; }
  // Of a value of any type.
  bool none() const { return number_ == std::numeric_limits<std::int64_t>::min(); }
  std::string_view text() const { return {text_, size_}; }
  std::span<const Value> items() const { return {items_, size_}; }

 private:
  union {
    std::int64_t number_ = 0;
    const char* text_;
    const Value* items_;
  };
  std::uint32_t size_ = 0;
};

static_assert(sizeof(Value) == 16);

}  // namespace lq
