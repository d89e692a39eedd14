#include "stdlib/address/address.h"

#include <string_view>

#include "runtime/value/address.h"
#include "stdlib/address/public_suffix.h"
#include "stdlib/row/check_arguments.h"

namespace lq::stdlib {
namespace {

bool CheckOneOfKind(Arguments arguments, TypeKind kind, std::string& problem) {
  return ExpectCount(arguments, 1, problem) && ExpectKind(arguments, 0, kind, problem);
}

bool CheckDomain(Arguments arguments, Type& result, std::string& problem) {
  result = Type{};
  result.kind = TypeKind::kDomain;
  return CheckOneOfKind(arguments, TypeKind::kEmail, problem);
}

Value CallDomain(Values arguments, Types, Arena&) {
  const std::string_view email = arguments[0].text();
  return Value::Text(email.substr(email.find('@') + 1));
}

constexpr Function kDomain = {
    .name = "domain",
    .signature = "domain(e)",
    .summary = "The domain of the e-mail address e: what stands after its `@`.",
    .check = CheckDomain,
    .call = CallDomain,
    .is_operator = true,
};

bool CheckLocalPart(Arguments arguments, Type& result, std::string& problem) {
  constexpr std::uint32_t kLongestLocalPart = 64;
  result = TextType(kLongestLocalPart);
  return CheckOneOfKind(arguments, TypeKind::kEmail, problem);
}

Value CallLocalPart(Values arguments, Types, Arena&) {
  const std::string_view email = arguments[0].text();
  return Value::Text(email.substr(0, email.find('@')));
}

constexpr Function kLocalPart = {
    .name = "local_part",
    .signature = "local_part(e)",
    .summary = "What stands before the `@` of the e-mail address e.",
    .check = CheckLocalPart,
    .call = CallLocalPart,
};

bool CheckRegistrableDomain(Arguments arguments, Type& result, std::string& problem) {
  result = Type{};
  result.kind = TypeKind::kDomain;
  return CheckOneOfKind(arguments, TypeKind::kDomain, problem);
}

Value CallRegistrableDomain(Values arguments, Types, Arena&) {
  return Value::Text(RegistrableDomain(arguments[0].text()));
}

constexpr Function kRegistrableDomain = {
    .name = "registrable_domain",
    .signature = "registrable_domain(d)",
    .summary = "What the owner of the domain d registered: `firm.co.uk` of `mail.firm.co.uk`.",
    .check = CheckRegistrableDomain,
    .call = CallRegistrableDomain,
};

// ITU-T E.164, assigned country codes: 1 and 7 have one digit, these have two, all others three.
constexpr std::string_view kTwoDigitCodes =
    " 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58"
    " 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";

std::size_t CodeLength(std::string_view digits) {
  if (digits[0] == '1' || digits[0] == '7') {
    return 1;
  }
  const char code[] = {' ', digits[0], digits[1], ' '};
  const bool has_two = kTwoDigitCodes.find(std::string_view(code, 4)) != std::string_view::npos;
  return has_two ? 2 : 3;
}

bool CheckCallingCode(Arguments arguments, Type& result, std::string& problem) {
  result = IntegerType(1, 999);
  return CheckOneOfKind(arguments, TypeKind::kPhone, problem);
}

Value CallCallingCode(Values arguments, Types, Arena&) {
  const std::string_view digits = arguments[0].text().substr(1);
  std::int64_t code = 0;
  for (const char digit : digits.substr(0, CodeLength(digits))) {
    code = code * 10 + (digit - '0');
  }
  return Value::Number(code);
}

constexpr Function kCallingCode = {
    .name = "calling_code",
    .signature = "calling_code(p)",
    .summary = "The country calling code of the phone number p: 49 of +49 30 1234567.",
    .check = CheckCallingCode,
    .call = CallCallingCode,
};

// The host of a web address: between the scheme and the path, without port.
std::string_view HostOf(std::string_view text) {
  const std::size_t scheme = text.find("://");
  if (scheme != std::string_view::npos) {
    text.remove_prefix(scheme + 3);
  }
  text = text.substr(0, text.find_first_of("/?#\\"));
  const std::size_t colon = text.rfind(':');
  const bool port = colon != std::string_view::npos &&
                    text.find_first_not_of("0123456789", colon + 1) == std::string_view::npos;
  text = port ? text.substr(0, colon) : text;
  return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

std::optional<Value> ConvertWebsiteDomain(std::string_view text, const Value&, Arena& arena) {
  constexpr std::string_view kWeb = "www.";
  const std::optional<std::string_view> host = NormalizeDomain(HostOf(text), arena);
  if (!host) {
    return std::nullopt;
  }
  // "www.de" itself is somebody's domain.
  const std::string_view rest =
      host->starts_with(kWeb) ? host->substr(kWeb.size()) : std::string_view();
  return Value::Text(rest.find('.') == std::string_view::npos ? *host : rest);
}

constexpr Conversion kWebsiteDomain = {
    .name = "website_domain",
    .signature = "website_domain",
    .summary =
        "The domain of a web address, without a `www.` before it: \"firm.example\" of "
        "\"https://www.firm.example/about?lang=de\".",
    .gives = TypeKind::kDomain,
    .takes = std::nullopt,
    .wanted = "the address of a website",
    .convert = ConvertWebsiteDomain,
};

constexpr Conversion kConversions[] = {kWebsiteDomain};

constexpr Function kFunctions[] = {kDomain, kLocalPart, kRegistrableDomain, kCallingCode};

}  // namespace

std::span<const Function> AddressFunctions() { return kFunctions; }

std::span<const Conversion> AddressConversions() { return kConversions; }

}  // namespace lq::stdlib
