#include "runtime/value/iso.h"

#include <array>
#include <span>

namespace lq {
namespace {

constexpr std::string_view kCountries[] = {
#define LQ_COUNTRY(code) code,
#include "runtime/value/iso_countries.def"
#undef LQ_COUNTRY
};

constexpr std::string_view kLanguages[] = {
#define LQ_LANGUAGE(code) code,
#include "runtime/value/iso_languages.def"
#undef LQ_LANGUAGE
};

struct Currency {
  std::string_view code;
  int minor_digits;
};

constexpr Currency kCurrencies[] = {
#define LQ_CURRENCY(code, minor_digits) {code, minor_digits},
#include "runtime/value/iso_currencies.def"
#undef LQ_CURRENCY
};

constexpr std::size_t kLetters = 26;
constexpr std::size_t kNoSlot = ~std::size_t{0};
constexpr std::uint16_t kNoCode = 0xFFFF;

// A number of its own for each text of that many letters, the alphabet beginning at `first_letter`;
// kNoSlot for any other text.
constexpr std::size_t Slot(std::string_view code, std::size_t letters, char first_letter) {
  if (code.size() != letters) {
    return kNoSlot;
  }
  std::size_t slot = 0;
  for (const char c : code) {
    if (c < first_letter || c > first_letter + 25) {
      return kNoSlot;
    }
    slot = slot * kLetters + static_cast<std::size_t>(c - first_letter);
  }
  return slot;
}

std::optional<std::uint16_t> Find(std::span<const std::uint16_t> index, std::size_t slot) {
  if (slot == kNoSlot || index[slot] == kNoCode) {
    return std::nullopt;
  }
  return index[slot];
}

// Slot to place in the sorted table.
template <std::size_t kSlots, typename Codes, typename SlotOf>
constexpr std::array<std::uint16_t, kSlots> MakeIndex(const Codes& codes, SlotOf slot_of) {
  std::array<std::uint16_t, kSlots> index{};
  index.fill(kNoCode);
  std::uint16_t place = 0;
  for (const auto& code : codes) {
    index[slot_of(code)] = place++;
  }
  return index;
}

constexpr std::size_t CountrySlot(std::string_view code) { return Slot(code, 2, 'A'); }
constexpr std::size_t LanguageSlot(std::string_view code) { return Slot(code, 2, 'a'); }
constexpr std::size_t CurrencySlot(std::string_view code) { return Slot(code, 3, 'A'); }

constexpr auto kCountryIndex = MakeIndex<kLetters * kLetters>(kCountries, CountrySlot);
constexpr auto kLanguageIndex = MakeIndex<kLetters * kLetters>(kLanguages, LanguageSlot);
constexpr auto kCurrencyIndex = MakeIndex<kLetters * kLetters * kLetters>(
    kCurrencies, [](const Currency& currency) { return CurrencySlot(currency.code); });

}  // namespace

std::size_t CountryCount() { return std::size(kCountries); }
std::optional<std::uint16_t> FindCountry(std::string_view code) {
  return Find(kCountryIndex, CountrySlot(code));
}
std::string_view CountryCode(std::size_t index) { return kCountries[index]; }

std::size_t CurrencyCount() { return std::size(kCurrencies); }
std::optional<std::uint16_t> FindCurrency(std::string_view code) {
  return Find(kCurrencyIndex, CurrencySlot(code));
}
std::string_view CurrencyCode(std::size_t index) { return kCurrencies[index].code; }
int CurrencyMinorDigits(std::size_t index) { return kCurrencies[index].minor_digits; }

std::size_t LanguageCount() { return std::size(kLanguages); }
std::optional<std::uint16_t> FindLanguage(std::string_view code) {
  return Find(kLanguageIndex, LanguageSlot(code));
}
std::string_view LanguageCode(std::size_t index) { return kLanguages[index]; }

}  // namespace lq
