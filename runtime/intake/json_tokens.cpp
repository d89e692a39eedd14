#include "runtime/intake/json_tokens.h"

#include <algorithm>

#include "runtime/value/json_bytes.h"
#include "runtime/value/text.h"
#include "runtime/value/utf8.h"

namespace lq::intake {
namespace {

int HexDigit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'a' && c <= 'f')
    return c - 'a' + 10;
  if (c >= 'A' && c <= 'F')
    return c - 'A' + 10;
  return -1;
}

// The four digits of a `\u` escape; false when there are fewer.
bool TakeHex(const char*& at, const char* end, char32_t& unit) {
  if (end - at < 4)
    return false;
  unit = 0;
  for (int i = 0; i < 4; ++i) {
    const int digit = HexDigit(at[i]);
    if (digit < 0)
      return false;
    unit = unit << 4 | static_cast<char32_t>(digit);
  }
  at += 4;
  return true;
}

constexpr bool IsHighSurrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool IsLowSurrogate(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

constexpr char32_t Join(char32_t high, char32_t low) {
  return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

// What follows `\u`: one code point, written as one unit or as a pair of surrogates.
bool TakeUnicodeEscape(const char*& at, const char* end, char32_t& point) {
  if (!TakeHex(at, end, point))
    return false;
  if (!IsHighSurrogate(point))
    return !IsLowSurrogate(point);
  if (end - at < 2 || at[0] != '\\' || at[1] != 'u')
    return false;
  at += 2;
  char32_t low = 0;
  if (!TakeHex(at, end, low) || !IsLowSurrogate(low))
    return false;
  point = Join(point, low);
  return true;
}

// What follows a backslash.
bool TakeEscape(const char*& at, const char* end, char32_t& point) {
  if (at == end)
    return false;
  constexpr std::string_view kShortEscapes = "\"\"\\\\//b\bf\fn\nr\rt\t";
  const char letter = *at++;
  if (letter == 'u')
    return TakeUnicodeEscape(at, end, point);
  for (std::size_t i = 0; i < kShortEscapes.size(); i += 2) {
    if (kShortEscapes[i] != letter)
      continue;
    point = static_cast<char32_t>(kShortEscapes[i + 1]);
    return true;
  }
  return false;
}

bool IsDigit(const char* at, const char* end) { return at != end && *at >= '0' && *at <= '9'; }

// Digits that surely fit 64 bits.
constexpr int kFewDigits = 18;

// Counts and sums up the digits of a number.
struct Digits {
  std::int64_t sum = 0;
  int count = 0;

  // At least one digit.
  bool Take(const char*& at, const char* end) {
    if (!IsDigit(at, end))
      return false;
    for (; IsDigit(at, end); ++at) {
      if (count < kFewDigits)
        sum = sum * 10 + (*at - '0');
      if (count <= kFewDigits)
        ++count;
    }
    return true;
  }
};

bool TakeExponent(const char*& at, const char* end) {
  ++at;
  if (at != end && (*at == '+' || *at == '-'))
    ++at;
  Digits digits;
  return digits.Take(at, end);
}

}  // namespace

std::string_view ScanJsonText(const char*& at, const char* end, JsonText& text) {
  const char* const begin = at;
  bool has_foreign = false;
  text.has_escapes = false;
  while (true) {
    has_foreign |= json_bytes::SkipPlain(at, end);
    if (at == end)
      return "the closing quote of a text should stand";
    if (*at == '"')
      break;
    if (*at != '\\')
      return "a control character should be escaped";
    text.has_escapes = true;
    char32_t point = 0;
    const char* escape = at + 1;
    if (!TakeEscape(escape, end, point)) {
      return end - at > 1 && at[1] == 'u' ? "`\\u` does not name a character: four hexadecimal "
                                            "digits follow, and two halves "
                                            "of a pair belong together"
                                          : "`\\` does not begin an escape that JSON knows";
    }
    at = escape;
  }
  text.content = {begin, static_cast<std::size_t>(at - begin)};
  if (has_foreign && !IsValidUtf8(text.content)) {
    at = begin;
    return "a text is not UTF-8";
  }
  ++at;
  return {};
}

std::string_view ScanJsonNumber(const char*& at, const char* end, JsonNumber& number) {
  const char* const begin = at;
  const bool negative = at != end && *at == '-';
  if (negative)
    ++at;
  Digits digits;
  const bool leading_zero = at != end && *at == '0';
  const char* const whole = at;
  if (!digits.Take(at, end))
    return negative ? "digits should follow `-`" : "a value should stand";
  if (leading_zero && at - whole > 1)
    return "a number does not begin with 0";
  number.is_whole = true;
  number.places = 0;
  if (at != end && *at == '.') {
    number.is_whole = false;
    const char* const fraction = ++at;
    if (!digits.Take(at, end))
      return "digits should follow `.`";
    number.places = static_cast<int>(std::min<std::ptrdiff_t>(at - fraction, kFewDigits + 1));
  }
  const bool has_exponent = at != end && (*at == 'e' || *at == 'E');
  if (has_exponent && !TakeExponent(at, end))
    return "digits should follow the exponent's `e`";
  number.is_whole &= !has_exponent;
  number.has_digits = digits.count <= kFewDigits && !has_exponent;
  number.digits = negative ? -digits.sum : digits.sum;
  number.text = {begin, static_cast<std::size_t>(at - begin)};
  return {};
}

std::string_view DecodeJsonText(const JsonText& text, Arena& arena) {
  // An escape is never shorter than what it stands for.
  const std::span<char> buffer = arena.MakeArray<char>(text.content.size());
  char* out = buffer.data();
  const char* at = text.content.data();
  const char* const end = at + text.content.size();
  while (at != end) {
    if (*at != '\\') {
      *out++ = *at++;
      continue;
    }
    char32_t point = 0;
    TakeEscape(++at, end, point);
    out = utf8::Write(point, out);
  }
  return {buffer.data(), static_cast<std::size_t>(out - buffer.data())};
}

}  // namespace lq::intake
