#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace lq {

// Codes are sorted, so an index orders as its code does. Data and their date stand in
// iso_<table>.def. ISO 3166-1 alpha-2, "DE".
std::size_t CountryCount();
std::optional<std::uint16_t> FindCountry(std::string_view code);
std::string_view CountryCode(std::size_t index);

// ISO 4217, "EUR"; active currencies.
std::size_t CurrencyCount();
std::optional<std::uint16_t> FindCurrency(std::string_view code);
std::string_view CurrencyCode(std::size_t index);
// Digits after the point: 2 for EUR, 0 for JPY.
int CurrencyMinorDigits(std::size_t index);

// ISO 639-1, lower case "en".
std::size_t LanguageCount();
std::optional<std::uint16_t> FindLanguage(std::string_view code);
std::string_view LanguageCode(std::size_t index);

}  // namespace lq
