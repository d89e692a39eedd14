#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lq {

// For intermediates: no sum or product of two 64-bit numbers overflows it.
__extension__ typedef __int128 Int128;

enum class NumberProblem : std::uint8_t {
  kNone,
  kNotANumber,
  // More decimal places than asked for, other than zeros.
  kTooManyPlaces,
  // Does not fit 64 bits after scaling.
  kTooLarge,
};

// Reads a JSON-style decimal number ("-12.50", "1e3", "5999.99") exactly, scaled by 10^places.
// Never goes through binary floating point; any length and exponent is safe and linear.
NumberProblem ParseDecimal(std::string_view text, int places, std::int64_t& scaled);

// "12.50" for 1250 with 2 places: always that many places.
void AppendDecimal(std::int64_t scaled, int places, std::string& out);
// "12.5": without trailing zeros.
void AppendShortDecimal(std::int64_t scaled, int places, std::string& out);

// 10^exponent, the exponent from 0 to 18.
constexpr std::int64_t PowerOfTen(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i)
    power *= 10;
  return power;
}

enum class RoundingMode : std::uint8_t { kHalfEven, kDown, kUp };

// dividend / divisor rounded to a whole number; kDown is toward zero, kUp away from zero. The
// divisor is not 0, and the result fits.
std::int64_t DivideRounded(Int128 dividend, Int128 divisor, RoundingMode mode);

}  // namespace lq
