#pragma once

#include <string>
#include <string_view>

namespace lq::parse {

// What people write where LQ has a number, told by how a text goes on.

// Bytes of `01/07/2026`, `5-9`, `9,000 EUR` or `€5000` at the beginning of the text; 0 when none is
// there.
std::size_t OddNumberLength(std::string_view text);

// What to write instead, in words: "`2026-07-01`"; empty when nothing is likely.
std::string OddNumberHelp(std::string_view seen);

// "EUR" for "€"; empty for what is no sign of a currency.
std::string_view CurrencyOfSign(std::string_view sign);

// "EUR" for `eur` and `Eur`, of the currencies that leads come in most; empty for other words.
std::string CurrencyOfWord(std::string_view word);

}  // namespace lq::parse
