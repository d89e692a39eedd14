#include "compiler/parse/slips.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "compiler/parse/spelling.h"

namespace lq::parse {
namespace {

struct Sign {
  std::string_view sign;
  std::string_view currency;
};

constexpr auto kSigns = std::to_array<Sign>({
    {"$", "USD"},
    {"£", "GBP"},
    {"¥", "JPY"},
    {"€", "EUR"},
});

constexpr auto kCommonCurrencies = std::to_array<std::string_view>(
    {"AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "INR",
     "JPY", "MXN", "NOK", "NZD", "PLN", "RON", "SEK", "SGD", "TRY", "USD", "ZAR"});

// The bytes that are all among `bytes`, from `begin` on.
std::size_t Run(std::string_view text, std::size_t begin, std::string_view bytes) {
  return std::min(text.find_first_not_of(bytes, begin), text.size()) - begin;
}

std::size_t Digits(std::string_view text, std::size_t begin) {
  return Run(text, std::min(begin, text.size()), "0123456789");
}

bool IsAt(std::string_view text, std::size_t at, char byte) {
  return at < text.size() && text[at] == byte;
}

// 1/7/2026 and 2026/07/01
std::size_t SlashDateLength(std::string_view text) {
  const std::size_t first = Digits(text, 0);
  const std::size_t second = Digits(text, first + 1);
  const std::size_t third = Digits(text, first + second + 2);
  const bool slashes = IsAt(text, first, '/') && IsAt(text, first + 1 + second, '/');
  const bool sizes = first > 0 && second > 0 && second <= 2 && first + third >= 5 && first <= 4 &&
                     third <= 4 && third > 0;
  return slashes && sizes ? first + second + third + 2 : 0;
}

// 5-9
std::size_t RangeLength(std::string_view text) {
  const std::size_t low = Run(text, 0, "0123456789_.");
  const std::size_t high = IsAt(text, low, '-') ? Run(text, low + 1, "0123456789_.") : 0;
  const std::size_t end = low + 1 + high;
  // 2026-7-1
  const std::size_t day = IsAt(text, end, '-') ? Digits(text, end + 1) : 0;
  return low > 0 && high > 0 ? end + (day > 0 ? 1 + day : 0) : 0;
}

std::size_t SignedAmountLength(std::string_view text) {
  for (const Sign& sign : kSigns) {
    if (!text.starts_with(sign.sign))
      continue;
    const std::size_t number = Run(text, sign.sign.size(), "0123456789_.,");
    return number > 0 && Digits(text, sign.sign.size()) > 0 ? sign.sign.size() + number : 0;
  }
  return 0;
}

// 9,000 EUR and 1,234,567.50 EUR. Without a currency a comma may part two numbers.
std::size_t GroupedAmountLength(std::string_view text) {
  std::size_t at = Digits(text, 0);
  if (at == 0 || at > 3 || !IsAt(text, at, ','))
    return 0;
  while (IsAt(text, at, ',') && Digits(text, at + 1) == 3)
    at += 4;
  if (IsAt(text, at, '.') && Digits(text, at + 1) > 0)
    at += 1 + Digits(text, at + 1);
  const std::size_t code = at + 1;
  const bool currency = IsAt(text, at, ' ') && text.size() >= code + 3 &&
                        CurrencyOfWord(text.substr(code, 3)) == text.substr(code, 3);
  return currency ? code + 3 : 0;
}

std::string TwoDigits(std::string_view number) {
  return number.size() == 1 ? fmt::format("0{}", number) : std::string(number);
}

// Day and month stand in either order, by where the writer lives.
std::string SlashDateHelp(std::string_view seen) {
  const std::size_t first_slash = seen.find('/');
  const std::size_t last_slash = seen.rfind('/');
  const std::string first = TwoDigits(seen.substr(0, first_slash));
  const std::string second = TwoDigits(seen.substr(first_slash + 1, last_slash - first_slash - 1));
  const std::string third = TwoDigits(seen.substr(last_slash + 1));
  if (first.size() == 4)
    return fmt::format("`{}-{}-{}`", first, second, third);
  const std::string day_first = fmt::format("`{}-{}-{}`", third, second, first);
  const std::string month_first = fmt::format("`{}-{}-{}`", third, first, second);
  if (first > "12")
    return day_first;
  return second > "12" || first == second
             ? month_first
             : fmt::format("{} or {}, whichever day is meant", day_first, month_first);
}

}  // namespace

std::size_t OddNumberLength(std::string_view text) {
  if (const std::size_t date = SlashDateLength(text))
    return date;
  if (const std::size_t range = RangeLength(text))
    return range;
  if (const std::size_t grouped = GroupedAmountLength(text))
    return grouped;
  return SignedAmountLength(text);
}

std::string OddNumberHelp(std::string_view seen) {
  if (SlashDateLength(seen) == seen.size())
    return SlashDateHelp(seen);
  if (RangeLength(seen) == seen.size()) {
    const std::size_t dash = seen.find('-');
    const std::string_view low = seen.substr(0, dash);
    const std::string_view high = seen.substr(dash + 1);
    const std::size_t second = high.find('-');
    if (second != std::string_view::npos)
      return fmt::format("`{}-{}-{}`", low, TwoDigits(high.substr(0, second)),
                         TwoDigits(high.substr(second + 1)));
    // A month of a year.
    return low.size() == 4 && high.size() <= 2 ? fmt::format("`{}-{}-01`", low, TwoDigits(high))
                                               : fmt::format("`between {} and {}`", low, high);
  }
  if (seen.find(',') != std::string_view::npos && Digits(seen, 0) > 0) {
    std::string number(seen);
    std::erase(number, ',');
    return fmt::format("`{}`", number);
  }
  if (SignedAmountLength(seen) != seen.size())
    return {};
  const std::size_t digits = seen.find_first_of("0123456789");
  std::string amount(seen.substr(digits));
  std::replace(amount.begin(), amount.end(), ',', '_');
  return fmt::format("`{} {}`", amount, CurrencyOfSign(seen.substr(0, digits)));
}

std::string_view CurrencyOfSign(std::string_view sign) {
  const auto* found = std::find_if(kSigns.begin(), kSigns.end(),
                                   [&](const Sign& known) { return known.sign == sign; });
  return found == kSigns.end() ? std::string_view() : found->currency;
}

std::string CurrencyOfWord(std::string_view word) {
  const std::string code = AsCode(word);
  const bool known = std::find(kCommonCurrencies.begin(), kCommonCurrencies.end(), code) !=
                     kCommonCurrencies.end();
  return known ? code : std::string();
}

}  // namespace lq::parse
