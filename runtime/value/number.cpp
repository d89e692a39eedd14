#include "runtime/value/number.h"

#include <algorithm>
#include <array>
#include <limits>

namespace lq {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Far beyond any exponent that could matter, and far from overflow when a text's length is added.
constexpr std::int64_t kExponentLimit = std::int64_t{1} << 60;

// A number's text cut into its parts: [-] whole [. fraction] [e exponent].
struct Parts {
  bool negative = false;
  std::string_view whole;
  std::string_view fraction;
  std::int64_t exponent = 0;
};

std::string_view TakeDigits(std::string_view& rest) {
  const auto end = std::find_if_not(rest.begin(), rest.end(), IsDigit);
  const std::string_view digits = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  rest.remove_prefix(digits.size());
  return digits;
}

bool Take(std::string_view& rest, char c) {
  if (rest.empty() || rest.front() != c) {
    return false;
  }
  rest.remove_prefix(1);
  return true;
}

bool TakeExponent(std::string_view& rest, std::int64_t& exponent) {
  const bool negative = Take(rest, '-');
  if (!negative) {
    Take(rest, '+');
  }
  const std::string_view digits = TakeDigits(rest);
  if (digits.empty()) {
    return false;
  }
  for (const char c : digits) {
    exponent = std::min(exponent * 10 + (c - '0'), kExponentLimit / 16);
  }
  if (negative) {
    exponent = -exponent;
  }
  return true;
}

// The grammar of JSON numbers.
bool Split(std::string_view rest, Parts& parts) {
  parts.negative = Take(rest, '-');
  parts.whole = TakeDigits(rest);
  if (parts.whole.empty() || (parts.whole.size() > 1 && parts.whole.front() == '0')) {
    return false;
  }
  if (Take(rest, '.')) {
    parts.fraction = TakeDigits(rest);
    if (parts.fraction.empty()) {
      return false;
    }
  }
  if (Take(rest, 'e') || Take(rest, 'E')) {
    if (!TakeExponent(rest, parts.exponent)) {
      return false;
    }
  }
  return rest.empty();
}

// The digits of whole and fraction as one sequence without a point.
struct Digits {
  std::string_view whole;
  std::string_view fraction;

  std::size_t size() const { return whole.size() + fraction.size(); }
  char operator[](std::size_t i) const {
    return i < whole.size() ? whole[i] : fraction[i - whole.size()];
  }
};

bool Negate(std::uint64_t magnitude, bool negative, std::int64_t& result) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
  if (magnitude > kMost + (negative ? 1 : 0)) {
    return false;
  }
  result =
      negative ? static_cast<std::int64_t>(0 - magnitude) : static_cast<std::int64_t>(magnitude);
  return true;
}

std::uint64_t Magnitude(std::int64_t number) {
  return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

}  // namespace

NumberProblem ParseDecimal(std::string_view text, int places, std::int64_t& scaled) {
  Parts parts;
  if (!Split(text, parts)) {
    return NumberProblem::kNotANumber;
  }
  const Digits digits{parts.whole, parts.fraction};
  std::size_t first = 0;
  std::size_t last = digits.size();
  while (first < last && digits[first] == '0') {
    ++first;
  }
  while (last > first && digits[last - 1] == '0') {
    --last;
  }
  scaled = 0;
  if (first == last) {
    return NumberProblem::kNone;
  }

  // The number is digits[first .. last) times ten to the power of `zeros`, once scaled.
  const std::int64_t zeros = parts.exponent + places -
                             static_cast<std::int64_t>(parts.fraction.size()) +
                             static_cast<std::int64_t>(digits.size() - last);
  if (zeros < 0) {
    return NumberProblem::kTooManyPlaces;
  }
  // 10^19 - 1 fits an unsigned 64-bit number, so what follows cannot wrap.
  if (static_cast<std::int64_t>(last - first) + zeros > 19) {
    return NumberProblem::kTooLarge;
  }
  std::uint64_t magnitude = 0;
  for (std::size_t i = first; i < last; ++i) {
    magnitude = magnitude * 10 + static_cast<std::uint64_t>(digits[i] - '0');
  }
  magnitude *= static_cast<std::uint64_t>(PowerOfTen(static_cast<int>(zeros)));
  return Negate(magnitude, parts.negative, scaled) ? NumberProblem::kNone
                                                   : NumberProblem::kTooLarge;
}

void AppendDecimal(std::int64_t scaled, int places, std::string& out) {
  // Nineteen digits, or one before at most six places; point and sign.
  std::array<char, 24> buffer;
  char* begin = buffer.data() + buffer.size();
  std::uint64_t rest = Magnitude(scaled);
  for (int written = 0; rest > 0 || written <= places; ++written) {
    if (written == places && places > 0) {
      *--begin = '.';
    }
    *--begin = static_cast<char>('0' + rest % 10);
    rest /= 10;
  }
  if (scaled < 0) {
    *--begin = '-';
  }
  out.append(begin, buffer.data() + buffer.size());
}

void AppendShortDecimal(std::int64_t scaled, int places, std::string& out) {
  AppendDecimal(scaled, places, out);
  if (places == 0) {
    return;
  }
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') {
    out.pop_back();
  }
}

std::int64_t DivideRounded(Int128 dividend, Int128 divisor, RoundingMode mode) {
  const Int128 quotient = dividend / divisor;
  const Int128 remainder = dividend % divisor;
  if (remainder == 0) {
    return static_cast<std::int64_t>(quotient);
  }
  const Int128 away = (dividend < 0) == (divisor < 0) ? 1 : -1;
  switch (mode) {
    case RoundingMode::kDown:
      return static_cast<std::int64_t>(quotient);
    case RoundingMode::kUp:
      return static_cast<std::int64_t>(quotient + away);
    case RoundingMode::kHalfEven:
      break;
  }
  // Twice the remainder against the divisor, without doubling: neither can overflow.
  const Int128 part = remainder < 0 ? -remainder : remainder;
  const Int128 rest = (divisor < 0 ? -divisor : divisor) - part;
  const bool up = part > rest || (part == rest && quotient % 2 != 0);
  return static_cast<std::int64_t>(up ? quotient + away : quotient);
}

}  // namespace lq
