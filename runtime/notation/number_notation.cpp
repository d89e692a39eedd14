#include "runtime/notation/number_notation.h"

#include <fmt/format.h>

#include "runtime/value/number.h"

namespace lq {

namespace {

constexpr int kMostDigits = 18;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::size_t CountDigits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && IsDigit(text[count]))
    ++count;
  return count;
}

// Bytes of a mark at the beginning of `text`, 0 without one.
std::size_t MarkSize(std::string_view text, std::string_view mark) {
  if (mark.empty())
    return 0;
  if (text.starts_with(mark))
    return mark.size();
  const auto size_of_any = [&](std::initializer_list<std::string_view> others) {
    for (const std::string_view other : others) {
      if (text.starts_with(other))
        return other.size();
    }
    return std::size_t{0};
  };
  // No-break space, narrow no-break space; right single quotation mark.
  if (mark == " ")
    return size_of_any({"\u00A0", "\u202F"});
  if (mark == "'")
    return size_of_any({"\u2019"});
  return 0;
}

std::string_view MarkAt(std::string_view text) {
  for (const std::string_view mark : {".", ",", " ", "'"}) {
    if (MarkSize(text, mark) > 0)
      return mark;
  }
  return {};
}

// The separators of a sample.
struct Sample {
  std::string_view first;
  std::string_view last;
  int marks = 0;
  // Digits before the first and after the last mark.
  std::size_t before = 0;
  std::size_t after = 0;
  bool mixed_groups = false;
};

bool Scan(std::string_view text, Sample& sample) {
  if (text.starts_with('-'))
    text.remove_prefix(1);
  sample.before = sample.after = CountDigits(text);
  text.remove_prefix(sample.before);
  while (!text.empty()) {
    const std::string_view mark = MarkAt(text);
    if (mark.empty())
      return false;
    if (sample.marks > 1 && sample.last != sample.first)
      sample.mixed_groups = true;
    if (sample.marks == 0)
      sample.first = mark;
    sample.last = mark;
    ++sample.marks;
    text.remove_prefix(MarkSize(text, mark));
    sample.after = CountDigits(text);
    if (sample.after == 0)
      return false;
    text.remove_prefix(sample.after);
  }
  return sample.before > 0;
}

bool IsDecimalMark(std::string_view mark) { return mark == "." || mark == ","; }

char OtherDecimal(std::string_view group) { return group == "." ? ',' : '.'; }

// Digits with groups; moves `text` behind them.
bool TakeWhole(std::string_view& text, std::string_view group, std::string& digits) {
  std::size_t count = CountDigits(text);
  digits.append(text.substr(0, count));
  text.remove_prefix(count);
  bool first = true;
  for (std::size_t mark = MarkSize(text, group); mark > 0; mark = MarkSize(text, group)) {
    const bool fits = (!first || (count >= 1 && count <= 3)) && CountDigits(text.substr(mark)) == 3;
    if (!fits)
      return false;
    digits.append(text.substr(mark, 3));
    text.remove_prefix(mark + 3);
    first = false;
  }
  return true;
}

std::string_view TakeDecimals(std::string_view& text, char mark) {
  if (!text.starts_with(mark))
    return {};
  const std::size_t count = CountDigits(text.substr(1));
  const std::string_view decimals = text.substr(1, count);
  text.remove_prefix(1 + count);
  return decimals;
}

bool IsExponent(std::string_view text) {
  if (text.empty() || (text[0] != 'e' && text[0] != 'E'))
    return false;
  text.remove_prefix(1);
  if (text.starts_with('+') || text.starts_with('-'))
    text.remove_prefix(1);
  return !text.empty() && CountDigits(text) == text.size();
}

std::string_view WithoutLeadingZeros(std::string_view digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? std::string_view() : digits.substr(first);
}

// Digits and sign of a plain number, and the power of ten they count.
struct Scaled {
  Int128 mantissa = 0;
  std::int64_t exponent = 0;
};

std::optional<Scaled> ScaledOf(std::string_view plain) {
  Scaled scaled;
  const bool negative = plain.starts_with('-');
  if (negative)
    plain.remove_prefix(1);
  int digits = 0;
  bool decimals = false;
  while (!plain.empty() && plain[0] != 'e' && plain[0] != 'E') {
    const char c = plain[0];
    plain.remove_prefix(1);
    if (c == '.') {
      decimals = true;
      continue;
    }
    if (!IsDigit(c))
      return std::nullopt;
    if ((scaled.mantissa != 0 || c != '0') && ++digits > kMostDigits)
      return std::nullopt;
    scaled.mantissa = scaled.mantissa * 10 + (c - '0');
    if (decimals)
      --scaled.exponent;
  }
  if (!plain.empty()) {
    plain.remove_prefix(1);
    const bool down = plain.starts_with('-');
    if (down || plain.starts_with('+'))
      plain.remove_prefix(1);
    plain = WithoutLeadingZeros(plain);
    if (plain.size() > 4)
      return std::nullopt;
    std::int64_t exponent = 0;
    for (const char c : plain)
      exponent = exponent * 10 + (c - '0');
    scaled.exponent += down ? -exponent : exponent;
  }
  if (negative)
    scaled.mantissa = -scaled.mantissa;
  return scaled;
}

void AppendWide(Int128 value, std::string& out) {
  constexpr Int128 kSplit = 1'000'000'000'000'000'000;
  if (value < 0)
    out += '-';
  const Int128 size = value < 0 ? -value : value;
  const auto high = static_cast<std::uint64_t>(size / kSplit);
  const auto low = static_cast<std::uint64_t>(size % kSplit);
  if (high > 0) {
    fmt::format_to(std::back_inserter(out), "{}{:018}", high, low);
  } else {
    fmt::format_to(std::back_inserter(out), "{}", low);
  }
}

}  // namespace

std::optional<NumberMarks> ParseNumberSample(std::string_view text, std::string& problem) {
  Sample sample;
  if (!Scan(text, sample) || sample.mixed_groups) {
    problem = "is not a number with separators";
    return std::nullopt;
  }
  if (sample.marks == 0) {
    problem = "shows no separator";
    return std::nullopt;
  }
  if (sample.first != sample.last) {
    if (IsDecimalMark(sample.last))
      return NumberMarks{sample.last[0], std::string(sample.first)};
    problem = "ends with a separator that begins no decimals";
    return std::nullopt;
  }
  if (sample.marks > 1 || !IsDecimalMark(sample.last)) {
    return NumberMarks{OtherDecimal(sample.first), std::string(sample.first)};
  }
  if (sample.after == 3 && sample.before <= 3) {
    problem = "may be a whole number or have three decimals";
    return std::nullopt;
  }
  return NumberMarks{sample.last[0], ""};
}

bool AppendPlainNumber(std::string_view text, const NumberMarks& marks, std::string& out) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+'))
    text.remove_prefix(1);
  std::string digits;
  if (!TakeWhole(text, marks.group, digits))
    return false;
  const std::string_view decimals = TakeDecimals(text, marks.decimal);
  if (digits.empty() && decimals.empty())
    return false;
  if (!text.empty() && !(marks.group.empty() && IsExponent(text)))
    return false;
  const std::string_view whole = WithoutLeadingZeros(digits);
  if (negative)
    out += '-';
  out += whole.empty() ? std::string_view("0") : whole;
  if (!decimals.empty())
    out.append(".").append(decimals);
  out += text;
  return true;
}

std::optional<DecimalFactor> ParseDecimalFactor(std::string_view text) {
  std::string plain;
  if (!AppendPlainNumber(text, {}, plain))
    return std::nullopt;
  const std::optional<Scaled> scaled = ScaledOf(plain);
  if (!scaled || scaled->exponent > 0 || scaled->exponent < -kMostDigits)
    return std::nullopt;
  return DecimalFactor{static_cast<std::int64_t>(scaled->mantissa),
                       static_cast<int>(-scaled->exponent)};
}

bool AppendProduct(std::string_view plain_number, DecimalFactor factor, std::string& out) {
  const std::optional<Scaled> scaled = ScaledOf(plain_number);
  if (!scaled)
    return false;
  AppendWide(scaled->mantissa * factor.mantissa, out);
  fmt::format_to(std::back_inserter(out), "e{}", scaled->exponent - factor.places);
  return true;
}

}  // namespace lq
