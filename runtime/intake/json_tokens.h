#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/value/arena.h"

namespace lq::intake {

inline constexpr int kMaxJsonDepth = 64;

enum class JsonToken : std::uint8_t {
  kFault,
  kEnd,
  kObject,
  kObjectEnd,
  kArray,
  kArrayEnd,
  // With the colon behind it.
  kKey,
  kText,
  kNumber,
  kTrue,
  kFalse,
  kNull,
};

constexpr bool OpensContainer(JsonToken token) {
  return token == JsonToken::kObject || token == JsonToken::kArray;
}

enum class JsonProblem : std::uint8_t { kNone, kNotJson, kTooDeep, kDuplicateKey };

// A text between its quotes, as it stands in the JSON.
struct JsonText {
  std::string_view content;
  bool has_escapes = false;
};

// A number as it stands in the JSON, and its digits when they are few and bear no exponent: then it
// is `digits` divided by ten to the power of `places`.
struct JsonNumber {
  std::string_view text;
  // Neither a fraction nor an exponent.
  bool is_whole = false;
  bool has_digits = false;
  int places = 0;
  std::int64_t digits = 0;
};

// Scans a text whose opening quote stands before `at`: moves `at` behind the closing quote.
// Otherwise `at` stands where the mistake is, and the result says what it is; it is empty when all
// is well.
std::string_view ScanJsonText(const char*& at, const char* end, JsonText& text);

// Scans a number that begins at `at`, in the same way.
std::string_view ScanJsonNumber(const char*& at, const char* end, JsonNumber& number);

// The text without escapes, written into `arena`.
std::string_view DecodeJsonText(const JsonText& text, Arena& arena);

}  // namespace lq::intake
