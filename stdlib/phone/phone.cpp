#include "stdlib/phone/phone.h"

#include "runtime/value/iso.h"
#include "stdlib/phone/phone_number.h"

namespace lq::stdlib {
namespace {

std::optional<Value> ConvertPhoneNumberIn(std::string_view text, const Value& argument,
                                          Arena& arena) {
  const std::string_view country = CountryCode(static_cast<std::size_t>(argument.number()));
  const std::string number = PhoneNumberIn(text, country);
  return number.empty() ? std::nullopt : std::optional(Value::Text(arena.Copy(number)));
}

constexpr Conversion kPhoneNumberIn = {
    .name = "phone_number_in",
    .signature = "phone_number_in COUNTRY",
    .summary =
        "The phone number that a text means to somebody in the country: in DE, \"030 1234567\", "
        "\"0049 30 1234567\" and \"+49 (0)30 1234567\" are all +49301234567. An extension is left "
        "out.",
    .gives = TypeKind::kPhone,
    .takes = TypeKind::kCountry,
    .wanted = "a phone number there",
    .convert = ConvertPhoneNumberIn,
};

constexpr Conversion kConversions[] = {kPhoneNumberIn};

}  // namespace

std::span<const Conversion> PhoneConversions() { return kConversions; }

}  // namespace lq::stdlib
