#pragma once

#include <cstdint>
#include <span>

#include "runtime/value/value.h"

namespace lq {

// Why a field has more than one possible value.
enum class Cause : std::uint8_t { kNone, kMissing, kStale, kInvalid, kBand, kOneOf, kDisagreement };

// The set of possible values of a field or an expression: never empty.
struct Possible {
  enum class Form : std::uint8_t {
    kAll,     // the whole domain of its type (all texts, every enum value, low to high)
    kValues,  // `values`: 1 to 64 distinct values, ascending by CompareValues
    kBand,    // numeric types: every value from values[0] to values[1], inclusive, lo < hi
  };
  Form form = Form::kAll;
  Cause cause = Cause::kMissing;
  std::uint32_t count = 0;
  const Value* values = nullptr;

  // Nothing was said about it (or what was said is stale or invalid). A derived value is missing
  // when a field it reads is, though its form may be narrower than kAll. A band over the whole
  // range is not missing.
  bool missing() const {
    return cause == Cause::kMissing || cause == Cause::kStale || cause == Cause::kInvalid;
  }
  // Exactly one possible value.
  bool single() const { return form == Form::kValues && count == 1; }
  std::span<const Value> list() const { return {values, count}; }
};

}  // namespace lq
