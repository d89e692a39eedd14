#include "runtime/intake/scalar_rules.h"

#include <optional>

#include "runtime/intake/expected_text.h"
#include "runtime/value/address.h"
#include "runtime/value/date.h"
#include "runtime/value/iso.h"
#include "runtime/value/number.h"
#include "runtime/value/text.h"

namespace lq::intake {
namespace {

// Normal form C never has fewer code points than a quarter of the text's: no canonical
// decomposition is longer than four.
constexpr std::size_t kMostComposition = 4;

// In bytes, far beyond what any address can be.
constexpr std::size_t kLongestAddress = 4096;

Fault Wrong(FaultKind kind) { return {kind, {}, false}; }

NumberProblem Scale(const JsonNumber& number, int places, std::int64_t& scaled) {
  const int missing_places = places - number.places;
  if (!number.has_digits || missing_places < 0)
    return ParseDecimal(number.text, places, scaled);
  const bool overflows = __builtin_mul_overflow(number.digits, PowerOfTen(missing_places), &scaled);
  return overflows ? NumberProblem::kTooLarge : NumberProblem::kNone;
}

Fault CheckNumber(const Type& type, NumberProblem problem, std::int64_t number, Value& value) {
  switch (problem) {
    case NumberProblem::kNone:
      return ScalarRules::TakeScaled(type, number, value);
    case NumberProblem::kNotANumber:
      return Wrong(FaultKind::kBadFormat);
    case NumberProblem::kTooManyPlaces:
      return Wrong(type.kind == TypeKind::kInteger ? FaultKind::kWrongType
                                                   : FaultKind::kTooManyPlaces);
    case NumberProblem::kTooLarge:
      return Wrong(FaultKind::kOutOfRange);
  }
  return Wrong(FaultKind::kBadFormat);
}

Fault ParseNumber(const Type& type, std::string_view text, Value& value) {
  std::int64_t number = 0;
  const NumberProblem problem = ParseDecimal(text, type.places, number);
  return CheckNumber(type, problem, number, value);
}

std::optional<std::uint16_t> FindCode(TypeKind kind, std::string_view code) {
  if (kind == TypeKind::kCountry)
    return FindCountry(code);
  return kind == TypeKind::kCurrency ? FindCurrency(code) : FindLanguage(code);
}

std::optional<std::string_view> Normalize(TypeKind kind, std::string_view text, Arena& arena) {
  if (text.size() > kLongestAddress)
    return std::nullopt;
  if (kind == TypeKind::kEmail)
    return NormalizeEmail(text, arena);
  return kind == TypeKind::kDomain ? NormalizeDomain(text, arena) : NormalizePhone(text, arena);
}

// A text that lies within `whole` becomes the arena's own.
Value OwnedText(std::string_view text, std::string_view whole, Arena& arena) {
  const bool is_view = text.data() >= whole.data() && text.data() <= whole.data() + whole.size();
  return Value::Text(is_view ? arena.Copy(text) : text);
}

Fault TakeYesNoWord(std::string_view text, Value& value) {
  value = Value::Number(text == "yes" ? 1 : 0);
  return Wrong(text == "yes" || text == "no" ? FaultKind::kNone : FaultKind::kWrongType);
}

Fault TakeCode(const Type& type, std::string_view text, Value& value) {
  const auto code = FindCode(type.kind, text);
  value = Value::Number(code.value_or(0));
  return Wrong(code ? FaultKind::kNone : FaultKind::kNoSuchValue);
}

Fault TakeTime(const Type& type, std::string_view text, Value& value) {
  std::int64_t number = 0;
  const bool parsed =
      type.kind == TypeKind::kDate ? ParseDate(text, number) : ParseInstant(text, number);
  return parsed ? ScalarRules::TakeScaled(type, number, value) : Wrong(FaultKind::kBadFormat);
}

Fault TakePlainText(const Type& type, std::string_view text, Arena& arena, Value& value) {
  const std::size_t most = MostCodePoints(type);
  if (text.size() <= most && IsPlainAscii(text)) {
    value = Value::Text(arena.Copy(text));
    return {};
  }
  if (text.size() > most && CountCodePoints(text) > most * kMostComposition)
    return Wrong(FaultKind::kTooLong);
  const std::string_view normal = NormalizeNfc(text, arena);
  if (normal.size() > most && CountCodePoints(normal) > most)
    return Wrong(FaultKind::kTooLong);
  if (normal.find('\0') != std::string_view::npos)
    return Wrong(FaultKind::kNulCharacter);
  value = OwnedText(normal, text, arena);
  return {};
}

Fault TakeAddress(const Type& type, std::string_view text, Arena& arena, Value& value) {
  if (text.find('\0') != std::string_view::npos)
    return Wrong(FaultKind::kNulCharacter);
  const auto normal = Normalize(type.kind, text, arena);
  if (!normal)
    return Wrong(FaultKind::kBadFormat);
  const bool may_be_long = type.max_length != 0 && normal->size() > type.max_length;
  if (may_be_long && CountCodePoints(*normal) > type.max_length)
    return Wrong(FaultKind::kTooLong);
  value = OwnedText(*normal, text, arena);
  return {};
}

}  // namespace

Fault ScalarRules::TakeText(const Type& type, std::string_view text, Arena& arena,
                            Value& value) const {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return TakeYesNoWord(text, value);
    case TypeKind::kEnum: {
      const std::uint32_t member = enums_.Find(*type.enumeration, text, arena);
      value = Value::Number(member);
      return Wrong(member == EnumNames::kNone ? FaultKind::kNoSuchValue : FaultKind::kNone);
    }
    case TypeKind::kPercent:
      return ParseNumber(type, text.substr(0, text.size() - (text.ends_with('%') ? 1 : 0)), value);
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
      return ParseNumber(type, text, value);
    case TypeKind::kDate:
    case TypeKind::kInstant:
      return TakeTime(type, text, value);
    case TypeKind::kText:
      return TakePlainText(type, text, arena, value);
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
      return TakeAddress(type, text, arena, value);
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      return TakeCode(type, text, value);
    case TypeKind::kInteger:
    case TypeKind::kList:
      break;
  }
  return Wrong(FaultKind::kWrongType);
}

Fault ScalarRules::TakeNumber(const Type& type, const JsonNumber& number, Value& value) {
  const bool takes_numbers = type.kind == TypeKind::kInteger || type.kind == TypeKind::kDecimal ||
                             type.kind == TypeKind::kMoney || type.kind == TypeKind::kPercent;
  if (!takes_numbers)
    return Wrong(FaultKind::kWrongType);
  std::int64_t scaled = 0;
  const NumberProblem problem = Scale(number, type.places, scaled);
  return CheckNumber(type, problem, scaled, value);
}

Fault ScalarRules::TakeYesNo(const Type& type, bool yes, Value& value) {
  value = Value::Number(yes ? 1 : 0);
  return Wrong(type.kind == TypeKind::kYesNo ? FaultKind::kNone : FaultKind::kWrongType);
}

Fault ScalarRules::TakeScaled(const Type& type, std::int64_t number, Value& value) {
  value = Value::Number(number);
  return Wrong(number < type.low || number > type.high ? FaultKind::kOutOfRange : FaultKind::kNone);
}

}  // namespace lq::intake
