#include "stdlib/address/address.h"

#include <string_view>

#include "stdlib/row/check_arguments.h"

namespace lq::stdlib {
namespace {

constexpr std::uint32_t kLongestLocalPart = 64;

bool CheckDomain(std::span<const Argument> arguments, Type& result, std::string& problem) {
  if (!ExpectCount(arguments, 1, problem)) return false;
  if (!ExpectKind(arguments, 0, TypeKind::kEmail, problem)) return false;
  result = Type{};
  result.kind = TypeKind::kDomain;
  return true;
}

bool CheckLocalPart(std::span<const Argument> arguments, Type& result, std::string& problem) {
  if (!ExpectCount(arguments, 1, problem)) return false;
  if (!ExpectKind(arguments, 0, TypeKind::kEmail, problem)) return false;
  result = TextType(kLongestLocalPart);
  return true;
}

bool CheckCallingCode(std::span<const Argument> arguments, Type& result, std::string& problem) {
  if (!ExpectCount(arguments, 1, problem)) return false;
  if (!ExpectKind(arguments, 0, TypeKind::kPhone, problem)) return false;
  result = IntegerType(1, 999);
  return true;
}

// ITU-T E.164, list of assigned country codes: 1 and 7 have one digit, these two, all others three.
constexpr std::string_view kTwoDigitCodes =
    " 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 "
    "84 86 90 91 92 93 94 95 98 ";

std::size_t CodeDigits(std::string_view digits) {
  if (digits[0] == '1' || digits[0] == '7') return 1;
  const char code[] = {' ', digits[0], digits[1], ' '};
  return kTwoDigitCodes.find(std::string_view(code, 4)) == std::string_view::npos ? 3 : 2;
}

std::int64_t CallingCode(std::string_view phone) {
  const std::string_view digits = phone.substr(1);
  std::int64_t code = 0;
  for (const char digit : digits.substr(0, CodeDigits(digits))) code = code * 10 + (digit - '0');
  return code;
}

constexpr Function kDomain = {
    .name = "domain",
    .signature = "domain(e)",
    .summary = "The domain of the e-mail address e: what stands after its `@`.",
    .check = CheckDomain,
    .call = [](std::span<const Value> arguments, std::span<const Type>, Arena&) {
      const std::string_view email = arguments[0].text();
      return Value::Text(email.substr(email.find('@') + 1));
    }};

constexpr Function kLocalPart = {
    .name = "local_part",
    .signature = "local_part(e)",
    .summary = "What stands before the `@` of the e-mail address e.",
    .check = CheckLocalPart,
    .call = [](std::span<const Value> arguments, std::span<const Type>, Arena&) {
      const std::string_view email = arguments[0].text();
      return Value::Text(email.substr(0, email.find('@')));
    }};

constexpr Function kCallingCode = {
    .name = "calling_code",
    .signature = "calling_code(p)",
    .summary = "The country calling code of the phone number p: 49 for +49 30 1234567.",
    .check = CheckCallingCode,
    .call = [](std::span<const Value> arguments, std::span<const Type>, Arena&) {
      return Value::Number(CallingCode(arguments[0].text()));
    }};

constexpr Function kFunctions[] = {kDomain, kLocalPart, kCallingCode};

}  // namespace

std::span<const Function> AddressFunctions() { return kFunctions; }

}  // namespace lq::stdlib
